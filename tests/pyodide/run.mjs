// Runs tests in Pyodide: node run.mjs FOLDER TEST..., where FOLDER holds `wheels` and `tests`.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, ...tests] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(createRequire(`${folder}/`).resolve("pyodide/pyodide.mjs")));
const python = await loadPyodide();
const extractDir = python.runPython("import site; site.getsitepackages()[0]");
for (const name of readdirSync(`${folder}/wheels`)) {
  const wheel = new Uint8Array(readFileSync(`${folder}/wheels/${name}`)).slice(); // it refuses a Buffer of node
  python.unpackArchive(wheel, "wheel", { filename: name, extractDir });
}
python.mountNodeFS("/project", folder);
python.globals.set("tests", python.toPy(tests));
// Left out: what needs rapidfuzz, of which there is no such wheel, and deep nesting, which ends the process there.
const without = "nested deep fuzzy similar misspelt nearer any_text differ_in_more".split(" ").map((word) => `not ${word}`).join(" and ");
python.globals.set("without", without);
const code = python.runPython(`
import importlib, os, sys
importlib.invalidate_caches()
import pytest
os.chdir("/project")
print("CPython", sys.version.split()[0], "on", sys.platform)
int(pytest.main(["-q", "-k", without, "-c", "settings/pyproject.toml", "--rootdir", ".", "-p", "no:cacheprovider", *tests]))
`);
process.exit(code);

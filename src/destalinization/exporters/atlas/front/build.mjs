// Bundles the page's script and style into ../page, which is what the package ships.
// Usage: npm run build; with --check it only says whether what is there is what would be written.
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const page = new URL("../page/", import.meta.url).pathname;
const banner = "/* Made by `make atlas` from front/. Contains d3-geo, d3-array, internmap and topojson-client, ISC: see NOTICE. */";

const { outputFiles } = await build({
  absWorkingDir: new URL(".", import.meta.url).pathname,
  entryPoints: { atlas: "main.js", style: "style.css" },
  outdir: page,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022", "chrome125", "firefox126", "safari17.5"],
  charset: "utf8",
  legalComments: "none",
  banner: { js: banner },
  write: false,
});

const files = outputFiles.map(({ path, text }) => [path, text]);
if (process.argv.includes("--check")) {
  const stale = files.filter(([path, text]) => readFileSync(path, "utf8") !== text).map(([path]) => path);
  if (stale.length) {
    console.error(`not built from the source: ${stale.join(", ")}`);
    process.exit(1);
  }
} else for (const [path, text] of files) writeFileSync(path, text);

"""
The command line: every verb, every format, every way in which it can go wrong.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import destalinization as ds
from destalinization.document import from_json, to_json
from destalinization.store.catalogue import Catalogue

Outcome = tuple[int, str, str]
Run = Callable[..., Outcome]


@pytest.fixture
def broken(mini_folder: Path, tmp_path: Path) -> Path:
    """
    A copy of the small data set that may be broken.
    """
    return shutil.copytree(mini_folder, tmp_path / "copy")


def process(
    *arguments: str | Path, flags: tuple[str, ...] = (), environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """
    Run the command in a process of its own.
    """
    command = [sys.executable, *flags, "-m", "destalinization", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, timeout=60, check=False, env={**os.environ, **(environment or {})}
    )


def complains(outcome: Outcome) -> str:
    """
    Give the complaint of a command that failed as it should: code 2, nothing printed, no traceback.
    """
    code, out, err = outcome
    assert (code, out, "Traceback" in err) == (2, "", False)
    return err


def test_show_describes_a_record(on_mini: Run) -> None:
    """
    A record is shown with its names, their periods, what is disputed, and its sources.
    """
    code, out, err = on_mini("show", "volgograd")
    wanted = [
        "Volgograd (Tsaritsyn → Stalingrad → Volgograd)",
        "  Stalingrad: from 1925-04-10, before 1961-11-10 [Stalingrad, Сталинград]; honours joseph-stalin",
        "  Hero City Stalingrad: from 2013-01-30 to an unknown date, ceremonial",
        "  names[2]: 1961-11-11 (since; The day on which the decree was printed.)",
        "  «GeoNames geographical database», https://www.geonames.org/",
    ]
    assert (code, [line for line in wanted if line not in out], err) == (0, [], "")


@pytest.mark.parametrize(
    ("id", "first"),
    [
        ("stalingrad", "Volgograd (Tsaritsyn → Stalingrad → Volgograd)"),
        ("volgograd/volgograd", "Stalingrad → Volgograd (1961-11-10)"),
        ("soviet-union/end", "Union of Soviet Socialist Republics → dissolved (1991-12-26)"),
        ("dushanbe/dyushambe", "… → Dyushambe (unknown date)"),
        ("stalin-prize", "Stalin Prize (USSR) (Stalin Prize)"),
        ("joseph-stalin", "Joseph Stalin"),
        ("de-stalinization", "De-Stalinization"),
        ("stalin-death", "Death of Stalin (1953-03-05)"),
        ("rsfsr-1961-11-10", "Decree renaming Stalingrad Oblast and the city of Stalingrad"),
        ("claim-004", "The prize of that name was never given out again. [unverified]"),
        ("geonames", "«GeoNames geographical database», https://www.geonames.org/"),
    ],
)
def test_show_knows_every_kind_of_record(on_mini: Run, id: str, first: str) -> None:
    """
    Records of every table, and changes, can be shown.
    """
    code, out, _ = on_mini("show", id)
    assert (code, out.splitlines()[0]) == (0, first)


def test_show_as_json_is_the_record(on_mini: Run, mini: Catalogue) -> None:
    """
    A record shown as JSON can be read back.
    """
    _, out, _ = on_mini("show", "donetsk", "--format", "json")
    assert mini.places["donetsk"] == from_json(out, of=ds.Place)


@pytest.mark.parametrize("id", [record.id for table in ("claims", "events") for record in ds.catalogue().table(table)])
def test_show_describes_shipped_records(run: Run, id: str) -> None:
    """
    Shipped claims and events can be shown.
    """
    code, out, err = run("show", id)
    assert (code, bool(out), err) == (0, True, "")


def test_renamings_as_a_table(on_mini: Run) -> None:
    """
    Renamings are listed by date, in columns.
    """
    code, out, _ = on_mini("renamings", "--gives", "joseph-stalin", "--during", "192X")
    rows = [line.split() for line in out.splitlines()]
    assert (code, rows) == (
        0,
        [
            ["date", "old", "new", "bearer", "country"],
            ["----------", "---------", "----------", "---------", "-------"],
            ["1924-04-22", "Yuzovka", "Stalin", "donetsk", "UA"],
            ["1925-04-10", "Tsaritsyn", "Stalingrad", "volgograd", "RU"],
            ["1929-10-19", "Dyushambe", "Stalinabad", "dushanbe", "TJ"],
            ["3", "rows"],
        ],
    )


@pytest.mark.parametrize(
    ("criteria", "bearers"),
    [
        (["--bearer", "dushanbe"], ["dushanbe", "dushanbe"]),
        (["--old", "сталинград"], ["volgograd"]),
        (["--new", "Donetsk"], ["donetsk"]),
        (["--removes", "joseph-stalin", "--country", "TJ"], ["dushanbe"]),
        (["--gives", "joseph-stalin", "--kind", "city", "--during", "1929-10"], ["dushanbe"]),
        (["--during", "1961-11"], ["dushanbe", "donetsk", "volgograd", "eisenhuettenstadt"]),
        (["--during", "1961-11", "--certainly"], ["donetsk", "volgograd", "eisenhuettenstadt"]),
        (["--event", "twenty-second-congress"], ["volgograd"]),
        (["--act", "rsfsr-1961-11-10"], ["volgograd"]),
        (["--country", "FR"], []),
    ],
)
def test_renamings_by_criteria(on_mini: Run, criteria: list[str], bearers: list[str]) -> None:
    """
    Each criterion of renamings can be given on the command line.
    """
    _, out, _ = on_mini("renamings", *criteria, "--format", "json")
    assert bearers == [row["bearer"] for row in json.loads(out)]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["events", "--kind", "congress"], ["twentieth-congress", "twenty-second-congress"]),
        (["events", "--during", "1953"], ["stalin-death"]),
        (["claims", "--status", "contradicted"], ["claim-003"]),
        (["claims", "--section", "lead"], ["claim-003", "claim-004"]),
    ],
)
def test_events_and_claims_by_criteria(on_mini: Run, arguments: list[str], ids: list[str]) -> None:
    """
    Each criterion of events and claims can be given on the command line.
    """
    _, out, _ = on_mini(*arguments, "--format", "json")
    assert ids == [row["id"] for row in json.loads(out)]


@pytest.mark.parametrize("verb", ["renamings", "events", "claims", "stats"])
def test_csv_holds_what_json_holds(on_mini: Run, verb: str) -> None:
    """
    The rows of a list are the same in CSV and in JSON.
    """
    _, text, _ = on_mini(verb, "--format", "csv")
    _, raw, _ = on_mini(verb, "--format", "json")
    assert json.loads(raw) == list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("verb", ["renamings", "events", "claims", "stats"])
def test_table_has_a_line_for_each_row(on_mini: Run, verb: str) -> None:
    """
    A table has a head, a rule, a line for each row, and their number.
    """
    _, out, _ = on_mini(verb)
    _, raw, _ = on_mini(verb, "--format", "json")
    assert len(json.loads(raw)) == len(out.splitlines()) - 3


@pytest.mark.parametrize(("format", "out"), [("table", "0 rows"), ("json", "[]"), ("csv", "")])
def test_lists_may_be_empty(on_mini: Run, format: str, out: str) -> None:
    """
    A list without rows is no error, in any format.
    """
    code, printed, err = on_mini("renamings", "--country", "FR", "--format", format)
    assert (code, printed.splitlines()[-1:], err) == (0, [out], "")


def test_table_fits_the_terminal(on_mini: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A table is cut to the width of the terminal.
    """
    monkeypatch.setenv("COLUMNS", "60")
    _, out, _ = on_mini("claims")
    assert max(len(line) for line in out.splitlines()) <= 60


def test_export_prints_the_document(on_mini: Run, mini: Catalogue) -> None:
    """
    Without a path the document is printed.
    """
    code, out, err = on_mini("export", "json")
    assert (code, to_json(mini), err) == (0, out, "")


def test_export_writes_the_document(on_mini: Run, mini: Catalogue, tmp_path: Path) -> None:
    """
    With a path the document is written there, and nothing is printed.
    """
    outcome = on_mini("export", "json", "-o", tmp_path / "mini.json")
    assert (outcome, from_json((tmp_path / "mini.json").read_bytes())) == ((0, "", ""), mini)


def test_check_of_the_bundled_data(run: Run) -> None:
    """
    The bundled data break no law.
    """
    code, out, err = run("check")
    assert (code, out, err.rpartition(": ")[2]) == (0, "", "0 findings\n")


@pytest.mark.parametrize("given", ["directory", "data"])
def test_check_of_a_folder(run: Run, mini_folder: Path, given: str) -> None:
    """
    A folder may be given to the verb or to the command.
    """
    code, out, err = run("check", mini_folder) if given == "directory" else run("--data", mini_folder, "check")
    assert (code, out, err.rpartition(": ")[2]) == (0, "", "0 findings\n")


def test_check_finds_what_breaks_a_law(run: Run, broken: Path) -> None:
    """
    What breaks a law is printed, a line for each finding, and the exit code is 1.
    """
    path = broken / "topics.json"
    path.write_text(path.read_text(encoding="utf-8").replace("The taking", "The  taking"), encoding="utf-8")
    code, out, err = run("check", broken)
    line = "topics: de-stalinization: summary: found a stray space in "
    assert (code, out.startswith(line), err.rpartition(": ")[2]) == (1, True, "2 findings\n")


def test_check_finds_files_in_another_form(run: Run, broken: Path) -> None:
    """
    A file that is not in canonical form is found.
    """
    with (broken / "acts.json").open("a", encoding="utf-8") as file:
        file.write("\n")
    wanted = "acts.json: found another form, expected the canonical form (`check --fix`) (canonical-files)\n"
    assert run("check", broken)[:2] == (1, wanted)


def test_fix_writes_the_canonical_form(run: Run, broken: Path, mini_folder: Path) -> None:
    """
    Fixing rewrites the files and the index, so that nothing is left to find.
    """
    for path in broken.rglob("*.json"):
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
    (broken / "index.tsv").unlink()
    code, out, _ = run("check", "--fix", broken)
    same = [(mini_folder / p.relative_to(broken)).read_bytes() == p.read_bytes() for p in broken.rglob("*.*")]
    assert (code, out, all(same)) == (0, "", True)


def test_fix_leaves_breaches_of_laws(run: Run, broken: Path) -> None:
    """
    Fixing mends the form and not the content.
    """
    path = broken / "places" / "ru.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"1589"', '"1926"'), encoding="utf-8")
    assert run("check", "--fix", broken)[0] == 1


def test_diff_of_equal_documents(run: Run, mini: Catalogue, tmp_path: Path) -> None:
    """
    Two equal documents have no difference, and the exit code is 0.
    """
    (tmp_path / "a.json").write_text(to_json(mini), encoding="utf-8")
    assert run("diff", tmp_path / "a.json", tmp_path / "a.json") == (0, "0 added, 0 removed, 0 changed\n", "")


@pytest.fixture
def two(mini: Catalogue, tmp_path: Path) -> tuple[Path, Path]:
    """
    Two documents, the later without the claims.
    """
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(to_json(mini), encoding="utf-8")
    new.write_text(json.dumps({**json.loads(to_json(mini)), "claims": []}), encoding="utf-8")
    return old, new


def test_diff_as_text(run: Run, two: tuple[Path, Path]) -> None:
    """
    What changed is printed, and the exit code is 1.
    """
    code, out, err = run("diff", *two)
    claims = [f"- claims: claim-00{number}" for number in (1, 2, 3, 4)]
    assert (code, out.splitlines(), err) == (1, ["0 added, 4 removed, 0 changed", *claims], "")


def test_diff_as_json(run: Run, two: tuple[Path, Path]) -> None:
    """
    What changed can be had as JSON.
    """
    _, out, _ = run("diff", *two, "--format", "json")
    assert [entry["id"] for entry in json.loads(out)["removed"]] == ["claim-001", "claim-002", "claim-003", "claim-004"]


def test_stats_count_the_records(on_mini: Run, mini: Catalogue) -> None:
    """
    The number of records of each table is counted.
    """
    _, out, _ = on_mini("stats", "--format", "json")
    counted = {row["which"]: int(row["count"]) for row in json.loads(out) if row["what"] == "records"}
    assert {name: len(list(mini.table(name))) for name in counted} == counted


def test_version(run: Run) -> None:
    """
    The versions of code and data are printed.
    """
    assert run("--version") == (0, f"destalinization {ds.__version__} (data {ds.__data_version__})\n", "")


@pytest.mark.parametrize(
    "arguments",
    [[], ["--help"], *([verb, "--help"] for verb in ("show", "renamings", "events", "claims", "export", "check"))],
)
def test_help(run: Run, arguments: list[str]) -> None:
    """
    The command explains itself.
    """
    code, out, err = run(*arguments)
    assert "usage: destalinization" in (out if code == 0 else err)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["show", "atlantis"], "no record 'atlantis' in the catalogue; did you mean "),
        (["show", "volgograd/leningrad"], "no record 'volgograd/leningrad' in changes; did you mean "),
        (["show", ""], "no record '' in the catalogue"),
        (["renamings", "--removes", "josef-stalin"], "did you mean 'joseph-stalin', "),
        (["renamings", "--during", "11.11.1961"], "not a date: '11.11.1961', at character "),
        (["renamings", "--during", "1961-13"], "not a date: '1961-13', at character 5"),
        (["renamings", "--country", "Russia"], "'Russia' is no country code"),
        (["renamings", "--kind", "planet"], "'planet' is no kind of bearer; accepted: city, "),
        (["renamings", "--old", " "], "old: a blank name matches nothing"),
        (["events", "--during", "1964/1953"], "not a date: '1964/1953', at character 5"),
        (
            ["export", "xml"],
            "'xml' is no export format; accepted: atlas, former-names, geojson, json, jsonl, renamings",
        ),
        (["check", "nowhere"], "no folder of data files: nowhere"),
        (["--data", "nowhere", "stats"], "no folder of data files: nowhere"),
        (["diff", "nowhere.json", "nowhere.json"], "nowhere.json: No such file or directory"),
        (["export", "json", "-o", "nowhere/x.json"], "No such file or directory"),
        (["diff", "/", "/"], "Is a directory"),
        (["export", "json", "-o", "/"], "/"),
    ],
)
def test_misuse_is_one_line(on_mini: Run, run: Run, arguments: list[str], complaint: str) -> None:
    """
    What cannot be done is one line on standard error with exit code 2.
    """
    err = complains((run if "--data" in arguments else on_mini)(*arguments))
    assert (err.startswith("destalinization: "), err.count("\n"), complaint in err) == (True, 1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["sing"],
        ["show"],
        ["show", "a", "b"],
        ["claims", "--status", "true"],
        ["stats", "--format", "xml"],
        ["--colour"],
    ],
)
def test_wrong_arguments_are_explained(run: Run, arguments: list[str]) -> None:
    """
    Arguments that the command does not know are answered with its usage.
    """
    assert complains(run(*arguments)).startswith("usage: destalinization")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(b"", "found nothing, expected a JSON value", id="empty"),
        pytest.param(b"{", "line 1 column 2: found no JSON", id="malformed"),
        pytest.param("Сталино".encode("cp1251"), "byte 0: found the byte 0xd1, expected UTF-8", id="wrong encoding"),
        pytest.param(b"[" * 100_000, "found lists or objects nested too deeply", id="deep"),
        pytest.param(b'{"a":' * 100_000, "found lists or objects nested too deeply", id="deep objects"),
        pytest.param(b"[" * 980 + b"]" * 980, "found ", id="rather deep"),
        pytest.param(b'{"places": ' + b"[" * 985 + b"]" * 985 + b"}", "found ", id="deep record"),
        pytest.param(b'{"cities": []}', "cities: found an unknown key", id="unknown key"),
        pytest.param(b'{"topics": [7]}', "topics[0]: found 7, expected an object", id="no record"),
        pytest.param(b'{"topics": "gulag"}', "topics: found a str, expected a list", id="no list"),
        pytest.param(b"1" * 5000, "found a value that cannot be read", id="long number"),
        pytest.param(b'{"release": {"version": "\\ud800"}}', "expected a text without lone surrogates", id="surrogate"),
    ],
)
def test_file_that_cannot_be_read(run: Run, tmp_path: Path, content: bytes, complaint: str) -> None:
    """
    A document that cannot be read is one error that says where and why.
    """
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    assert complaint in complains(run("diff", path, path))


def test_file_too_large(run: Run, tmp_path: Path) -> None:
    """
    A file of more than 64 MiB is refused.
    """
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert "found 104,857,600 bytes, expected at most 67,108,864 bytes" in complains(run("diff", path, path))


@pytest.mark.parametrize(
    ("file", "content", "complaint"),
    [
        ("topics.json", b"", "topics.json: found nothing, expected a JSON value"),
        ("places/ru.json", b"[" * 100_000, "places/ru.json: found lists or objects nested too deeply"),
        ("people.json", b'["\xff"]', "people.json: byte 2: found the byte 0xff, expected UTF-8"),
        ("claims.json", b'[{"id": "claim-001"}]', "claims.json: claim-001: section: found nothing, expected a value"),
        ("release.json", b"7", "release.json: found a int, expected an object"),
    ],
)
def test_folder_that_cannot_be_read(run: Run, broken: Path, file: str, content: bytes, complaint: str) -> None:
    """
    A folder with a broken file is one error that names the file.
    """
    (broken / file).write_bytes(content)
    assert complaint in complains(run("check", broken))


def test_folder_in_the_place_of_a_file(run: Run, broken: Path) -> None:
    """
    A folder where a file of places should stand is an error that names it.
    """
    (broken / "places" / "fr.json").mkdir()
    assert "fr.json: Is a directory" in complains(run("check", broken))


def test_all_findings_are_printed(run: Run, broken: Path) -> None:
    """
    Everything that is wrong in a folder is printed at once, a line for each finding.
    """
    (broken / "topics.json").write_bytes(b"")
    (broken / "acts.json").write_bytes(b"")
    assert complains(run("check", broken)).splitlines() == [
        "destalinization: 2 findings in the data",
        "  topics.json: found nothing, expected a JSON value (structure)",
        "  acts.json: found nothing, expected a JSON value (structure)",
    ]


def test_module_is_the_command() -> None:
    """
    The package can be run as a module, and then calls itself what the command is called.
    """
    done = process("--version")
    version = f"destalinization {ds.__version__} (data {ds.__data_version__})"
    assert (done.returncode, done.stdout.decode().strip(), done.stderr) == (0, version, b"")


def test_exit_code_of_a_process(mini_folder: Path) -> None:
    """
    The exit code of a failed command is 2, and standard error has one line without a traceback.
    """
    done = process("--data", mini_folder, "show", "atlantis")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)


@pytest.mark.parametrize(
    "arguments", [["export", "json"], ["claims"], ["stats", "--format", "csv"], ["show", "donetsk"]]
)
def test_closed_pipe_is_no_error(arguments: list[str]) -> None:
    """
    A reader that stops early, as `head` does, is no reason to complain.
    """
    command = [sys.executable, "-u", "-m", "destalinization", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(1)
        running.stdout.close()
        complaint = running.stderr.read()
        running.wait(60)
    assert (running.returncode, complaint) == (0, b"")


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1251"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
@pytest.mark.parametrize("verb", [["show", "donetsk"], ["export", "json"], ["renamings", "--format", "csv"]])
def test_terminal_that_lacks_letters(mini_folder: Path, environment: dict[str, str], verb: list[str]) -> None:
    """
    Letters that a terminal does not have are no reason to fail.
    """
    done = process("--data", mini_folder, *verb, environment=environment)
    assert (done.returncode, done.stderr, bool(done.stdout)) == (0, b"", True)


def test_complaint_on_a_terminal_that_lacks_letters() -> None:
    """
    A complaint about Cyrillic can be read on a terminal without it.
    """
    done = process("show", "Сталино", environment={"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, rb"\u0421\u0442\u0430" in done.stderr, b"Traceback" in done.stderr) == (2, True, False)


def test_data_are_read_as_utf_8_everywhere(mini_folder: Path, tmp_path: Path) -> None:
    """
    Files are read and written as UTF-8, whatever the encoding of the system is.
    """
    path = tmp_path / "mini.json"
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    process("--data", mini_folder, "export", "json", "-o", path, environment=ascii_only)
    assert "Сталинград" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("flags", [("-O",), ("-OO",), ("-I",), ("-W", "error"), ("-b", "-b")])
def test_flags_of_the_interpreter(mini_folder: Path, flags: tuple[str, ...]) -> None:
    """
    The command works the same without assertions and docstrings, on its own, and where each warning is an error.
    """
    done = process("--data", mini_folder, "show", "volgograd", flags=flags)
    plain = process("--data", mini_folder, "show", "volgograd")
    assert (0, plain.stdout, b"") == (done.returncode, done.stdout, done.stderr)


def test_interrupt_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A command that is interrupted ends as interrupted commands do, and says nothing.
    """

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("destalinization.cli.verbs.describe", interrupted)
    assert run("show", "volgograd") == (130, "", "")


def test_full_disk_is_no_traceback(run: Run) -> None:
    """
    Printing onto a full disk is one line on standard error.
    """
    if not Path("/dev/full").exists():
        pytest.skip("there is no full device here")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "destalinization", "export", "json"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, b"Traceback" in done.stderr, b"No space left" in done.stderr) == (2, False, True)

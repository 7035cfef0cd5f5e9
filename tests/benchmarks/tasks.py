"""
What counts.py counts: lines of Python, and what each is held against.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from costs import instructions

MINI = Path(__file__).parents[1] / "data" / "mini"

TABLES = ("places", "institutions", "people", "topics", "events", "acts", "claims", "sources")
BUILT = f"""import json, destalinization as ds
from destalinization.decode import builder
catalogue = ds.catalogue()
for name in {TABLES}: catalogue.table(name), builder(name)
"""
FILES = """import json, destalinization as ds
from pathlib import Path
files = [file.read_bytes() for file in sorted(Path(ds.__path__[0], "data").rglob("*.json"))]
files = [file for file in files if file.startswith(b"[")]
"""
DUSHANBE = """import destalinization as ds
ds.places["dushanbe"]
"""
NAMES = """import destalinization as ds
names = ("Сталинабад", "Stalino", "city of Molotov")
for number in range(300): ds.find(names[number % 3])
"""
DAYS = """import destalinization as ds
asked = (("dushanbe", "1950-06-01"), ("volgograd", 1961))
for each in asked: ds.name_on(*each)
"""
PARAGRAPH = f"""import destalinization as ds
small = ds.Catalogue.from_directory({str(MINI)!r})
text = (
    "В 1950 году поезд из Сталинграда прибыл в Сталино, откуда письма шли в Сталинабад. "
    "On 10 November 1961 Stalingrad became Volgograd; a day later the papers of Stalino, now Donetsk, said so. "
    "Die Stalinallee in Berlin hieß bald Karl-Marx-Allee, und niemand fuhr mehr nach Stalinstadt."
)
ds.annotate(text, catalogue=small)
"""
VOLGOGRAD = """import destalinization as ds
place = ds.places["volgograd"]
ds.to_json(place)
"""


@dataclass(frozen=True)
class Task:
    """
    Something whose instructions are counted.

    Attributes:
        name: what it is called.
        code: the lines of Python; several rounds of them where `rounds` is more than one.
        before: lines that run before and are not counted; without them the whole process is counted, from its start.
        rounds: how often the code runs; the count is that of one round.
        base: the name of the task that the ratio is of.
        limit: the largest ratio that is good.
    """

    name: str
    code: str
    before: str | None = None
    rounds: int = 1
    base: str = ""
    limit: float | None = None

    def programs(self) -> tuple[str, ...]:
        """
        Give the programs that are run: without the code, and with it.
        """
        if self.before is None:
            return (self.code,)
        code = self.code if self.rounds == 1 else f"for number in range({self.rounds}): {self.code}"
        return self.before, f"{self.before}{code}"

    def count(self) -> float:
        """
        Give the instructions of one round.
        """
        *without, whole = map(instructions, self.programs())
        return (whole - sum(without)) / self.rounds


BASES = (
    Task("pass", "pass"),
    Task("import attrs", "import attrs"),
    Task("json.loads of the data", "[json.loads(file) for file in files]", FILES),
    Task(
        "a round of a loop", "key = str(number % 97); found[key] = found.get(key, 0) + len(key)", "found = {}\n", 50_000
    ),
)
WARM = (
    Task("get, warm", 'ds.places["dushanbe"]', DUSHANBE, 2000),
    Task("find, warm", "ds.find(names[number % 3])", NAMES, 600),
    Task("name_on, warm", "ds.name_on(*asked[number % 2])", DAYS, 600),
    Task("annotate a paragraph (small data), warm", "ds.annotate(text, catalogue=small)", PARAGRAPH, 10),
    Task("to_json of a record, warm", "ds.to_json(place)", VOLGOGRAD, 20),
)
TASKS = (
    Task("import", "import destalinization", base="pass", limit=1.05),
    Task("import, first record by id", DUSHANBE, base="import attrs"),
    Task(
        "import, first lookup by name",
        'import destalinization as ds; ds.find("Сталинабад")',
        base="import attrs",
        limit=1.3,
    ),
    Task(
        "load and build everything",
        f"for name in {TABLES}: catalogue.table(name).ids()",
        before=BUILT,
        base="json.loads of the data",
    ),
    *(replace(task, base="a round of a loop") for task in WARM),
)

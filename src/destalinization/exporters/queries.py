"""
What people ask the SQLite database: questions with parameters, in SQL.
"""

from __future__ import annotations

from attrs import frozen

from ..model.record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Query(Record):
    """
    A question in SQL.

    Attributes:
        name: what it is called.
        title: what it answers.
        description: what a reader should know about its parameters and its answer.
        sql: the question; parameters begin with a colon.
    """

    name: str
    title: str
    description: str
    sql: str


QUERIES = (
    Query(
        name="name_on_a_date",
        title="What a place or an institution was called on a day",
        description="bearer: its id, such as dushanbe; date: the day, such as 1950-06-01. The first row is the best "
        "answer; a grade says how sure it is.",
        sql="""
WITH possible AS (
  SELECT *, latest_start <= :date AS begun FROM names
  WHERE bearer = :bearer AND "use" IS NULL
    AND (possible_from IS NULL OR possible_from <= :date) AND (possible_to IS NULL OR possible_to >= :date)
), answers AS (
  SELECT * FROM possible WHERE dated OR NOT EXISTS (SELECT 1 FROM possible WHERE dated)
)
SELECT text AS name,
  CASE
    WHEN count(*) OVER () > 1 OR certain_from IS NULL OR certain_from > :date OR certain_to < :date THEN 'possible'
    WHEN approximate THEN 'likely'
    ELSE 'certain'
  END AS grade,
  since, before, id
FROM answers
ORDER BY id = (
  SELECT id FROM names WHERE bearer = :bearer AND "use" IS NULL AND latest_start <= :date
  ORDER BY position DESC LIMIT 1
) DESC, position
""",
    ),
    Query(
        name="bearers_of_a_name",
        title="Everything that ever bore a name",
        description="name: the name in any script, such as Stalino or Сталино; case, accents and hyphens do not count.",
        sql="""
SELECT DISTINCT names.text AS name, bearers.id AS bearer, bearers.label, bearers.kind, bearers.country,
  names.since, names.before, names.today, names."use"
FROM names_search
JOIN names ON names.id = names_search.name
JOIN bearers ON bearers.id = names.bearer
WHERE names_search MATCH '"' || replace(:name, '"', ' ') || '"'
  AND length(trim(:name)) IN (length(names_search.form), length(names_search.folded))
ORDER BY bearers.id, names.position
""",
    ),
    Query(
        name="renamings_of_a_persons_names",
        title="Renamings that gave up the name of a person",
        description="person: the id of whom the old names honour, such as joseph-stalin.",
        sql="""
SELECT renamings.date, renamings.old, renamings.new, renamings.bearer, renamings.label, renamings.kind,
  renamings.country, renamings.act
FROM renamings
JOIN change_honours ON change_honours.change = renamings.id AND change_honours.effect = 'removes'
WHERE change_honours.target = :person
ORDER BY renamings.earliest IS NULL, renamings.earliest, renamings.id
""",
    ),
    Query(
        name="renamings_by_month",
        title="How many renamings there were in each month",
        description="Renamings of which no source tells the month are left out.",
        sql="""
SELECT substr(earliest, 1, 7) AS month, count(*) AS renamings
FROM renamings
WHERE substr(earliest, 1, 7) = substr(latest, 1, 7)
GROUP BY month
ORDER BY month
""",
    ),
    Query(
        name="disputes_of_a_bearer",
        title="What sources disagree about",
        description="bearer: the id of a place or an institution, such as volgograd.",
        sql="""
SELECT names.text AS name, disputes.path, disputes.field, disputes.value, disputes.standing, disputes.note,
  group_concat(sources.title, '; ') AS sources
FROM disputes
LEFT JOIN names ON names.id = disputes.name
LEFT JOIN citations ON citations.dispute = disputes.id
LEFT JOIN sources ON sources.id = citations.source
WHERE disputes.record = :bearer
GROUP BY disputes.id
ORDER BY disputes.rowid
""",
    ),
)
"""The questions, which Datasette puts beside the tables."""

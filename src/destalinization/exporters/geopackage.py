"""
A GeoPackage (OGC 12-128r17, version 1.3, https://www.geopackage.org/spec130/): a feature for each name in its time.

The layer ``name_periods`` has the properties of the GeoJSON features, with null where those are empty; names of bearers
without a position have no geometry. All tables of the data set stand beside it as attributes, numbered in ``fid`` as
GeoPackage wants it. What the columns mean is told by the schema extension.
The file is the same, byte for byte, for the same data and the same version of SQLite.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..columns import Column, columns
from ..document import part_of
from ..relational import TABLES
from ..store.catalogue import Catalogue
from . import dataset, geojson, sql
from .registry import Format
from .selection import bearers

if TYPE_CHECKING:
    import sqlite3

    from ..model.changes import Bearer

LAYER = "name_periods"
_PROPERTIES: tuple[Column, ...] = (
    *columns(LAYER, "id id! the bearer and the key of the name"),
    *(
        Column(table=LAYER, name=column.name, type=column.type, meaning=column.meaning)
        for column in geojson.FORMAT.columns
    ),
)
_BOX = ("min_x", "min_y", "max_x", "max_y")

FORMAT = Format(
    name="geopackage",
    title="GeoPackage: a feature for each name in its time, and all tables",
    extension=".gpkg",
    carries=(
        "every name, in the chain and beside it, with its period as EDTF and as ISO bounds, as a layer",
        "every record of every table and every part of it, with its citations and disputes, as attributes",
        "everything that a selection refers to",
        "the meaning of every column",
    ),
    lacks=("people, topics, events, acts and claims as features, or as a selection of their own",),
    columns=(*_PROPERTIES, *(column for table in TABLES for column in table.columns)),
)

_WGS_84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
_SYSTEMS = (
    ("WGS 84", 4326, "EPSG", 4326, _WGS_84, "longitude and latitude in degrees"),
    ("Undefined Cartesian", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
)
_SCHEMA_EXTENSION = "http://www.geopackage.org/spec130/#extension_schema"

_TABLES = """
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);
"""


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[bytes]:
    """
    Write the names of a selection as a layer, and its tables, with all that it refers to, as attributes.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where what the records refer to is looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    chosen = thing if isinstance(thing, Catalogue) else list(thing)
    part = part_of(chosen, catalogue)
    changed = f"{dataset.day(part.catalogue.release)}T00:00:00.000Z"
    with sql.database() as connection:
        connection.executescript(_TABLES)
        systems = ("srs_name", "srs_id", "organization", "organization_coordsys_id", "definition", "description")
        sql.insert(connection, "gpkg_spatial_ref_sys", systems, _SYSTEMS)
        _layer(connection, bearers(chosen, catalogue), changed)
        for table in TABLES:
            sql.create(connection, table, numbered=True)
            sql.fill(connection, table, part)
            contents = ("table_name", "data_type", "identifier", "description", "last_change")
            told = (table.name, "attributes", table.name, f"A row is {table.row}.", changed)
            sql.insert(connection, "gpkg_contents", contents, [told])
        _meanings(connection)
        yield sql.image(connection)


def point(longitude: float, latitude: float) -> bytes:
    r"""
    Give a point in the binary form of GeoPackage: its header, and well-known binary.

    Args:
        longitude: degrees east.
        latitude: degrees north.

    >>> point(44.5, 48.7)[:8], len(point(44.5, 48.7))
    (b'GP\x00\x01\xe6\x10\x00\x00', 29)
    """
    little_endian, no_envelope, type_of_point = 1, 0, 1
    header = struct.pack("<2sBBi", b"GP", 0, no_envelope | little_endian, 4326)
    return header + struct.pack("<BIdd", little_endian, type_of_point, longitude, latitude)


def _layer(connection: sqlite3.Connection, chosen: Iterable[Bearer], changed: str) -> None:
    """
    Write the layer of names.
    """
    lines = ",\n  ".join(map(sql.column, _PROPERTIES))
    connection.execute(
        f"CREATE TABLE {LAYER} (\n  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,\n  geom POINT,\n  {lines}\n)"
    )
    features = [feature for bearer in chosen for feature in geojson.features(bearer)]
    points = [feature["geometry"]["coordinates"] for feature in features if feature["geometry"]]
    names = ("geom", *(column.name for column in _PROPERTIES))
    sql.insert(connection, LAYER, names, map(_row, features))
    contents = ("table_name", "data_type", "identifier", "description", "last_change", *_BOX, "srs_id")
    told = (LAYER, "features", LAYER, f"{dataset.DESCRIPTION} A feature is a name in its time.", changed)
    sql.insert(connection, "gpkg_contents", contents, [(*told, *_box(points), 4326)])
    geometry = ("table_name", "column_name", "geometry_type_name", "srs_id", "z", "m")
    sql.insert(connection, "gpkg_geometry_columns", geometry, [(LAYER, "geom", "POINT", 4326, 0, 0)])


def _row(feature: dict[str, Any]) -> list[Any]:
    """
    Give a feature as a row.
    """
    geometry, properties = feature["geometry"], feature["properties"]
    values = (properties[column.name] for column in geojson.FORMAT.columns)
    told = (None if value == "" else value for value in values)
    return [point(*geometry["coordinates"]) if geometry else None, feature["id"], *told]


def _box(points: list[list[float]]) -> tuple[float | None, ...]:
    """
    Give the smallest box that holds points, or nothing where there are none.
    """
    if not points:
        return (None,) * len(_BOX)
    x, y = zip(*points, strict=True)
    return min(x), min(y), max(x), max(y)


def _meanings(connection: sqlite3.Connection) -> None:
    """
    Say what each column means, as the schema extension has it.
    """
    extended = ("table_name", "column_name", "extension_name", "definition", "scope")
    tables = ("gpkg_data_columns", "gpkg_data_column_constraints")
    rows = [(table, None, "gpkg_schema", _SCHEMA_EXTENSION, "read-write") for table in tables]
    sql.insert(connection, "gpkg_extensions", extended, rows)
    told = ("table_name", "column_name", "description")
    found = ((column.table, column.name, column.meaning) for column in FORMAT.columns)
    sql.insert(connection, "gpkg_data_columns", told, found)

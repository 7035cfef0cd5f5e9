"""
GeoJSON before judges of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import destalinization as ds
from destalinization.store.catalogue import Catalogue

Write = Callable[..., str]

WHY = "installed with the group judges"


def test_structure_and_geometries_are_valid(write: Write, hostile: Catalogue) -> None:
    """
    The validator finds nothing wrong in the whole, in hostile texts, and in nothing at all.
    """
    validator = pytest.importorskip("geojson_validator", reason=WHY)
    logging = pytest.importorskip("loguru", reason=WHY)
    logging.logger.remove()
    for content in (write("geojson"), write("geojson", catalogue=hostile)):
        collection = json.loads(content)
        found = validator.validate_geometries(collection)
        assert ({}, {}) == (validator.validate_structure(collection), found["invalid"])
        assert {"Point"} == set(found["count_geometry_types"])
        assert "outside_lat_lon_boundaries" not in found["problematic"]
    wrong = json.loads(write("geojson", catalogue=hostile))
    wrong["features"][0]["geometry"]["coordinates"] = [200.0, 95.0]
    assert "outside_lat_lon_boundaries" in validator.validate_geometries(wrong)["problematic"]


@pytest.mark.filterwarnings("ignore")
def test_geopandas_reads_it(tmp_path: Path) -> None:
    """
    A row a name, in WGS 84, with its texts and its position.
    """
    geopandas = pytest.importorskip("geopandas", reason=WHY)
    frame = geopandas.read_file(ds.export("geojson", tmp_path / "names.geojson"))
    assert sum(len(bearer.names) + len(bearer.also) for bearer in (*ds.places, *ds.institutions)) == len(frame)
    assert 4326 == frame.crs.to_epsg()
    stalinabad = frame[(frame["name"] == "Stalinabad") & (frame["kind"] == "city")].iloc[0]
    assert ("Сталинабад", "1929-10-19") == (stalinabad["name_ru"], str(stalinabad["start"])[:10])
    assert (68.8, 38.5) == (round(stalinabad.geometry.x, 1), round(stalinabad.geometry.y, 1))

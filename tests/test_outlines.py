"""The outlines are whole, borders match, and the file is what its script makes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from macros.drawing.geometry import Ring, area, inside
from macros.drawing.outlines import WINDOW, outlines, waters
from macros.drawing.viewport import Layout, path, rings, viewport_for
from scripts import outlines as script
from tests.conftest import ROOT

FILE = ROOT / "data/geo/outlines.json"
SHAPES = [(item["properties"]["name"], polygon)
          for item in json.loads(FILE.read_text("utf-8"))["features"] if item["geometry"]
          for polygon in item["geometry"]["coordinates"]]
WIDE = Layout("wide", 720, (300, 520), 24, 13, 1.8)


def home(lon, lat):
    """Countries in which a point lies."""
    return [name for name, outline in outlines().items()
            if sum(inside(ring, (lon, lat)) for shape in outline.polygons for ring in shape) % 2]


@pytest.mark.parametrize(("lon", "lat", "names"), [
    (50.6, 41.9, []),  # the Caspian
    (51.0, 38.5, []), (50.0, 45.0, []), (34.3, 43.3, []),  # its south, its north; the Black Sea
    (34.1, 45.2, ["Ukraine"]),  # Crimea
    (33.6, 35.25, ["Cyprus"]), (40.9, 43.1, ["Georgia"]), (44.0, 42.3, ["Georgia"]),
    (71.4, 51.1, ["Kazakhstan"]), (69.2, 41.3, ["Uzbekistan"]), (74.6, 42.8, ["Kyrgyzstan"]),
    (68.8, 38.6, ["Tajikistan"]), (58.4, 37.95, ["Turkmenistan"]), (48.0, 40.5, ["Azerbaijan"]),
    (45.4, 39.2, ["Azerbaijan"]), (44.6, 40.2, ["Armenia"]), (35.0, 39.0, ["Türkiye"]),
    (121.0, 24.0, ["Taiwan"]), (21.0, 42.6, ["Kosovo"]), (99.0, 75.0, ["Russia"]),
])
def test_a_point_lies_in_the_right_country(lon, lat, names):
    assert home(lon, lat) == names


def test_every_country_has_a_name_of_its_own_and_a_code():
    assert len(outlines()) > 230
    codes = [outline.id for outline in outlines().values() if outline.id]
    assert len(set(codes)) >= len(codes) - 1  # Australia's outlying islands share its code
    assert all(len(code) == 3 and code.isupper() for code in codes)


@pytest.mark.parametrize(("name", "polygon"), SHAPES)
def test_rings_are_closed_turn_the_right_way_and_keep_to_the_window(name, polygon):
    for number, ring in enumerate(polygon):
        assert len(ring) >= 4 and ring[0] == ring[-1]
        assert (area([tuple(point) for point in ring[:-1]]) > 0) == (number == 0)
        assert all(WINDOW[0] <= x <= WINDOW[2] and WINDOW[1] <= y <= WINDOW[3] for x, y in ring)


@pytest.mark.parametrize(("one", "other"), [("Kazakhstan", "Uzbekistan"), ("Kazakhstan", "China"),
                                            ("Georgia", "Azerbaijan"), ("Tajikistan", "Kyrgyzstan")])
def test_neighbours_still_match_once_thinned(one, other):
    viewport = viewport_for(outlines()["Kazakhstan"].points + outlines()["Georgia"].points, WIDE, 20)
    shared = {viewport.place(at) for at in outlines()[one].points} & {
        viewport.place(at) for at in outlines()[other].points}
    assert len(shared) > 10
    drawn = [{point for ring in rings(outlines()[name], viewport, 1.8) for point in ring} & shared
             for name in (one, other)]
    assert drawn[0] == drawn[1] and len(drawn[0]) > 3


def test_seas_are_named_on_water():
    assert all(home(*at) == [] for at in waters().values())


def test_a_path_is_closed_and_in_whole_steps():
    assert path([[(0, 0), (10, 0), (10, 5.2)]]) == "M0 0l20 0 0 10z"
    assert path([[(0, 0), (0.1, 0.1), (0.2, 0)]]) == ""


def test_the_file_is_small_enough_to_read_on_every_build():
    assert FILE.stat().st_size < 150_000


SQUARES = {  # two unit squares side by side; arc 1 is their border
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[1, 0], [-1, 0], [0, 1], [1, 0]], [[1, 1], [0, -1]], [[1, 1], [1, 0], [0, -1], [-1, 0]]],
    "objects": {"countries": {"geometries": [
        {"type": "Polygon", "properties": {"name": "West"}, "arcs": [[0, 1]]},
        {"type": "Polygon", "properties": {"name": "East"}, "arcs": [[2, -2]]}]}}}


def test_arcs_are_sums_of_steps():
    assert script.decode(SQUARES)[0] == [(1, 0), (0, 0), (0, 1), (1, 1)]


def test_a_piece_joined_to_its_neighbour_leaves_no_border_between():
    arcs, countries = script.decode(SQUARES), script.polygons(SQUARES)
    script.move(countries, arcs, "East", "West", (1.5, 0.5))
    assert countries["East"] == []
    ring = script.trace(countries["West"][0][0], arcs)
    assert abs(area(ring)) == 2 and inside(Ring(ring), (0.5, 0.5)) and inside(Ring(ring), (1.5, 0.5))


def test_a_ring_across_the_date_line_is_not_torn():
    assert script.unbroken([(170, 0), (179, 0), (-179, 1), (171, 2)]) == [
        (170, 0), (179, 0), (181, 1), (171, 2)]
    assert script.unbroken([(-179, 1), (171, 2), (170, 0)]) == [(181, 1), (171, 2), (170, 0)]


def test_another_version_of_the_source_is_refused(tmp_path):
    source = tmp_path / "countries.json"
    source.write_text("{}")
    with pytest.raises(SystemExit, match="is not the version named in data/geo/README.md"):
        script.main(str(source), str(tmp_path / "out.json"))


@pytest.mark.skipif("WORLD_ATLAS" not in os.environ,
                    reason="WORLD_ATLAS names the countries-50m.json of data/geo/README.md")
def test_the_script_makes_the_file_again_byte_for_byte(tmp_path):
    script.main(os.environ["WORLD_ATLAS"], str(tmp_path / "outlines.json"))
    assert (tmp_path / "outlines.json").read_bytes() == Path(FILE).read_bytes()

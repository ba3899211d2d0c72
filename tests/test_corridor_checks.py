"""Rules for routes and yearly series, each broken once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.records.loading import load
from macros.site.corridor_checks import check_corridor

ROOT = Path(__file__).resolve().parent.parent
Project = Callable[..., Path]
HEAD = "title: T\nfinding: F.\nas_of: 2025\nchecked: 2026-11-24\nrows:\n"
PLACES = ("table: nodes\nrows_are: corridor-place\n" + HEAD + "".join(
    f"- {{id: {key}, name: {key}, country: C, what: port, lat: 1.5, lon: 2.5, sources: [law]}}\n"
    for key in ("aktau", "baku", "poti")))
LEG = ("- {{id: {id}, route: {route}, start: {start}, end: {end}, mode: rail, state: operating, "
       "section: S, operator: O{km}, sources: [law]}}\n")
YEARS = ("table: cargo\nrows_are: cargo-year\n" + HEAD
         + "- {id: y1, year: 2019, million_tonnes: 0.7, sources: [law]}\n")


def legs(*rows: tuple[str, str, str, int | None]) -> str:
    """A table of legs: route, start, end and length of each."""
    return "table: legs\nrows_are: corridor-leg\n" + HEAD + "".join(
        LEG.format(id=f"l{number}", route=route, start=start, end=end, km=f", km: {km}" if km else "")
        for number, (route, start, end, km) in enumerate(rows))


def route(extra: str, key: str = "main") -> str:
    """A table of one route."""
    return ("table: routes\nrows_are: corridor-route\n" + HEAD
            + f"- {{id: {key}, name: Line, state: operating, course: C, {extra}, sources: [law]}}\n")


SEA, RAIL = ("main", "aktau", "baku", 450), ("main", "baku", "poti", 850)
WHOLE = {"data/places.yml": PLACES, "data/legs.yml": legs(SEA, RAIL),
         "data/routes.yml": route("legs_km: 1300, published_km: 1300")}


def messages(project: Project, files: dict[str, str]) -> list[str]:
    records = load(project({**WHOLE, **files}))
    assert records.problems == []
    return [str(problem) for problem in check_corridor(records)]


def test_whole_route_passes(project: Project) -> None:
    assert messages(project, {}) == []


@pytest.mark.parametrize(("files", "place", "words"), [
    ({"data/legs.yml": legs(SEA, ("main", "poti", "aktau", 850))},
     "data/legs.yml:9:", "'poti' is not 'baku', where leg 'l0' ends"),
    ({"data/legs.yml": legs(SEA, ("main", "baku", "potti", 850))},
     "data/legs.yml:9:", "no place 'potti'; allowed: aktau, baku, poti; did you mean 'poti'?"),
    ({"data/legs.yml": legs(SEA, RAIL, ("side", "poti", "baku", None), RAIL)},
     "data/legs.yml:11:", "route 'main' goes on here after another"),
    ({"data/legs.yml": legs(SEA, RAIL, ("side", "poti", "baku", None))},
     "data/legs.yml:10:", "no route 'side'; allowed: main"),
    ({"data/routes.yml": route("legs_km: 1200, published_km: 1300")},
     "data/routes.yml:8:", "add up to 1300"),
    ({"data/routes.yml": route("legs_km: 1300, published_km: 1500")},
     "data/routes.yml:8:", "1500 is not the sum of the legs, 1300, within 5%"),
    ({"data/legs.yml": legs(SEA, ("main", "baku", "poti", None)),
      "data/routes.yml": route("legs_km: 450, published_km: 460")},
     "data/routes.yml:8:", "say why_not:"),
    ({"data/routes.yml": route("legs_km: 1300, published_km: 1300, why_not: Because.")},
     "data/routes.yml:8:", "leave it out"),
    ({"data/routes.yml": route("legs_km: 1300", "other")},
     "data/routes.yml:8:", "route 'other' has no leg"),
    ({"data/cargo.yml": YEARS + "- {id: y2, year: 2022, million_tonnes: 1.4, sources: [law]}\n"},
     "data/cargo.yml:9:", "2020, 2021 is left out; give it a row without a number"),
])
def test_each_fault_is_found_where_it_stands(project: Project, files: dict[str, str], place: str,
                                             words: str) -> None:
    found = messages(project, files)
    assert any(said.startswith(place) and words in said for said in found), found


@pytest.mark.parametrize("files", [
    {"data/routes.yml": route("legs_km: 1300, published_km: 1350")},
    {"data/routes.yml": route("legs_km: 1300, published_km: 1500, margin: 20.0")},
    {"data/routes.yml": route("legs_km: 1300, published_km: 1500, why_not: Other end points.")},
    {"data/legs.yml": legs(SEA, ("main", "baku", "poti", None)),
     "data/routes.yml": route("legs_km: 450")},
    {"data/cargo.yml": YEARS + "- {id: y2, year: 2020, sources: [law]}\n"},
])
def test_a_stated_difference_passes(project: Project, files: dict[str, str]) -> None:
    assert messages(project, files) == []


def test_the_site_passes() -> None:
    assert [str(problem) for problem in check_corridor(load(ROOT))] == []

"""The rules that a table's head declares, each broken once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.records.loading import load
from macros.site.rules.table_rules import check_table
from tests.conftest import HEAD

Project = Callable[..., Path]


def column(name: str, kind: str = "number", required: str = "false") -> str:
    return f"{{name: {name}, type: {kind}, description: D., required: {required}}}"


def table(name: str, head: str, *rows: str) -> str:
    """A table: what stands in its head besides the common lines, and its rows without their sources."""
    return f"table: {name}\n{head}\n" + HEAD + "".join(f"- {{{row}, sources: [law]}}\n" for row in rows)


PLACES = table("nodes", "kind: place", *(
    f"id: {key}, name: {key}, country: Georgia, what: port, lat: 1.5, lon: 2.5" for key in ("aktau", "baku", "poti")))
LEGS_HEAD = (f"kind: leg\ncolumns: [{column('km')}]\nforeignKeys: [{{columns: [start, end, via], table: nodes}}, "
             "{columns: [route], table: routes}]")
ROUTES_HEAD = (f"columns: [{column('published')}, {column('legs_km')}, "
               "{name: margin, type: number, description: D., required: false, default: 5.0}, "
               f"{column('why_not', 'string')}]\nequals: [{{column: legs_km, total: {{table: legs, column: km, key: "
               "route}, partial: true, within: 0.05}, {column: published, total: {table: legs, column: km, key: "
               "route}, within_percent: margin, unless: why_not}]")
TRADE_HEAD = (f"columns: [{column('country', 'string')}, {column('year', 'integer')}, {column('sold')}, "
              f"{column('bought')}, {column('total')}, {column('balance')}, {column('begun', 'period')}, "
              f"{column('ended', 'period')}]\nuniqueKeys: [[country, year]]\norder: [[begun, ended]]\n"
              "equals: [{column: total, sum: [sold, bought], within: 1}, {column: balance, sum: [sold], less: bought}]")


def legs(*rows: tuple[str, str, str, int | None]) -> str:
    """A table of legs: route, start, end and length of each."""
    return table("legs", LEGS_HEAD, *(
        f"id: l{number}, route: {route}, start: {start}, end: {end}, mode: rail, state: operating"
        + (f", km: {km}" if km else "") for number, (route, start, end, km) in enumerate(rows)))


def route(extra: str, key: str = "main") -> str:
    return table("routes", ROUTES_HEAD, f"id: {key}, {extra}")


def trade(*rows: str) -> str:
    return table("trade", TRADE_HEAD, *(f"id: t{number}, {row}" for number, row in enumerate(rows)))


def years(head: str, *found: int) -> str:
    return table("years", f"columns: [{column('year', 'integer')}]\n{head}", *(f"id: y{year}, year: {year}"
                                                                             for year in found))


SEA, RAIL = ("main", "aktau", "baku", 450), ("main", "baku", "poti", 850)
WHOLE = {"data/places.yml": PLACES, "data/legs.yml": legs(SEA, RAIL),
         "data/routes.yml": route("legs_km: 1300, published: 1300")}


def messages(project: Project, files: dict[str, str]) -> list[str]:
    records = load(project({**WHOLE, **files}))
    assert records.problems == []
    return sorted({str(problem) for table in records.tables.values() for problem in check_table(records, table)})


@pytest.mark.parametrize(("files", "wanted"), [
    ({"data/legs.yml": legs(SEA, ("main", "poti", "aktau", 850))},
     ["data/legs.yml:11:32: start: 'poti' is not 'baku', where leg 'l0' ends"]),
    ({"data/legs.yml": legs(SEA, ("main", "baku", "potti", 850))},
     ["data/legs.yml:11:43: no row 'potti' in table 'nodes'; allowed: aktau, baku, poti; did you mean 'poti'?"]),
    ({"data/legs.yml": legs(SEA, ("main", "baku", "poti", 800), ("side", "poti", "baku", None),
                            ("main", "poti", "baku", 50))},
     ["data/legs.yml:12:19: no row 'side' in table 'routes'; allowed: main",
      "data/legs.yml:13:19: route: 'main' goes on here after another; keep the legs of a route together, in order"]),
    ({"data/routes.yml": route("legs_km: 1200, published: 1300")},
     ["data/routes.yml:9:23: legs_km: 1200, but km in table 'legs' makes 1300, within 0.05"]),
    ({"data/routes.yml": route("published: 1300")},
     ["data/routes.yml:9:3: legs_km is missing; km in table 'legs' makes 1300"]),
    ({"data/routes.yml": route("legs_km: 1300, published: 1500")},
     ["data/routes.yml:9:40: published: 1500, but km in table 'legs' makes 1300, within 75; say why_not:"]),
    ({"data/legs.yml": legs(SEA, ("main", "baku", "poti", None)),
      "data/routes.yml": route("legs_km: 450, published: 460")},
     ["data/routes.yml:9:39: published: 460, but km in table 'legs' makes 450, within 23; say why_not:"]),
    ({"data/routes.yml": route("legs_km: 1300, published: 1300, why_not: Because.")},
     ["data/routes.yml:9:55: why_not: km in table 'legs' makes 1300, within 65, as published has it; leave it out"]),
    ({"data/routes.yml": route("legs_km: 1300", "other")},
     ["data/legs.yml:10:19: no row 'main' in table 'routes'; allowed: other",
      "data/legs.yml:11:19: no row 'main' in table 'routes'; allowed: other",
      "data/routes.yml:9:3: no row of table 'legs' names 'other'"]),
    ({"data/legs.yml": legs(SEA, RAIL).replace("table: nodes", "table: nods")},
     ["data/legs.yml:4:51: no table 'nods'; allowed: departures, legs, nodes, routes; did you mean 'nodes'?"]),
    ({"data/years.yml": years("series: {column: year}", 2019, 2022)},
     ["data/years.yml:10:21: year: 2020, 2021 is left out; give it a row without a number, or allow gaps: "
      "in the head"]),
    ({"data/years.yml": years("series: {column: year, gaps: true}", 2019, 2018)},
     ["data/years.yml:10:21: year: 2018 does not come after 2019"]),
    ({"data/trade.yml": trade("country: Georgia, year: 2024, sold: 5, bought: 4, total: 11")},
     ["data/trade.yml:11:69: total: 11, but sold + bought makes 9, within 1"]),
    ({"data/trade.yml": trade("sold: 5, bought: 4, balance: 2")},
     ["data/trade.yml:11:41: balance: 2, but sold - bought makes 1"]),
    ({"data/trade.yml": trade("country: Georgia, year: 2024", "country: Georgia, year: 2024")},
     ["data/trade.yml:12:21: country, year: the same as in row 't0'; each stands once"]),
    ({"data/trade.yml": trade("begun: 2020, ended: 2019-05")},
     ["data/trade.yml:11:32: ended: 2019-05 is before begun, 2020"]),
])
def test_a_rule_that_is_broken_is_told_where_it_is(project: Project, files: dict[str, str], wanted: list[str]) -> None:
    assert messages(project, files) == wanted


@pytest.mark.parametrize("files", [
    {},
    {"data/routes.yml": route("legs_km: 1300, published: 1350")},
    {"data/routes.yml": route("legs_km: 1300, published: 1500, margin: 20.0")},
    {"data/routes.yml": route("legs_km: 1300, published: 1500, why_not: Other end points.")},
    {"data/legs.yml": legs(SEA, ("main", "baku", "poti", None)), "data/routes.yml": route("legs_km: 450")},
    {"data/years.yml": years("series: {column: year}", 2019, 2020)},
    {"data/years.yml": years("series: {column: year, gaps: true}", 2019, 2022)},
    {"data/trade.yml": trade("country: Georgia, year: 2024, sold: 5, bought: 4, total: 10",
                             "country: Georgia, year: 2025, sold: 5, total: 99",
                             "country: Armenia, year: 2024, sold: 1.1, bought: 1.0, balance: 0.1")},
    {"data/trade.yml": trade("begun: 2019-05, ended: 2019")},
])
def test_what_keeps_the_rules_passes(project: Project, files: dict[str, str]) -> None:
    assert messages(project, files) == []


def test_a_column_that_is_computed_stands_in_no_row(problems: Callable[..., list[str]]) -> None:
    head = (f"columns: [{column('rule', 'string')}, {column('given')}, {column('before', 'unit')}, "
            f"{column('after', 'unit')}, {column('grade')}, {column('result')}]\n"
            "computed: [{column: result, function: conversion, of: [rule, given, before, after, grade]}]")
    rows = ("id: a, rule: U3O8 to U, given: 1, before: million-pounds-u3o8e, after: tonnes-uranium, result: 385",
            "id: b, rule: U3O8 to U, given: 1, before: tonnes-wo3, after: tonnes-uranium")
    said = [line for line in problems({"data/x.yml": table("x", head, *rows)}) if "on no page" not in line]
    assert said == [
        "data/x.yml:9:91: result: computed from rule, given, before, after, grade; leave it out",
        "data/x.yml:10:11: U3O8 to U turns million-pounds-u3o8e into tonnes-uranium; give these two units"]

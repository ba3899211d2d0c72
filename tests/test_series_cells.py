"""Cells of the tables of official series, drawn at random, are those of the publisher's files.

The files are not part of the project: they lie in the folder that SERIES names, or else in ../shared/series. The cells
are looked up here by plain means of their own, and not by the scripts that made the tables.
"""

from __future__ import annotations

import random

import pytest

from tests.cells import money, partners, us_trade
from tests.cells.files import FILES, lines
from tests.cells.tariff import chapter_cell, cost_cell

CELLS = 50

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason=f"the publishers' files are not in {FILES}")

TABLES = {  # how a cell is looked up, and how many decimal places it has
    **us_trade.TABLES, **money.TABLES, **partners.TABLES,
    "tariff-chapters": (chapter_cell, {"value": 2, "lines": 0, "in": 0}),
    "column-2-cost": (cost_cell, {"value": 2}),
}


def _drawn(table):
    """Cells of a table drawn at random, the same ones until its edition changes."""
    numbers = [column for column in table.head.record.columns
               if column.type in ("number", "integer") and column.name not in ("year", "edition")]
    cells = [(entry.record, column) for entry in table.rows for column in numbers]
    dice = random.Random(f"{table.head.key} {table.head.record.as_of.text}")
    return dice.sample(cells, min(CELLS, len(cells)))


def _others(real, row, column):
    """The sum of the cells of a country that stand beside the one of the rest."""
    rows = [entry.record for entry in real.records.tables["us-imports-chapters"].rows]
    return sum(getattr(other, column.name) or 0 for other in rows if other.country == row.country and other.chapter)


@pytest.mark.parametrize("name", TABLES)
def test_cells_drawn_at_random_are_those_of_the_file(real, name):
    lookup, digits = TABLES[name]
    for row, column in _drawn(real.records.tables[name]):
        cell, wanted = getattr(row, column.name), lookup(row, column)
        half = 0.501 * 10 ** -(digits if isinstance(digits, int) else digits.get(column.name.split("_")[0], 1))
        if row.id.endswith("-else"):
            cell, half = cell + _others(real, row, column), 6 * half
        assert (cell is None) == (wanted is None), (row.id, column.name)
        assert cell is None or cell == pytest.approx(wanted, abs=half, rel=0), (row.id, column.name)


def test_departures_and_arrivals_are_those_of_the_file(real):
    rows = {entry.record.year: entry.record for entry in real.records.tables["soviet-emigration"].rows}
    for line in lines(FILES / "soviet-jewish-emigration/soviet_jewish_emigration_1968_1996.csv"):
        row = rows.get(int(line["year"]))
        if row and line["source"].startswith("HIAS"):
            assert [row.to_us, row.to_israel] == [int(line["to_us"]), int(line["to_israel"])], row.id
            assert row.persons == pytest.approx(int(line["jewish_emigrants_from_ussr"]), rel=0.0025), row.id


def test_cargo_and_containers_of_the_corridor_are_those_of_the_file(real):
    folder, tables = FILES / "titr-middle-corridor-volumes", real.records.tables
    cargo = {row.record.year: row.record for row in tables["corridor-cargo-years"].rows}
    for line in lines(folder / "titr_cargo_tonnes_2019_2025.csv"):
        row = cargo.pop(int(line["year"]))
        assert (row.million_tonnes, row.basis) == (int(line["cargo_tonnes"]) / 1e6, "outturn"), row.id
    assert [row.basis for row in cargo.values()] == ["plan"]
    containers = {str(row.record.year): row.record.teu for row in tables["corridor-container-years"].rows}
    for line in lines(folder / "titr_and_transit_containers_teu.csv"):
        if line["measure"] == "TITR containers" and line["year"] in containers:
            assert containers[line["year"]] == int(line["teu"]), line["year"]

"""Makes the tables of Chinese official finance and of US aid.

    python -m scripts.series.aid commitments.csv flows.csv us_foreign_aid.csv

commitments: AidData, 2000 to 2021 added up for each country, billions of dollars of 2021, with the average rate of
interest and the output of 2021. flows: the same for the world, by year and class.
us_foreign_aid: obligations and disbursements by country and fiscal year, in current dollars and in dollars of 2024.
Beside Chinese finance stand US obligations of the same years in dollars of 2021, by the price level of the file.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from .common import EIGHT, Line, Project, Refused, lines_of, once, program, usual, wanted_all
from .wide import Cells, of_the_eight, year_rows

FIVE = ("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Kyrgyzstan")
CLASSES = {"ODA-like": "aid_like", "OOF-like": "on_credit", "Vague (Official Finance)": "unclear"}
FIRST, LAST, BASE, FIRST_AID = 2000, 2021, 2024, 1992
BILLION, MILLION = 10 ** 9, 10 ** 6


def make(project: Project, commitments: Path, flows: Path, aid: Path) -> None:
    """The rows of the tables from the three files."""
    obligated, paid, prices = _aid(project, aid)
    project.write_rows("us-aid", _aid_rows(obligated, paid), 2)
    project.write_rows("chinese-finance", _countries(project, commitments, obligated, prices),
                       {"china": 1, "united_states": 1, "rate": 2, "output": 1, "of_output": 1})
    project.write_rows("chinese-finance-world", _world(flows), 2)
    project.renew_source("us-foreign-aid", aid)
    project.renew_source("ctx-aiddata-gcdf3", commitments)
    project.renew_source("ctx-aiddata-flows", flows)


def _aid(project: Project, file: Path) -> tuple[Cells, Cells, Decimal]:
    """Obligations and disbursements in dollars of 2024, and what a dollar of 2024 was in 2021."""
    names = ["Country Name", "Transaction Type Name", "Fiscal Year", "current_amount", "constant_amount"]
    lines = of_the_eight(project, lines_of(file, names), "Country Name")
    kinds = {kind: [line for line in lines if line["Transaction Type Name"] == kind]
             for kind in ("Obligations", "Disbursements")}
    found = {kind: once(some, lambda line: (line.whole("Fiscal Year"), usual(line["Country Name"])))
             for kind, some in kinds.items()}
    for kind, some in found.items():
        wanted_all(file, [f"{kind} of {name}" for name in EIGHT], {f"{kind} of {name}" for _, name in some})
    _refuse_other_prices(found["Obligations"])
    obligated, paid = ({key: line.number("constant_amount", ()) for key, line in some.items()}
                       for some in found.values())
    largest = max((line for (year, _), line in found["Obligations"].items() if year == LAST),
                  key=lambda line: line.number("current_amount", ()))
    return obligated, paid, largest.number("current_amount", ()) / largest.number("constant_amount", ())


def _refuse_other_prices(found: dict[tuple[int, str], Line]) -> None:
    for (year, _), line in found.items():
        if year == BASE and line.number("current_amount", ()) != line.number("constant_amount", ()):
            raise Refused(f"{line.place}: amounts of {BASE} differ, so that constant dollars are not those of {BASE}")


def _aid_rows(obligated: Cells, paid: Cells) -> list[dict]:
    """A row for each fiscal year, in millions, with what the five Central Asian states got together."""
    rows = year_rows({key: value / MILLION for key, value in obligated.items()}, FIRST_AID)
    for row in rows:
        row["five_obligated"], row["five_paid"] = (_together(cells, row["year"]) for cells in (obligated, paid))
    if rows[-1]["year"] > BASE:
        rows[-1]["basis"] = "reported in part"
    return rows


def _together(cells: Cells, year: int) -> Decimal | None:
    """The sum of the five, in millions, where all of them are counted."""
    values = [cells.get((year, name)) for name in FIVE]
    return None if None in values else sum(values) / MILLION


def _countries(project: Project, file: Path, obligated: Cells, prices: Decimal) -> list[dict]:
    """A row for each of the eight, those to which China committed most first."""
    lines = of_the_eight(project, lines_of(file, ["country_name", "total_commitments_bn", "weighted_interest_rate",
                                                  "gdp_usd_bn"]), "country_name")
    found = once(lines, lambda line: usual(line["country_name"]))
    wanted_all(file, EIGHT, found)
    rows = [{"id": name.lower(), "country": name, "china": line.number("total_commitments_bn", ()),
             "united_states": sum(value for (year, country), value in obligated.items()
                                  if country == name and FIRST <= year <= LAST) * prices / BILLION,
             "rate": line.number("weighted_interest_rate"), "output": line.number("gdp_usd_bn", ())}
            for name, line in found.items()]
    for row in rows:
        row["of_output"] = 100 * row["china"] / row["output"]
    return sorted(rows, key=lambda row: -row["china"])


def _world(file: Path) -> list[dict]:
    """A row for each year, by class, in billions of dollars of 2021."""
    lines = lines_of(file, ["commitment_year", "flow_class", "commitments_bn"])
    found = once(lines, lambda line: (line.whole("commitment_year"), line["flow_class"]))
    if strange := sorted({name for _, name in found} - set(CLASSES)):
        raise Refused(f"{file.name}: no such class as {', '.join(strange)}; wanted: {', '.join(CLASSES)}")
    wanted_all(file, [(year, name) for year in range(FIRST, LAST + 1) for name in ("ODA-like", "OOF-like")], found)
    cells = {key: line.number("commitments_bn", ()) for key, line in found.items()}
    return [{"id": f"y{year}", "year": year, **{field: cells.get((year, name)) for name, field in CLASSES.items()},
             "total": sum(cells.get((year, name), 0) for name in CLASSES)} for year in range(FIRST, LAST + 1)]


if __name__ == "__main__":
    program(make, __doc__, "commitments", "flows", "aid")

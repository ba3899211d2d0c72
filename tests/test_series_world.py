"""The tables of economies and remittances are made from files of the publishers' form and from no other."""

from __future__ import annotations

import pytest

from scripts.series import economy, remittances, wide
from scripts.series.common import EIGHT
from tests.series_files import copied, eight, file_of, left, refused, rows_of


@pytest.fixture
def copy(tmp_path):
    return copied(tmp_path)


NUMBERS = {economy.PER_HEAD: 10, economy.GDP: 250, economy.DEBT: 3 * 10 ** 9, economy.DEBT_SHARE: 12.34}
INDICATORS = ["indicator", "geo", "year", "value", "label"]


def economies(folder, but=(), more=()):
    """Gapminder's file for 1992 and 1993: the numbers above, times the number of the country."""
    rows = [[name, country, year, number * value, ""] for name, value in NUMBERS.items() if name not in but
            for year in (1992, 1993) for number, country in enumerate(EIGHT, 1)]
    return file_of(folder, "economy.csv", INDICATORS, [*rows, *more])


def outputs(folder, value="2500000000"):
    rows = [[name, "X", 1990, value] for name in EIGHT]
    return file_of(folder, "gdp.csv", ["Country Name", "Country Code", "Year", "Value"], rows)


def test_economies_are_taken_from_two_files_and_people_are_a_division(copy):
    more = [["oil", "kaz", 1992, 1, ""], [economy.GDP, "mng", 1992, 1, ""]]
    economy.make(copy, economies(copy.root, more=more), outputs(copy.root))
    assert rows_of(copy, "income-per-head") == [
        "- {id: y1990, year: 1990}", "- {id: y1991, year: 1991}",
        *(f"- {{id: y{year}, year: {year}, {eight(*range(10, 90, 10))}}}" for year in (1992, 1993))]
    assert rows_of(copy, "population")[2] == f"- {{id: y1992, year: 1992, {eight(*[25] * 8)}}}"
    assert rows_of(copy, "external-debt") == [
        "- {id: y1993, year: 1993, " + eight(*(f"{3 * number}.00" for number in range(1, 9))) + "}"]
    assert rows_of(copy, "external-debt-share")[0].startswith("- {id: y1993, year: 1993, kazakhstan: 12.3, uzb")
    assert rows_of(copy, "country-gdp") == [f"- {{id: y1990, year: 1990, {eight(*['2.50'] * 8)}}}"]
    assert left(copy) == {"indicator that no table is made of": ["oil"],
                                "not one of the eight countries": ["mng"]}


@pytest.mark.parametrize(("but", "more", "said"), [
    ([economy.DEBT], [], f"economy.csv: no indicator {economy.DEBT}"),
    ([], [[economy.GDP, "kaz", 1992, 7, ""]], "economy.csv, line 66: 1992, Kazakhstan stands twice, first on line 18"),
    ([], [[economy.GDP, "kaz", 1994, "n/a", ""]],
     "economy.csv, line 66: column value holds 'n/a'; wanted: a number"),
    ([], [[economy.PER_HEAD, "geo", 1994, 0, ""]], "economy.csv: GDP per head is not above 0: Georgia, 1994"),
    ([economy.DEBT_SHARE], [[economy.DEBT_SHARE, "kaz", 1993, 1, ""]],
     "economy.csv: nothing on Uzbekistan, Tajikistan, Turkmenistan, Azerbaijan, Kyrgyzstan, Georgia, Armenia"),
])
def test_economies_of_another_form_are_refused(copy, but, more, said):
    assert refused(economy.make, copy, economies(copy.root, but, more), outputs(copy.root)) == said


def test_a_year_that_nobody_counts_is_an_empty_row_and_no_year_at_all_is_refused():
    assert wide.year_rows({(1990, "Georgia"): 1, (1992, "Georgia"): 2}, 1991, ["Georgia"]) == [
        {"id": "y1991", "year": 1991, "georgia": None}, {"id": "y1992", "year": 1992, "georgia": 2}]
    assert refused(wide.year_rows, {(1990, "Georgia"): 1}, 1991) == "no figure from 1991 on"


def test_remittances_leave_out_turkmenistan_and_early_years(copy):
    rows = [[name, year, 1.25] for name in EIGHT for year in (1994, 1995)]
    remittances.make(copy, file_of(copy.root, "r.csv", ["geo", "time", remittances.VALUE], rows))
    assert rows_of(copy, "remittances") == [
        "- {id: y1995, year: 1995, kazakhstan: 1.3, uzbekistan: 1.3, tajikistan: 1.3, azerbaijan: 1.3, "
        "kyrgyzstan: 1.3, georgia: 1.3, armenia: 1.3}"]
    [why] = left(copy)
    assert why == "before the first year, or of a country without a column"
    assert left(copy)[why][-1] == "Armenia, 1994" and "Turkmenistan, 1995" in left(copy)[why]

"""The tables of US trade are made from files of the publishers' form, and from no other."""

from __future__ import annotations

import shutil
from decimal import Decimal

import pytest

from scripts.series import us_purchases, us_trade
from scripts.series.common import EIGHT, Project, Refused
from tests.conftest import ROOT
from tests.series_files import book

TABLES = ["us-goods-imports", "us-goods-exports", "us-goods-balance", "us-imports-2024-dollars", "us-price-level",
          "us-imports-chapters", "us-duties-paid"]
SOURCES = ["census-country-file", "census-trade-2024", "usitc-dataweb-2025", "bls-cpi-u", "usitc-dataweb-2025-chapters"]
EIGHT_MONTHS = "basis: 'imports for consumption, January to August'"
CENSUS = [["year", "CTY_CODE", "CTYNAME", "IDEC", "IYR", "EDEC", "EYR"]]
TOTALS = "Country,year,us_imports_musd,us_exports_musd,balance_musd\n"
DATAWEB = "country,period,CIF Import Value,Calculated Duties,Customs Value,Import Charges\n"
CHAPTERS = "country,period,measure,hts2,value_usd\n"


@pytest.fixture
def copy(tmp_path):
    """The tables of US trade and their sources, in a folder of their own, and what a script makes of files in it."""
    (tmp_path / "data").mkdir()
    for name in [*TABLES, "sources-trade"]:
        shutil.copy(ROOT / f"data/countries/{name}.yml", tmp_path / "data")
    return Project(tmp_path, dict.fromkeys(SOURCES, "of a test"))


def census(folder, years=range(1992, 1994), but=(), more=()):
    """A country file: imports are the number of the country, exports ten times as much, 1994 has January only."""
    rows = [[str(year), "1", name, 1, number + 0.25, 0, 10.0 * number] for year in years
            for number, name in enumerate(EIGHT, 1) if (year, name) not in but]
    rows += [["1994", "1", name, 0, 3, 0, 4] for name in EIGHT]
    return book(folder / "country.xlsx", [*CENSUS, *rows, ["1992", "1", "Atlantis", 1, 1, 1, 1], *more])


def csv(folder, name, head, *rows):
    file = folder / name
    file.write_text(head + "".join(f"{row}\n" for row in rows), "utf-8")
    return file


def rows_of(project, table):
    """The rows that a project would write, each as its text."""
    text = project.texts[project.root / f"data/{table}.yml"]
    return [line for line in text.split("\n") if line.startswith("- {id")]


def cells(*values):
    return ", ".join(f"{name.lower()}: {value}" for name, value in zip(EIGHT, values, strict=True))


def test_whole_years_of_the_census_file_are_taken_and_later_rows_stay(copy):
    us_trade.make(copy, census(copy.root), None, None, None)
    imports, exports = rows_of(copy, "us-goods-imports"), rows_of(copy, "us-goods-exports")
    assert imports[0] == f"- {{id: y1992, year: 1992, {cells(1.3, 2.3, 3.3, 4.3, 5.3, 6.3, 7.3, 8.3)}}}"
    assert exports[1] == f"- {{id: y1993, year: 1993, {cells(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0)}}}"
    assert rows_of(copy, "us-goods-balance")[0] == \
        f"- {{id: y1992, year: 1992, {cells(8.8, 17.8, 26.8, 35.8, 44.8, 53.8, 62.8, 71.8)}}}"
    assert [row[7:12] for row in imports] == ["y1992", "y1993", "y2023", "y2024", "y2025"]
    assert copy.report.left["not one of the eight countries"] == ["Atlantis"]
    assert copy.report.left["year of which country.xlsx has not all months"] == ["1994"]
    assert copy.report.taken[0] == "us-goods-imports: 2 rows, and 3 as before"


def test_later_years_are_of_their_own_basis_and_gaps_are_rows_without_cells(copy):
    totals = csv(copy.root, "totals.csv", TOTALS, *(f"{name},1995,1.0,3.0,2.1" for name in EIGHT))
    dataweb = csv(copy.root, "dataweb.csv", DATAWEB, *(f"{name},{period},{value},0,{told},500000" for name in EIGHT
                  for period, value, told in (("1995", 5500000, ""), ("1996 Jan-Aug", 7500000, "7000000"))))
    prices = csv(copy.root, "cpi.csv", "series_id,year,period,value\n", "CUUR0000SA0,1991,M13,7", "OTHER,1992,M13,7",
                 "CUUR0000SA0,1992,M01,7", *(f"CUUR0000SA0,{year},M13,{value}" for year, value in (
                     (1992, 50), (1993, 100), (1995, 100), (1996, 200), (2024, 100))))
    us_trade.make(copy, census(copy.root), totals, dataweb, prices)
    eight = ", ".join(f"{name.lower()}: {{0}}" for name in EIGHT)
    assert rows_of(copy, "us-goods-imports")[2:4] == [
        f"- {{id: y1995, year: 1995, {eight.replace('{0}', '1.0')}, sources: [census-trade-2024]}}",
        f"- {{id: y1996, year: 1996, {eight.replace('{0}', '7.0')}, {EIGHT_MONTHS}, sources: [usitc-dataweb-2025]}}"]
    assert rows_of(copy, "us-goods-exports")[2:4] == [
        "- {id: y1994, year: 1994}",
        f"- {{id: y1995, year: 1995, {eight.replace('{0}', '3.0')}, sources: [census-trade-2024]}}"]
    assert "kazakhstan: 2.1" in rows_of(copy, "us-goods-balance")[3]
    assert copy.report.left["period of dataweb.csv that the Census Bureau has"] == ["1995"]
    assert rows_of(copy, "us-price-level")[:2] == ["- {id: y1992, year: 1992, index: 50.000}",
                                                   "- {id: y1993, year: 1993, index: 100.000}"]
    real = rows_of(copy, "us-imports-2024-dollars")
    assert real[0] == f"- {{id: y1992, year: 1992, {cells(2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5, 16.5)}}}"
    assert real[3].endswith(f", {EIGHT_MONTHS}, sources: [usitc-dataweb-2025, bls-cpi-u]}}")
    assert "kazakhstan: 3.5" in real[3]


@pytest.mark.parametrize(("but", "more", "said"), [
    ({(1993, "Georgia")}, [], "country.xlsx: nothing on 1993, Georgia"),
    ((), [["1993", "1", "Kyrgyz Republic", 1, 2, 3, 4]],
     "country.xlsx, line 27: 1993, Kyrgyzstan stands twice, first on line 15"),
    ((), [["1995", "1", "Georgia", "n/a", 2, 3, 4]],
     "country.xlsx, line 27: column IDEC holds 'n/a'; wanted: a number"),
    ((), [["1995", "1", name, 1, 2, 3, 4] for name in EIGHT[:4]],
     "country.xlsx: nothing on 1994, Kazakhstan; 1994, Uzbekistan; 1994, Tajikistan; 1994, Turkmenistan; "
     "1994, Azerbaijan; 1994, Kyrgyzstan; 1994, Georgia; 1994, Armenia; 1995, Azerbaijan; 1995, Kyrgyzstan; "
     "1995, Georgia; 1995, Armenia"),
    ((), [["1992", "1", "Georgia ", 1, 2, 3, 4]],
     "country.xlsx, line 27: 1992, Georgia stands twice, first on line 8"),
])
def test_a_country_file_of_another_form_is_refused(copy, but, more, said):
    with pytest.raises(Refused) as refused:
        us_trade.make(copy, census(copy.root, but=but, more=more), None, None, None)
    assert str(refused.value) == said


@pytest.mark.parametrize(("row", "said"), [
    ("Georgia,1995,1.0,3.0,2.2", "totals.csv, line 2: the balance is not exports less imports"),
    ("Georgia,1995,1.0,,2.0", "totals.csv, line 2: column us_exports_musd holds ''; wanted: a number"),
    ("Georgia,95.5,1.0,3.0,2.0", "totals.csv, line 2: column year holds '95.5'; wanted: a whole number"),
])
def test_totals_of_another_form_are_refused(copy, row, said):
    others = (f"{name},1995,1.0,3.0,2.0" for name in EIGHT if name != "Georgia")
    file = csv(copy.root, "totals.csv", TOTALS, row, *others)
    with pytest.raises(Refused) as refused:
        us_trade.make(copy, census(copy.root), file, None, None)
    assert str(refused.value) == said


@pytest.mark.parametrize(("period", "told", "said"), [
    ("1995 Q1", "", "dataweb.csv, line 2: column period holds '1995 Q1'; wanted: a year, or a year and Jan-Aug"),
    ("1995", "5", "dataweb.csv, line 2: CIF value less charges is 9, and Customs Value is 5"),
])
def test_imports_for_consumption_of_another_form_are_refused(copy, period, told, said):
    file = csv(copy.root, "dataweb.csv", DATAWEB, *(f"{name},{period},10,0,{told},1" for name in EIGHT))
    with pytest.raises(Refused) as refused:
        us_trade.make(copy, census(copy.root), None, file, None)
    assert str(refused.value) == said


def purchases(folder, duty=3, chapter=71):
    """A file of chapters 1 to 6 and one more, and the totals that belong to it: 10, 20 … 60 dollars, and a million."""
    values = {**{number: 10 * number for number in range(1, 7)}, chapter: 1_000_000}
    periods = us_purchases.PERIODS
    lines = [f"{name},{period},{measure},{number}.0,{amount}" for name in (*EIGHT, "China") for period in periods
             for number, value in values.items() if (period, number) != ("2023", 6)
             for measure, amount in (("CIF Import Value", value + 5), ("Import Charges", 5), ("Calculated Duties", 3),
                                     ("Dutiable Value", 1))]
    sums = {period: sum(values.values()) - 60 * (period == "2023") for period in periods}
    count = {period: len(values) - (period == "2023") for period in periods}
    totals = [f"{name},{period},{sums[period] + 7},{duty * count[period]},,7" for name in (*EIGHT, "WORLD", "China")
              for period in periods]
    return csv(folder, "chapters.csv", CHAPTERS, *lines), csv(folder, "duties.csv", DATAWEB, *totals)


def test_the_largest_chapters_stand_by_themselves_and_the_rest_together(copy):
    us_purchases.make(copy, *purchases(copy.root))
    rows = rows_of(copy, "us-imports-chapters")
    assert len(rows) == 48
    assert [row[7:].split(",")[0] for row in rows[:6]] == [f"kazakhstan-{part}" for part in (71, 5, 4, 6, 3, "else")]
    assert rows[0] == ("- {id: kazakhstan-71, country: Kazakhstan, "
                       "goods: 'Gold, silver, other precious metals, stones and jewelry', chapter: '71', "
                       "value_2023: 1.00, value_2024: 1.00, value_2025: 1.00, "
                       "duty_2023: 0.000, duty_2024: 0.000, duty_2025: 0.000}")
    assert rows[3] == ("- {id: kazakhstan-6, country: Kazakhstan, goods: Live plants and flowers, chapter: '6', "
                       "value_2024: 0.00, value_2025: 0.00, duty_2024: 0.000, duty_2025: 0.000}")
    assert rows_of(copy, "us-duties-paid")[-1].startswith("- {id: worldwide, country: Worldwide, rate_2023: 0.00, ")
    assert copy.report.left["not of the eight and their periods, in chapters.csv"] == [
        f"China {period}" for period in us_purchases.PERIODS]


def test_chapters_that_do_not_add_up_or_have_no_name_are_refused(copy):
    with pytest.raises(Refused) as refused:
        us_purchases.make(copy, *purchases(copy.root, duty=4))
    assert str(refused.value) == ("chapters.csv: chapters of Kazakhstan, 2023, add up to 1000150 of value and "
                                  "18 of duty; the totals are 1000150 of value and 24 of duty")
    with pytest.raises(Refused, match=r"^chapters.csv: chapter 77 has no name in chapters.txt$"):
        us_purchases.make(copy, *purchases(copy.root, chapter=77))


def test_every_chapter_of_the_schedule_has_a_name_of_its_own():
    assert sorted(us_purchases.NAMES) == [number for number in range(1, 100) if number != 77]
    assert len(set(us_purchases.NAMES.values())) == 98 and us_purchases.MILLION == Decimal(10) ** 6

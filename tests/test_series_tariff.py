"""The tables of the two columns of the tariff are made from files of the publishers' form, and from no other."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from macros.records.reading import read_text
from scripts.series import status_cost, tariff
from scripts.series.common import Project, Refused
from tests.cells.tariff import TARIFF, lines_of
from tests.conftest import ROOT
from tests.test_series_us_trade import csv

HEAD = "HTS Number,Description,General Rate of Duty,Column 2 Rate of Duty\n"
LINES = ["7202,Ferroalloys,,", "7202.41.00,Ferrochromium,1.9%,7.5%",
         '"7202.50.00","Other, <i>all</i>",10%<u></u>,33 1/3%',
         "7801.10.00,Lead,2.5% on the value of the lead content,10%", "7801.91.00,Other lead,Free,20%",
         "8108.20.00,Titanium,15%,25%", "8110.10.00,Antimony,Free,4.4¢/kg", "8110.20.00,Scrap,Free,4.4¢/kg",
         "8112.00.00,Other,Free,40%", "7606.12.30,Sheet,3%,13.5%", "2709.00.20,Oil,10.5¢/bbl,21¢/bbl",
         "2711.00.00,Gas,Free,Free", "2844.10.00,Uranium,Free,Free", "2844.20.00,Metal,5%,45%",
         "2611.00.60,Tungsten,37.5¢/kg on tungsten content,$1.10/kg on tungsten content",
         "9801.00.10,Returned,Free,Free"]
ROWS = """\
table: tariff-lines
rows:
- {id: a, hts: 7202.41.00, product: Ferrochromium, column_1: Free, column_2: Free, exporters: [Kazakhstan],
   note: "Kept, as it is", sources: [{source: hts, locator: x}]}
- {id: b, hts: '8110', product: Antimony, column_1: Free, column_2: Free, exporters: []}
"""
SOURCES = f"""\
sources:
  hts:
    dataset: {{file: a.csv, edition: old, sha256: {'0' * 64}}}
  usitc-dataweb-2025-chapters:
    dataset: {{file: b.csv, edition: old, sha256: {'0' * 64}}}
"""
CHAPTERS = "country,period,measure,hts2,value_usd\n"


@pytest.fixture
def project(tmp_path):
    """Three tables and their sources."""
    (tmp_path / "data").mkdir()
    for name in (status_cost.BY_CHAPTER, status_cost.BY_COUNTRY):
        (tmp_path / f"data/{name}.yml").write_text(f"table: {name}\nrows: []\n", "utf-8")
    (tmp_path / "data/lines.yml").write_text(ROWS, "utf-8")
    (tmp_path / "data/sources.yml").write_text(SOURCES, "utf-8")
    return Project(tmp_path, dict.fromkeys(("hts", "usitc-dataweb-2025-chapters"), "of a test"))


def schedule(folder, *more, but=()):
    """A tariff schedule of a few lines."""
    kept = (line for line in LINES if line.split(",")[0].strip('"') not in but)
    return csv(folder, "schedule.csv", HEAD, *kept, *more)


def imports(folder, *more, value=1_000_000, dutiable=400_000):
    """Imports of each of the five in 2024: two chapters of metal, fuels, uranium and returned goods, a million each."""
    lines = [f"{name},{period},{measure},{chapter}.0,{amount}" for name in (*status_cost.COVERED, "China")
             for period in ("2023", "2024") for chapter in (27, 28, 72, 81, 98)
             for measure, amount in (("CIF Import Value", value + 5), ("Import Charges", 5),
                                     ("Dutiable Value", dutiable), ("Calculated Duties", 20_000))]
    return csv(folder, "chapters.csv", CHAPTERS, *lines, *more)


def rows_of(project, table):
    text = next(text for path, text in project.texts.items() if text.startswith(f"table: {table}\n"))
    return read_text(text, "table").value["rows"]


def test_lines_get_the_rates_of_their_codes_and_keep_what_an_editor_wrote(project):
    tariff.make(project, schedule(project.root))
    first, second = rows_of(project, "tariff-lines")
    assert first == {"id": "a", "hts": "7202.41.00", "product": "Ferrochromium", "column_1": "1.9%",
                     "column_2": "7.5%", "exporters": ["Kazakhstan"], "note": "Kept, as it is",
                     "sources": [{"source": "hts", "locator": "x"}]}
    assert (second["hts"], second["column_1"], second["column_2"]) == ("8110", "Free", "4.4 cents/kg")


@pytest.mark.parametrize(("rate", "words"), [
    ("37.5¢/kg on tungsten content", "37.5 cents/kg of tungsten"), ("10.5¢/bbl", "10.5 cents/barrel"),
    ("2.5% on the value of the lead content", "2.5% of the value of its lead"), ("Free", "Free"), ("7.5%", "7.5%"),
    ("13.9¢/kg on molybdenum content + 1.9%", "13.9 cents/kg of molybdenum + 1.9%")])
def test_rates_are_said_in_words(rate, words):
    assert tariff.in_words(rate) == words


@pytest.mark.parametrize(("rate", "number"), [
    ("Free", "0"), ("7.5%", "7.5"), ("33 1/4%", "33.25"), ("25 %", "25"), ("4.4¢/kg", None), ("1¢/kg + 5%", None),
    ("2.5% on the value of the lead content", None), ("", None), ("free", None), ("-5%", None), ("33 1/0%", None)])
def test_only_a_rate_on_value_is_one_in_percent(rate, number):
    assert tariff.percent(rate) == (number and Decimal(number))


def test_chapters_have_the_means_of_their_lines_in_percent(project):
    status_cost.make(project, schedule(project.root), imports(project.root))
    rows = {row["id"]: row for row in rows_of(project, status_cost.BY_CHAPTER)}
    assert list(rows) == ["all", "chapter-27", "chapter-28", "chapter-72", "chapter-81"]
    assert rows["chapter-72"] == {
        "id": "chapter-72", "chapter": "72", "goods": "Iron, steel and ferroalloys", "lines": 2, "in_percent": 2,
        "free_in_both": 0, "column_1": 6.0, "column_2": 20.4, "paying_column_1": 6.0, "paying_column_2": 20.4,
        "value_2024": 5.0}
    assert rows["chapter-81"]["free_column_2"] == 40.0 and rows["chapter-81"]["lines"] == 4
    assert (rows["all"]["lines"], rows["all"]["in_percent"], rows["all"]["value_2024"]) == (14, 9, 25.0)


def test_a_country_counts_what_is_not_told_apart_at_means_and_at_the_lines_named(project):
    status_cost.make(project, schedule(project.root), imports(project.root))
    rows = {row["id"]: row for row in rows_of(project, status_cost.BY_COUNTRY)}
    # The rest, in millions: 0.4 of chapter 28 at 5 and 45, 1 of 72 at 5.95 and 20.42, 0.4 of 81 at 15 and 25, 0.6 of
    # it at 0 and 40.
    assert rows["turkmenistan"] == {
        "id": "turkmenistan", "country": "Turkmenistan", "value_2024": 5.0, "apart": 32.0, "special": 20.0,
        "rest": 48.0, "column_1": 5.8, "column_2": 30.2, "paid": 2.5, "extra": 0.6, "extra_share": 11.7,
        "plain_column_2": 18.9}
    assert rows["kazakhstan"]["extra"] == 0.6 and rows["kazakhstan"]["extra_named"] == 0.5


@pytest.mark.parametrize(("more", "but", "said"), [
    (["7202.41.00,Again,1.9%,7.5%"], (), "schedule.csv, line 18: 7202.41.00 stands twice, first on line 3"),
    (["8110.90.00,Other,Free,5%"], (), "schedule.csv: 2 different rates under 8110"),
    ([], ("7202.41.00",), "schedule.csv: no rate of 7202.41.00"),
    (["heading 7,Other,Free,5%"], (),
     "schedule.csv, line 18: column HTS Number holds 'heading 7'; wanted: a code such as 7202.41.00"),
])
def test_a_schedule_of_another_form_is_refused(project, more, but, said):
    with pytest.raises(Refused) as refused:
        tariff.make(project, schedule(project.root, *more, but=but))
    assert str(refused.value) == said


def test_a_schedule_without_a_column_or_without_rates_is_refused(project):
    with pytest.raises(Refused) as refused:
        tariff.make(project, csv(project.root, "schedule.csv", "HTS Number,General Rate of Duty\n", "7202.41.00,1.9%"))
    assert str(refused.value) == ("schedule.csv, line 1: no column Column 2 Rate of Duty; "
                                  "there are: HTS Number, General Rate of Duty")
    with pytest.raises(Refused) as refused:
        tariff.make(project, csv(project.root, "schedule.csv", HEAD, "7202,Ferroalloys,,"))
    assert str(refused.value) == "schedule.csv: no line with a rate in both columns"


@pytest.mark.parametrize(("more", "but", "said"), [
    (["Kazakhstan,2024,Dutiable Value,72.0,5"], (),
     "chapters.csv, line 242: Kazakhstan, 72, Dutiable Value stands twice, first on line 32"),
    (["Georgia,2024,Dutiable Value,x,5", "Turkmenistan,2024,CIF Import Value,10,5"], (),
     "chapters.csv: nothing on Turkmenistan, 10, Import Charges; Turkmenistan, 10, Dutiable Value; "
     "Turkmenistan, 10, Calculated Duties"),
    (["Kazakhstan,2024,CIF Import Value,lead,5"], (),
     "chapters.csv, line 242: column hts2 holds 'lead'; wanted: a number"),
    (["Kazakhstan,2024,CIF Import Value,10,many", *(f"Kazakhstan,2024,{measure},10,1" for measure in (
        "Import Charges", "Dutiable Value", "Calculated Duties"))], (),
     "chapters.csv, line 242: column value_usd holds 'many'; wanted: a number"),
    ([f"Kazakhstan,2024,{measure},{10},1" for measure in (
        "CIF Import Value", "Import Charges", "Dutiable Value", "Calculated Duties")], (),
     "schedule.csv: no line in percent in chapter 10; chapters.csv has goods of it"),
    ([f"Kazakhstan,2024,{measure},{77},1" for measure in (
        "CIF Import Value", "Import Charges", "Dutiable Value", "Calculated Duties")], (),
     "chapters.csv: chapter 77 has no name in chapters.txt"),
    ([f"Kazakhstan,2024,{measure},{10},{amount}" for measure, amount in (
        ("CIF Import Value", 9), ("Import Charges", 1), ("Dutiable Value", 10), ("Calculated Duties", 0))], (),
     "chapters.csv: Kazakhstan, chapter 10: more is dutiable than was imported"),
    ([], ("7606.12.30",), "schedule.csv: wanted: one line of 7606.12.30 with rates in percent"),
])
def test_imports_or_rates_that_do_not_fit_are_refused(project, more, but, said):
    with pytest.raises(Refused) as refused:
        status_cost.make(project, schedule(project.root, but=but), imports(project.root, *more))
    assert str(refused.value) == said


def test_the_lines_named_stand_in_the_table(real):
    codes = {entry.record.hts for entry in real.records.tables["tariff-lines"].rows}
    assert set(status_cost.NAMED.values()) <= codes and (ROOT / "scripts/series/chapters.txt").is_file()


@pytest.mark.skipif(not TARIFF.is_file(), reason=f"the schedule is not at {TARIFF}")
def test_rates_of_tariff_lines_are_those_of_the_schedule(real):
    for entry in real.records.tables["tariff-lines"].rows:
        row = entry.record
        [rates] = {(general, other) for _, general, other in lines_of(row.hts)}
        for ours, theirs in zip((row.column_1, row.column_2), rates, strict=True):
            assert _numbers(ours) == _numbers(theirs) and ("%" in ours) == ("%" in theirs), row.id
            assert (ours == "Free") == (theirs == "Free"), row.id


def _numbers(text):
    return re.findall(r"\d+(?:\.\d+)?", text)

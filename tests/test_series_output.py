"""Tables of energy and mineral output are made from files of the publishers' form, and from no other."""

from __future__ import annotations

import pytest

from scripts.series import energy, minerals, uranium
from scripts.series.common import Project, Refused
from tests.copies import rows_of, with_data

FILES = {"middle-corridor": ["oil-output"], "context": ["gas-output", "coal-output", "sources-g"],
         "critical-minerals": ["uranium-output", "mineral-shares", "sources-region", "sources-usgs"]}
SOURCES = ["ei-review-2025", "wna-mining", "mcs26-selected"]


@pytest.fixture
def copy(tmp_path):
    """The tables and their sources, in a folder of their own."""
    return Project(with_data(tmp_path, FILES), dict.fromkeys(SOURCES, "of a test"))


def review(folder, corner=None, but=(), more=(), value=2):
    """A workbook of three sheets with 1989, 1990 and 1991, and growth and share of 1991 after them."""
    import openpyxl
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet, unit, countries in energy.SHEETS.values():
        page = book.create_sheet(sheet)
        for row in [["Production*"], [], [corner or f"{unit} ", 1989, 1990, 1991, 1991, "1981-91", 1991], []]:
            page.append(row)
        for at, name in enumerate(name for name in countries if name not in but):
            page.append([name, 0, at + 1, value, 0.5, 0.5, 0.5])
        for row in [*more, ["Total World", 0, 40, 80, 0.5, 0.5, 0.5], ["* Hard coal, and more."]]:
            page.append(row)
    file = folder / "review.xlsx"
    book.save(file)
    return file


def test_a_year_is_the_first_column_of_its_number_and_shares_are_of_the_world(copy):
    energy.make(copy, review(copy.root))
    assert rows_of(copy, "coal-output") == [
        "- {id: y1990, year: 1990, kazakhstan: 1.00, uzbekistan: 2.00, world: 40.00, kazakhstan_share: 2.50, "
        "uzbekistan_share: 5.00}",
        "- {id: y1991, year: 1991, kazakhstan: 2.00, uzbekistan: 2.00, world: 80.00, kazakhstan_share: 2.50, "
        "uzbekistan_share: 2.50}"]
    assert rows_of(copy, "gas-output")[0].startswith("- {id: y1990, year: 1990, turkmenistan: 1.00, uzbekistan: 2.00, ")
    assert copy.report.taken == ["oil-output: 2 rows", "gas-output: 2 rows", "coal-output: 2 rows"]


@pytest.mark.parametrize(("given", "said"), [
    ({"corner": "Exajoules"},
     "review.xlsx, Oil Production - tonnes: no line of years under 'Million tonnes'"),
    ({"but": {"Azerbaijan"}}, "review.xlsx: nothing on Oil Production - tonnes, Azerbaijan"),
    ({"more": [["Kazakhstan", 1, 2, 3]]}, "review.xlsx, Oil Production - tonnes: Kazakhstan stands twice"),
    ({"value": "n/a"}, "review.xlsx, Oil Production - tonnes, Kazakhstan, 1991: 'n/a'; wanted: a number"),
])
def test_a_workbook_of_another_form_is_refused(copy, given, said):
    with pytest.raises(Refused) as refused:
        energy.make(copy, review(copy.root, **given))
    assert str(refused.value) == said


def test_a_workbook_without_a_sheet_is_refused(copy):
    from tests.series_files import book
    with pytest.raises(Refused) as refused:
        energy.make(copy, book(copy.root / "review.xlsx", [["x"]], "Other"))
    assert str(refused.value) == "review.xlsx: no sheet 'Oil Production - tonnes'; there are: Other"


def mines(folder, years="2012,2013", but=(), more=()):
    rows = [f"{name},{at}0,{at}5" for at, name in enumerate(uranium.NAMES, 1) if name not in but]
    file = folder / "mines.csv"
    file.write_text(f"country,{years}\n" + "".join(f"{row}\n" for row in [*rows, *more]), "utf-8")
    return file


def test_uranium_of_each_country_and_two_shares_are_taken(copy):
    uranium.make(copy, mines(copy.root, more=["Atlantis,1,2"]))
    assert rows_of(copy, "uranium-output") == [
        "- {id: y2012, year: 2012, kazakhstan: 10, canada: 20, namibia: 30, australia: 40, uzbekistan: 50, russia: 60, "
        "china: 70, us: 80, world: 90, kazakhstan_share: 11.1, uzbekistan_share: 55.6}",
        "- {id: y2013, year: 2013, kazakhstan: 15, canada: 25, namibia: 35, australia: 45, uzbekistan: 55, russia: 65, "
        "china: 75, us: 85, world: 95, kazakhstan_share: 15.8, uzbekistan_share: 57.9}"]
    assert copy.report.left["country that the table does not name"] == ["Atlantis"]


@pytest.mark.parametrize(("given", "said"), [
    ({"but": {"Canada"}}, "mines.csv: nothing on Canada"),
    ({"years": "2012,2014"}, "mines.csv: wanted: a column for each year, without a gap"),
    ({"years": "first,second"}, "mines.csv: wanted: a column for each year, without a gap"),
    ({"more": ["Canada,1,2"]}, "mines.csv, line 11: Canada stands twice, first on line 3"),
    ({"but": {"Canada"}, "more": ["Canada,1,about 2"]},
     "mines.csv, line 10: column 2013 holds 'about 2'; wanted: a number"),
])
def test_a_file_of_uranium_of_another_form_is_refused(copy, given, said):
    with pytest.raises(Refused) as refused:
        uranium.make(copy, mines(copy.root, **given))
    assert str(refused.value) == said


HEAD = "mineral,country,unit,production_2024,production_2025e,reserves,world_2024,world_2025e,note\n"
TAJIK = "Antimony (mine),Tajikistan,t Sb content,10,20,5,100,100,"


def summaries(folder, *rows):
    file = folder / "minerals.csv"
    file.write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    return file


def test_shares_of_minerals_stand_with_the_largest_first_and_doubtful_ones_out(copy):
    minerals.make(copy, summaries(copy.root, TAJIK, "Chromium (mine; gross weight),Kazakhstan,thousand t,1,3,,8,10,",
                                  "Copper (column to be checked),Kazakhstan,t,1,1,,2,2,", "Gold,Mongolia,t,1,1,,2,2,",
                                  "US imports: sponge,Kazakhstan,percent,8,,,,,"))
    assert rows_of(copy, "mineral-shares") == [
        "- {id: chromium-kazakhstan, what: 'Chromium, Kazakhstan', country: Kazakhstan, "
        "counts: 'Mined, by gross weight', share_2024: 12.5, share_2025: 30.0}",
        "- {id: antimony-tajikistan, what: 'Antimony, Tajikistan', country: Tajikistan, "
        "counts: 'Mined, by metal content', share_2024: 10.0, share_2025: 20.0}"]
    others = {why: what for why, what in copy.report.left.items() if not why.startswith("rows of")}
    assert others == {"the file doubts its column": ["Copper (column to be checked) of Kazakhstan"],
                      "not one of the eight countries": ["Gold of Mongolia"],
                      "imports, not output": ["US imports: sponge of Kazakhstan"]}


@pytest.mark.parametrize(("rows", "said"), [
    (["Gold,Kazakhstan,t,1,1,,2,2,"], "minerals.csv: nothing on Antimony (mine), Tajikistan"),
    ([TAJIK, TAJIK], "minerals.csv, line 3: Antimony (mine), Tajikistan stands twice, first on line 2"),
    ([TAJIK, "Gold,Kazakhstan,t,W,1,,2,2,"],
     "minerals.csv, line 3: column production_2024 holds 'W'; wanted: a number"),
])
def test_a_file_of_minerals_of_another_form_is_refused(copy, rows, said):
    with pytest.raises(Refused) as refused:
        minerals.make(copy, summaries(copy.root, *rows))
    assert str(refused.value) == said

"""What the scripts of official series read: a publisher's file, its numbers and names, or a refusal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scripts.series.common import EIGHT, Line, Refused
from scripts.series.reading import lines_of, once, rounded, usual, wanted_all
from tests.series_files import book, given  # noqa: F401


def test_a_csv_file_is_read_by_the_names_of_its_columns(given):  # noqa: F811
    text = "\ufeffyear, name ,value\n1999,\"Kyrgyz Republic\", 20.5\n\n2000,Georgia\n"
    lines = lines_of(given(text), ["name", "year"])
    assert [line["name"] for line in lines] == ["Kyrgyz Republic", "Georgia"]
    assert [line.whole("year") for line in lines] == [1999, 2000]
    assert [line.number("value") for line in lines] == [Decimal("20.5"), None]
    assert [line.place for line in lines] == ["given.csv, line 2", "given.csv, line 4"]


def test_a_sheet_is_read_as_a_csv_file_is(tmp_path):
    file = book(tmp_path / "given.xlsx", [["A title"], ["year", "value"], [1999, 20.6], [2000, None]])
    assert [line.number("value") for line in lines_of(file, ["year"], head=2)] == [Decimal("20.6"), None]
    with pytest.raises(Refused) as refused:
        lines_of(file, ["year"], sheet="months")
    assert str(refused.value) == "given.xlsx: no sheet 'months'; there are: country"


@pytest.mark.parametrize(("text", "name", "said"), [
    ("year,value\n1999,2\n", "given.csv", "given.csv, line 1: no column name, note; there are: year, value"),
    ("", "given.csv", "given.csv, line 1: no column name, note; there are: none"),
    ("name,note,name\na,b,c\n", "given.csv", "given.csv, line 1: column name stands twice"),
    ("name,note\n\n,\n", "given.csv", "given.csv: no line under the heads of columns"),
    (b"name,note\n\xff,2\n", "given.csv",
     "given.csv: not a CSV file in UTF-8: 'utf-8' codec can't decode byte 0xff in position 10: invalid start byte"),
    ("name,note\n\"a\"b,2\n", "given.csv", "given.csv: not a CSV file in UTF-8: ',' expected after '\"'"),
    ("name,note\n", "given.xlsx", "given.xlsx: not an XLSX file: File is not a zip file"),
    ("name,note\n", "given.pdf", "given.pdf: wanted: a file that ends with .csv or .xlsx"),
])
def test_a_file_of_another_form_is_refused(given, text, name, said):  # noqa: F811
    with pytest.raises(Refused) as refused:
        lines_of(given(text, name), ["name", "note"])
    assert str(refused.value) == said


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"^none.csv: no such file$"):
        lines_of(tmp_path / "none.csv", ["name"])


@pytest.mark.parametrize(("text", "number"), [
    ("1,234.5", "1234.5"), ("-0.5", "-0.5"), ("−7", "-7"), ("12 345 678", "12345678"), ("1\u00a0234", "1234"),
    (".5", "0.5"), ("1e-05", "0.00001"), ("007", "7")])
def test_a_number_is_read_from_text(text, number):
    assert Line("f.csv, line 2", {"v": text}).number("v") == Decimal(number)


@pytest.mark.parametrize("text", ["", "n/a", "1.234,5", "1,23", "12 m", "nan", "Infinity", ".", "-", "1 2",
                                  "e5", "1e", "٣"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(Refused) as refused:
        Line("f.csv, line 2", {"v": text}).number("v", absent=())
    assert str(refused.value) == f"f.csv, line 2: column v holds {text!r}; wanted: a number"


def test_a_mark_of_nothing_is_none_where_it_is_told():
    line = Line("f.csv, line 2", {"v": "..", "y": "1999.5"})
    assert line.number("v", absent=("", "..")) is None
    with pytest.raises(Refused, match=r"^f.csv, line 2: column y holds '1999.5'; wanted: a whole number$"):
        line.whole("y")


def test_names_of_publishers_lead_to_the_usual_ones():
    assert [usual(name) for name in ("Kyrgyz  Republic", "KGZ", "kaz", "Turkiye", "TÜRKIYE", "Georgia, Republic of",
                                     "Russian Federation", "Atlantis", "")] == \
        ["Kyrgyzstan", "Kyrgyzstan", "Kazakhstan", "Türkiye", "Türkiye", "Georgia", "Russia", None, None]
    assert EIGHT == ("Kazakhstan", "Uzbekistan", "Tajikistan", "Turkmenistan", "Azerbaijan", "Kyrgyzstan", "Georgia",
                     "Armenia")


def test_a_doubled_line_and_a_missing_country_are_refused(given):  # noqa: F811
    file = given("name,year\nGeorgia,1999\nGeorgia,2000\nGeorgia,1999\n")
    lines = lines_of(file, ["name", "year"])
    with pytest.raises(Refused, match=r"^given.csv, line 4: Georgia, 1999 stands twice, first on line 2$"):
        once(lines, lambda line: (line["name"], line.whole("year")))
    assert list(once(lines[:2], lambda line: line.whole("year"))) == [1999, 2000]
    with pytest.raises(Refused, match=r"^given.csv: nothing on Armenia$"):
        wanted_all(file, ["Georgia", "Armenia"], [line["name"] for line in lines])


@pytest.mark.parametrize(("number", "digits", "printed"), [
    ("0.25", 1, "0.3"), ("-0.25", 1, "-0.3"), ("-0.04", 1, "0.0"), ("2.5", 0, "3"), ("1101.145431", 1, "1101.1")])
def test_numbers_are_rounded_half_away_from_zero(number, digits, printed):
    assert str(rounded(Decimal(number), digits)) == printed

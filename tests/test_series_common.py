"""What the scripts of official series share: files read or refused, rows and checksums written or left as they are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scripts.series.common import EIGHT, Line, Project, Refused, Report, program
from scripts.series.reading import lines_of, once, rounded, sha256_of, usual, wanted_all

HEAD = """\
# yaml-language-server: $schema=schema/table-cargo.json
table: cargo
columns: [{name: year, type: integer, title: Year, description: Year.}]  # kept as it stands
sources: [port]
"""
ROWS = """\
rows:
- {id: y1999, year: 1999, kazakhstan: 1.0}
- {id: y2001, year: 2001, kazakhstan: 3.1, sources: [{source: paper, printed: 3.1 tonnes}], note: "A year, told once"}
"""
SOURCES = f"""\
sources:
  port-news:
    title: Cargo
    dataset: {{file: other.csv, edition: '1', sha256: {'1' * 64}}}
  port:
    title: Cargo of the port
    dataset: {{file: cargo.csv, edition: 'Spring, first', sha256: {'0' * 64}}}
  paper:
    title: A newspaper
"""


@pytest.fixture
def cargo(tmp_path):
    """A project of one table and one file of sources."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/cargo.yml").write_text(HEAD + ROWS, "utf-8")
    (tmp_path / "data/sources.yml").write_text(SOURCES, "utf-8")
    return tmp_path


@pytest.fixture
def given(tmp_path):
    """Writes a publisher's file."""
    def write(text, name="given.csv"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file
    return write


def book(file, rows, sheet="country"):
    """An XLSX file of one sheet."""
    import openpyxl
    made = openpyxl.Workbook()
    made.active.title = sheet
    for row in rows:
        made.active.append(row)
    made.save(file)
    return file


def test_a_csv_file_is_read_by_the_names_of_its_columns(given):
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
def test_a_file_of_another_form_is_refused(given, text, name, said):
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


def test_a_doubled_line_and_a_missing_country_are_refused(given):
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


def test_rows_are_made_anew_and_the_head_stays_as_it_stands(cargo):
    project = Project(cargo)
    project.write_rows("cargo", [
        {"id": "y2002", "year": 2002, "kazakhstan": Decimal("9.96"), "georgia": None, "basis": "tonnes: by sea, 2002"},
        {"id": "y2000", "year": 2000, "kazakhstan": Decimal(2)}])
    assert (cargo / "data/cargo.yml").read_text("utf-8") == HEAD + ROWS
    project.save()
    assert (cargo / "data/cargo.yml").read_text("utf-8") == HEAD + """\
rows:
- {id: y2000, year: 2000, kazakhstan: 2.0}
- {id: y2001, year: 2001, kazakhstan: 3.1, sources: [{source: paper, printed: 3.1 tonnes}], note: 'A year, told once'}
- {id: y2002, year: 2002, kazakhstan: 10.0, basis: 'tonnes: by sea, 2002'}
"""
    assert str(project.report) == ("cargo: 2 rows, and 1 as before\n"
                                   "left out, rows of cargo that the file no longer has: y1999")


def test_rows_are_rounded_column_by_column_where_it_is_told(cargo):
    project = Project(cargo)
    project.write_rows("cargo", [{"id": "y2001", "year": 2001, "a": Decimal("1.23456"), "b": Decimal("1.5")}], {"a": 3})
    project.save()
    assert (cargo / "data/cargo.yml").read_text("utf-8") == HEAD + "rows:\n- {id: y2001, year: 2001, a: 1.235, b: 2}\n"


def test_a_source_is_given_the_checksum_and_the_edition_of_its_file(cargo, given):
    file = given("name\n")
    project = Project(cargo, {"port": "Autumn: second"})
    project.renew_source("port", file)
    project.save()
    assert (cargo / "data/sources.yml").read_text("utf-8") == SOURCES.replace("0" * 64, sha256_of(file)).replace(
        "'Spring, first'", "'Autumn: second'")
    again = Project(cargo)
    again.renew_source("port", file)
    assert list(again.texts.values()) == [(cargo / "data/sources.yml").read_text("utf-8")]


@pytest.mark.parametrize(("key", "said"), [
    ("port", "given.csv is not the edition that source port names; say which: --edition 'port=...'"),
    ("paper", "source paper: wanted: dataset: with edition and sha256"),
    ("ship", "no source ship in {root}/data"),
])
def test_a_source_that_cannot_be_renewed_is_refused(cargo, given, key, said):
    with pytest.raises(Refused) as refused:
        Project(cargo).renew_source(key, given("name\n"))
    assert str(refused.value) == said.format(root=cargo)


def test_a_table_of_another_form_is_refused(cargo):
    (cargo / "data/cargo.yml").write_text(HEAD + ROWS + "note: Limits.\n", "utf-8")
    with pytest.raises(Refused, match=r"^data/cargo.yml: wanted: rows: as the last key of the file$"):
        Project(cargo).write_rows("cargo", [])
    with pytest.raises(Refused, match=r"^no table ships in "):
        Project(cargo).write_rows("ships", [])


def test_a_program_writes_and_reports_or_refuses_and_writes_nothing(cargo, given, monkeypatch, capsys):
    def make(project, file, more):
        assert more is None
        project.report.leave("Russia", "not one of the eight")
        project.write_rows("cargo", [{"id": "y2001", "year": 2001}])
        project.renew_source("port", file)

    run = ["x", str(given("name\n")), "--root", str(cargo)]
    monkeypatch.setattr("sys.argv", run)
    with pytest.raises(SystemExit, match=r"^given.csv is not the edition that source port names; say which: --edi"):
        program(make, "Makes it.", "file", optional=["more"])
    assert (cargo / "data/cargo.yml").read_text("utf-8") == HEAD + ROWS
    monkeypatch.setattr("sys.argv", [*run, "--edition", "port=Autumn = second"])
    program(make, "Makes it.", "file", optional=["more"])
    assert capsys.readouterr().out == ("cargo: 1 rows\nleft out, not one of the eight: Russia\n"
                                       "left out, rows of cargo that the file no longer has: y1999\n")
    assert "edition: Autumn = second" in (cargo / "data/sources.yml").read_text("utf-8")


def test_what_is_left_out_is_said_once_and_not_at_length():
    report = Report()
    for number in (*range(14), 3):
        report.leave(("Russia", number), "not asked for")
    assert str(report) == ("left out, not asked for: Russia, 0; Russia, 1; Russia, 2; Russia, 3; Russia, 4; Russia, 5; "
                           "Russia, 6; Russia, 7; Russia, 8; Russia, 9; Russia, 10; Russia, 11 and 2 more")

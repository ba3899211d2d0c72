"""What the scripts of official series share: rows and checksums written, or left as they are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scripts.series.common import Project, Refused, Report, program
from scripts.series.reading import sha256_of
from tests.series_files import given  # noqa: F401

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


def test_a_source_is_given_the_checksum_and_the_edition_of_its_file(cargo, given):  # noqa: F811
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
def test_a_source_that_cannot_be_renewed_is_refused(cargo, given, key, said):  # noqa: F811
    with pytest.raises(Refused) as refused:
        Project(cargo).renew_source(key, given("name\n"))
    assert str(refused.value) == said.format(root=cargo)


def test_a_table_of_another_form_is_refused(cargo):
    (cargo / "data/cargo.yml").write_text(HEAD + ROWS + "note: Limits.\n", "utf-8")
    with pytest.raises(Refused, match=r"^data/cargo.yml: wanted: rows: as the last key of the file$"):
        Project(cargo).write_rows("cargo", [])
    with pytest.raises(Refused, match=r"^no table ships in "):
        Project(cargo).write_rows("ships", [])


def test_a_program_writes_and_reports_or_refuses_and_writes_nothing(cargo, given, monkeypatch, capsys):  # noqa: F811
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

"""`python -m macros due --on DATE`: what is due for a new look, by page and by file."""

from types import SimpleNamespace

import pytest

from macros.cli.main import main
from tests.conftest import FACTS, PAGE, SOURCES, TABLE

DUE = {"data/facts.yml": FACTS.replace("2026-11-24", "2026-11-24\n    check_by: 2027-02-24"),
       "data/table.yml": TABLE.replace("2026-11-24", "2026-11-24\ncheck_by: 2027-05-24"),
       "docs/more.md": PAGE.replace("Home", "More")}
FACT = ("- [ ] `data/facts.yml:2` fact `covered`: Countries covered: 8 countries. Due since 2027-02-24, "
        "checked 2026-11-24.")
ROW = ("- [ ] `data/table.yml:1` table `departures`: Departures. Due since 2027-05-24, checked 2026-11-24.")


NONE = SimpleNamespace(next=None)


@pytest.mark.parametrize(("on", "said"), [
    ("2027-02-23", ["# Due for a new look on 23 February 2027", "", "0 facts, 0 tables and 0 data sets."]),
    ("2027-02-24", ["# Due for a new look on 24 February 2027", "", "1 fact, 0 tables and 0 data sets.", "",
                    "## By page", "",
                    "- docs/index.md: `covered`", "- docs/more.md: `covered`", "", "## data/facts.yml", "", FACT]),
    ("2027-06-01", ["# Due for a new look on 1 June 2027", "", "1 fact, 1 table and 0 data sets.", "", "## By page", "",
                    "- docs/index.md: `covered`, `departures`", "- docs/more.md: `covered`, `departures`", "",
                    "## data/facts.yml", "", FACT, "", "## data/table.yml", "", ROW]),
])
def test_what_is_due_is_listed_by_page_and_file(project, capsys, on, said):
    assert main(["due", "--on", on, "--root", str(project(DUE))]) == 0
    assert capsys.readouterr().out.splitlines() == said


def test_a_day_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["due", "--on", "soon"])
    assert "'soon' is not a day written as YYYY-MM-DD" in capsys.readouterr().err


def test_every_fact_table_and_data_set_is_due_in_the_end(project, real, capsys):
    main(["due", "--on", "2099-12-31"])
    dated = [fact for fact in real.records.facts.values() if fact.record.check_by]
    dated += [table.head for table in real.records.tables.values() if table.head.record.check_by]
    dated += [source for source in real.records.sources.values() if (source.record.dataset or NONE).next]
    assert capsys.readouterr().out.count("- [ ] ") == len(dated)


def test_a_data_set_is_due_when_its_next_edition_should_be_out(project, capsys):
    dated = SOURCES + ("    dataset: {file: a.csv, edition: first, next: 2027-01-31, sha256: " + "0" * 64 + "}\n")
    root = project({"data/sources.yml": dated})
    for on, count in (("2027-01-30", 0), ("2027-01-31", 1)):
        assert main(["due", "--on", on, "--root", str(root)]) == 0
        assert capsys.readouterr().out.count("data set `law`: Trade Act of 1974. Due since 2027-01-31, checked "
                                             "2026-11-24.") == count

"""`python -m macros due --on DATE`: what is due for a new look, by page and by file."""

import pytest

from macros.cli.main import main
from tests.conftest import FACTS, PAGE, TABLE

DUE = {"data/facts.yml": FACTS.replace("2026-11-24", "2026-11-24\n    check_by: 2027-02-24"),
       "data/table.yml": TABLE.replace("2026-11-24", "2026-11-24\ncheck_by: 2027-05-24"),
       "docs/more.md": PAGE.replace("Home", "More")}
FACT = ("- [ ] `data/facts.yml:2` fact `covered`: Countries covered: 8 countries. Due since 2027-02-24, "
        "checked 2026-11-24.")
ROW = ("- [ ] `data/table.yml:1` table `departures`: Departures. Due since 2027-05-24, checked 2026-11-24.")


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


def test_every_fact_and_table_is_due_in_the_end(project, real, capsys):
    main(["due", "--on", "2099-12-31"])
    dated = [fact for fact in real.records.facts.values() if fact.record.check_by]
    dated += [table.head for table in real.records.tables.values() if table.head.record.check_by]
    assert capsys.readouterr().out.count("- [ ] ") == len(dated)

"""`python -m macros due --on DATE`: what is due for a new look, under its page, and what comes due by month."""

from collections import Counter
from datetime import date

import pytest

from macros.cli.main import main
from macros.cli.reports.due import MOST, dated, due, report, spread
from macros.site.site import Site
from tests.conftest import FACTS, PAGE, SOURCES, TABLE

DUE = {"data/facts.yml": FACTS.replace("2026-11-24", "2026-11-24\n    check_by: 2027-02-24"),
       "data/table.yml": TABLE.replace("2026-11-24", "2026-11-24\ncheck_by: 2027-05-24"),
       "docs/more.md": PAGE.replace("Home", "More")}
FACT = ("- [ ] Countries covered: 8 countries. Due since 24 February 2027, checked 24 November 2026, in "
        "`data/facts.yml:2`. Also on 1 page: More.")
TABLE_LINE = ("- [ ] Table “Departures”. Due since 24 May 2027, checked 24 November 2026, in `data/table.yml:1`. Also "
              "on 1 page: More.")
PAGE_LINES = ["", "## Home (docs/index.md)", ""]
NEXT = ["", "## Next due", "", "| Month | To look at |", "| --- | ---: |"]


@pytest.mark.parametrize(("on", "said"), [
    ("2027-02-23", ["# Due for a new look on 23 February 2027", "", "0 facts, 0 tables and 0 data sets.", *NEXT,
                    "| February 2027 | 1 |", "| May 2027 | 1 |"]),
    ("2027-02-24", ["# Due for a new look on 24 February 2027", "", "1 fact, 0 tables and 0 data sets.", *PAGE_LINES,
                    FACT, *NEXT, "| May 2027 | 1 |"]),
    ("2027-06-01", ["# Due for a new look on 1 June 2027", "", "1 fact, 1 table and 0 data sets.", *PAGE_LINES,
                    FACT, TABLE_LINE]),
])
def test_what_is_due_is_listed_under_its_page(project, capsys, on, said):
    assert main(["due", "--on", on, "--root", str(project(DUE))]) == 0
    assert capsys.readouterr().out.splitlines() == said


def test_a_day_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["due", "--on", "soon"])
    assert "'soon' is not a day written as YYYY-MM-DD" in capsys.readouterr().err


def test_every_fact_table_and_data_set_is_due_in_the_end(real):
    found = due(real)
    sets = [source for source in real.records.sources.values() if source.record.dataset and source.record.dataset.next]
    assert len(found) == len(dated(real.records)) + len(sets) > 500
    assert report(found, date(2099, 12, 31)).count("- [ ] ") == len(found)


def test_a_data_set_is_due_when_its_next_edition_should_be_out(project, capsys):
    told = SOURCES + ("    dataset: {file: a.csv, edition: first, next: 2027-01-31, sha256: " + "0" * 64 + "}\n")
    root = project({"data/sources.yml": told})
    for on, count in (("2027-01-30", 0), ("2027-01-31", 1)):
        assert main(["due", "--on", on, "--root", str(root)]) == 0
        assert capsys.readouterr().out.count("- [ ] Data set “Trade Act of 1974”. Due since 31 January 2027, checked "
                                             "24 November 2026, in `data/sources.yml:2`.") == count


def crowded(count: int, day: str = "2027-05-24") -> dict[str, str]:
    """So many facts that are due on one day, by file."""
    one = DUE["data/facts.yml"].partition("\n")[2].replace("2027-02-24", day)
    names = [f'"covered-{number:02}"' for number in range(count)]
    return {"data/facts.yml": "facts:\n" + "".join(one.replace("covered:", f"covered-{number:02}:", 1)
                                                   for number in range(count)),
            "docs/index.md": PAGE.replace('{{ fact("covered")', f"them{{{{ note({', '.join(names)})")}


def test_a_day_that_asks_for_too_much_is_spread_over_days_before(project, capsys):
    root = project(crowded(45))
    said = report(due(Site.read(root, "check")), date(2026, 12, 1))
    assert said.endswith("\n24 May 2027 asks for 45 facts and tables, more than 20: `python -m macros due --spread` "
                         "moves some of them to days before.\n")
    assert main(["due", "--spread", "--on", "2026-12-01", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "25 facts and tables have an earlier day\n"
    days = [fact.record.check_by.day for fact in Site.read(root, "check").records.facts.values()]
    assert days == [22] * 5 + [23] * 20 + [24] * 20
    assert main(["due", "--spread", "--on", "2026-12-01", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "0 facts and tables have an earlier day\n"


def test_no_day_is_moved_before_today_or_before_the_last_look(project):
    records = Site.read(project(crowded(45, "2026-11-25")), "check").records
    assert spread(records, date(2026, 11, 24)) == []
    assert spread(records, date(2026, 1, 1)) == []


def test_where_data_are_at_fault_nothing_is_spread(project, capsys):
    root = project({**crowded(45), "docs/a.md": "none"})
    before = (root / "data" / "facts.yml").read_text("utf-8")
    assert main(["due", "--spread", "--root", str(root)]) == 1
    assert (root / "data" / "facts.yml").read_text("utf-8") == before


def test_no_day_asks_for_more_than_one_can_look_at(real):
    days = Counter(one.since.isoformat() for one in dated(real.records))
    assert {day: count for day, count in days.items() if count > MOST} == {}, "run: python -m macros due --spread"

"""The calendar of what comes next: whole, as other programs read it, and moved when a day changes."""

from __future__ import annotations

import pytest

from macros.export.files import files
from macros.site.site import Site
from tests.conftest import FACTS, PAGE, SOURCES

DECISIONS = """\
table: decisions
kind: decision
title: What comes next
caption: One report is due.
as_of: 2026-11
checked: 2026-11-29
rows:
- {id: report, 'on': 2026-12-31, what: 'Report; on "emigration", and more', decider: 'The Secretary',
   otherwise: 'Nothing \\ at all.', sources: [law]}
"""
DATED = """\
  ends:
    label: Day on which the truce ends
    value: 2027-01-10
    unit: date
    as_of: 2026-11
    checked: 2026-11-24
    sources: [law]
    note: Renewed once.
  same:
    label: Day of the report
    value: 2026-12-31
    unit: date
    as_of: 2026-11
    checked: 2026-11-24
    sources: [law]
  gone:
    label: Day on which it began
    value: 2026-11-24
    unit: date
    as_of: 2026-11
    checked: 2026-11-24
    sources: [law]
  vague:
    label: Year of the railway
    value: 2030
    unit: date
    as_of: 2026-11
    checked: 2026-11-24
    sources: [law]
"""
DATASET = ("    dataset: {file: a.xlsx, edition: March 2026, sha256: " + "0" * 64 + ", next: 2027-02-05}\n")
CALLS = '\n{{ table("decisions") }}\n\n{{ note("ends", "same", "gone", "vague") }} {{ calendar_link() }}\n'
WHOLE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Jackson-Vanik\\, Explained//decisions//EN
CALSCALE:GREGORIAN
NAME:Jackson-Vanik\\, Explained: what comes next
X-WR-CALNAME:Jackson-Vanik\\, Explained: what comes next
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
SOURCE;VALUE=URI:https://site.invalid/decisions.ics
URL:https://site.invalid/
BEGIN:VEVENT
UID:decisions.report@jackson-vanik-explained
DTSTAMP:20261130T120000Z
LAST-MODIFIED:20261129T000000Z
SEQUENCE:332
DTSTART;VALUE=DATE:20261231
DTEND;VALUE=DATE:20270101
SUMMARY:Report\\; on "emigration"\\, and more
DESCRIPTION:Who: The Secretary.\\nIf nothing happens: Nothing \\\\ at all.\\nAl
 so on this day: Day of the report.
URL:https://site.invalid/
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:fact.ends@jackson-vanik-explained
DTSTAMP:20261130T120000Z
LAST-MODIFIED:20261124T000000Z
SEQUENCE:327
DTSTART;VALUE=DATE:20270110
DTEND;VALUE=DATE:20270111
SUMMARY:Day on which the truce ends
DESCRIPTION:Renewed once.
URL:https://site.invalid/
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:series.law@jackson-vanik-explained
DTSTAMP:20261130T120000Z
LAST-MODIFIED:20261124T000000Z
SEQUENCE:327
DTSTART;VALUE=DATE:20270205
DTEND;VALUE=DATE:20270206
SUMMARY:New edition due: Trade Act of 1974
DESCRIPTION:U.S. Congress.\\nUsed here: March 2026.
URL:https://site.invalid/
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def made(project, monkeypatch):
    """The calendar of the small project, with words of its decisions replaced."""
    monkeypatch.setenv("SITE_URL", "https://site.invalid/")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796040000")

    def calendar(old: str = "", new: str = "", edition: str = "2027-02-05") -> str:
        root = project({"data/decisions.yml": DECISIONS.replace(old, new), "data/facts.yml": FACTS + DATED,
                        "data/sources.yml": SOURCES + DATASET.replace("2027-02-05", edition),
                        "docs/index.md": PAGE + CALLS})
        site = Site.read(root)
        assert [str(problem) for problem in site.problems] == []
        return files(site)["decisions.ics"]

    return calendar


def test_the_calendar_holds_what_is_to_come_and_nothing_twice(made):
    assert made() == WHOLE.replace("\n", "\r\n")


def test_an_edition_that_was_due_before_we_last_looked_is_no_day_to_come(made):
    assert "series.law" not in made(edition="2026-11-28") and "series.law" in made(edition="2026-11-30")


def event(text: str, name: str) -> dict[str, str]:
    """The lines of one event by their names."""
    lines = text[text.index(f"UID:{name}@"):].split("END:VEVENT")[0].replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in lines if line)


def test_a_day_that_changes_moves_the_same_event(made):
    before, after = event(made(), "decisions.report"), event(
        made("checked: 2026-11-29\nrows:\n- {id: report, 'on': 2026-12-31",
             "checked: 2026-11-30\nrows:\n- {id: report, 'on': 2027-01-15"), "decisions.report")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"LAST-MODIFIED", "SEQUENCE", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "DESCRIPTION"}
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_no_line_is_too_long_and_no_letter_is_cut(made):
    text = made("The Secretary", ("Öğretmenler 中文 😀 " * 20).strip())
    assert max(len(line) for line in text.encode("utf-8").split(b"\r\n")) <= 75
    for line in text.encode("utf-8").split(b"\r\n"):
        line.decode("utf-8")
    assert ("Öğretmenler 中文 😀 " * 20).strip() in text.replace("\r\n ", "")


def test_a_line_that_would_begin_a_property_is_words(made):
    text = made("The Secretary", "A:BEGIN\\:VEVENT;X=1,2")
    assert event(text, "decisions.report")["DESCRIPTION"].startswith("Who: A:BEGIN\\\\:VEVENT\\;X=1\\,2.\\n")


def test_without_an_address_or_a_moment_the_calendar_says_what_it_can(made, monkeypatch):
    made()
    monkeypatch.delenv("SITE_URL")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    text = made()
    assert "URL:" not in text and text.count("DTSTAMP:20261129T000000Z") == 3


def test_the_real_calendar_names_every_decision(real):
    text = files(real)["decisions.ics"]
    rows = [f"UID:{name}.{entry.key}@" for name, table in real.records.tables.items()
            if table.head.record.kind == "decision" for entry in table.rows]
    assert rows and [row for row in rows if text.count(row) != 1] == []

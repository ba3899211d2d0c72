"""What each section owes its readers: enough sourced facts and rows, on its pages, and every question answered."""

from __future__ import annotations

import pytest

from macros.site.site import Site

# section: facts and rows that its pages must show at least
OWED = {"amendment": (110, 150), "countries": (150, 200), "middle-corridor": (100, 200),
        "critical-minerals": (100, 180), "counterterrorism": (100, 180), "context": (80, 150)}


def shown(site: Site, section: str) -> tuple[set[str], set[tuple[str, str]]]:
    """Facts and rows that the pages of a section show and that its own files hold."""
    states = [state for path, state in site.contexts.items() if path.startswith(f"{section}/")]
    folder = f"data/{section}/"
    facts = {key for state in states for key in state.facts if site.records.facts[key].path.startswith(folder)}
    rows = {row for state in states for row in state.rows if site.records.tables[row[0]].head.path.startswith(folder)}
    return facts, rows


def test_the_site_has_no_problem(real):
    assert [str(problem) for problem in real.problems] == []


@pytest.mark.parametrize("section", OWED)
def test_a_section_shows_enough_sourced_facts_and_rows(real, section):
    facts, rows = shown(real, section)
    assert (len(facts) >= OWED[section][0], len(rows) >= OWED[section][1]) == (True, True), (len(facts), len(rows))


def test_the_article_is_taken_apart_in_enough_claims_with_every_verdict(real):
    claims = [entry.record for entry in real.records.tables["article-claims"].rows]
    assert len(claims) >= 38
    assert {claim.verdict for claim in claims} == {
        "supported", "needs context", "out of date when written", "changed since", "inaccurate", "cannot be verified"}


@pytest.mark.parametrize(("section", "questions"), [
    ("amendment", 15), ("countries", 15), ("middle-corridor", 15), ("critical-minerals", 15), ("counterterrorism", 14),
    ("context", 15)])
def test_readers_questions_are_answered_on_a_page_of_the_site(real, section, questions):
    """That each page and heading exists is checked with the records (links.check_records)."""
    rows = [entry for table in real.records.tables.values() if table.head.record.kind == "question"
            and table.head.path.startswith(f"data/{section}/") for entry in table.rows]
    assert len(rows) >= questions
    assert all("#" in entry.record.page for entry in rows)


def test_a_bill_that_was_not_enacted_died_with_its_congress(real):
    """The 119th Congress ends on 3 January 2027 (20th Amendment, section 1)."""
    bills = [entry.record for entry in real.records.tables["title-iv-bills"].rows]
    assert {bill.outcome for bill in bills if bill.congress < 119} <= {"enacted", "died"}
    assert all(bill.outcome != "died" for bill in bills if bill.congress == 119)


def test_countries_stand_where_the_law_puts_them(real):
    status = {entry.record.country: (entry.record.status, entry.record.covered)
              for entry in real.records.tables["title-iv-countries"].rows}
    wanted = {
        "Azerbaijan": ("compliance", True), "Kazakhstan": ("compliance", True), "Kyrgyzstan": ("permanent", False),
        "Turkmenistan": ("waiver", True), "Belarus": ("column 2", True), "Russia": ("column 2", False),
        "Cuba": ("column 2", True), "North Korea": ("column 2", True)}
    assert {name: status[name] for name in wanted} == wanted

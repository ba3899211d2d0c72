"""Proof: what a record says is what its sources print; computed values follow; records on one thing agree."""

from __future__ import annotations

import pytest

from macros.cli.reports import proof
from macros.site.site import Site
from tests.conftest import FACTS, PAGE, SOURCES, TABLE

DATASET = SOURCES + f"    dataset: {{file: a.xlsx, edition: May 2026, sha256: {'0' * 64}}}\n"
TWO = PAGE.replace('{{ fact("covered") }}', '{{ fact("covered") }} {{ fact("other") }}')
PERSONS = "departures/y73/persons"
WRONG = "mend the one that is wrong"


def fact(sources: str, *lines: str, **changed: str) -> str:
    """The facts file with other sources of its one fact, lines added, and values exchanged."""
    text = FACTS.replace("[law]", sources)
    for key, value in changed.items():
        text = "\n".join(f"    {key}: {value}" if line.startswith(f"    {key}:") else line for line in text.split("\n"))
    return text + "".join(f"    {line}\n" for line in lines)


def said(words: str, more: str = "") -> str:
    return f"[{{source: law, printed: {words}, read: 2026-11-24{more}}}]"


def other(**changed: str) -> str:
    """The facts file with a second fact, its lines exchanged."""
    second = fact("[law]", **changed).split("\n", 1)[1].replace("covered:", "other:")
    return FACTS + second


@pytest.mark.parametrize(("files", "wanted"), [
    ({"data/facts.yml": fact(said("eight countries"))}, []),
    ({"data/facts.yml": fact(said("[Belarus and seven more, eight states]"))}, []),
    ({"data/facts.yml": fact(said("[eight, NA]"))}, []),
    ({"data/facts.yml": fact(said("nine countries"))},
     ["data/facts.yml:4:12: value: 8 (countries) is not what the source prints, “nine countries”; " + WRONG]),
    ({"data/facts.yml": fact("[{source: law, printed: eight}]")},
     ["data/facts.yml:8:15: sources: one of printed and read without the other; give both, or neither"]),
    ({"data/facts.yml": fact(said("it is eight of all the many countries there"))},
     ["data/facts.yml:8:38: printed: 9 words, 43 characters; allowed: 8 words, 120 characters: the figure with its "
      "unit or date, not a sentence"]),
    ({"data/facts.yml": fact(said("eight").replace("2026-11-24", "2098-11-24"))},
     ["data/facts.yml:8:51: read: 2098-11-24 is in the future"]),
    ({"data/facts.yml": fact(said("eight").replace("2026-11-24", "2001-11-24")),
      "data/sources.yml": SOURCES.replace("1975", "2002")},
     ["data/facts.yml:8:51: read: 2001-11-24 is before the source was published, 2002-01-03"]),
    ({"data/facts.yml": fact("[{source: law, copy: 'https://a.example/b'}]")},
     ["data/facts.yml:8:15: sources: copy without printed and read; say what was read there, and when"]),
    ({"data/facts.yml": fact(said("eight", ", unread: No answer."))},
     ["data/facts.yml:8:15: sources: unread beside read; keep the one that is true"]),
    # what each side says
    ({"data/facts.yml": fact("[law]", "claims:", "- {value: 9, who: A, sources: " + said("nine") + "}",
                             "- {value: 7, who: B, sources: " + said("six") + "}", "preferred: Nobody knows.",
                             value="7")},
     ["data/facts.yml:11:15: value: 7 (countries) is not what the source prints, “six”; " + WRONG]),
    # computed
    ({"data/facts.yml": fact(said("[five here, three there]"), "computed: {function: sum, of: [5, 3]}")}, []),
    ({"data/facts.yml": fact(said("[five here, three there]"), "computed: {function: sum, of: [5, 4]}")},
     ["data/facts.yml:9:39: computed: 4 is not printed by a source of the record"]),
    ({"data/facts.yml": fact(said("[five here, four there]"), "computed: {function: sum, of: [5, 4]}")},
     ["data/facts.yml:4:12: value: 8, but the sum of 5, 4 is 9"]),
    ({"data/facts.yml": fact("[law]", f"computed: {{function: sum, of: [{PERSONS}], unit: usd}}", value="0.035",
                             unit="usd-million")}, []),
    ({"data/facts.yml": fact("[law]", f"computed: {{function: ratio, of: [{PERSONS}, departures/y75/persons]}}",
                             value="2.6")}, []),
    ({"data/facts.yml": fact("[law]", "computed: {function: share, of: [departures/y75/persons, departures/y73/year]}",
                             value="12")},
     ["data/facts.yml:4:12: value: 12, but the share of departures/y75/persons, departures/y73/year is 670.096"]),
    ({"data/facts.yml": fact("[law]", "computed: {function: sum, of: [departures/y74/persons, 1]}")},
     ["data/facts.yml:9:36: computed: 'departures/y74/persons' is no cell with a number; wanted: table/row/column; for "
      "'y74' allowed: y73, y75; did you mean 'y75'?"]),
    ({"data/facts.yml": fact("[law]", "computed: {function: share, of: [departures/y73/persons]}")},
     ["data/facts.yml:9:37: computed: share of 1 part cannot be worked out"]),
    ({"data/facts.yml": fact("[law]", "computed: {function: sum, of: [covert]}")},
     ["data/facts.yml:9:36: computed: 'covert' is no fact with a number; allowed: covered; did you mean 'covered'?"]),
    ({"data/facts.yml": fact("[law]", "computed: {function: count, of: [departures], where: {year: 1973}}", value="1")},
     []),
    ({"data/facts.yml": fact("[law]", "computed: {function: count, of: [departures], where: {yeer: 1973}}", value="1")},
     ["data/facts.yml:9:37: computed: table 'departures' has no column 'yeer'; allowed: as_of, checked, id, "
      "other_count, persons, series, year; did you mean 'year'?"]),
    ({"data/facts.yml": fact("[law]", "computed: {function: count, of: [departures], where: {series: Konference}}",
                             value="2")},
     ["data/facts.yml:9:67: computed: no row of table 'departures' has series 'Konference'; allowed: Conference; did "
      "you mean 'Conference'?"]),
    ({"data/facts.yml": fact(said("Cuba and Belarus"), "computed: {function: count, of: [Cuba, Belarus]}", value="2")},
     []),
    ({"data/facts.yml": fact(said("Cuba and Belarus"), "computed: {function: count, of: [Cuba, Laos]}", value="2")},
     ["data/facts.yml:9:44: computed: 'Laos' is neither a table nor words that a source of the record prints; allowed: "
      "departures"]),
    # rows
    ({"data/table.yml": TABLE.replace("[law]", said("['1973', '34,933']"), 1)}, []),
    ({"data/table.yml": TABLE.replace("[law]", said("['1973', '34,339']"), 1)},
     ["data/table.yml:8:34: persons: 34933 is not what the source prints, “1973” · “34,339”; " + WRONG]),
    # data sets
    ({"data/table.yml": TABLE.replace("rows:", "cells: Column A by year.\nrows:"), "data/sources.yml": DATASET}, []),
    ({"data/facts.yml": fact("[{source: law, cells: A7}]")},
     ["data/facts.yml:8:36: cells: source 'law' is no data set; give it dataset: with file, edition and sha256"]),
    # two facts on one thing
    ({"data/facts.yml": other(), "docs/index.md": TWO}, []),
    ({"data/facts.yml": other(value="9"), "docs/index.md": TWO},
     ["data/facts.yml:11:12: value: 9, but 'covered' at data/facts.yml:2, on the same thing, says 8; mend one, or "
      "say why under differs:"]),
    ({"data/facts.yml": other(value="9") + "    differs: {covered: Another count.}\n", "docs/index.md": TWO}, []),
    ({"data/facts.yml": FACTS + "    differs: {covert: Another count.}\n"},
     ["data/facts.yml:9:23: no fact 'covert'; allowed: covered; did you mean 'covered'?"]),
])
def test_what_is_said_must_be_printed_or_follow(problems, files, wanted):
    assert problems(files) == wanted


UNREAD = {"data/facts.yml": fact("[{source: law, unread: No answer.}]")}
REFUSED = "fact 'covered' rests on sources that nobody could open, and {} may not hold such a one; show it further down"


@pytest.mark.parametrize(("name", "text", "wanted"), [
    ("docs/index.md", PAGE, ["docs/index.md:9:11: " + REFUSED.format("a first paragraph")]),
    ("docs/index.md", PAGE.replace("It covers", "It is.\n\nIt covers"),
     ["docs/index.md:11:11: " + REFUSED.format("the home page")]),
    ("docs/index.md", PAGE.replace('It covers {{ fact("covered") }}.', 'It is.\n\n{{ key_facts("covered") }}'),
     ["docs/index.md:11:1: " + REFUSED.format("a box of facts")]),
])
def test_what_nobody_could_open_does_not_stand_first(problems, name, text, wanted):
    assert problems({**UNREAD, name: text}) == wanted


def notes(site: Site) -> str:
    """The note of the fact, and the list of sources that it names."""
    lines = site.markdown["index.md"].split("\n")
    return "\n".join(line for line in lines if line.startswith(("[^f-covered]", "1. ", "2. ")))


LAW = "https://www.govinfo.gov/app/details/STATUTE-88"
TOLD = "[^f-covered]: Countries covered: 8 countries (December 2023). [[1]](#source-1), "
LISTED = "1. U.S. Congress, [Trade Act of 1974](<{}>) (1975)\n"
WORDS = "#:~:text=eight%2C%20well%2Dknown%20%26%20named"
QUOTED = "“eight, well-known &amp; named”"
COPY = f"[{QUOTED}](<https://copies.example/a{WORDS}>) (copy).\n"


@pytest.mark.parametrize(("more", "wanted"), [
    ("", LISTED.format(LAW + WORDS) + TOLD + f"p. 7: {QUOTED}.\n"),
    (", copy: 'https://copies.example/a'", LISTED.format(LAW) + TOLD + f"p. 7: {COPY}")])
def test_a_note_quotes_what_is_printed_and_its_source_opens_at_the_words(project, more, wanted):
    sources = said("'eight, well-known & named'", f", locator: p. 7{more}")
    assert notes(Site.read(project({"data/facts.yml": fact(sources)}))) + "\n" == wanted


def test_a_second_place_in_a_source_has_a_link_of_its_own(project):
    twice = said("eight").removesuffix("]") + ", " + said("covered").removeprefix("[")
    assert notes(Site.read(project({"data/facts.yml": fact(twice)}))) == (
        LISTED.format(f"{LAW}#:~:text=eight") + TOLD
        + f"“eight”; [[1]](#source-1), [“covered”](<{LAW}#:~:text=covered>).")


def test_a_file_opens_at_its_page(project):
    files = {"data/facts.yml": fact(said("eight", ", locator: 'p. 7, table 2'")),
             "data/sources.yml": SOURCES.replace("STATUTE-88", "STATUTE-88.pdf")}
    assert notes(Site.read(project(files))) == (
        LISTED.format(f"{LAW}.pdf#page=7") + TOLD + "p. 7, table 2: “eight”.")


def test_readers_are_told_of_a_source_that_nobody_could_open(project):
    files = {"data/facts.yml": fact("[{source: law, unread: The site does not answer.}]")}
    assert notes(Site.read(project(files))) == LISTED.format(LAW) + TOLD + "not read: The site does not answer."



def test_the_report_counts_how_records_are_proved(project):
    files = {"data/law/facts.yml": fact(said("eight"), "note: No later count was found.",
                                        "searched: {day: 2026-11-24, for: covered countries}"),
             "data/facts.yml": FACTS.replace("covered:", "other:"), "docs/index.md": TWO}
    report = proof.report(Site.read(project(files)))
    assert "| law | 1 | 100.0% | 1 | 0 | 0 | 0 | 0 | 0 |\n" in report
    assert "| all | 2 | 50.0% | 1 | 0 | 0 | 0 | 0 | 1 |\n" in report
    assert "| all | 2 | 0.0% | 0 | 0 | 0 | 0 | 0 | 2 |\n" in report
    assert "| all | 1 | 1 |\n" in report
    assert report.endswith(
        "100.0% of facts rest on law, official record, statistic or international body. 0 of 1 sources have no "
        "address. 0 pairs of facts differ without a reason.\n\n1 of 2 facts in first paragraphs, boxes and on the home "
        "page are not proved:\n- `other`\n")

"""Every kind of fault in data, and the whole message that it gives."""

import pytest

from tests.conftest import COLUMNS, FACTS, SOURCES, TABLE

FACT_KEYS = ("as_of, caution, check_by, checked, claims, computed, differs, label, note, preferred, searched, sources, "
             "unit, value")

NO_DAY = "without quotes: it is no day of the years 1000 to 2099; quote it if it is text"


def no_day(written: str, first: str, last: str) -> str:
    """What is said of a day outside those of its month, or of a month outside those of its year."""
    what = "months of that year" if last.count("-") == 1 else "days of that month"
    return f"{written!r} without quotes: the {what} are {first} to {last}; quote it if it is text"




def fact(**lines: str) -> str:
    """The facts file with lines of its one fact exchanged; None takes a line out."""
    text = FACTS
    for key, line in lines.items():
        start = text.index(f"    {key}:")
        end = text.index("\n", start) + 1
        text = text[:start] + (f"    {line}\n" if line else "") + text[end:]
    return text


@pytest.mark.parametrize(("file", "text", "message"), [
    ("data/facts.yml", fact(label="lable: Countries covered"),
     ["data/facts.yml:2:3: key 'label' is missing; it says: What the value is, with its denominator.",
      "data/facts.yml:3:5: unknown key 'lable'; "
      f"allowed: {FACT_KEYS}; did you mean 'label'?"]),
    ("data/facts.yml", fact(as_of=None),
     ["data/facts.yml:2:3: key 'as_of' is missing; it says: The period that the value describes."]),
    ("data/facts.yml", fact(value="value: [8]"),
     ["data/facts.yml:4:12: value: a list is the wrong type; wanted: a number or text"]),
    ("data/facts.yml", fact(label="label: 5"),
     ["data/facts.yml:3:12: label: 5 is the wrong type; "
      "wanted: text; put it in quotes if it looks like a number"]),
    ("data/facts.yml", FACTS.replace("  covered:", "  Still covered:"),
     ["data/facts.yml:2:3: id 'Still covered'; allowed: small letters, digits and single hyphens, at most 60; "
      "did you mean 'still-covered'?",
      "docs/index.md:9:20: no fact 'covered'; allowed: Still covered; did you mean 'Still covered'?"]),
    ("data/facts.yml", fact(unit="unit: country"),
     ["data/facts.yml:5:11: unit: 'country' is not one of the values; "
      "there are {units} to choose from; did you mean 'countries'?"]),
    ("data/facts.yml", fact(unit=None),
     ["data/facts.yml:4:12: value: 8 with unit None; numbers have a unit, words have none"]),
    ("data/facts.yml", fact(value="value: eight"),
     ["data/facts.yml:4:12: value: 'eight' with unit 'countries'; "
      "numbers have a unit, words have none"]),
    ("data/facts.yml", fact(checked="checked: 2026-13-01"),
     [f"data/facts.yml:7:14: {no_day('2026-13-01', '2026-01', '2026-12')}"]),
    ("data/facts.yml", fact(checked="checked: 2026-02-30"),
     [f"data/facts.yml:7:14: {no_day('2026-02-30', '2026-02-01', '2026-02-28')}"]),
    ("data/facts.yml", fact(checked="checked: 2026-11"),
     ["data/facts.yml:7:14: checked: '2026-11' is not a day written as YYYY-MM-DD"]),
    ("data/facts.yml", fact(checked="checked: 2099-01-01"),
     ["data/facts.yml:7:14: checked: 2099-01-01 is in the future"]),
    ("data/facts.yml", fact(checked="checked: 2999-01-01"), [f"data/facts.yml:7:14: '2999-01-01' {NO_DAY}"]),
    ("data/facts.yml", fact(as_of="as_of: 2024/2021"),
     ["data/facts.yml:6:12: as_of: the range 2024/2021 ends before it starts"]),
    ("data/facts.yml", fact(as_of="as_of: 2023-00"),
     ["data/facts.yml:6:12: as_of: 2023-00 is not a day in the calendar"]),
    ("data/facts.yml", fact(as_of="as_of: 2023-05-00"),
     [f"data/facts.yml:6:12: {no_day('2023-05-00', '2023-05-01', '2023-05-31')}"]),
    ("data/facts.yml", fact(as_of="as_of: 2023/"),
     ["data/facts.yml:6:12: as_of: '2023/' is a range without an end; write both ends, as in 1973/1986"]),
    ("data/facts.yml", fact(as_of="as_of: ٢٠٢٣"),
     ["data/facts.yml:6:12: as_of: '٢٠٢٣' is not a date written as YYYY, YYYY-MM or YYYY-MM-DD"]),
    ("data/facts.yml", fact(checked="checked: 2026-11-٢٤"),
     ["data/facts.yml:7:14: checked: '2026-11-٢٤' is not a day written as YYYY-MM-DD"]),
    ("data/facts.yml", fact(as_of="as_of: last year"),
     ["data/facts.yml:6:12: as_of: 'last year' is not a date "
      "written as YYYY, YYYY-MM or YYYY-MM-DD"]),
    ("data/facts.yml", fact(checked="checked: 2026-11-24\n    check_by: 2026-11-01"),
     ["data/facts.yml:8:15: check_by: 2026-11-01 is not after checked, 2026-11-24"]),
    ("data/facts.yml", fact(sources="sources: [lawn]"),
     ["data/facts.yml:8:15: no source 'lawn'; allowed: law; did you mean 'law'?"]),
    ("data/facts.yml", fact(sources="sources: []"),
     ["data/facts.yml:8:14: sources: a list is the wrong type; wanted: at least one entry"]),
    ("data/facts.yml", fact(label='label: "{{ x }}"'),
     ["data/facts.yml:3:12: label: '{{' in text; records hold words, pages hold calls"]),
    ("data/facts.yml", FACTS + "    claims:\n    - {value: 8, who: CRS, sources: [law]}\n",
     ["data/facts.yml:10:5: claims without preferred:; say which claim the value follows, and why, "
      "or that nobody knows",
      "data/facts.yml:10:5: claims: one claim is no disagreement; give each side's"]),
    ("data/facts.yml", FACTS + "  covered-too:\n    label: X\n    value: Yes, x\n    as_of: 2023\n"
     "    checked: 2026-11-24\n    sources: [law]\n",
     ["data/facts.yml:9:3: fact 'covered-too' is on no page; show it or delete it"]),
    ("data/more.yml", FACTS,
     ["data/more.yml:2:3: fact 'covered' is also at data/facts.yml:2; each id stands once"]),
    ("data/more.yml", "thing: 1\n",
     ["data/more.yml:1:1: no known kind of record; a data file begins with one of: "
      "facts:, sources:, table:"]),
    ("data/more.yml", "# nothing\n",
     ["data/more.yml:1:1: empty file; a data file begins with one of: facts:, sources:, table:"]),
    ("data/sources.yml", SOURCES.replace("https:", "javascript:"),
     ["data/sources.yml:5:10: url: 'javascript://www.govinfo.gov/app/details/STATUTE-88' does not "
      "have the right form; it says: The publisher's own address."]),
    ("data/sources.yml", SOURCES.replace("kind: law", "kind: laws"),
     ["data/sources.yml:8:11: kind: 'laws' is not one of the values; allowed: advocacy, bill, company, compilation, "
      "international, law, official, press, research, state-media, statistics; did you mean 'law'?"]),
    ("data/sources.yml", SOURCES.replace("published: 1975-01-03", "published: 2027"),
     ["data/sources.yml:6:16: published: 2027 is after accessed, 2026-11-24"]),
    ("data/sources.yml", SOURCES + SOURCES.split("\n", 1)[1].replace("  law:", "  other:"),
     ["data/sources.yml:9:3: source 'other' is cited by nothing; cite it or delete it",
      "data/sources.yml:12:10: url: source 'law' at data/sources.yml:2 has this address; "
      "cite that one, with locator: for the place"]),
    ("data/sources.yml", SOURCES.replace("kind: law", "kind: press"),
     ["data/facts.yml:8:14: one source, of kind 'press'; wanted: a second publisher, a source of kind "
      "bill, international, law, official, research, statistics, or a caution:",
      "data/table.yml:8:70: one source, of kind 'press'; wanted: a second publisher, a source of kind "
      "bill, international, law, official, research, statistics, or a caution:",
      "data/table.yml:9:70: one source, of kind 'press'; wanted: a second publisher, a source of kind "
      "bill, international, law, official, research, statistics, or a caution:"]),
    ("data/table.yml", TABLE.replace("title: Dep", "kind: evnt\ntitle: Dep"),
     ["data/table.yml:3:7: kind: no kind 'evnt'; there are 13 to choose from; did you mean 'event'?"]),
    ("data/table.yml", TABLE.replace(COLUMNS + "\n", ""),
     ["data/table.yml:1:8: columns: neither columns nor a kind; name the columns of the table"]),
    ("data/table.yml", TABLE.replace("type: string", "type: text"),
     ["data/table.yml:2:318: type: 'text' is not one of the values; allowed: boolean, countries, country, integer, "
      "list, number, page, period, string, unit"]),
    ("data/table.yml", TABLE.replace("name: series", "name: persons"),
     ["data/table.yml:2:304: name: column 'persons' is there already; each column stands once"]),
    ("data/table.yml", TABLE.replace("name: series", "name: sources"),
     ["data/table.yml:2:304: name: column 'sources' is there already; each column stands once"]),
    ("data/table.yml", TABLE.replace("title: Dep", "uniqueKeys: [[yeer]]\ntitle: Dep"),
     ["data/table.yml:3:15: no column 'yeer'; allowed: other_count, persons, series, year; did you mean 'year'?"]),
    ("data/table.yml", TABLE.split("rows:")[0],
     ["data/table.yml:1:1: rows: wanted a list of at least one row"]),
    ("data/table.yml", TABLE.replace("id: y75", "id: y73"),
     ["data/table.yml:9:3: row 'y73' is also at data/table.yml:8; each id stands once"]),
    ("data/table.yml", TABLE.replace("persons: 13221", 'persons: "13221"'),
     ["data/table.yml:9:34: persons: '13221' is a number in other words; write digits, with a minus or a point where "
      "there is one, as in -1234.5, and what it counts under unit"]),
    ("data/again.yml", TABLE,
     ["data/table.yml:1:8: table 'departures' is also at data/again.yml:1; each id stands once"]),
])
def test_a_fault_in_data_is_named_where_it_stands(problems, file, text, message):
    from macros.records.schema import known

    wanted = [line.format(units=len(known("units"))) if "{units}" in line else line for line in message]
    assert problems({file: text}) == wanted


PAPERS = SOURCES + """\
  paper:
    title: Eight countries
    publisher: A paper
    url: https://paper.invalid/a
    accessed: 2026-11-24
    kind: press
  ministry:
    title: The list
    publisher: A ministry
    url: https://ministry.invalid/a
    accessed: 2026-11-24
    kind: official
"""
SEEN = "{source: paper, printed: eight countries, read: 2026-11-24}"


@pytest.mark.parametrize(("lines", "wanted"), [
    (f"sources: [{SEEN}, ministry]",
     ["data/facts.yml:8:14: words read at one publisher alone, of kind 'press'; wanted: those of a second one, of a "
      "source of kind bill, international, law, official, research, statistics, or a caution:"]),
    (f"sources: [{SEEN}, {SEEN.replace('paper', 'ministry')}]", []),
    (f"sources: [{SEEN}, ministry]\n    caution: One report.", []),
    ("sources: [paper, ministry]", []),
])
def test_beside_words_that_were_read_a_source_without_them_backs_nothing(problems, lines, wanted):
    assert problems({"data/sources.yml": PAPERS, "data/facts.yml": fact(sources=lines)}) == wanted


def test_the_small_project_itself_has_no_problem(problems):
    assert problems({}) == []

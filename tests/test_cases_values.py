"""Values that mean one thing to their author and another to a reader: days, numbers, words and names of records."""

from __future__ import annotations

import pytest

from macros.site.site import Site
from tests.conftest import FACTS, PAGE, SETTINGS, SOURCES, TABLE
from tests.test_faults import fact

UNQUOTED = "without quotes: the days of that month are {} to {}; quote it if it is text"
FORMS = "is not a date written as YYYY, YYYY-MM or YYYY-MM-DD"
DIGITS = ("is a number in other words; write digits, with a minus or a point where there is one, as in -1234.5, and "
          "what it counts under unit")


@pytest.mark.parametrize(("written", "wanted"), [
    ("2023-13", "as_of: 2023-13 is not a day in the calendar"),
    ("2023-00", "as_of: 2023-00 is not a day in the calendar"),
    ("2023-02-30", f"'2023-02-30' {UNQUOTED.format('2023-02-01', '2023-02-28')}"),
    ("2023-05-00", f"'2023-05-00' {UNQUOTED.format('2023-05-01', '2023-05-31')}"),
    ("2023-00-00", "'2023-00-00' without quotes: the months of that year are 2023-01 to 2023-12; quote "
                   "it if it is text"),
    ("1900-02-29", f"'1900-02-29' {UNQUOTED.format('1900-02-01', '1900-02-28')}"),
    ("'2023-02-30'", "as_of: 2023-02-30 is not a day in the calendar: the days of that month are 2023-02-01 to "
                     "2023-02-28"),
    ("2023-00/2023-05", "as_of: 2023-00 is not a day in the calendar"),
    ("2023/2022", "as_of: the range 2023/2022 ends before it starts"),
    ("2023/", "as_of: '2023/' is a range without an end; write both ends, as in 1973/1986"),
    ("/2023", "as_of: '/2023' is a range without an end; write both ends, as in 1973/1986"),
    ("1973/ 1986", f"as_of: ' 1986' {FORMS}; did you mean 1986?"), ("2023/24", f"as_of: '24' {FORMS}"),
    ("2023/2024/2025", f"as_of: '2024/2025' {FORMS}"), ("1973-1986", f"as_of: '1973-1986' {FORMS}"),
    ("2023-5", f"as_of: '2023-5' {FORMS}; did you mean 2023-05?"),
    ("2023-5-7", f"as_of: '2023-5-7' {FORMS}; did you mean 2023-05-07?"),
    ("1973\u20131986", f"as_of: '1973\u20131986' {FORMS}; use a plain hyphen"),
    ("'0044'", "as_of: the year 0044 is none of 1000 to 2099; is it right?"),
    ("0044", "'0044' without quotes: YAML reads it as an octal number; quote it if it is text"),
    ("'0000'", "as_of: the year 0000 is none of 1000 to 2099; is it right?"),
    ("9999", "as_of: the year 9999 is none of 1000 to 2099; is it right?"),
    ("12023", f"as_of: '12023' {FORMS}"), ("23", f"as_of: '23' {FORMS}"), ("-2023", f"as_of: '-2023' {FORMS}"),
    ("\u0662\u0660\u0662\u0663", f"as_of: '\u0662\u0660\u0662\u0663' {FORMS}"),
    ("\uff12\uff10\uff12\uff13", f"as_of: '\uff12\uff10\uff12\uff13' {FORMS}"),
    ("2023-1\uff12", f"as_of: '2023-1\uff12' {FORMS}"), ("2023-Q1", f"as_of: '2023-Q1' {FORMS}"),
    ("2023.5", "as_of: 2023.5 is not a date"), ("true", "as_of: True is not a date"),
    ("~", "as_of: None is not a date"),
])
def test_a_period_that_is_none_is_refused_with_the_forms_allowed(problems, written, wanted):
    assert problems({"data/facts.yml": fact(as_of=f"as_of: {written}")}) == [f"data/facts.yml:6:12: {wanted}"]
    dated = problems({"data/facts.yml": fact(value=f"value: {written}", unit="unit: date")})
    assert [line.split(": ")[0] for line in dated] == ["data/facts.yml:4:12"]


@pytest.mark.parametrize(("written", "wanted"), [
    ("2026-11-31", f"'2026-11-31' {UNQUOTED.format('2026-11-01', '2026-11-30')}"),
    ("24.11.2026", "checked: '24.11.2026' is not a day written as YYYY-MM-DD; did you mean 2026-11-24?"),
    ("11/24/2026", "checked: '11/24/2026' is not a day written as YYYY-MM-DD; did you mean 2026-11-24?"),
    ("24/11/2026", "checked: '24/11/2026' is not a day written as YYYY-MM-DD; did you mean 2026-11-24?"),
    ("11/12/2026", "checked: '11/12/2026' is not a day written as YYYY-MM-DD"),
    ("24 November 2026", "checked: '24 November 2026' is not a day written as YYYY-MM-DD; did you mean 2026-11-24?"),
    ("Nov 4, 2026", "checked: 'Nov 4, 2026' is not a day written as YYYY-MM-DD; did you mean 2026-11-04?"),
    ("2026-11", "checked: '2026-11' is not a day written as YYYY-MM-DD"),
    ("2026/11/24", "checked: '2026/11/24' is not a day written as YYYY-MM-DD; did you mean 2026-11-24?"),
    ("2026\u201311-24", "checked: '2026\u201311-24' is not a day written as YYYY-MM-DD; use a plain hyphen"),
    ("2026-11-2\u0664", "checked: '2026-11-2\u0664' is not a day written as YYYY-MM-DD"),
    ("20261124", "checked: 20261124 is not a day written as YYYY-MM-DD"),
    ("1026-11-24", "checked: 1026-11-24 is before 2000, when nobody looked at this; is the year right?"),
    ("2062-11-24", "checked: 2062-11-24 is in the future"),
])
def test_a_day_that_is_none_is_refused(problems, written, wanted):
    assert problems({"data/facts.yml": fact(checked=f"checked: {written}")}) == [f"data/facts.yml:7:14: {wanted}"]
    head = PAGE.replace("2026-11-24", written)
    assert problems({"docs/index.md": head}) == [f"docs/index.md:4:9: {wanted.replace('checked:', 'edited:')}"]


@pytest.mark.parametrize(("written", "wanted"), [
    *((text, f"'{text}' without quotes: {meaning}; quote it if it is text") for text, meaning in (
        ("012", "YAML reads it as an octal number"), ("-08", "YAML reads it as an octal number"),
        ("1_000", "write digits only, as in 0.5"), ("1_0.5", "write digits only, as in 0.5"),
        ("+5", "write digits only, as in 0.5"), ("5.", "write digits only, as in 0.5"),
        ("00.5", "write digits only, as in 0.5"), ("1e3", "powers of ten are not used here"),
        ("1.5e+3", "powers of ten are not used here"), ("0x10", "YAML reads it as a number of another base"),
        ("0o10", "YAML reads it as a number of another base"), ("12:30", "YAML reads it as a number of base 60"),
        ("-1:30.5", "YAML reads it as a number of base 60"), (".inf", "it is not a number that can be printed"),
        ("yes", "YAML reads it as true or false"), ("NO", "YAML reads it as true or false"),
        ("on", "YAML reads it as true or false"), ("off", "YAML reads it as true or false"),
        ("Null", "write it in small letters"), ("TRUE", "write it in small letters"),
        ("=", "YAML has a use of its own for it"), ("<<", "YAML has a use of its own for it"),
        ("2023-12-31 10:00", "YAML reads it as a point in time"))),
    *((text, f"value: {text!r} {DIGITS}") for text in (
        "1,000", "1.000,5", "1 000", "1\u00a0000", "1'000", "1\u2019000", "\u22125", "\u20135", "5%", "$5", "~5",
        "5 million", "\u0668", "\uff18", "1\u0662", "\u201c8\u201d")),
    ("'1,000'", f"value: '1,000' {DIGITS}"), ('"8"', f"value: '8' {DIGITS}"),
    ("8 countries", "value: '8 countries' with unit 'countries'; numbers have a unit, words have none"),
    ("null", "value: an empty value is the wrong type; wanted: a number or text"),
    ("true", "value: True is the wrong type; wanted: a number or text"),
])
def test_a_number_written_otherwise_is_refused_at_the_value(problems, written, wanted):
    assert problems({"data/facts.yml": fact(value=f"value: {written}")}) == [f"data/facts.yml:4:12: {wanted}"]


@pytest.mark.parametrize(("written", "printed"), [
    ("-5", "\u22125 countries"), ("0.50", "0.5 countries"), ("-0", ": none ("), ("1234567", "1,234,567 countries")])
def test_a_number_in_plain_digits_is_read(project, written, printed):
    site = Site.read(project({"data/facts.yml": fact(value=f"value: {written}")}))
    assert site.problems == [] and printed in site.markdown["index.md"]


def test_an_id_that_is_taken_for_a_missing_value_is_refused(problems):
    facts, page = FACTS.replace("  covered:", "  'null':"), PAGE.replace('"covered"', '"null"')
    assert problems({"data/facts.yml": facts, "docs/index.md": page}) == [
        "data/facts.yml:2:3: id 'null', which programs that read the data take for a missing value; choose another"]


@pytest.mark.parametrize("name", ["1974", "yes", "true", "012", "1e3", "0x1f", "2844-10-10", "2024-01-01",
                                  "7202-49-50"])
def test_a_name_that_others_read_as_no_text_is_refused_unless_quoted(problems, name):
    facts, page = FACTS.replace("  covered:", f"  {name}:"), PAGE.replace('"covered"', f'"{name}"')
    said = problems({"data/facts.yml": facts, "docs/index.md": page})
    assert len(said) == 1 and said[0].startswith(f"data/facts.yml:2:3: '{name}' without quotes: ")
    assert problems({"data/facts.yml": facts.replace(f"{name}:", f"'{name}':"), "docs/index.md": page}) == []


@pytest.mark.parametrize("name", ["A", "a_b", "a b", "-a", "a--b", "\u00e9", "\u0662", "\uff41"])
def test_a_name_of_other_letters_is_refused(problems, name):
    row = problems({"data/table.yml": TABLE.replace("id: y75", f"id: {name}")})
    assert row == [f"data/table.yml:9:8: id: {name!r} does not have the right form; it says: Name of the row, unique "
                   "in its table."]
    source = "\n".join(problems({"data/sources.yml": SOURCES.replace("  law:", f"  {name}:")}))
    assert f"sources.yml:2:3: id {name!r}; allowed: small letters, digits and single hyphens, at most 60" in source


@pytest.mark.parametrize(("name", "old", "new", "wanted"), [
    ("data/facts.yml", "    unit", "    label: X\n    unit", "5:5: key 'label' stands here twice; keep one"),
    ("data/facts.yml", "    unit", "    'label': X\n    unit", "5:5: key 'label' stands here twice; keep one"),
    ("data/table.yml", "persons: 13221", "persons: 13221, persons: 13221",
     "9:41: key 'persons' stands here twice; keep one"),
    ("docs/index.md", "title: Home", "title: Home\ntitle: Home", "3:1: key 'title' stands here twice; keep one"),
    ("mkdocs.yml", "site_name: x", "site_name: x\nsite_name: x", "2:1: key 'site_name' stands here twice; keep one"),
    ("data/units.yml", "  percent:", "  percent: '#%'\n  percent:", "5:3: key 'percent' stands here twice; keep one"),
])
def test_a_key_that_stands_twice_is_refused(problems, name, old, new, wanted):
    texts = {"data/facts.yml": FACTS, "data/table.yml": TABLE, "docs/index.md": PAGE,
             "mkdocs.yml": "site_name: x\nnav:\n- index.md\n", **SETTINGS}
    assert f"{name}:{wanted}" in problems({name: texts[name].replace(old, new, 1)})

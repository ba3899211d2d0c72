"""Edits in haste that once passed, or were followed by a flood of what was right: each is told once, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site.site import Site
from tests.conftest import FACTS, OTHER, PAGE, SETTINGS, SOURCES, TABLE

MORE = FACTS.split("\n", 1)[1].replace("covered:", "more:")
ENUM = "type: string, title: Counted by, description: Body and what it counted."
ONE_AGAIN = "stands here twice; keep one"
CUT = "the file ends within a line; is it whole? end its last line"


def claims(first: str, second: str, value: int = 8) -> str:
    """The fact with two sides, each as who says which value."""
    sides = "".join(f"    - {{{side}, sources: [law]}}\n" for side in (first, second))
    return FACTS.replace("value: 8", f"value: {value}") + f"    claims:\n{sides}    preferred: A.\n"


def said(root: Path) -> list[str]:
    return [str(problem) for problem in sorted(set(Site.read(root).problems))]


@pytest.mark.parametrize(("name", "text", "wanted"), [
    # what stands twice in a list
    ("facts", FACTS.replace("[law]", "[{source: law, printed: [eight, eight], read: 2026-11-24}]"),
     f"8:46: printed: 'eight' {ONE_AGAIN}"),
    ("table", TABLE.replace(ENUM, ENUM + ", enum: [Conference, Conference]"), f"2:404: enum: 'Conference' {ONE_AGAIN}"),
    ("table", TABLE.replace("title: Dep", "uniqueKeys: [[year, year]]\ntitle: Dep"),
     f"3:21: uniqueKeys: 'year' {ONE_AGAIN}"),
    ("table", TABLE.replace("title: Dep", "order: [[year, year]]\ntitle: Dep"), f"3:16: order: 'year' {ONE_AGAIN}"),
    ("site", SETTINGS["data/site.yml"].replace("  kept_whole: [", "  kept_whole: [Title, Title, "),
     "{line}:23: kept_whole: 'Title' " + ONE_AGAIN),
    # a row or a fact copied and not changed
    ("table", TABLE + TABLE.split("rows:\n")[1].split("\n")[1].replace("y75", "y76") + "\n",
     "10:8: id: 'y76' is but for its id the same as row 'y75'; change it, or take it out"),
    # sides of a disagreement
    ("facts", claims("value: 8, who: A", "value: 9, who: A"), "11:23: who: 'A' stands here twice; give each side once"),
    ("facts", claims("value: 7, who: A", "value: 9, who: B"), "4:12: value: 8 is what no claim says; allowed: 7, 9"),
    # columns
    ("table", TABLE.replace(ENUM, ENUM + ", default: Conference"),
     "2:297: columns: default, where each cell is required; write required: false, or take the default out"),
    ("table", TABLE.replace(ENUM, ENUM + ", required: false, enum: [Conference], default: Conferense"),
     "2:297: columns: default: 'Conferense' is not one of enum; allowed: Conference; did you mean 'Conference'?"),
    # days, letters, work left to do
    ("facts", FACTS + "    check_by: 2062-05-17\n",
     "9:15: check_by: 2062-05-17 is more than five years after checked, 2026-11-24; is the year right?"),
    ("facts", FACTS.replace("Countries", "Cоuntries"),
     "3:12: label: 'Cоuntries': letters of two alphabets in one word; write it in one; did you mean 'Countries'?"),
    ("facts", FACTS.replace("covered\n", "TODO\n"), "3:12: label: 'TODO' is work left to do; do it, or take it out"),
    ("facts", FACTS.replace("  covered:", "  cоvеred:"),
     "2:3: id 'cоvеred'; allowed: small letters, digits and single hyphens, at most 60; did you mean 'covered'?"),
])
def test_in_data_it_is_told_where_it_stands(problems, name, text, wanted):
    line = next((number for number, line in enumerate(text.split("\n"), 1) if "Title, Title" in line), 0)
    assert problems({f"data/{name}.yml": text}) == [f"data/{name}.yml:{wanted}".replace("{line}", str(line))]


def test_a_file_cut_short_is_told_though_what_is_left_of_it_can_be_read(problems):
    assert problems({"data/facts.yml": FACTS + MORE.rstrip("\n")}) == [f"data/facts.yml:15:19: {CUT}"]


def test_a_label_copied_to_a_fact_of_another_unit_is_told(problems):
    files = {"data/facts.yml": FACTS + MORE.replace("unit: countries", "unit: persons"),
             "docs/index.md": PAGE.replace('fact("covered") }}', 'fact("covered") }}, {{ fact("more") }}')}
    assert problems(files) == ["data/facts.yml:10:12: label: fact 'covered' at data/facts.yml:2 has this label and "
                               "period; keep one, or say what each is of"]


BARS = 'bars("departures", label="year", values=["persons"], unit="persons", title="T"'


@pytest.mark.parametrize(("line", "wanted"), [
    (f'{{{{ {BARS}, where={{"year": [1973, 1973]}}) }}}}', [f"15:1: year: 1973 {ONE_AGAIN}"]),
    (f'{{{{ {BARS}, where={{"year": 1973, "year": 1975}}) }}}}', [f"15:1: key 'year' {ONE_AGAIN}"]),
    ('{{ key_facts("covered", "covered") }}', [f"15:15: key_facts(): 'covered' {ONE_AGAIN}"]),
    ("See [this] (index.md#figures).", ["15:10: a space in a link; write [words](address) without one"]),
    ("See (this)[index.md#figures].", ["15:10: a link the wrong way round; write [words](address)"]),
    ("See https://a.example/b.", ["15:5: an address alone, 'https://a.example/b.'; write [words](address)"]),
    ("See <https://a.example/b> and [https://a.example/b](https://a.example/b).", []),
    ("## {#more} Words", ["15:4: {#more} is the id of a heading; it stands at the end of one, as in ## Words {#more}"]),
    ("Words {#more}", ["15:7: {#more} is the id of a heading; it stands at the end of one, as in ## Words {#more}"]),
    ("FIXME, a sentence.", ["15:1: 'FIXME' is work left to do; do it, or take it out"]),
    ("Is it so???", ["15:9: '???' is work left to do; do it, or take it out"]),
])
def test_on_a_page_it_is_told_where_it_stands(problems, line, wanted):
    assert problems({"docs/index.md": f"{PAGE}\n{line}\n"}) == [f"docs/index.md:{said}" for said in wanted]


@pytest.mark.parametrize(("files", "wanted"), [
    ({"data/facts.yml": "facts:\n"}, ["data/facts.yml:1:7: facts: wanted a mapping of ids to records"]),
    ({"data/table.yml": ""},
     ["data/table.yml:1:1: empty file; a data file begins with one of: facts:, sources:, table:"]),
    ({"data/sources.yml": SOURCES[:SOURCES.index("    accessed")].rstrip()},
     [f"data/sources.yml:6:26: {CUT}"]),
    ({"docs/index.md": PAGE[:-30]}, ["docs/index.md:13:1: {{ without its }}; close the call before the next one or the "
                                     "end of the paragraph", f"docs/index.md:13:26: {CUT}"]),
    ({"docs/index.md": PAGE + '\n{{ key_facts("more", titel="T") }}\n', "data/more.yml": "facts:\n" + MORE.replace(
        "Countries", "Persons")},
     ["docs/index.md:15:1: key_facts(): no argument 'titel'; allowed: ids, title; did you mean 'title'?"]),
    ({"docs/index.md": PAGE.replace('"covered")', '"covered"')},
     ["docs/index.md:9:11: not a call that can be read: unexpected '}', expected ')'"]),
])
def test_what_was_there_before_is_not_blamed(problems, files, wanted):
    assert problems(files) == wanted


def test_what_stands_in_a_file_of_a_mistyped_ending_is_not_blamed(project):
    root = project({"docs/old.mdd": OTHER})
    (root / "data/facts.yml").rename(root / "data/facts.yam")
    assert said(root) == ["data/facts.yam:1:1: a file that ends with .yam; data end with .yml",
                          "docs/old.mdd:1:1: a page that ends with .mdd; pages end with .md"]


def test_a_project_without_settings_of_the_engine_is_told(project):
    root = project()
    (root / "mkdocs.yml").unlink()
    assert said(root) == ["mkdocs.yml:1:1: the file is missing; it holds the menu, and what the engine is told"]

"""Hostile markup from public lists, in every place where strangers write: it is refused at its line, or what is built
holds nothing but what is allowed, in whichever engine the plain pages are read."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

import markdown
import pytest
from markdown_it import MarkdownIt

from macros.engine.html.allow_list import forbidden
from macros.records import cache
from macros.site.site import Site
from tests.conftest import FACTS, PAGE, SOURCES, TABLE
from tests.html_oracle import alive, faults

_ESCAPE = re.compile(r"\\(\\|[ntr0]|x[0-9a-f]{2}|u[0-9a-f]{4})")
_SIMPLE = {"\\": "\\", "n": "\n", "t": "\t", "r": "\r", "0": "\0"}


def _read(text: str) -> list[str]:
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [_ESCAPE.sub(lambda found: _SIMPLE.get(found[1]) or chr(int(found[1][1:], 16)), line) for line in lines]


PAYLOADS = _read((Path(__file__).parent / "payloads.txt").read_text("utf-8"))


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """What is read here once is not kept among what is read each day."""
    monkeypatch.setattr(cache, "_FOLDER", tmp_path / "cache")


OURS = ["fenced_code", "abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
OTHERS = {
    "Python-Markdown alone": [],
    "what Zensical and Material propose": [
        *OURS, "admonition", *(f"pymdownx.{name}" for name in (
            "betterem", "caret", "critic", "details", "highlight", "inlinehilite", "keys", "magiclink", "mark",
            "superfences", "tabbed", "tilde"))]}


BARE = PAGE[:PAGE.index("## In figures")] + "## In figures {#figures}\n"


@lru_cache(maxsize=1)
def _common_mark() -> MarkdownIt:
    """CommonMark with HTML in it, and without its own check of addresses."""
    engine = MarkdownIt("commonmark", {"html": True}).enable("table")
    engine.validateLink = lambda address: True
    return engine


def convert(text: str, extensions: list[str]) -> str:
    configs = {"tables": {"use_align_attribute": True}} if "tables" in extensions else {}
    return markdown.markdown(text, extensions=extensions, extension_configs=configs)


def live(text: str) -> list[str]:
    """What lives in a page of plain Markdown as any engine shows it; ours may hold only what is allowed."""
    html = convert(text, OURS).replace(' align="right"', "").replace(' align="left"', "")
    return [*forbidden(html), *faults(html), *alive(_common_mark().render(text)),
            *(fault for extensions in OTHERS.values() for fault in alive(convert(text, extensions)))]


def page(number: int, payload: str, place: str) -> str:
    """A page of its own for a payload, told from the others by its title."""
    return BARE.replace("# What", f"# {number}: what") + f"\n{place.replace('*', payload)}\n"


PLACES = {
    "prose": "*", "behind words": "Some words *", "a quotation": "> *", "a list": "- a\n- *",
    "a definition": "Word\n:   *", "code": "`*`", "a block of code": "```\n*\n```", "indented code": "    *",
    "code of a language": "```html\n*\n```",
    "the words of a link": "[*](#figures)", "an address": "[x](*)", "an address in brackets": "[x](<*>)",
    "the title of a link": '[x](#figures "*")', "a picture": "![*](x.png)", "the address of a picture": "![x](*)",
    "a heading": "## *", "a cell": "| a | b |\n| - | - |\n| * | * |", "emphasis": "**_*_**", "an autolink": "<*>",
    "an abbreviation": "*[XSS]: *\n\nXSS".replace("*[", "\\*[", 1), "attributes": "Word {: * }",
    "the address of a web page": "[x](https://x.invalid/*)", "between calls": '{{ fact("covered") }}*{{ cite("law") }}'}


EVERY = pytest.mark.parametrize("every", [8, pytest.param(1, marks=pytest.mark.wide)])


def _some(every: int, place: str) -> list[tuple[int, str]]:
    """Each so many-th payload with its number, others in other places."""
    return [pair for pair in enumerate(PAYLOADS) if (pair[0] + len(place)) % every == 0]


@EVERY
@pytest.mark.parametrize("place", PLACES)
def test_on_a_page_it_is_refused_or_nothing(project, place, every):
    files = {f"docs/p{number}.md": page(number, payload, PLACES[place]) for number, payload in _some(every, place)}
    _judge(Site.read(project(files)), {"index.md", "x.png"})


def _judge(site: Site, known: set[str]) -> None:
    """Each page of `site` has a problem, told on one line at its place, or nothing lives in it."""
    refused = {problem.path.removeprefix("docs/") for problem in site.problems}
    assert [problem for problem in site.problems if problem.line < 1 or "\n" in str(problem)] == []
    assert all(problem.path.startswith("docs/p") for problem in site.problems)
    passed = {path: text for path, text in site.markdown.items() if path not in refused | known}
    assert {path: said for path, text in passed.items() if (said := live(text))} == {}


@EVERY
@pytest.mark.parametrize("call", [
    'key_facts("covered", title=*)', 'table("departures", caption=*)', 'cite("law", *)', 'cite("law", locator=*)',
    'bars("departures", label="series", values=["persons"], unit="persons", title=*)', "fact(*)", "cell(*, *, *)",
    "table(*, columns=[*], where={*: *})",
    'doors({"page": "index.md", "fact": "covered", "says": *})',
    'doors({"page": "index.md", "says": "A", "picture": {"draws": "lines", "table": "departures", "x": "year", '
    '"y": ["persons"], "unit": "persons", "title": *} })'])
def test_in_a_call_it_is_refused_or_shown(project, call, every):
    files = {f"docs/p{number}.md": page(number, json.dumps(payload), "{{ " + call + " }}")
             for number, payload in _some(every, call)}
    _judge(Site.read(project(files)), {"index.md"})


@EVERY
@pytest.mark.parametrize("line", ["title: *", "description: *", "next: [*]", "hide: [*]", "edited: *", "*: x"])
def test_in_a_head_it_is_refused_or_cannot_be_markup(project, line, every):
    """Themes print title and description as they stand, so no mark of HTML is let through."""
    key = line.partition(":")[0]
    head = BARE if key not in ("title", "description", "edited") else re.sub(rf"^{key}: .*\n", "", BARE, flags=re.M)
    files = {}
    for number, payload in _some(every, line):
        words = json.dumps(payload + " " * 50 if key == "description" else payload)
        text = head.replace("---\n", f"---\n{line.replace('*', words)}\n", 1)
        files[f"docs/p{number}.md"] = text.replace("# What", f"# {number}: what")
    site = Site.read(project(files))
    _judge(site, {"index.md"})
    refused = {problem.path.removeprefix("docs/") for problem in site.problems}
    heads = [page.head for path, page in site.pages.items() if path not in refused]
    assert [head for head in heads if re.search('[<>"\x00-\x08]', head.title + head.description)] == []


def _records(number: int, payload: str) -> tuple[str, str, str]:
    """A fact, a row and a source that say the payload wherever they say words."""
    words, address = json.dumps(payload), json.dumps(f"https://x.invalid/{payload}")
    fact = FACTS.split("\n", 1)[1].replace("covered:", f"f{number}:").replace("Countries covered", words)
    fact = fact.replace("value: 8\n    unit: countries", f"value: {words}").replace("[law]", f"[s{number}]")
    fact += f"    note: {words}\n    caution: {words}\n    preferred: {words}\n    claims:\n" + 2 * (
        f"    - {{value: {words}, who: {words}, sources: [{{source: law, locator: {words}}}]}}\n")
    row = f"- {{id: r{number}, year: {number}, persons: 1, series: {words}, note: {words}, sources: [law]}}\n"
    url = f"url: {address}, " if number % 3 == 0 else ""
    return fact, row, (f"  s{number}: {{title: {words}, publisher: {words}, {url}caveat: {words}, "
                       "accessed: 2026-11-24, kind: law}\n")


SHOWN = """{{ fact("fN") }}{{ note("fN") }}{{ cite("sN") }}{{ cell("departures", "rN", "series") }}

{{ key_facts("fN") }}
"""


@EVERY
def test_in_a_record_it_is_refused_or_shown(project, monkeypatch, every):
    monkeypatch.setenv("REPO_URL", "https://git.invalid/owner/name")
    some = [(number, *_records(number, payload)) for number, payload in _some(every, "")]
    _, facts, rows, sources = zip(*some, strict=True)
    files = {f"docs/p{number}.md": page(number, SHOWN.replace("N", str(number)), "*") for number, *_ in some}
    site = Site.read(project({
        **files, "docs/index.md": PAGE.replace('"persons"]', '"series"]'), "data/facts.yml": FACTS + "".join(facts),
        "data/sources.yml": SOURCES + "".join(sources), "data/table.yml": TABLE + "".join(rows)}))
    assert {problem.path for problem in site.problems} <= {"data/facts.yml", "data/sources.yml", "data/table.yml"}
    assert [problem for problem in site.problems if problem.line < 3 or "\n" in str(problem)] == []
    assert len(site.records.facts) > 0.9 * len(some) and len(site.records.sources) > 0.6 * len(some)
    assert {path: said for path, text in site.markdown.items() if (said := live(text))} == {}


def test_there_are_many_payloads_and_each_once():
    assert len(set(PAYLOADS)) == len(PAYLOADS) > 250


def test_what_is_not_refused_is_most_of_what_is_harmless(project):
    harmless = ["Words.", "a < b & c", "It’s * so", "[x](https://x.invalid/a?b=c#d)", "<https://x.invalid/a>",
                '[x](index.md#figures "More")', "**a** _b_ `c`", "## A heading {#a-heading}", "a (b) [c] d", "!"]
    files = {f"docs/p{number}.md": page(number, words, "*") for number, words in enumerate(harmless)}
    assert Site.read(project(files)).problems == []



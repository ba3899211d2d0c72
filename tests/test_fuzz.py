"""Whatever a stranger writes, it is told what is wrong, where, on one line, or it is published: nothing else happens.

Valid files are spoiled, calls are made with any arguments, Markdown is put together from its marks. `FUZZ=100` tries a
hundred times as many examples as `make test` does, and others at each run.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from itertools import product
from math import inf
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.calls import CALLS, parameters
from macros.cli import formatting
from macros.cli.reports import due
from macros.cli.reports.changes import compare
from macros.cli.reports.changes_report import report as report_changes
from macros.export.linked_data import script
from macros.export.plain_markdown import files_of
from macros.records import cache
from macros.records.problems import report
from macros.site import site as sites
from macros.site.site import Site
from tests.every_call import CALLS as EVERY_CALL
from tests.every_call import files as every_file
from tests.fuzzing import tries
from tests.test_payloads import OURS

SECONDS = 10  # of work for the smallest change of a small project, on a machine that has much else to do
MENU = "site_name: x\ndocs_dir: docs\nnav:\n  - Home: index.md\n"
WHOLE = {**every_file(), "mkdocs.yml": MENU}
MAPS = ("country_map", "place_map", "route_map")
SMALL = {**WHOLE, "docs/index.md": "\n".join(
    line for line in WHOLE["docs/index.md"].split("\n") if not any(name in line for name in MAPS))}
SMALL = {name: text for name, text in SMALL.items() if name not in ("data/places.yml", "data/legs.yml")}
DATA = sorted(name for name in SMALL if name.startswith("data/"))


class Bench:
    """A project on disk, of which one file after the other is spoiled and mended again."""

    def __init__(self, root: Path, files: dict[str, str]) -> None:
        self.root, self.files = root, files
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        self.before = Site.read(root, "compare")

    def tell(self, name: str, content: str | bytes) -> list[str]:
        """What is said of the project where the file `name` holds `content`; nothing of a page that is published."""
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        (self.root / name).write_bytes(data)
        began = time.process_time()
        try:
            return list(self._told())
        finally:
            (self.root / name).write_text(self.files[name], "utf-8")
            assert time.process_time() - began < SECONDS

    def _told(self) -> Iterator[str]:
        for purpose in ("check", "publish"):
            site = Site.read(self.root, purpose)
            for problem in site.problems:
                assert problem.path and problem.line >= 1 and problem.column >= 1, problem
                assert len(str(problem).splitlines()) == 1 and str(problem).isprintable(), problem
                yield str(problem)
        list(formatting.out_of_style(self.root))
        report(site.problems).encode("utf-8")
        if not site.problems:
            self._publish(site)

    def _publish(self, site: Site) -> None:
        """All that is made of a site without a problem."""
        sites._seen[self.root.resolve()] = inf, site
        assert all(isinstance(content, bytes) for content in files_of(site).values())
        for path, page in site.pages.items():
            site.reading = path
            html = markdown.markdown(
                page.text[page.body:], extensions=["macros.engine.extension", *OURS], extension_configs={
                    "macros.engine.extension": {"root": str(self.root)}, "tables": {"use_align_attribute": True}})
            (html + script(site.contexts[path])).encode("utf-8")
        due.report(due.due(site, site.pages["index.md"].head.edited), site.pages["index.md"].head.edited)
        report_changes(compare(self.before, Site.read(self.root, "compare"))).encode("utf-8")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    yield from _bench(tmp_path_factory, SMALL)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    yield from _bench(tmp_path_factory, WHOLE)


def _bench(tmp_path_factory, files):
    folder = cache._FOLDER
    root = tmp_path_factory.mktemp("bench")
    cache._FOLDER = root / "cache"  # what is read here once is not kept among what is read each day
    yield Bench(root / "project", files)
    cache._FOLDER = folder


VALUES = [
    "null", "~", "", "[]", "{}", "[a, b]", "{a: b}", "[[a]]", "[null]", "9" * 400, "-1", "0", "-0", "0.1", "-0.0",
    "1" + "0" * 20, "1e999", ".nan", ".inf", "-.inf", "true", "no", "2026-02-30", "0001-01-01", "9999-12-31", "0000",
    "0000-00-00", "10000", "2026-13", "1973/1986", "2024/2020", "/", "1/", '"\\ud800"', '"\\0"', '"\\x85"',
    '"\\u2028"', '"\\t"', '"\\n"', "&a x", "*a", "!!python/object:os.system x", "!!int 3", "!!binary aGk=", "!x",
    "<<: *a", '"', "'", "|", ">-", "|\n  x", "[" * 50, "{" * 50, "- " * 50, "? a", '"{{ x }}"', '"{% x %}"', "%YAML 9",
    "---", "...", "@", "`", "x" * 700, "#", " #", "\u00e9", "\u200b", "\u202e", "e\u0301", "\ud800", "\x00", "\x07",
    "\x85", "\ufeff", "\t", "\r", "12:30", "0x10", "0o7", "1_000", "+1", "covered", "law", "index.md",
    "index.md#figures", "#figures", "../x", "/", "\\", "(?:", "(a+)+$", "[", "*", "# | # | #", "#", "a #", "%s", "{0}",
    "{", "}", ":", "a: b", "departures", "year", "id", "sources", "note", "__class__", "model_config", "copy", "Cuba",
    "date", "persons"]
MARKS = ["\n", "\n\n", " ", "  ", "    ", "- ", "* ", "1. ", "> ", "#", "## ", "`", "```\n", "~~~\n", "*", "**", "_",
    "__", "[", "]", "(",
         ")", "](", "![", "[^", "]:", "*[", "<", ">", "&", "&lt;", "|", "| - |\n", "---\n", "===\n", "\\", ":   ", "{",
         "}", "{#x}", "{: .x }", "{{", "}}", "{%", "{#", '{{ fact("covered") }}', '{{ note("covered") }}', "words",
         "index.md", "#figures", "https://x.invalid/", "x.png", '"', "'", "!", "\u00a0", "\u3000", "é", "\x00", "\x02",
         "wzxhzdk:0", "klzzwxh:0000"]


@st.composite
def spoiled(draw, text: str) -> str:
    """`text` after a few changes such as a tired or an ill-willed editor makes."""
    for _ in range(draw(st.integers(1, 3))):
        change = draw(st.sampled_from([_value, _value, _line, _piece, _cut]))
        text = change(draw, text)
    return text


def _value(draw, text: str) -> str:
    """Another value behind a key, in a list or in a call."""
    places = [match.span(1) for match in re.finditer(r"(?<=[:,\[({=-] )([^\s,\]})]+)|(?<=[(\[])([^\s,\]})]+)", text)
              if match[1]] or [(0, 0)]
    start, end = draw(st.sampled_from(places))
    return text[:start] + draw(st.sampled_from(VALUES)) + text[end:]


def _line(draw, text: str) -> str:
    """A line left out, said twice, moved or shifted."""
    lines = text.split("\n")
    at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    line = lines.pop(at)
    return "\n".join({0: lines, 1: [*lines[:at], line, line, *lines[at:]], 2: [*lines[:to], line, *lines[to:]],
                      3: [*lines[:at], "  " + line, *lines[at:]], 4: [*lines[:at], line[2:], *lines[at:]]}[
                          draw(st.integers(0, 4))])


def _piece(draw, text: str) -> str:
    """Something in between."""
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.one_of(st.sampled_from(VALUES + MARKS), st.text(max_size=3))) + text[at:]


def _cut(draw, text: str) -> str:
    """A piece left out, or all behind it."""
    start = draw(st.integers(0, len(text)))
    return text[:start] + text[start + draw(st.sampled_from([1, 2, 5, 50, len(text)])):]


@tries(24)
@given(st.sampled_from(DATA).flatmap(lambda name: st.tuples(st.just(name), spoiled(SMALL[name]))))
def test_spoiled_data(small, case):
    small.tell(*case)


@tries(6)
@given(st.sampled_from(["data/places.yml", "data/legs.yml", "data/status.yml"]).flatmap(
    lambda name: st.tuples(st.just(name), spoiled(WHOLE[name]))))
def test_spoiled_data_of_maps(whole, case):
    whole.tell(*case)


@tries(14)
@given(spoiled(SMALL["docs/index.md"]))
def test_a_spoiled_page(small, text):
    small.tell("docs/index.md", text)


HEAD, BODY = SMALL["docs/index.md"][4:].split("---\n", 1)


@tries(14)
@given(spoiled(HEAD))
def test_a_spoiled_head(small, text):
    small.tell("docs/index.md", f"---\n{text}---\n{BODY}")


@tries(8)
@given(spoiled(MENU))
def test_a_spoiled_menu(small, text):
    small.tell("mkdocs.yml", text)


@tries(12)
@given(st.sampled_from(sorted(SMALL)), st.one_of(st.text(), st.binary(),
    st.lists(st.sampled_from(VALUES + MARKS)).map("".join)))
def test_any_text_or_bytes_in_place_of_a_file(small, name, content):
    small.tell(name, content)


WORDS = ["covered", "law", "departures", "y73", "year", "persons", "series", "id", "note", "as_of", "sources", "event",
    "status",
         "step", "term", "question", "places", "legs", "country", "index.md", "title", "copy", "__class__", "",
         "x" * 700]
ARGUMENTS = st.recursive(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=4), st.integers(-3, 3), st.just(10 ** 40), st.booleans(),
    st.none(),
              st.floats(allow_nan=False, allow_infinity=False)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(WORDS), inner, max_size=3)),
    max_leaves=6)


@st.composite
def a_call(draw) -> str:
    """A call of anything with any plain arguments, sometimes with a slip in it."""
    name = draw(st.sampled_from(sorted(CALLS)))
    names = st.sampled_from([*parameters(name), *parameters(name), "x", "page", "self"])
    made = [repr(value) for value in draw(st.lists(ARGUMENTS, max_size=3))]
    made += [f"{key}={value!r}" for key, value in draw(st.dictionaries(names, ARGUMENTS, max_size=4)).items()]
    text = f"{name}({', '.join(made)})"
    return _piece(draw, text) if draw(st.integers(0, 4)) == 0 else text


@tries(20)
@given(a_call())
def test_a_call_with_any_arguments(whole, text):
    whole.tell("docs/index.md", f"{WHOLE['docs/index.md']}\n{{{{ {text} }}}}\n")


@tries(14)
@given(st.sampled_from(EVERY_CALL).flatmap(spoiled))
def test_a_spoiled_call(whole, text):
    whole.tell("docs/index.md", f"{WHOLE['docs/index.md']}\n{{{{ {text} }}}}\n")


@tries(24)
@given(st.lists(st.sampled_from(MARKS), max_size=25).map("".join))
def test_any_marks_of_markdown(small, text):
    small.tell("docs/index.md", f"{SMALL['docs/index.md']}\n{text}\n")


DEEP = [
    ">" * 5000, "> " * 5000, "- " * 2000, "[" * 10000, "![" * 5000, "(" * 10000, "](" * 5000, "*" * 10000,
    "*a " * 5000, "**a " * 3000, "1. " * 500, "* 1. " * 500, "".join("    " * depth + "- a\n" for depth in range(200)),
    "[a " * 90, "_a" * 5000, "`" * 10000, "`a``" * 3000, "\\" * 10000, "&" * 10000, "|" * 5000,
    "| a " * 1000 + "\n" + "| - " * 1000, "#" * 10000, "<" * 10000, "{" * 10000, "{{" * 5000, "{{ " * 3000,
    "}}" * 5000, "\n" * 20000, " " * 20000, "a" * 200_000, "a " * 50_000, "[a](#figures) " * 2000,
    "[a](#figures" * 3000, "<https://x.invalid/" * 2000, "https://x.invalid/" * 3000, "*[a]: b\n" * 2000,
    "[^a]: b\n" * 2000, "1. a\n" * 3000, "".join("  " * depth + "- a\n" for depth in range(300)),
    "a\n:   b\n\n" * 1000, "```\n" * 3000, "~~~\n" * 3001, "---\n" * 3000, "a\n===\n" * 290, "## a\n" * 290,
    "{#a}" * 3000, "\u0301" * 5000, '{{ fact("covered") }}' * 500, "{{ fact(" + "[" * 500 + "]" * 500 + ") }}",
    "{{ fact(" + "-" * 3000 + "1) }}", "{{ fact(" + "not " * 3000 + "1) }}",
    "{{ fact(" + "(" * 300 + "1" + ")" * 300 + ") }}", "{{ fact(" + "{1:" * 300 + "1" + "}" * 300 +
    ") }}", "{{ fact(1" + "+1" * 3000 + ") }}", "{{ fact(x" + ".y" * 3000 + ") }}", "{{ fact(x" + "|y" * 3000 + ") }}",
    "{{ fact('" + "a" * 100_000 + "') }}", "{{ fact(" + "9" * 10_000 + ") }}", "{{ fact(1e400) }}",
    "{{ fact({[1]: 2}) }}"]


@pytest.mark.parametrize("text", [pytest.param(text, marks=pytest.mark.wide if number % 3 else (),
    id=f"{len(text)} of {text[:8]!r}")
                                  for number, text in enumerate(DEEP)])
def test_deep_and_long_markdown(small, text):
    small.tell("docs/index.md", f"{SMALL['docs/index.md']}\n{text}\n")


def test_what_is_not_spoiled_is_published(small, whole):
    for bench in (small, whole):
        assert bench.tell("docs/index.md", bench.files["docs/index.md"]) == []
        assert bench.tell("docs/index.md", bench.files["docs/index.md"] + "\n{{ fct() }}\n")


WORST = ["9" * 400, "-" + "9" * 30, "0", "1" + "0" * 30 + ".5", "0001-01-01", "9999-12-31", "0001/9999", "null", "'('",
    "''", "[]"]


def _exchanged(name: str) -> Iterator[str]:
    """The file with another value behind the first of each key, one at a time."""
    text, seen = WHOLE[name], set()
    for found in re.finditer(r"([\w-]+): ([^\s,\]}{\[]+)", text):
        if found[1] not in seen:
            seen.add(found[1])
            yield from (text[:found.start(2)] + value + text[found.end(2):] for value in WORST)


@pytest.mark.wide
@pytest.mark.parametrize("name", sorted(name for name in WHOLE if name.startswith("data/")))
def test_each_value_exchanged_for_the_worst(whole, name):
    for text in _exchanged(name):
        whole.tell(name, text)


RULES = ["order: [[{0}, {1}]]", "series: {{column: {0}}}", "uniqueKeys: [[{0}, {1}]]",
         "foreignKeys: [{{columns: [{0}], table: bills}}]", "equals: [{{column: {0}, sum: [{1}]}}]",
         "equals: [{{column: persons, sum: [persons], less: {0}, within_percent: {1}}}]",
         "equals: [{{column: persons, total: {{table: departures, column: {0}, key: {1}}}}}]",
         "computed: [{{column: {0}, function: with-unit, of: [{1}]}}]"]
COLUMN_NAMES = ["year", "persons", "series", "other_count", "id", "sources", "note", "as_of", "checked", "nope"]


@pytest.mark.wide
@pytest.mark.parametrize("rule", RULES)
def test_each_rule_of_a_head_on_each_two_columns(small, rule):
    text = SMALL["data/table.yml"]
    for one, other in product(COLUMN_NAMES, repeat=2):
        small.tell("data/table.yml", text.replace("title: Dep", f"{rule.format(one, other)}\ntitle: Dep", 1))

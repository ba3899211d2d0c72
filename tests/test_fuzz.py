"""Whatever a stranger writes, it is told what is wrong, where, on one line, or it is published: nothing else happens.

Valid files are spoiled, calls are made with any arguments, Markdown is put together from its marks. `FUZZ=100` tries a
hundred times as many examples as `make test` does, and others at each run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench import DATA, MENU, SMALL, WHOLE
from tests.fuzzing import tries
from tests.spoiling import MARKS, VALUES, spoiled


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

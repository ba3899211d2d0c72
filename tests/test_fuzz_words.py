"""Calls with any arguments and any marks of Markdown: told what is wrong, where, on one line, or published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.calls import CALLS, parameters
from tests.bench import SMALL, WHOLE
from tests.every_call import CALLS as EVERY_CALL
from tests.fuzzing import tries
from tests.spoiling import MARKS, piece, spoiled

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
    return piece(draw, text) if draw(st.integers(0, 4)) == 0 else text


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

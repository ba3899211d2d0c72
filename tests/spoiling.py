"""What a stranger may write: valid text with a value, a line or a piece of it exchanged, doubled or cut."""

from __future__ import annotations

import re

from hypothesis import strategies as st

__all__ = ["MARKS", "VALUES", "piece", "spoiled"]

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
        change = draw(st.sampled_from([_value, _value, _line, piece, _cut]))
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


def piece(draw, text: str) -> str:
    """Something in between."""
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.one_of(st.sampled_from(VALUES + MARKS), st.text(max_size=3))) + text[at:]


def _cut(draw, text: str) -> str:
    """A piece left out, or all behind it."""
    start = draw(st.integers(0, len(text)))
    return text[:start] + text[start + draw(st.sampled_from([1, 2, 5, 50, len(text)])):]

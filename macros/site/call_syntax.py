"""Finds the calls `{{ name("word", key=1) }}` in a page, and reads them without running anything.

A page may call the site's macros with literal arguments, and that is all: no filter, no
attribute, no loop, no arithmetic. Jinja's own parser reads each call, so the syntax is Jinja's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..records.schema.types import argument

__all__ = ["Call", "CallError", "find_calls", "repeated", "texts"]

_OPEN = re.compile(r"\{\{|\{%|\{#(?!\w)")
_END = re.compile(r"\}\}|\{\{|\n[ ]*\n")
_OFFSET = re.compile(r" at \d+\Z")
_PLAIN = re.compile(r"""\s*(\w+)\(\s*("[^"\\{}]*"(?:\s*,\s*"[^"\\{}]*")*)\s*\)\s*""")
_CURLY = re.compile("[\u2018-\u201f\u00ab\u00bb]")
_QUOTED = re.compile(r'"([^"]*)"')
_PARSER = Environment(autoescape=False)  # parses only; nothing is ever rendered with it
_LITERALS = (nodes.Const, nodes.TemplateData, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair)


class CallError(Exception):
    """A call that cannot be read; its text says why."""


@dataclass(frozen=True)
class Call:
    """A call, and where it stands in the text; `error` is set when it cannot be read."""

    start: int
    end: int
    name: str = ""
    args: tuple = ()
    kwargs: dict[str, object] = field(default_factory=dict)
    error: str = ""


def find_calls(text: str, position: int = 0) -> Iterator[Call]:
    """Every call in `text` from `position` on, in order; also what looks like one and is not."""
    while match := _OPEN.search(text, position):
        call = _call(text, match)
        yield call
        position = call.end


def _call(text: str, match: re.Match) -> Call:
    start = match.start()
    if match[0] != "{{":
        return Call(start, match.end(), error=f"{match[0]} is not used in pages; a page calls "
                    "macros as {{ name(...) }}, and templates do the rest")
    end = _END.search(text, match.end())
    if not end or end[0] != "}}":
        return Call(start, match.end(), error="{{ without its }}; close the call before the next "
                    "one or the end of the paragraph")
    try:
        name, args, kwargs = _parse(text[match.end():end.start()])
        for words in texts((*args, kwargs)):
            argument(words)
    except (CallError, ValueError) as error:
        return Call(start, end.end(), error=str(error))
    except RecursionError:
        return Call(start, end.end(), error="nested too deeply")
    return Call(start, end.end(), name, args, kwargs)


def texts(value: object) -> Iterator[str]:
    """Every text in an argument."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts((*value, *value.values()))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts(item)


def repeated(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    """What stands twice in a list of an argument, with the name of the list; facts in the order of countries may."""
    if isinstance(value, list) and name != "facts":
        yield from ((name, item) for number, item in enumerate(value) if item in value[:number])
    for key, inner in value.items() if isinstance(value, dict) else ():
        yield from repeated(inner, key)
    for item in value if isinstance(value, (list, tuple)) else ():
        yield from repeated(item, name)


def _parse(expression: str) -> tuple[str, tuple, dict[str, object]]:
    if plain := _PLAIN.fullmatch(expression):  # most calls; spares Jinja's parser
        return plain[1], tuple(_QUOTED.findall(plain[2])), {}
    call = _expression(expression)
    if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
        raise CallError("not the call of a macro; write {{ name(...) }} with a macro's name")
    if call.dyn_args or call.dyn_kwargs:
        raise CallError("* and ** are not used in pages; write the arguments out")
    _refuse_twice("argument", [pair.key for pair in call.kwargs])
    args = tuple(_literal(arg) for arg in call.args)
    return call.node.name, args, {pair.key: _literal(pair.value) for pair in call.kwargs}


def _expression(expression: str) -> nodes.Expr:
    try:
        body = _PARSER.parse("{{" + expression + "}}").body
    except TemplateSyntaxError as error:
        said = _OFFSET.sub("", error.message or "")  # an offset into our own wrapping
        if _CURLY.search(expression):
            said = "use straight quotes, as in fact(\"id\")"
        raise CallError(f"not a call that can be read: {said}") from None
    output = body[0] if len(body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise CallError("not the call of a macro; write {{ name(...) }} with a macro's name")
    return output.nodes[0]


def _literal(node: nodes.Expr) -> object:
    if isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const):
        return -node.node.value if isinstance(node.node.value, (int, float)) else _refuse()
    parts = [node, *node.find_all(nodes.Node)]
    keys = [[pair.key for pair in part.items] for part in parts if isinstance(part, nodes.Dict)]
    if not all(isinstance(part, _LITERALS) for part in parts) or not all(
            isinstance(key, nodes.Const) for mapping in keys for key in mapping):
        _refuse()
    for mapping in keys:
        _refuse_twice("key", [key.value for key in mapping])
    return node.as_const()


def _refuse_twice(what: str, names: list[object]) -> None:
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise CallError(f"{what} {twice!r} stands here twice; keep one")


def _refuse() -> None:
    raise CallError("arguments must be plain values: text in quotes, numbers, true, false, none, "
                    "[lists] or {mappings}")

"""YAML laid out in one way: each value on a line, comments kept where they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import yaml

from ..records.reading import LOADER, read_text
from ..records.slips import comments

__all__ = ["laid_out"]

_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")  # JSON has them as they stand; YAML reads them otherwise
_ALONE = {"flow": "[{}]\n", "block": "k: {}\n", "key": "{}: k\n"}  # a scalar by itself


@dataclass(frozen=True)
class _Line:
    """A line to write, and the lines of the file, from 0, that it replaces."""

    start: int
    end: int
    text: str


def laid_out(text: str) -> Iterator[str]:
    """The lines of the YAML document in `text`, in style; it must hold no alias and no tag."""
    node, source = yaml.compose(text, Loader=LOADER), text.split("\n")
    lines = _merged(list(_block(node, 0)) if node else [], list(_comments(text)))
    for number, line in enumerate(lines):
        if number and line.start and not source[line.start - 1].strip():
            yield ""
        yield line.text


def _comments(text: str) -> Iterator[_Line]:
    """The comments, each with its line."""
    for offset, words in comments(text):
        number = text.count("\n", 0, offset)
        yield _Line(number, number, words.rstrip())


def _merged(lines: Iterable[_Line], comments: list[_Line]) -> Iterator[_Line]:
    """The lines with the comments above them, or the one comment behind them."""
    for line in lines:
        mine = [comment for comment in comments if comment.start <= line.end]
        comments = comments[len(mine):]
        behind = mine.pop().text if mine and mine[-1].start == line.start == line.end else ""
        indent = " " * (len(line.text) - len(line.text.lstrip()))
        yield from (replace(comment, text=indent + comment.text) for comment in mine)
        yield replace(line, text=f"{line.text}  {behind}" if behind else line.text)
    yield from comments


def _block(node: yaml.Node, indent: int) -> Iterator[_Line]:
    """The lines of a mapping or a list that is not inside [] or {}."""
    if not _is_block(node):
        yield _line(node.start_mark, node.end_mark, " " * indent + _inline(node))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _pair(key, value, indent)
    else:
        for item in node.value:
            yield from _item(item, indent)


def _pair(key: yaml.Node, value: yaml.Node, indent: int) -> Iterator[_Line]:
    head = " " * indent + _inline(key, "key") + ":"
    if _is_block(value):
        yield _line(key.start_mark, key.end_mark, head)
        yield from _block(value, indent + 2 * isinstance(value, yaml.MappingNode))
    else:
        yield _line(key.start_mark, value.end_mark, f"{head} {_inline(value)}".rstrip())


def _item(item: yaml.Node, indent: int) -> Iterator[_Line]:
    first, *rest = _block(item, indent + 2)
    yield replace(first, text=f"{' ' * indent}- {first.text.lstrip()}".rstrip())
    yield from rest


def _is_block(node: yaml.Node) -> bool:
    return not isinstance(node, yaml.ScalarNode) and not node.flow_style and bool(node.value)


def _line(start: yaml.Mark, end: yaml.Mark, text: str) -> _Line:
    last = end.line - (end.column == 0 and end.line > start.line)  # a block of text ends on the line after
    return _Line(start.line, last, text)


def _inline(node: yaml.Node, where: str = "block") -> str:
    """A value on one line, or a key."""
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(_inline(item, 'flow') for item in node.value)}]"
    if isinstance(node, yaml.MappingNode):
        pairs = (f"{_inline(key, 'key')}: {_inline(value, 'flow')}" for key, value in node.value)
        return f"{{{', '.join(pairs)}}}"
    is_plain = node.style in (None, "") and "\n" not in node.value and not _is_cut(node.value, where)
    return node.value if is_plain else _quoted(node.value, where)


def _is_cut(text: str, where: str) -> bool:
    """Do some readers of YAML, such as PyYAML, end the text at a question mark, as they do inside brackets?"""
    return "?" in text and where != "block"


def _quoted(text: str, where: str) -> str:
    """Text with the quotes that it needs, if any: single ones, or double where single would not do."""
    alone = read_text(_ALONE[where].format(text), "")
    means_itself = "\n" not in text and not alone.problems and alone.value in ({"k": text}, [text], {text: "k"})
    if means_itself and not _is_cut(text, where):
        return text
    if "'" in text or not text.isprintable():
        return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
    return f"'{text}'"

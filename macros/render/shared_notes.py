"""Notes that say the same share one number and one line, and marks that stand again in a sentence are left out.

A figure without a mark directly behind it rests on the next mark in its sentence. So a mark is left out only where the
same ones come again before the sentence ends and before any other mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["once", "shared"]

_MARKS = re.compile(r"(?:\[\^[\w-]+\])+")
_MARK = re.compile(r"\[\^([\w-]+)\]")
_MEND = '<span class="mend">'  # its links lead to one record, and are no part of what a note says
_FIRST = r"\[\^(?<!\]\[\^)(?<![.?!…]\[\^)(?<![.?!…][”\")]\[\^)"  # behind no other mark, and no end of a sentence
_REPEATABLE = rf"({_FIRST}[\w-]+\](?:\[\^[\w-]+\])*)"
_LINKED_TO = r'((?:<span id="fnref:[^"]*"></span>)*)'  # where marks of other notes stood; see shared_notes.py
_ENDS = r"[.?!…][”\")*_]*\s|\n\s*(?:\n|[-*+:#>|]|\d+\.\s)|\||<(?!/?(?:span|abbr|small|em|strong)\b)"
_REPEATED = re.compile(rf"{_REPEATABLE}{_LINKED_TO}(?=(?:(?!\[\^|{_ENDS}).)+\1(?!\[\^))", re.S)


def shared(text: str, notes: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """A page's Markdown whose marks lead to the first of the notes that say the same, and these notes by name.

    notes: the Markdown of each by its name. A note that has gone into another leaves an empty element there, and one at
    its first mark: with the ids by which notes and marks are linked to.
    """
    first: dict[str, str] = {}
    of = {name: first.setdefault(said.partition(_MEND)[0].strip(), name) for name, said in notes.items()}
    marked: set[str] = set()
    joined = {name: said for name, said in notes.items() if of[name] == name}
    for name, said in notes.items():
        if of[name] != name:
            joined[of[name]] = f'<span id="fn:{name}"></span>{_with_mending(joined[of[name]], said)}'
    return _MARKS.sub(lambda found: _marks(_MARK.findall(found[0]), of, marked), text), joined


def _with_mending(note: str, other: str) -> str:
    """A note with the links that mend the record of another."""
    links = other.partition(_MEND)[2].removesuffix("</span>")
    return f"{note} {_MEND}· {links}</span>" if links else note


def _marks(names: list[str], of: Mapping[str, str], marked: set[str]) -> str:
    """Marks that stand side by side, each number once."""
    gone = [name for name in dict.fromkeys(names) if of.get(name, name) != name and name not in marked]
    marked.update(gone)
    made = "".join(f"[^{name}]" for name in dict.fromkeys(of.get(name, name) for name in names))
    return made + "".join(f'<span id="fnref:{name}"></span>' for name in gone)


def once(text: str) -> str:
    """A page's Markdown with the same marks once in a row: at the last figure of a sentence that they serve."""
    return _REPEATED.sub(r"\2", text)

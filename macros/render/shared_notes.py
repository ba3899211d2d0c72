"""Notes that say the same: they share one number and one line, and each keeps its own address on the page."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["shared"]

_MARKS = re.compile(r"(?:\[\^[\w-]+\])+")
_MARK = re.compile(r"\[\^([\w-]+)\]")
_MEND = '<span class="mend">'  # its links lead to one record, and are no part of what a note says


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

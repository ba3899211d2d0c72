"""The order of a page's notes: those first whose marks are seen as the page opens, then those in parts that fold."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["as_read", "rising"]

_FOLDED = re.compile(r"<details\b.*?</details>", re.S)
_MARK = re.compile(r"\[\^([\w-]+)\](?!:)")
_MARKS = re.compile(r"(?:\[\^[\w-]+\](?!:)){2,}")


def as_read(text: str, notes: Mapping[str, str]) -> dict[str, str]:
    """The notes by name, in the order in which a reader of the page in `text` meets their marks.

    A note without a mark keeps its place behind those that have one.
    """
    met = _MARK.findall(_FOLDED.sub("", text)) + _MARK.findall(text)
    return {name: notes[name] for name in (*met, *notes) if name in notes}


def rising(text: str, notes: Mapping[str, str]) -> str:
    """`text` with marks that stand side by side in the order of `notes`, so that their numbers rise."""
    place = {name: number for number, name in enumerate(notes)}
    return _MARKS.sub(lambda found: "".join(
        f"[^{name}]" for name in sorted(_MARK.findall(found[0]), key=lambda name: place.get(name, len(place)))), text)

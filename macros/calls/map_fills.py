"""What countries are filled with, and what the key says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..records.schema import settings
from ..render.context import Mistake
from ..render.formats import slug

__all__ = ["HATCHES", "Fill", "fills", "shades"]

# what is drawn over each fill, on a tile of 8 by 8, so that colour is not the only sign
HATCHES = ("", "M-1 9L9-1M-1 1L1-1M7 9L9 7", "M2 2h1.6v1.6h-1.6zM6 6h1.6v1.6h-1.6z", "M0 4h8",
           "M-1-1L9 9M7-1L9 1M-1 7L1 9", "M0 2h8M0 6h8")

@dataclass(frozen=True)
class Fill:
    """How countries with one value are filled."""

    name: str  # as part of an id
    text: str
    number: int  # of its colour and hatch, from 1
    is_strong: bool = True


def fills(values: Iterable[str], order: tuple[str, ...] = ()) -> dict[str, Fill]:
    """A fill for each value, numbered by `order` or else as they come."""
    found = list(dict.fromkeys(values))
    listed = order if set(found) <= set(order) and len(order) <= len(HATCHES) else found
    if len(listed) > len(HATCHES):
        raise Mistake(f"{len(listed)} values to tell apart on a map; it can show {len(HATCHES)}")
    numbers = {text: number for number, text in enumerate(listed, 1)}
    words = settings().status_key
    return {text: Fill(f"{slug(text) or 'value'}-{numbers[text]}", words.get(text, text), numbers[text])
            for text in sorted(found, key=numbers.get)}


def shades(values: Mapping[str, str], looks: Mapping[str, Fill],
           subject: str) -> tuple[tuple[Fill, ...], dict[str, str]]:
    """What the key names, and the fill of each country: that of the subject strong and drawn last, the rest pale."""
    if not subject:
        return tuple(looks.values()), {place: looks[text].name for place, text in values.items()}
    pale = {text: replace(look, name=f"{look.name}-pale", is_strong=False) for text, look in looks.items()}
    own = looks[values[subject]]
    said = replace(own, text=f"{subject}: {own.text[:1].lower()}{own.text[1:]}")
    others = {place: pale[text] for place, text in values.items() if place != subject}
    kept = [look for look in pale.values() if look in others.values()]
    return (said, *kept), {**{place: look.name for place, look in others.items()}, subject: own.name}

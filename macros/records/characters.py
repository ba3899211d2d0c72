"""Characters that a reader cannot see or cannot tell from others: refused in records and pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["CONFLICT", "odd"]

# soft hyphen, joiners, marks and overrides of direction, variation selectors, byte-order mark, line separators
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
                        "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]")
CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.M)


def odd(text: str) -> Iterator[tuple[int, str]]:
    """Each such place in `text`: its offset, and what is wrong in words."""
    if text.isascii():
        return
    for found in _INVISIBLE.finditer(text):
        name = unicodedata.name(found[0], "no name")
        yield found.start(), f"an invisible character, U+{ord(found[0]):04X} ({name.lower()}); delete it"
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)
        at = next((n for n, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), len(composed))
        yield at, f"{text[max(0, at - 1):at + 2]!r}: a letter in two parts; write it as one, {composed[at:at + 1]!r}"

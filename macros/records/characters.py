"""Text as it is typed: bytes that are no text, what a reader cannot see or tell from others, marks of a merge."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

__all__ = ["CUT_SHORT", "Unreadable", "conflicts", "decoded", "is_left_alone", "latin", "mistyped", "odd"]

# soft hyphen, joiners, marks and overrides of direction, variation selectors, byte-order mark, line separators
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
                        "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_BREAK = re.compile("[\u2028\u2029]|\\A\ufeff")  # lines end here to some, and not to others
_OTHER_BLANK = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BLANK_FIRST = re.compile(f"^[ -]*(?:(?:[{{] *)?[\\w-]+: *)?({_OTHER_BLANK})", re.M)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7})(?: .*)?$", re.M)
_BESIDE = re.compile(r".*(?:~|\.(?:bak|orig|rej|sw[a-p]|tmp))|#.*#|~\$.*|Thumbs\.db|desktop\.ini")
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|\?{3,}")
_MIXED = re.compile("\\w*(?:[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z])\\w*")
_ALIKE = str.maketrans("АВЕКМНОРСТУХаеорсухіј", "ABEKMHOPCTYXaeopcyxij")
CUT_SHORT = "the file ends within a line; is it whole? end its last line"
_MARK = b"\xef\xbb\xbf"  # of byte order, which some editors put first
_WIDE = re.compile(rb"\xff\xfe|\xfe\xff|.\0.\0|\0.\0.|\0\0\xfe\xff", re.S)  # how UTF-16 and UTF-32 begin


def is_left_alone(path: PurePath) -> bool:
    """Is it a hidden file, or one that editors, file managers and merges keep beside what they work on?"""
    return any(part.startswith(".") for part in path.parts) or _BESIDE.fullmatch(path.name) is not None


class Unreadable(Exception):
    """Bytes that are no text in UTF-8: line and column from 1, and what is wrong."""


def decoded(data: bytes) -> str:
    """The text in `data`, a line feed at the end of each line; Unreadable where it is not UTF-8."""
    if _WIDE.match(data):
        raise Unreadable(1, 1, "the file is not UTF-8 but UTF-16 or UTF-32; save it as UTF-8")
    data = data.removeprefix(_MARK)
    try:
        return _plain_ends(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _plain_ends(data[:error.start].decode("utf-8"))
        raise Unreadable(before.count("\n") + 1, len(before) - before.rfind("\n"),
                         "a byte that is not UTF-8; save the file as UTF-8") from None


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def conflicts(text: str) -> Iterator[tuple[int, str]]:
    """The offset of each mark that a merge left in `text`; the line between two sides counts where it is left alone."""
    found = list(_CONFLICT.finditer(text))
    for mark in [mark for mark in found if mark[0][0] != "="] or found:
        yield mark.start(), "a conflict of a merge; keep one side"


def mistyped(text: str) -> Iterator[tuple[int, str]]:
    """What stands in no text: marks of a merge, characters that cannot be printed, blanks that look like spaces."""
    yield from conflicts(text)
    if found := _CONTROL.search(text):  # a file that is no text holds thousands
        yield found.start(), f"a character that cannot be printed, U+{ord(found[0]):04X}; delete it"
    if not text.isascii():
        for found in _BREAK.finditer(text):
            yield found.start(), f"{_named('an invisible character', found[0])}; delete it"
        for found in _BLANK_FIRST.finditer(text):
            yield found.start(1), f"{_named('a blank other than a space', found[1])}; write a plain space"


def odd(text: str) -> Iterator[tuple[int, str]]:
    """What in `text` is unfinished, cannot be seen or cannot be told from something else: offset, and what is wrong."""
    for found in _UNFINISHED.finditer(text):
        yield found.start(), f"{found[0]!r} is work left to do; do it, or take it out"
    if text.isascii():
        return
    for found in _INVISIBLE.finditer(text):
        yield found.start(), f"{_named('an invisible character', found[0])}; delete it"
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)
        at = next((n for n, (a, b) in enumerate(zip(text, composed, strict=False)) if a != b), len(composed))
        yield at, f"{text[max(0, at - 1):at + 2]!r}: a letter in two parts; write it as one, {composed[at:at + 1]!r}"


    for found in _MIXED.finditer(text):
        meant = latin(found[0])
        hint = f"; did you mean {meant!r}?" if meant.isascii() else ""
        yield found.start(), f"{found[0]!r}: letters of two alphabets in one word; write it in one{hint}"


def latin(text: str) -> str:
    """`text` with Latin letters in place of the Cyrillic ones that look like them."""
    return text.translate(_ALIKE)


def _named(what: str, char: str) -> str:
    return f"{what}, U+{ord(char):04X} ({unicodedata.name(char, 'no name').lower()})"

"""A YAML file as plain values, with the line and column of every one of them.

Stricter than YAML: what a reader of the file could mistake is refused. See `scalars.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .cache import cached, fingerprint
from .characters import CONFLICT
from .problems import Problem, shown
from .scalars import LONGEST_NUMBER, plain, surprise

__all__ = ["LOADER", "Document", "Loc", "read", "read_text"]

Loc = tuple[str | int, ...]

MAX_BYTES = 1_000_000
_READ_BY = ("records/reading.py", "records/scalars.py", "records/characters.py")
MAX_DEPTH = 8
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """Plain values of one file, where each stands, and what is wrong with it."""

    path: str
    value: object = None
    values_at: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    keys_at: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, loc: Loc, key: bool = False) -> tuple[int, int]:
        """Line and column of the value (or the key) at `loc`, or of what encloses it."""
        for end in range(len(loc), -1, -1):
            for places in (self.keys_at, self.values_at) if key else (self.values_at,):
                if loc[:end] in places:
                    return places[loc[:end]]
        return 1, 1

    def problem(self, loc: Loc, message: str, key: bool = False) -> Problem:
        """A problem at the value (or the key) at `loc`."""
        return Problem(self.path, *self.place(loc, key), message)

    def add(self, place: tuple[int, int], message: str) -> None:
        """Note a problem at a line and column."""
        self.problems.append(Problem(self.path, *place, message))


def read(file: Path, name: str) -> Document:
    """The document in `file`, called `name` in messages; its problems are in it."""
    if file.is_symlink():
        return _refused(name, "symbolic links are not read; put the file itself here")
    data = file.read_bytes()
    if len(data) > MAX_BYTES:
        return _refused(name, f"the file is larger than {MAX_BYTES:,} bytes; split it by subject")
    if sound := cached(fingerprint(data, _READ_BY), lambda: _sound(data)):
        return Document(name, *sound)
    try:
        return read_text(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        return _refused(name, f"byte {error.start + 1} is not UTF-8; save the file as UTF-8")


def _sound(data: bytes) -> tuple[object, dict, dict] | None:
    """Values and places of a file without a problem, to be kept; reading YAML takes a third of a check."""
    try:
        document = read_text(data.decode("utf-8"), "")
    except UnicodeDecodeError:
        return None
    return None if document.problems else (document.value, document.values_at, document.keys_at)


def read_text(text: str, name: str, first_line: int = 1) -> Document:
    """The document in `text`, whose first line is line `first_line` of the file `name`."""
    document = Document(name)
    _refuse_tabs(text, document, first_line)
    for found in CONFLICT.finditer(text):
        document.add((text.count("\n", 0, found.start()) + first_line, 1), "a conflict of a merge; keep one side")
    if not document.problems:
        _Builder(document, first_line).build(text)
    return document


def _refused(name: str, message: str) -> Document:
    return Document(name, problems=[Problem(name, 1, 1, message)])


def _refuse_tabs(text: str, document: Document, first_line: int) -> None:
    for number, line in enumerate(text.splitlines(), first_line):
        if "\t" in line:
            document.add((number, line.index("\t") + 1), "a tab; indent with spaces")


class _Builder:
    """Turns the events of the YAML parser into values, noting place and problem."""

    def __init__(self, document: Document, first_line: int) -> None:
        self.document = document
        self.first_line = first_line
        self.next: Callable[[], yaml.Event]
        self.lines: list[str] = []

    def build(self, text: str) -> None:
        self.lines = text.split("\n")
        try:
            self.next = LOADER(text).get_event  # yaml.parse() would put a generator around it
            self.next()  # stream
            if isinstance(self.next(), yaml.StreamEndEvent):
                return
            self.document.value = self.node(self.next(), ())
            self.next()  # end of document
            self.one_document_only(self.next())
        except yaml.reader.ReaderError:
            self.document.add(self.unprintable(text), "not YAML: a character that cannot be printed")
        except yaml.YAMLError as error:
            self.document.add(self.place(error.problem_mark), f"not YAML: {error.problem}")

    def unprintable(self, text: str) -> tuple[int, int]:
        offset = next((found.start() for found in yaml.reader.Reader.NON_PRINTABLE.finditer(text)), 0)
        return text.count("\n", 0, offset) + self.first_line, offset - text.rfind("\n", 0, offset)

    def one_document_only(self, event: yaml.Event) -> None:
        if not isinstance(event, yaml.StreamEndEvent):
            self.document.add(self.place(event.start_mark), "a second document; one file, one document")

    def place(self, mark: yaml.Mark) -> tuple[int, int]:
        return mark.line + self.first_line, mark.column + 1

    def node(self, event: yaml.Event, loc: Loc) -> object:
        mark = event.start_mark
        place = self.document.values_at[loc] = mark.line + self.first_line, mark.column + 1
        kind = type(event)  # the class itself: a site has tens of thousands of nodes
        if kind is yaml.AliasEvent or event.tag or event.anchor:
            self.refuse_indirection(event, place)
        if kind is yaml.ScalarEvent:
            return self.scalar(event, place)
        if kind is yaml.MappingStartEvent:
            return self.mapping(loc)
        return self.sequence(loc) if kind is yaml.SequenceStartEvent else None

    def refuse_indirection(self, event: yaml.Event, place: tuple[int, int]) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.document.add(place, f"an alias, *{event.anchor}; write the value out")
        elif event.anchor:
            self.document.add(place, f"an anchor, &{event.anchor}; write the value out")
        elif event.tag:
            self.document.add(place, f"a tag, {event.tag}; write a plain value")

    def mapping(self, loc: Loc) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.key(event)
            place = self.place(event.start_mark)
            if key in values:
                self.document.add(place, f"key {shown(key)} stands here twice; keep one")
            self.document.keys_at.setdefault((*loc, key), place)
            values[key] = self.child(self.next(), (*loc, key))
        return values

    def key(self, event: yaml.Event) -> str:
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        raise yaml.MarkedYAMLError(problem="a key must be a word", problem_mark=event.start_mark)

    def sequence(self, loc: Loc) -> list[object]:
        values: list[object] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            values.append(self.child(event, (*loc, len(values))))
        return values

    def child(self, event: yaml.Event, loc: Loc) -> object:
        if len(loc) > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=f"nested more than {MAX_DEPTH} deep",
                                       problem_mark=event.start_mark)
        return self.node(event, loc)

    def refuse_cut(self, text: str, end: yaml.Mark) -> None:
        """Words that a # ends: what looks like text is a comment to YAML. Two spaces before it say that it is one."""
        rest = self.lines[end.line][end.column:] if end.line < len(self.lines) else ""
        if rest.startswith(" #") and isinstance(plain(text), str):
            self.document.add((end.line + self.first_line, end.column + 2), f"# cuts {shown(text)} off here; put the "
                              "value in quotes, or two spaces before a comment")

    def scalar(self, event: yaml.ScalarEvent, place: tuple[int, int]) -> object:
        text = event.value
        if not event.style:
            self.refuse_cut(text, event.end_mark)
        if event.style or len(text) > LONGEST_NUMBER:  # quoted or block text, or words
            return text
        if meaning := surprise(text):
            self.document.add(place, f"{shown(text)} without quotes: {meaning}; quote it if it is text")
            return text
        return plain(text)

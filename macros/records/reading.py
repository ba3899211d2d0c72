"""A YAML file as plain values, with the line and column of every one of them.

Stricter than YAML: what a reader of the file could mistake is refused. See `scalars.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .cache import cached, fingerprint
from .characters import Unreadable, decoded
from .problems import Problem, shown
from .scalars import plain, surprise
from .slips import LOADER, advice, slips

__all__ = ["LOADER", "MAX_BYTES", "READ_BY", "Document", "Loc", "read", "read_text"]

Loc = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 8
READ_BY = ("records/reading.py", "records/scalars.py", "records/characters.py", "records/slips.py")


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


def read(file: Path, name: str, tags: frozenset[str] = frozenset()) -> Document:
    """The document in `file`, called `name` in messages, in which `tags` may stand; its problems are in it."""
    if file.is_symlink():
        return _refused(name, "symbolic links are not read; put the file itself here")
    data = file.read_bytes()
    if len(data) > MAX_BYTES:
        return _refused(name, f"the file is larger than {MAX_BYTES:,} bytes; split it by subject")
    if sound := cached(fingerprint(data + "".join(tags).encode(), READ_BY), lambda: _sound(data, tags)):
        return Document(name, *sound)
    try:
        return read_text(decoded(data), name, tags=tags)
    except Unreadable as error:
        return Document(name, problems=[Problem(name, *error.args)])


def _sound(data: bytes, tags: frozenset[str]) -> tuple[object, dict, dict] | None:
    """Values and places of a file without a problem, to be kept; reading YAML takes a third of a check."""
    try:
        document = read_text(decoded(data), "", tags=tags)
    except Unreadable:
        return None
    return None if document.problems else (document.value, document.values_at, document.keys_at)


def read_text(text: str, name: str, first_line: int = 1, tags: frozenset[str] = frozenset()) -> Document:
    """The document in `text`, whose first line is line `first_line` of the file `name`; `tags` may stand in it."""
    document = Document(name)
    for offset, message in slips(text):
        line = text.count("\n", 0, offset) + first_line
        document.add((line, offset - text.rfind("\n", 0, offset)), message)
    if not document.problems:
        _Builder(document, first_line, tags).build(text)
    return document


def _refused(name: str, message: str) -> Document:
    return Document(name, problems=[Problem(name, 1, 1, message)])


class _Builder:
    """Turns the events of the YAML parser into values, noting place and problem."""

    def __init__(self, document: Document, first_line: int, tags: frozenset[str]) -> None:
        self.document = document
        self.first_line = first_line
        self.tags = tags
        self.next: Callable[[], yaml.Event]

    def build(self, text: str) -> None:
        try:
            self.next = LOADER(text).get_event  # yaml.parse() would put a generator around it
            self.next()  # stream
            if isinstance(self.next(), yaml.StreamEndEvent):
                return
            self.document.value = self.node(self.next(), ())
            self.next()  # end of document
            self.one_document_only(self.next())
        except yaml.YAMLError as error:
            mark, said = advice(error, text)
            self.document.add(self.place(mark), f"not YAML: {said}")

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
        if kind is yaml.AliasEvent:
            return None
        return self.mapping(loc) if kind is yaml.MappingStartEvent else self.sequence(loc)

    def refuse_indirection(self, event: yaml.Event, place: tuple[int, int]) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.document.add(place, f"an alias, *{event.anchor}; write the value out")
        elif event.anchor:
            self.document.add(place, f"an anchor, &{event.anchor}; write the value out")
        elif event.tag and event.tag not in self.tags:
            self.document.add(place, f"a tag, {event.tag}; write a plain value")

    def mapping(self, loc: Loc) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            place = self.place(event.start_mark)
            key = self.key(event, place)
            if key in values:
                self.document.add(place, f"key {shown(key)} stands here twice; keep one")
                self.child(self.next(), (*loc, f"{key} again"))
                continue
            self.document.keys_at.setdefault((*loc, key), place)
            values[key] = self.child(self.next(), (*loc, key))
        return values

    def key(self, event: yaml.Event, place: tuple[int, int]) -> str:
        if isinstance(event, yaml.ScalarEvent):
            if not event.style:
                self.refuse_surprise(event.value, place, is_key=True)
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

    def scalar(self, event: yaml.ScalarEvent, place: tuple[int, int]) -> object:
        text = event.value
        if event.style or self.refuse_surprise(text, place):
            return text
        return plain(text)

    def refuse_surprise(self, text: str, place: tuple[int, int], is_key: bool = False) -> bool:
        if meaning := surprise(text, is_key):
            self.document.add(place, f"{shown(text)} without quotes: {meaning}; quote it if it is text")
        return bool(meaning)

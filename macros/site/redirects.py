"""Pages and headings that have moved, from `data/redirects.yml`: each old address leads to the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..records.loading import REDIRECTS, read_told
from ..records.problems import Problem, allowed, shown
from ..records.reading import Document
from ..records.schema import RedirectsFile
from ..render.addresses import built
from .anchors import anchors as headings_of
from .rules.links import Anchors

__all__ = ["Redirects", "read_redirects"]

_OLD = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.md(?:#[\w-]+)?")


@dataclass
class Redirects:
    """What has moved. pages: the new path of each old one; headings: new target by old heading by old page."""

    pages: dict[str, str] = field(default_factory=dict)
    headings: dict[str, dict[str, str]] = field(default_factory=dict)

    def on(self, path: str) -> dict[str, str]:
        """The old headings of a page that stays, each with the heading that it became there."""
        return {old: new.partition("#")[2] for old, new in self.headings.get(path, {}).items()}


def read_redirects(root: Path, anchors: Anchors, markdown: Mapping[str, str]) -> tuple[Redirects, list[Problem]]:
    """What has moved, without what is at fault, and what is wrong; nothing where there is no such file.

    anchors: those of each page, None where they are not known. markdown: the text of each page, calls filled in.
    """
    told, document = read_told(root, REDIRECTS, RedirectsFile)
    if told is None:
        return Redirects(), document.problems
    problems = [*document.problems, *_faults(told.redirects, anchors, markdown, document)]
    return (Redirects() if problems else _sorted(told.redirects)), problems


def _sorted(told: Mapping[str, str]) -> Redirects:
    moved = Redirects({old: new for old, new in told.items() if "#" not in old})
    for old, new in told.items():
        page, _, heading = old.partition("#")
        if heading:
            moved.headings.setdefault(page, {})[heading] = new
    return moved


def _faults(told: Mapping[str, str], anchors: Anchors, markdown: Mapping[str, str],
            document: Document) -> Iterator[Problem]:
    places = {built(path): path for path in anchors}
    for old, new in told.items():
        said = _old_fault(old, told, places, anchors)
        if said:
            yield document.problem(("redirects", old), said, key=True)
        elif said := _circle(old, told) or _new_fault(old, new, told, anchors, markdown):
            yield document.problem(("redirects", old), said)


def _old_fault(old: str, told: Mapping[str, str], places: Mapping[str, str], anchors: Anchors) -> str:
    page, _, heading = old.partition("#")
    if not _OLD.fullmatch(old):
        return f"{shown(old)}; wanted: an old path from docs/, as in law/page.md or law/page.md#heading"
    there = places.get(built(page))
    if there and not heading:
        return f"{old!r} has the address of a page that there is, docs/{there}; take away the one or the other"
    if there and heading in (anchors[there] or ()):
        return f"{heading!r} is a heading that there is in docs/{there}; take away the one or the other"
    return "" if there or page in told else f"{page!r} is no page and has not moved; add a line for the page itself"


def _circle(old: str, told: Mapping[str, str]) -> str:
    """Whether what has moved moves on, and where to."""
    way = [old]
    while (there := told[way[-1]]) in told and there not in way:
        way.append(there)
    if there in way:
        return f"leads in a circle, {' → '.join([*way, there])}; name a page that there is"
    return f"{told[old]!r} has moved itself; name {there!r}" if len(way) > 1 else ""


def _new_fault(old: str, new: str, told: Mapping[str, str], anchors: Anchors, markdown: Mapping[str, str]) -> str:
    was, page, heading = old.partition("#")[0], *new.partition("#")[::2]
    if page not in anchors:
        return f"no page {page!r}; {allowed(page, anchors)}"
    if heading and anchors[page] is not None and heading not in anchors[page]:
        return f"no heading {heading!r} in {page}; {allowed(heading, anchors[page])}"
    is_known = anchors[page] is not None
    if "#" in old and was not in told and (page != was or is_known and heading not in headings_of(markdown[page], ())):
        return (f"a heading of a page that stays becomes another heading of it, not {new!r}; where the text went "
                "elsewhere, keep the heading with a link")
    return ""


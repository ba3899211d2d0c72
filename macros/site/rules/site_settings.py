"""What `data/site.yml` names, such as a source, pages and a sea, and what the environment of a build says."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from ...calls.inline import columns_of
from ...drawing.outlines import Unreadable, outlines, waters
from ...records.entries import Records
from ...records.problems import Problem, allowed, shown
from ...records.reading import Loc, read
from ...records.schema import Settings, settings
from ...render.surroundings import contact_faults

__all__ = ["check_environment", "check_outlines", "check_settings"]

_FILE = "data/site.yml"
_SEAS = "data/geo/waters.json"  # which a project without maps does without
_ADDRESS = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*(?::\d+)?(?:/[^\s?#\"'<>]*)?")
_SHELL = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/]([\w./-]+?)(?:\.git)?")  # for git only
_LAST = 253402300799  # the end of the year 9999


class _Name(NamedTuple):
    """A name, where it stands under `site:`, what it is to be the name of, and all names of such."""

    loc: Loc
    kind: str
    name: str
    known: Collection[str]


def check_outlines(root: Path) -> Iterator[Problem]:
    """Files of outlines and waters that cannot be read, if the project in `root` has any."""
    for read_file in (outlines, waters) if (root / _SEAS).parent.exists() else ():
        try:
            read_file()
        except Unreadable as fault:
            yield Problem(f"data/geo/{fault}", 1, 1, "not there, or no GeoJSON of this kind; take the last good one "
                          "from git, or make it with scripts/outlines.py")


def check_settings(root: Path, records: Records, pages: Collection[str]) -> Iterator[Problem]:
    """Names in the settings of the project in `root`, each with its place, of what there is not.

    pages: paths from docs/. A project without settings of its own has those of the project around `macros/`.
    """
    if records.is_unfit or not (root / _FILE).exists():
        return
    document = read(root / _FILE, _FILE)
    try:
        seas = waters() if (root / _SEAS).exists() else ()
    except Unreadable:
        seas = ()
    for loc, kind, name, known in _named(settings(), records, pages, seas):
        if name not in known and not (kind in ("source", "table") and records.may_hold(name)):
            yield document.problem(("site", *loc), f"{loc[0]}: no {kind} {name!r}; {allowed(name, known)}")


def _named(told: Settings, records: Records, pages: Collection[str], seas: Collection[str]) -> Iterator[_Name]:
    if seas:
        yield _Name(("water",), "sea", told.water, seas)
    yield from (_Name(("about_itself", place), "page", path, pages) for place, path in enumerate(told.about_itself))
    if told.article:
        yield _Name(("article",), "source", told.article, records.sources)
    if told.numbered:
        yield _Name(("numbered", "table"), "table", told.numbered.table, records.tables)
    if told.numbered and (table := records.tables.get(told.numbered.table)):
        yield _Name(("numbered", "column"), "column", told.numbered.column, columns_of(table))


def check_environment() -> Iterator[Problem]:
    """Variables that say what cannot be; each stands for a file in the messages."""
    yield from contact_faults()
    for name in ("SITE_URL", "REPO_URL"):
        told = os.environ.get(name, "")
        if told and not _ADDRESS.fullmatch(told):
            found = _SHELL.fullmatch(told)
            meant = found.expand(r"https://\1/\2") if found else f"https://{told}"
            hint = f"; did you mean {meant!r}?" if _ADDRESS.fullmatch(meant) else ""
            yield _problem(name, told, f"an address, as in https://example.org/{hint}")
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    if moment and not (moment.isdecimal() and moment.isascii() and int(moment[:20]) <= _LAST):
        yield _problem("SOURCE_DATE_EPOCH", moment, "a moment in seconds since 1970, as in 1790000000")


def _problem(name: str, told: str, wanted: str) -> Problem:
    return Problem(name, 1, 1, f"{shown(told)} in the environment; wanted: {wanted}")

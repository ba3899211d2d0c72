"""Reads every record of the site from `data/`, with every problem in every file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from .characters import CUT_SHORT, is_left_alone
from .entries import Records, keep, make_entry
from .messages import faults
from .problems import Problem
from .reading import MAX_BYTES, Document, read
from .schema import Fact, SiteFile, Source, UnitsFile
from .schema.settings import use
from .schema.units import use_units
from .table_files import add_table

__all__ = ["REDIRECTS", "SEARCH", "data_files", "load", "read_told"]

_KINDS = ("facts", "sources", "table")
_MODELS = {"facts": Fact, "sources": Source}
_SUFFIXES = {".yml", ".yaml"}
_SKIPPED = {"geo", "schema"}  # folders of outlines and generated files: no records
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.ya?ml)?")
_SETTINGS = {"data/site.yml": SiteFile, "data/units.yml": UnitsFile}
SEARCH, REDIRECTS = "data/search.yml", "data/redirects.yml"  # read with the pages that they name
T = TypeVar("T", bound=BaseModel)
_HOME = Path(__file__).resolve().parents[2]


def load(root: Path, folder: str = "data") -> Records:
    """The records under `root / folder`; every problem in every file is in the answer."""
    records = Records()
    for problem in _strangers(root, root / folder):
        records.problems.append(problem)
        records.unread.append(_what_is_left(root / problem.path).casefold())
    records.problems += (unfit := list(_settings(root)))
    if unfit:
        records.is_unfit = True
        return records
    for file in data_files(root / folder):
        document = read(file, file.relative_to(root).as_posix())
        before = len(records.problems)
        left = _what_is_left(file)
        if document.value is not None and not left.endswith(("\n", "\r")):  # what is left of it is not judged
            document = Document(document.path)
            document.add((left.count("\n") + 1, len(left) - left.rfind("\n")), CUT_SHORT)
        records.problems += document.problems
        if document.value is not None:
            _add(records, document)
        elif not document.problems:
            records.problems.append(document.problem((), _wanted("empty file")))
        if len(records.problems) > before:
            records.unread.append(left.casefold())
            records.is_cut |= not left.endswith("\n") or _is_empty(document)
    return records


def _settings(root: Path) -> Iterator[Problem]:
    """Makes the settings and units of the project current; those of the project around `macros/` where it has none."""
    made = []
    for name, model in _SETTINGS.items():
        home = root if (root / name).exists() else _HOME
        if not (home / name).exists():
            yield Problem(name, 1, 1, "the file is missing; it holds what the engine is told of the site's subject")
        told, document = read_told(home, name, model)
        yield from document.problems
        made += [told] if told else []
    if len(made) == len(_SETTINGS):
        use(made[0].site)
        use_units(made[1])


def read_told(root: Path, name: str, model: type[T]) -> tuple[T | None, Document]:
    """What a file of settings says, None if it is not there or at fault; its problems are in the document."""
    document = read(root / name, name) if (root / name).exists() else Document(name)
    if document.value is None and (document.problems or not (root / name).exists()):
        return None, document
    try:
        return model.model_validate(document.value or {}), document
    except ValidationError as error:
        document.problems += [*faults(error, model, document, ())]
        return None, document


def _is_empty(document: Document) -> bool:
    """Does a file that can be read hold nothing, or only the word with which it begins?"""
    value = document.value
    return not document.problems and (value is None or (isinstance(value, dict) and None in value.values()))


def _what_is_left(file: Path) -> str:
    """The words of a file, in whatever bytes they are; none of a link."""
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_BYTES:
        return ""
    return file.read_bytes().replace(b"\0", b"").decode("utf-8", errors="replace")


def _strangers(root: Path, folder: Path) -> Iterator[Problem]:
    """Symbolic links that are no data files, which say so themselves, and what is neither data nor a folder of it."""
    for place in (folder, *sorted(folder.rglob("*"))):
        path = place.relative_to(root).as_posix()
        if place.is_symlink() and place.suffix not in _SUFFIXES and not place.name.startswith("."):
            yield Problem(path, 1, 1, "symbolic links are not read; put the file itself here")
        elif not place.is_symlink() and not place.is_file() and not place.is_dir():
            yield Problem(path, 1, 1, "neither a file nor a folder; take it away")
        elif place.is_file() and not place.is_symlink() and (said := _misnamed(place.relative_to(folder))):
            yield Problem(path, 1, 1, said)


def _misnamed(path: Path) -> str:
    """What is wrong with the name of a file in the folder of data; hidden files are none of it."""
    is_data = path.suffix in _SUFFIXES
    if is_left_alone(path):
        return ""
    if path.parts[0] in _SKIPPED:
        return f"no records are read from {path.parts[0]}/; put the file elsewhere" if is_data else ""
    if not is_data:
        return f"a file that ends with {path.suffix or 'nothing'}; data end with .yml"
    known = all(map(_NAME.fullmatch, path.parts))
    return "" if known else f"the name {str(path)!r}; allowed: small letters, digits and hyphens"


def _is_skipped(path: Path) -> bool:
    return path.parts[0] in _SKIPPED or is_left_alone(path)


def data_files(folder: Path, with_settings: bool = False) -> list[Path]:
    """The files of records under `folder`, sorted, and with them those of settings if wanted."""
    told = set() if with_settings else {folder.parent / name for name in (*_SETTINGS, SEARCH, REDIRECTS)}
    return sorted(file for file in folder.rglob("*") if file.suffix in _SUFFIXES and file not in told
                  and not _is_skipped(file.relative_to(folder)) and (file.is_symlink() or file.is_file()))


def _wanted(found: str) -> str:
    return f"{found}; a data file begins with one of: {', '.join(f'{kind}:' for kind in _KINDS)}"


def _add(records: Records, document: Document) -> None:
    value = document.value
    # the head of a table may say sources: too
    kinds = [kind for kind in _KINDS if isinstance(value, dict) and kind in value]
    if not kinds:
        records.problems.append(document.problem((), _wanted("no known kind of record")))
    elif kinds[-1] == "table":
        add_table(records, document, value)
    elif len(kinds) > 1:
        records.problems.append(document.problem(("sources",), "facts: and sources: in one file; give each its own",
                                                 key=True))
    elif said := _mistaken(value[kinds[0]], kinds[0]):
        records.problems.append(document.problem((kinds[0],), said, key=True))
    else:
        _add_mapping(records, document, value, kinds[0])


def _mistaken(entries: object, kind: str) -> str:
    """Why a file begins with the wrong word, "" if it does not: every record in it has the keys of the other kind."""
    other = "sources" if kind == "facts" else "facts"
    known = [data for data in entries.values() if isinstance(data, dict)] if isinstance(entries, dict) else []
    is_other = known and all(len(_MODELS[other].model_fields.keys() & data)
                             > 1 + len(_MODELS[kind].model_fields.keys() & data) for data in known)
    return f"{kind}: above what has the keys of {other}; write {other}:" if is_other else ""


def _add_mapping(records: Records, document: Document, value: Mapping, kind: str) -> None:
    for extra in value.keys() - {kind}:
        message = f"unknown key {extra!r}; allowed: {kind}"
        records.problems.append(document.problem((extra,), message, key=True))
    model, known = _MODELS[kind], records.facts if kind == "facts" else records.sources
    entries = value[kind] if isinstance(value[kind], dict) else {}
    if not entries:
        message = f"{kind}: wanted a mapping of ids to records"
        records.problems.append(document.problem((kind,), message))
    for key, data in entries.items():
        entry = make_entry(records, document, model, str(key), data, (kind, key))
        keep(records, known, entry, kind[:-1])

"""Reads every record of the site from `data/`, with every problem in every file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from .entries import Records, keep, make_entry
from .messages import faults
from .problems import Problem
from .reading import Document, read
from .schema import Fact, SiteFile, Source, UnitsFile
from .schema.settings import use
from .table_files import add_table

__all__ = ["SEARCH", "data_files", "load"]

_KINDS = ("facts", "sources", "table")
_SUFFIXES = {".yml", ".yaml"}
_SKIPPED = {"geo", "schema"}  # outlines and generated files: no records
_SETTINGS = {"data/site.yml": SiteFile, "data/units.yml": UnitsFile}
SEARCH = "data/search.yml"  # read with the pages that it names
_HOME = Path(__file__).resolve().parents[2]


def load(root: Path, folder: str = "data") -> Records:
    """The records under `root / folder`; every problem in every file is in the answer."""
    records = Records()
    records.problems += _links(root, root / folder)
    records.problems += (unfit := list(_settings(root)))
    if unfit:
        records.is_unfit = True
        return records
    for file in data_files(root / folder):
        document = read(file, file.relative_to(root).as_posix())
        records.problems += document.problems
        if document.problems and document.value is None:
            records.unread.append("" if file.is_symlink() else file.read_text("utf-8", errors="replace"))
        if document.value is not None:
            _add(records, document)
        elif not document.problems:
            records.problems.append(document.problem((), _wanted("empty file")))
    return records


def _settings(root: Path) -> Iterator[Problem]:
    """Makes the settings and units of the project current; those of the project around `macros/` where it has none."""
    made = []
    for name, model in _SETTINGS.items():
        file = (root if (root / name).exists() else _HOME) / name
        if not file.exists():
            yield Problem(name, 1, 1, "the file is missing; it holds what the engine is told of the site's subject")
            continue
        document = read(file, name)
        yield from document.problems
        try:
            made.append(model.model_validate(document.value or {}))
        except ValidationError as error:
            yield from faults(error, model, document, ())
    if len(made) == len(_SETTINGS):
        use(made[0].site, made[1].units)


def _links(root: Path, folder: Path) -> Iterator[Problem]:
    """Symbolic links in the folder that are no data files, which say so themselves."""
    for place in (folder, *sorted(folder.rglob("*"))):
        if place.is_symlink() and place.suffix not in _SUFFIXES and not place.name.startswith("."):
            yield Problem(place.relative_to(root).as_posix(), 1, 1,
                          "symbolic links are not read; put the file itself here")


def data_files(folder: Path, with_settings: bool = False) -> list[Path]:
    """The files of records under `folder`, sorted, and with them those of settings if wanted."""
    told = set() if with_settings else {folder.parent / name for name in (*_SETTINGS, SEARCH)}
    files = (file for file in folder.rglob("*") if file.suffix in _SUFFIXES and file not in told
             and not file.name.startswith("."))
    return sorted(file for file in files if not _SKIPPED & set(file.relative_to(folder).parts))


def _wanted(found: str) -> str:
    return f"{found}; a data file begins with one of: {', '.join(f'{kind}:' for kind in _KINDS)}"


def _add(records: Records, document: Document) -> None:
    value = document.value
    kind = next((kind for kind in _KINDS if isinstance(value, dict) and kind in value), None)
    if kind is None:
        records.problems.append(document.problem((), _wanted("no known kind of record")))
    elif kind == "table":
        add_table(records, document, value)
    else:
        _add_mapping(records, document, value, kind)


def _add_mapping(records: Records, document: Document, value: Mapping, kind: str) -> None:
    for extra in value.keys() - {kind}:
        message = f"unknown key {extra!r}; allowed: {kind}"
        records.problems.append(document.problem((extra,), message, key=True))
    model, known = (Fact, records.facts) if kind == "facts" else (Source, records.sources)
    entries = value[kind] if isinstance(value[kind], dict) else {}
    if not entries:
        message = f"{kind}: wanted a mapping of ids to records"
        records.problems.append(document.problem((kind,), message))
    for key, data in entries.items():
        entry = make_entry(records, document, model, str(key), data, (kind, key))
        keep(records, known, entry, kind[:-1])

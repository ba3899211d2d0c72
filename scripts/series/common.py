"""What the scripts of official series share: writing the rows of tables and the checksums of sources, or nothing."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from macros.cli.yaml_layout import laid_out
from macros.records.reading import read_text

from .reading import EIGHT, Line, Refused, lines_of, listed, once, rounded, said, sha256_of, usual, wanted_all

__all__ = ["EIGHT", "Line", "Project", "Refused", "Report", "lines_of", "once", "program", "rounded", "sha256_of",
           "usual", "wanted_all"]

_EDITION = re.compile(r"""edition: (?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^,}\n]*)""")
_SHA256 = re.compile("sha256: [0-9a-f]{64}")


@dataclass
class Report:
    """What a script took and what it left out, with the reason."""

    taken: list[str] = field(default_factory=list)
    left: dict[str, list[str]] = field(default_factory=dict)

    def leave(self, what: object, why: str) -> None:
        """Notes once that something was left out."""
        if (text := said(what)) not in self.left.setdefault(why, []):
            self.left[why].append(text)

    def __str__(self) -> str:
        return "\n".join([*self.taken, *(f"left out, {why}: {listed(what)}" for why, what in self.left.items())])


class Project:
    """The data files of a project; nothing is written before `save`."""

    def __init__(self, root: Path, editions: Mapping[str, str] | None = None) -> None:
        self.root, self.editions = root, editions or {}
        self.texts: dict[Path, str] = {}
        self.report = Report()

    def write_rows(self, table: str, rows: Iterable[Mapping[str, object]], digits: int | Mapping[str, int] = 1) -> None:
        """Puts rows in place of those of a table: decimals rounded to `digits`, a cell that is None left out.

        A row of the file stays if it names sources of its own and none of the new ones has its id. All of them stand
        in the order of their years, if they have such, and else as they are given, those that stayed at the end.
        """
        path = self._holding(re.compile(rf"^table: {re.escape(table)}$", re.M), f"no table {table}")
        head, old = _parted(path.relative_to(self.root).as_posix(), self.texts[path])
        new = {row["id"]: _cells(row, digits) for row in rows}
        kept = [row for row in old if row["id"] not in new and row.get("sources")]
        for row in old:
            if row["id"] not in new and row not in kept:
                self.report.leave(row["id"], f"rows of {table} that the file no longer has")
        self.texts[path] = head + _rows([*new.values(), *kept])
        self.report.taken.append(f"{table}: {len(new)} rows" + (f", and {len(kept)} as before" if kept else ""))

    def renew_source(self, key: str, file: Path) -> None:
        """Gives a source the checksum of its data set; where that is another, `--edition KEY=WORDS` must name it."""
        path = self._holding(re.compile(rf"^  {re.escape(key)}:$", re.M), f"no source {key}")
        block = re.search(rf"^  {re.escape(key)}:\n(?:    .*\n|\n)*", self.texts[path], re.M)[0]
        edition, checksum = self.editions.get(key), sha256_of(file)
        if not _SHA256.search(block) or not _EDITION.search(block):
            raise Refused(f"source {key}: wanted: dataset: with edition and sha256")
        if f"sha256: {checksum}" not in block and edition is None:
            raise Refused(f"{file.name} is not the edition that source {key} names; say which: --edition '{key}=...'")
        new = _SHA256.sub(f"sha256: {checksum}", block)
        new = _EDITION.sub(lambda _: f"edition: {_flow(edition)}", new) if edition else new
        lines = list(laid_out("sources:\n" + new))[1:]
        self.texts[path] = self.texts[path].replace(block, "\n".join(lines) + "\n")

    def save(self) -> None:
        """Writes the files."""
        for path, text in self.texts.items():
            path.write_text(text, "utf-8", newline="\n")

    def _holding(self, pattern: re.Pattern[str], missing: str) -> Path:
        """The one data file in which a pattern is found; its text is at hand from now on."""
        for path in sorted((self.root / "data").rglob("*.yml")):
            text = self.texts.get(path) or path.read_text("utf-8")
            if pattern.search(text):
                self.texts[path] = text
                return path
        raise Refused(f"{missing} in {self.root / 'data'}")


def _parted(name: str, text: str) -> tuple[str, list[dict]]:
    """The text of a table file before its rows, and its rows."""
    head, mark, rows = ("\n" + text).partition("\nrows:")
    if not mark or re.search(r"^\w+:", rows, re.M):
        raise Refused(f"{name}: wanted: rows: as the last key of the file")
    value = read_text(text, name).value
    return head[1:] + "\n", value["rows"] or []


def _cells(row: Mapping[str, object], digits: int | Mapping[str, int]) -> dict[str, object]:
    """The cells that a row has, with numbers rounded."""
    places = {name: digits if isinstance(digits, int) else digits.get(name, 0) for name in row}
    return {name: rounded(value, places[name]) if isinstance(value, Decimal) else value
            for name, value in row.items() if value is not None}


def _rows(rows: Iterable[Mapping[str, object]]) -> str:
    """Rows in the style of data files, each on a line of its own."""
    ordered = sorted(rows, key=lambda row: int(str(row.get("year", 0))))
    return "\n".join(laid_out("rows:\n" + "".join(f"- {_flow(row)}\n" for row in ordered))) + "\n"


def _flow(value: object) -> str:
    """A value as YAML on one line, decimals as they are printed."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_flow(item)}' for name, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def program(make: Callable[..., None], about: str, *files: str, optional: Iterable[str] = ()) -> None:
    """Runs a script from the command line: `make(project, *files)`; an optional file that is not given is None."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in (*files, *(f"--{name}" for name in optional)):
        parser.add_argument(name, type=Path)
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the project")
    parser.add_argument("--edition", action="append", default=[], metavar="SOURCE=WORDS",
                        help="edition of the file of a source, if it is a new one")
    told = vars(parser.parse_args())
    project = Project(told["root"], dict(words.partition("=")[::2] for words in told["edition"]))
    try:
        make(project, *(told[name] for name in (*files, *optional)))
    except Refused as fault:
        sys.exit(str(fault))
    project.save()
    print(project.report)

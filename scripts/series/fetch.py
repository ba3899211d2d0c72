"""Fetches the newest edition of a data set from its publisher.

    python -m scripts.series.fetch census-country-file build/series/country.xlsx

The address is `fetch:` of the source's data set. A script of this folder then makes records of the file. Nothing is
fetched while the site is built.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

from macros.records.loading import load
from macros.records.problems import allowed

from .reading import Refused, sha256_of

__all__ = ["address_of", "fetch"]

_MOST = 50_000_000  # bytes
_PATIENCE = 60  # seconds without an answer
_AGENT = "jackson-vanik-explained (renews official series)"


def address_of(root: Path, source: str) -> str:
    """Where a source's data set can be fetched; Refused if the source does not say."""
    records = load(root)
    known = {key: entry.record.dataset for key, entry in records.sources.items()
             if entry.record.dataset and entry.record.dataset.fetch}
    if source not in known:
        raise Refused(f"no source {source!r} with fetch: in its data set; {allowed(source, known)}")
    return str(known[source].fetch)


def fetch(address: str, file: Path, opened: Callable = urlopen) -> None:
    """Writes what stands at `address` to `file`; Refused, and nothing written, if it is no file of figures."""
    try:
        with opened(Request(address, headers={"User-Agent": _AGENT}), timeout=_PATIENCE) as answer:
            content = answer.read(_MOST + 1)
    except OSError as fault:
        raise Refused(f"{address}: {fault}") from None
    if len(content) > _MOST:
        raise Refused(f"{address}: more than {_MOST:,} bytes")
    if not content.strip() or content.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise Refused(f"{address}: answered with {'a page' if content.strip() else 'nothing'} in place of a file")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def main(arguments: list[str] | None = None) -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", help="key of the source")
    parser.add_argument("file", type=Path, help="where to put it")
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the project")
    told = parser.parse_args(arguments)
    try:
        fetch(address_of(told.root, told.source), told.file)
    except Refused as fault:
        sys.exit(str(fault))
    print(f"{told.file}: sha256 {sha256_of(told.file)}")


if __name__ == "__main__":
    main()

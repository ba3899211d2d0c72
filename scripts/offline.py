"""Packs a built site into a zip that opens from disk: `python -m scripts.offline SITE ZIP`.

The same site makes the same zip: names in order, and the time of `SOURCE_DATE_EPOCH` on each file.
"""

from __future__ import annotations

import json
import os
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

__all__ = ["pack"]

ROOT = "jackson-vanik"  # the folder that unpacking makes
_NEEDS_A_SERVER = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
_FIRST = 315532800  # 1980, before which a zip has no time
_WORDS = """\
Open index.html in a browser. Everything works from disk, search included, without a network.
"""
# From disk a browser starts no worker from a file, and gives no script a file of JSON.
_WORKER = """\
window.Worker = class extends Worker {
  constructor() { super(URL.createObjectURL(new Blob([%s], { type: "text/javascript" }))) }
}
"""


def pack(site: Path, archive: Path) -> None:
    """Writes `archive` with the files under `site`, and a word on how to open them."""
    moment = time.gmtime(max(_FIRST, int(os.environ.get("SOURCE_DATE_EPOCH", _FIRST))))[:6]
    archive.parent.mkdir(parents=True, exist_ok=True)
    made = archive.with_name(f"{archive.name}.{os.getpid()}")  # put in place when whole
    with zipfile.ZipFile(made, "w") as zipped:
        for name, content in _files(site):
            entry = zipfile.ZipInfo(f"{ROOT}/{name}", moment)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every machine
            zipped.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    made.replace(archive)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _WORDS.encode("ascii")
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if file.is_file() and name not in _NEEDS_A_SERVER:
            yield name, file.read_bytes()
    if (index := site / "search" / "search_index.json").exists():
        yield "search/search_index.js", b"var __index = " + index.read_bytes()
        yield "assets/disk.js", (_WORKER % json.dumps(_worker(site))).encode("ascii")


def _worker(site: Path) -> str:
    """Our script of search with the theme's in it, which it asks for as it begins."""
    theirs, ours = next(site.glob("assets/javascripts/workers/search.*.js")), site / "assets" / "search.js"
    return f"self.importScripts = () => {{\n{theirs.read_text('utf-8')}\n}}\n{ours.read_text('utf-8')}"


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))

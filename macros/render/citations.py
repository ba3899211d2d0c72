"""How to cite a page: in words, as BibTeX and as CSL-JSON, with the version that was read."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path

from ..records.schema import PageHead, settings
from .formats import day, slug, stop

__all__ = ["bibtex", "csl", "file_name", "version", "words"]




@cache
def version(root: Path) -> str:
    """The commit that is being built, in short; from `SITE_VERSION`, or from git; "" if unknown."""
    if said := os.environ.get("SITE_VERSION"):
        return said
    command = ["git", "-C", str(root), "rev-parse", "--show-toplevel", "--short=10", "HEAD"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    folder, _, commit = done.stdout.partition("\n")
    is_ours = done.returncode == 0 and Path(folder).resolve() == root.resolve()  # not of a repository around it
    return commit.strip() if is_ours else ""


def file_name(path: str) -> str:
    """The name, without ending, of the files that cite the page at `path`."""
    return "home" if path == "index.md" else slug(path.removesuffix(".md").removesuffix("/index"))


def words(head: PageHead, address: str | None, of: str) -> str:
    """A citation in words; `of` is the version, `address` the page's, each left out if unknown."""
    parts = [f"{settings().title}. “{head.title}{stop(head.title)}” Edited {day(head.edited)}",
             *([f"version {of}"] if of else [])]
    return ", ".join(parts) + "." + (f" {address}" if address else "")


_TEX = {ord(char): "\\" + char for char in "&%$#_{}"} | {
    ord("\\"): r"\textbackslash{}", ord("~"): r"\textasciitilde{}", ord("^"): r"\textasciicircum{}"}


def _tex(text: str) -> str:
    """`text` as BibTeX prints it as it stands."""
    return text.translate(_TEX)


def bibtex(head: PageHead, path: str, address: str | None, of: str) -> str:
    """A BibTeX entry."""
    on = head.edited
    fields = {"title": f"{{{_tex(head.title)}}}", "author": f"{{{_tex(settings().title)}}}", "year": str(on.year),
              "month": str(on.month), "day": str(on.day), "note": f"Version {of}" if of else "", "url": address or ""}
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@online{" + file_name(path) + ",\n" + ",\n".join(lines) + "\n}\n"


def csl(head: PageHead, path: str, address: str | None, of: str) -> str:
    """A CSL-JSON item, as reference managers read it."""
    item = {"id": file_name(path), "type": "webpage", "title": head.title, "container-title": settings().title,
            "issued": {"date-parts": [[head.edited.year, head.edited.month, head.edited.day]]},
            "version": of, "URL": address}
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"

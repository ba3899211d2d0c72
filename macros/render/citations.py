"""How to cite a page: in words, as BibTeX, RIS and CSL-JSON, with the version that was read and where its text is kept.

All say the same of author, title, day, version and address; what a build was not told is named as missing.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from ..records.schema import PageHead, settings
from .addresses import version_link
from .formats import day, markdown, slug, stop

__all__ = ["Cited", "bibtex", "csl", "file_name", "ris", "version", "words"]


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
    """The name, without ending, of the files that cite the page at `path`; the check refuses pages that share one."""
    return "home" if path == "index.md" else slug(path.removesuffix(".md").removesuffix("/index"))


@dataclass(frozen=True)
class Cited:
    """What is cited: the page's head, its path from `docs/`, its address if known, the version, "" if unknown."""

    head: PageHead
    path: str
    address: str | None
    version: str

    @property
    def key(self) -> str:
        """A key for lists of references, which no other page and hardly another site has."""
        return f"{slug(settings().title)}-{file_name(self.path)}"

    @property
    def author(self) -> str:
        """The site as an author, without commas, at which reference managers part last names from first ones."""
        return settings().title.replace(",", "")

    @property
    def text(self) -> str | None:
        """Where the text of this version is kept, if a repository is known."""
        return version_link(f"docs/{self.path}", self.version) if self.version else None

    @property
    def note(self) -> str:
        """Where the text is kept, and what the build was not told."""
        missing = [name for name, value in (("an address", self.address), ("a version", self.version)) if not value]
        return " ".join([*([f"Text of this version: {self.text}"] if self.text else []),
                         *([f"Built without {' and '.join(missing)}."] if missing else [])])


def words(cited: Cited) -> Markup:
    """A citation in words, as Markdown."""
    of = markdown(cited.version)
    version = f", version [{of}]({cited.text})" if cited.text else f", version {of}" if of else ""
    missing = "" if cited.address else " (this copy was built without an address)"
    title = markdown(f"{cited.head.title}{stop(cited.head.title)}")
    return Markup(f"{markdown(settings().title)}. “{title}” Edited {day(cited.head.edited)}{version}{missing}."
                  + (f" {cited.address}" if cited.address else ""))


_TEX = {ord(char): "\\" + char for char in "&%$#_"} | {
    ord("\\"): r"\textbackslash{}", ord("~"): r"\textasciitilde{}", ord("^"): r"\textasciicircum{}",
    ord("{"): r"\textbraceleft{}", ord("}"): r"\textbraceright{}"}  # BibTeX counts braces that are escaped, too


def _tex(text: str) -> str:
    """`text` as BibTeX prints it as it stands."""
    return text.translate(_TEX)


def bibtex(cited: Cited) -> str:
    """A BibTeX entry."""
    on, (title, author, site) = cited.head.edited, map(_tex, (cited.head.title, cited.author, settings().title))
    fields = {"title": f"{{{title}}}", "author": f"{{{author}}}", "organization": f"{{{site}}}",
              "year": str(on.year), "month": str(on.month), "day": str(on.day), "version": _tex(cited.version),
              "note": _tex(cited.note), "url": cited.address or ""}
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@online{" + cited.key + ",\n" + ",\n".join(lines) + "\n}\n"


def csl(cited: Cited) -> str:
    """A CSL-JSON item, as reference managers read it."""
    on = cited.head.edited
    item = {"id": cited.key, "type": "webpage", "title": cited.head.title, "author": [{"literal": cited.author}],
            "container-title": settings().title, "issued": {"date-parts": [[on.year, on.month, on.day]]},
            "version": cited.version, "note": cited.note, "URL": cited.address}
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def ris(cited: Cited) -> str:
    """A RIS entry, each line of which is a tag and its value.

    The comma after the author keeps EndNote from taking the last word for a family name.
    """
    fields = {"ID": cited.key, "TI": cited.head.title, "AU": f"{cited.author},", "T2": settings().title,
              "PY": f"{cited.head.edited:%Y}", "DA": f"{cited.head.edited:%Y/%m/%d}", "ET": cited.version,
              "N1": cited.note, "UR": cited.address}
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields.items() if value]
    return "\r\n".join(["TY  - ELEC", *lines, "ER  - ", ""])

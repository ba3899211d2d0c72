"""What is published beside the pages: tables as CSV, package and workbook, a file for each record, one JSON of
everything, citations of each page, feeds of changes, the calendar of decisions, and a tiny page at each old address.
The whole site as plain Markdown, too, for an engine that knows no macros.

Values are those of the pages: the same records, formatted by the same functions.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import posixpath
from pathlib import Path

from ..records.entries import Records
from ..render import formats
from ..render.addresses import built, is_for_disk
from ..render.citations import bibtex, csl, file_name, ris
from ..render.context import PageContext
from ..render.surroundings import cited as cited_as
from ..render.templates import render
from ..site.site import Site
from .calendar import CALENDAR, calendar
from .data_package import csv_text, package
from .feed import feeds
from .for_machines import LIST, list_of_pages
from .plain_values import as_plain, lines
from .record_files import openapi, record_files
from .sheets import shared, sheets
from .workbook import workbook

__all__ = ["everything", "files", "files_of", "moved_pages", "write_plain"]


def files(site: Site) -> dict[str, str | bytes]:
    """Every file that is published beside the pages, by its path."""
    records, rows = site.records, sheets(site.records)
    version = next((context.version for context in site.contexts.values()), "")
    known = everything(records)
    made: dict[str, str | bytes] = {
        **{f"data/{sheet.name}.csv": csv_text(sheet) for sheet in rows},
        "data/all.json": _json(known), "data/datapackage.json": package(records, rows, version),
        "data/all.xlsx": workbook(sheet for sheet in rows if sheet.name != "citations"),
        "data/openapi.json": openapi(version), CALENDAR: calendar(records, site.contexts),
        **({LIST: list_of_pages(site)} if "index.md" in site.pages else {}),
        **feeds(records, {path: page.head for path, page in site.pages.items()})}
    made |= record_files(site, known, rows)
    for context in site.contexts.values():
        made |= _citations(context) | context.drawn | context.embeds
    return made | moved_pages(site)


def _citations(context: PageContext) -> dict[str, str]:
    name, cited = f"cite/{file_name(context.path)}", cited_as(context)
    return {f"{name}.bib": bibtex(cited), f"{name}.ris": ris(cited), f"{name}.json": csl(cited)}


def everything(records: Records) -> dict[str, object]:
    """All records as plain values for JSON, each under its id."""
    return {
        "facts": {key: {**as_plain(entry.record), "shown": formats.quantity(
            entry.record.value, entry.record.unit)} for key, entry in records.facts.items()},
        "tables": {name: {**as_plain(table.head.record), "licence": table.head.record.rights[0],
                          "rows": [as_plain(entry.record) for entry in table.rows]}
                   for name, table in shared(records)},
        "sources": {key: as_plain(entry.record) for key, entry in records.sources.items()},
    }


def _json(groups: dict[str, dict[str, object]]) -> str:
    """JSON with one record on a line, so that two editions can be compared."""
    return "{" + ",\n".join(f'"{name}": {lines(records)}' for name, records in groups.items()) + "}\n"


def moved_pages(site: Site) -> dict[str, str]:
    """The pages by their path; none in a copy to be opened from disk, which nobody has old addresses of."""
    if is_for_disk():
        return {}
    return {f"{built(old)}index.html": _page(site, old, new) for old, new in site.redirects.pages.items()}


def _page(site: Site, old: str, new: str) -> str:
    address, home = _from(old, new), os.environ.get("SITE_URL", "").rstrip("/")
    headings = {name: _from(old, there) for name, there in sorted(site.redirects.headings.get(old, {}).items())}
    # An address of our own takes the heading along, which a refresh would lose.
    script = (f"const to = {json.dumps(headings)}, is = location.hash.slice(1); "
              f"location.replace(Object.hasOwn(to, is) ? to[is] : {json.dumps(address)} + location.hash)")
    script = script.replace("<", "\\u003c")
    page, _, heading = new.partition("#")
    return render("moved.html.jinja", title=site.pages[page].head.title, address=address, script=script,
                  digest=base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii"),
                  canonical=f"{home}/{built(page)}" if home else address.partition("#")[0])


def _from(old: str, new: str) -> str:
    """The address of a page or heading from that of an old page."""
    page, mark, heading = new.partition("#")
    return posixpath.relpath(f"/{built(page)}", f"/{built(old)}") + "/" + mark + heading


def files_of(site: Site) -> dict[str, bytes]:
    """Every file of a folder of plain pages by its path: pages, what lies beside them, what is published with them."""
    docs = site.root / "docs"
    beside = {file.relative_to(docs).as_posix(): file.read_bytes() for file in docs.rglob("*")
              if file.is_file() and file.suffix != ".md"}
    published = {name: content.encode("utf-8") if isinstance(content, str) else content
                 for name, content in files(site).items()}
    pages = {path: (page.text[:page.body] + site.markdown[path]).encode("utf-8") for path, page in site.pages.items()}
    return {**beside, **published, **pages}


def write_plain(site: Site, folder: Path) -> int:
    """Writes the plain pages and files into `folder`; answers how many pages."""
    for name, content in files_of(site).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return len(site.pages)

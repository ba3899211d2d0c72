"""The built site as an EPUB 3.3: `python -m scripts.epub SITE FILE`. The same site makes the same bytes.

Charts and maps are drawings: those that a page offers as files, which hold their colors, since few readers know the
style that colors maps on pages.
"""

from __future__ import annotations

import os
import sys
import time
import uuid
import zipfile
from html import escape
from pathlib import Path
from xml.etree import ElementTree as Xml

from mkdocs.config import load_config

from scripts.book import XHTML, Chapter, chapter, parts, relink, tell, without

__all__ = ["main"]

_SETTINGS = Path(__file__).resolve().parents[1] / "mkdocs.yml"
_FIRST = 315532800  # 1980, before which a zip has no time
_SVG = "{http://www.w3.org/2000/svg}"
_STYLE = ("table { border-collapse: collapse; font-size: 0.85em; } td, th { padding: 0.2em 0.5em; text-align: left; "
          "vertical-align: top; border-bottom: 1px solid #999; } img { max-width: 100%; }\n")
_CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile \
full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>{title}</title><link rel="stylesheet" href="book.css"/></head><body>{body}</body></html>
"""
_BOOK = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:uuid:{id}</dc:identifier>
<dc:title>{title}</dc:title><dc:language>en</dc:language><dc:creator>{title}</dc:creator>
<meta property="dcterms:modified">{now}</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>{items}</manifest>
<spine><itemref idref="nav"/>{spine}</spine></package>
"""


def main(site: Path, out: Path) -> None:
    """Writes the EPUB, every page of the menu with notes and pictures, and tells its size where it lies in the site."""
    Xml.register_namespace("", XHTML[1:-1])
    sections = {title: [chapter(site, page) for page in pages] for title, pages in parts(_SETTINGS).items()}
    chapters = [one for some in sections.values() for one in some]
    names = {one.address: f"{one.name}.xhtml" for one in chapters}
    files, pictures = {}, {}
    for one in chapters:
        pictures |= _pictures(site, one)
        relink(one, lambda there, anchor: "#".join(filter(None, [names[there], anchor])) if there in names else None)
        files[names[one.address]] = _PAGE.format(title=escape(one.title), body=Xml.tostring(one.article, "unicode"))
    title = load_config(str(_SETTINGS)).site_name
    files |= {"nav.xhtml": _PAGE.format(title=escape(title), body=_contents(sections)), "book.css": _STYLE,
              "book.opf": _package(title, chapters, pictures), **pictures}
    _zip(out, {"META-INF/container.xml": _CONTAINER, **{f"book/{name}": text for name, text in files.items()}})
    tell(site, "EPUB", {"Every page as a book": out})


def _pictures(site: Path, one: Chapter) -> dict[str, str]:
    """Puts charts and maps in as pictures, and takes out other drawings; answers the pictures by name."""
    found: dict[str, str] = {}
    page = "index" if one.name == "home" else one.name
    for figure in list(one.article.iter(f"{XHTML}figure")):
        id = figure.get("id", "").removeprefix("chart-")
        for file in (site / f"charts/{name}.svg" for name in (f"{page}-{id}", f"{page}-index-{id}")):
            if file.exists():
                figure.insert(1, _picture(figure, file.name))
                found[file.name] = file.read_text("utf-8")
    without(one.article, lambda part: part.tag == f"{_SVG}svg" or part.get("class") == "map__frame")
    return found


def _picture(figure: Xml.Element, file: str) -> Xml.Element:
    """The picture of a figure; in its stead are read its title, without marks of notes, and what a map shows."""
    title = figure.find(f"{XHTML}figcaption")
    marks = {word for mark in title.iter(f"{XHTML}sup") for word in mark.itertext()}
    words = [word for word in title.itertext() if word not in marks]
    shown = [word for said in list(figure.iter(f"{_SVG}desc"))[:1] for word in said.itertext()]
    return Xml.Element(f"{XHTML}img", {"src": file, "alt": " ".join(" ".join([*words, *shown]).split())})


def _contents(sections: dict[str, list[Chapter]]) -> str:
    lists = {title: "".join(f'<li><a href="{one.name}.xhtml">{escape(one.title)}</a></li>' for one in some)
             for title, some in sections.items()}
    items = "".join(f"<li><span>{escape(title)}</span><ol>{list}</ol></li>" if len(sections[title]) > 1 else list
                    for title, list in lists.items())
    return f'<nav epub:type="toc"><h1>Contents</h1><ol>{items}</ol></nav>'


def _package(title: str, chapters: list[Chapter], pictures: dict[str, str]) -> str:
    items = [f'<item id="c-{one.name}" href="{one.name}.xhtml" media-type="application/xhtml+xml"/>'
             for one in chapters]
    items += [f'<item id="p-{number}" href="{name}" media-type="image/svg+xml"/>'
              for number, name in enumerate(pictures)]
    return _BOOK.format(id=uuid.uuid5(uuid.NAMESPACE_URL, os.environ.get("SITE_URL", title)), title=escape(title),
                        now=time.strftime("%Y-%m-%dT%H:%M:%SZ", _moment()), items="".join(items),
                        spine="".join(f'<itemref idref="c-{one.name}"/>' for one in chapters))


def _moment() -> time.struct_time:
    return time.gmtime(max(_FIRST, int(os.environ.get("SOURCE_DATE_EPOCH", _FIRST))))


def _zip(out: Path, files: dict[str, str]) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr(zipfile.ZipInfo("mimetype", _moment()[:6]), "application/epub+zip")
        for name, text in sorted(files.items()):
            zipped.writestr(zipfile.ZipInfo(name, _moment()[:6]), text, zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

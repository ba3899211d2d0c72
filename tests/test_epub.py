"""The site as an EPUB: whole XML, the mark first and unpacked, the same bytes each time."""

from __future__ import annotations

import zipfile
from xml.etree import ElementTree

from scripts.epub import main


def test_an_epub_is_whole_and_the_same_twice(built, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    for name in ("a", "b"):
        main(built, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    with zipfile.ZipFile(tmp_path / "a") as zipped:
        first = zipped.infolist()[0]
        assert (first.filename, first.compress_type, zipped.read(first)) == ("mimetype", 0, b"application/epub+zip")
        names = set(zipped.namelist())
        for name in names - {"mimetype", "book/book.css"}:
            ElementTree.fromstring(zipped.read(name))
        book = zipped.read("book/book.opf").decode("utf-8")
    assert {"book/home.xhtml", "book/story.xhtml", "book/nav.xhtml"} <= names
    assert all(f'href="{name[5:]}"' in book for name in names if name.startswith("book/") and name != "book/book.opf")

"""The site as an EPUB: whole XML, the mark first and unpacked, maps as the files of pages, the same bytes each time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import ROOT

HTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def site(built, tmp_path_factory) -> Path:
    """A copy of the site with two books in it: the script runs by itself, as in the test of PDFs."""
    own = shutil.copytree(built, tmp_path_factory.mktemp("epub") / "site")
    for name in ("a", "b"):
        subprocess.run([sys.executable, "-m", "scripts.epub", own, own / f"{name}.epub"], cwd=ROOT, check=True,
                       env={**os.environ, "SOURCE_DATE_EPOCH": "1790000000"})
    return own


def test_an_epub_is_whole_and_the_same_twice(site):
    assert (site / "a.epub").read_bytes() == (site / "b.epub").read_bytes()
    with zipfile.ZipFile(site / "a.epub") as zipped:
        first = zipped.infolist()[0]
        assert (first.filename, first.compress_type, zipped.read(first)) == ("mimetype", 0, b"application/epub+zip")
        names = set(zipped.namelist())
        for name in names - {"mimetype", "book/book.css"}:
            ElementTree.fromstring(zipped.read(name))
        book = zipped.read("book/book.opf").decode("utf-8")
    assert {"book/home.xhtml", "book/story.xhtml", "book/nav.xhtml"} <= names
    assert all(f'href="{name[5:]}"' in book for name in names if name.startswith("book/") and name != "book/book.opf")


def test_every_map_is_a_picture_with_its_words(site):
    with zipfile.ZipFile(site / "a.epub") as zipped:
        pictures = {name[5:] for name in zipped.namelist() if "-map-" in name}
        story = ElementTree.fromstring(zipped.read("book/story.xhtml"))
    assert pictures == {file.name for file in (site / "charts").glob("*-map-*.svg")} and len(pictures) > 20
    said = {image.get("src"): image.get("alt") for image in story.iter(f"{HTML}img")}
    assert "Kazakhstan: compliance." in said["story-map-title-iv-countries.svg"]
    assert said["story-soviet-emigration.svg"].startswith("Departures fell, rose, fell and rose again under the law ")


def test_the_contents_have_the_sections_of_the_menu(site):
    with zipfile.ZipFile(site / "a.epub") as zipped:
        contents = ElementTree.fromstring(zipped.read("book/nav.xhtml"))
    sections = [span.text for span in contents.iter(f"{HTML}span")]
    assert sections == ["Amendment", "Countries", "Middle corridor", "Critical minerals", "Counterterrorism", "Context",
                        "Article", "Reference"]


def test_the_page_of_data_tells_its_size_once(site):
    told = (site / "data" / "index.html").read_text("utf-8")
    size = (site / "b.epub").stat().st_size / 1e6
    assert told.count('<ul class="epubs">') == 1
    assert f'<li><a href="../b.epub">Every page as a book</a>, EPUB, {size:.1f} MB</li>' in told

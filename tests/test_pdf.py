"""A section as a PDF: one document of its pages, with contents, ids that do not collide, and sizes told."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.book import chapter, parts, tell
from scripts.pdf import document, sheets_of
from tests.conftest import ROOT


def make(site: Path, out: Path, wanted: str) -> None:
    """Runs the script by itself, since two of its browser's loops do not fit into one process, on a copy of the site,
    since it tells the sizes there."""
    own = shutil.copytree(site, out.with_name("own"))
    subprocess.run([sys.executable, "-m", "scripts.pdf", str(own), str(out), wanted], cwd=ROOT, check=True)


def test_every_section_of_the_menu_has_its_pages():
    found = parts(ROOT / "mkdocs.yml")
    assert found["Story"] == ["story/"] and found["Amendment"][:2] == ["amendment/", "amendment/how-it-works/"]
    assert all(address == "" or (ROOT / "docs" / f"{address.rstrip('/')}.md").exists()
               or (ROOT / "docs" / address / "index.md").exists() for some in found.values() for address in some)


def test_a_document_has_its_contents_and_each_id_once(built, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://site.invalid/")
    pages = parts(ROOT / "mkdocs.yml")["Critical minerals"]
    html = document(built, "Critical minerals", [chapter(built, page) for page in pages],
                    {"critical-minerals-deals": 31})
    ids = re.findall(r' id="([^"]+)"', html.partition("<article")[2])
    assert len(ids) == len(set(ids)) > 500
    inside = set(re.findall(r'href="#(critical-minerals[^"]*)"', html))
    assert inside - set(ids) == set()
    assert [page for page in pages if f'<a href="#{page.rstrip("/").replace("/", "-")}">' not in html] == []
    assert re.findall(r'<li><a href="#([\w-]+)">[^<]*</a> <span>(\d+)</span>', html) == [
        ("critical-minerals-deals", "31")]


def test_a_map_keeps_the_drawing_that_paper_shows_in_a_column(built):
    html = document(built, "Story", [chapter(built, "story/")], {})
    assert "map__svg map__svg--narrow" in html and "map__svg map__svg--wide" in html


def test_a_chapter_keeps_the_style_that_the_first_page_lacks(built):
    html = document(built, "Countries", [chapter(built, page) for page in ("countries/", "countries/compare/")], {})
    assert re.findall(r'<link rel="stylesheet" href="(/[^"]*)">', html) == ["/assets/compare.css"]


def test_the_sheet_of_an_id_is_read_from_the_file():
    pages = b"".join(b"%d 0 obj\n<</Type /Page\n/Parent 9 0 R>>\nendobj\n" % number for number in (2, 16))
    places = b"<</a--b [16 0 R /XYZ 0 792 0]\n/a--fn:c.d [2 0 R /XYZ 15 120.75 0]>>"
    assert sheets_of(b"%PDF-1.4\n" + pages + places) == {"a--b": 2, "a--fn:c.d": 1}


def test_a_pdf_has_sheets_an_outline_and_its_size_is_told(built, tmp_path):
    site = tmp_path / "site"
    (site / "data").mkdir(parents=True)
    (site / "data" / "index.html").write_text('<h2 id="take-along">Can I?</h2>\n<p>Yes.</p>\n<h2>', "utf-8")
    make(built, tmp_path / "out", "story")
    data = (tmp_path / "out" / "story.pdf").read_bytes()
    assert data.startswith(b"%PDF-") and len(re.findall(rb"/Type /Page\b", data)) > 4 and b"/Outlines" in data
    places, last = sheets_of(data), len(re.findall(rb"/Type /Page\n", data))
    assert min(sheet for id, sheet in places.items() if "--fn:" in id) > 4 and max(places.values()) == last
    (site / "pdf").mkdir()
    (site / "pdf" / "story.pdf").write_bytes(b"0" * 2_683_408)
    for _ in range(2):
        tell(site, "PDF", {"Story": site / "pdf" / "story.pdf"})
    told = (site / "data" / "index.html").read_text("utf-8")
    assert told == (
        '<h2 id="take-along">Can I?</h2>\n<p>Yes.</p><ul class="pdfs"><li><a href="../pdf/story.pdf">Story</a>, PDF, '
        '2.7 MB</li></ul>\n<h2>')


@pytest.mark.parametrize("wanted", ["none"])
def test_no_section_of_that_name_makes_no_file(built, tmp_path, wanted):
    make(built, tmp_path / "out", wanted)
    assert list((tmp_path / "out").iterdir()) == []

"""The zip to read without a network: it opens from disk, and the same site makes the same zip."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scripts.browser import serving
from scripts.offline import pack
from tests import test_built
from tests.copies import copy, run

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("offline")]  # one build serves them all


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The site as `make offline` builds it."""
    folder = copy(tmp_path_factory.mktemp("offline") / "copy")
    build = run(folder, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", "site", DIRECTORY_URLS="false")
    assert (build.communicate()[0], build.returncode) == ("", 0)
    return folder / "site"


@pytest.fixture(scope="session")
def unpacked(site: Path) -> Path:
    """The folder that a reader has after unpacking."""
    archive = site.parent / "build" / "offline.zip"
    pack(site, archive)
    with zipfile.ZipFile(archive) as zipped:
        zipped.extractall(site.parent / "unpacked")
    return site.parent / "unpacked" / "jackson-vanik"


def test_the_same_site_makes_the_same_zip(site, tmp_path, monkeypatch):
    for name, zone in (("one.zip", "Etc/GMT+12"), ("two.zip", "Etc/GMT-14")):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        pack(site, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_zip_has_the_time_of_its_commit_and_names_in_order(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    for name in ("b.html", "a.html", "404.html", "sitemap.xml"):
        (tmp_path / "site" / name).write_text(name, "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    pack(tmp_path / "site", tmp_path / "out" / "x.zip")
    with zipfile.ZipFile(tmp_path / "out" / "x.zip") as zipped:
        assert [(entry.filename, entry.date_time) for entry in zipped.infolist()] == [
            (f"jackson-vanik/{name}", (2026, 9, 21, 14, 13, 20)) for name in ("README.txt", "a.html", "b.html")]


def test_every_link_leads_to_a_file_and_none_to_a_folder(unpacked):
    test_built.test_every_link_and_anchor_inside_the_site_resolves(unpacked)
    links = {link for file in unpacked.rglob("*.html")
             for link in re.findall(r'<a [^>]*href="([^":#]+)["#]', file.read_text("utf-8"))}
    assert [link for link in links if (unpacked / "x" / link).is_dir() or link.endswith(("/", "."))] == []


def test_no_page_names_an_address_it_does_not_have(unpacked):
    assert [file for file in unpacked.rglob("*.html") if 'rel="canonical"' in file.read_text("utf-8")] == []


def test_it_opens_from_disk_and_links_work(unpacked, browser):
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((unpacked / "index.html").as_uri())
    for link in (".md-tabs__link >> text=Countries", "article a.map__link >> nth=0", ".md-footer__link--next"):
        page.locator(link).locator("visible=true").first.click()
        page.wait_for_load_state()
        expect(page.locator("article h1")).to_be_visible()
    assert [said, {url for url in asked if not url.startswith("file:")}] == [[], set()]
    assert Path(page.url.removeprefix("file://")).is_relative_to(unpacked / "countries")
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_search_works_from_disk_in_the_page_of_a_folder_and_by_address(unpacked, browser, width):
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((unpacked / "countries" / "kazakhstan.html").as_uri())
    page.locator(".md-header button[for=__search], .md-search__input").locator("visible=true").first.click()
    page.locator(".md-search__input:focus").wait_for(timeout=20000)
    page.keyboard.type("ISKP")
    first = page.locator(".md-search-result__link").first
    first.wait_for(timeout=20000)
    assert first.get_attribute("href") == (unpacked / "counterterrorism" / "groups.html").as_uri()
    page.goto((unpacked / "index.html").as_uri() + "?q=Kirgizia")
    first.wait_for(timeout=20000)
    assert first.get_attribute("href") == (unpacked / "countries" / "kyrgyzstan.html").as_uri()
    assert [said, page.evaluate("document.documentElement.scrollWidth") <= width] == [[], True]
    page.context.close()


def test_served_it_searches_as_well(unpacked, browser):
    page = browser.new_context().new_page()
    with serving(unpacked) as root:
        page.goto(root + "?q=Kirgizia")
        page.locator(".md-search-result__link").first.wait_for(timeout=20000)
        found = page.locator(".md-search-result__link").first.get_attribute("href")
    assert found == root + "countries/kyrgyzstan.html"
    page.context.close()

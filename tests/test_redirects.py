"""Pages and headings that have moved: what `data/redirects.yml` may hold, and what an old address shows."""

from __future__ import annotations

import html5lib
import pytest

from macros.engine.html.links import kept
from macros.export.files import files
from macros.site.site import Site
from scripts.browser import serving
from tests.conftest import FACTS, PAGE, SETTINGS, SOURCES, TABLE
from tests.copies import run, with_theme

NEW = {"docs/law/new.md": PAGE.replace("Home", "New & old"), "docs/a.md": PAGE.replace("Home", "A")}
FILE = "data/redirects.yml"


def test_a_page_and_its_headings_that_moved_are_no_problem(problems):
    lines = ["old.md: law/new.md", "old.md#then: index.md#figures", "gone/index.md: law/new.md#figures",
             "a.md#numbers: a.md#figures"]
    assert problems({**NEW, FILE: "redirects:\n" + "".join(f"  {line}\n" for line in lines)}) == []


@pytest.mark.parametrize(("lines", "wanted"), [
    (["old.md: law/nwe.md"], "3: no page 'law/nwe.md'; allowed: a.md, index.md, law/new.md; did you mean "
     "'law/new.md'?"),
    (["old.md: law/new.md#figure"], "3: no heading 'figure' in law/new.md; allowed: {ids}; did you mean 'figures'?"),
    (["a.md: law/new.md"], "3: 'a.md' has the address of a page that there is, docs/a.md; take away the one or "
     "the other"),
    (["law/new/index.md: a.md"], "3: 'law/new/index.md' has the address of a page that there is, docs/law/new.md; take "
     "away the one or the other"),
    (["a.md#figures: a.md"], "3: 'figures' is a heading that there is in docs/a.md; take away the one or the other"),
    (["a.md#then: index.md#figures"], "3: a heading of a page that stays becomes another heading of it, not "
     "'index.md#figures'; where the text went elsewhere, keep the heading with a link"),
    (["old.md#then: index.md"], "3: 'old.md' is no page and has not moved; add a line for the page itself"),
    (["old.md: old.md"], "3: leads in a circle, old.md → old.md; name a page that there is"),
    (["b.md: c.md", "c.md: b.md"], "3: leads in a circle, b.md → c.md → b.md; name a page that there is"),
    (["b.md: c.md", "c.md: a.md"], "3: 'c.md' has moved itself; name 'a.md'"),
    (["../old.md: a.md"], "3: '../old.md'; wanted: an old path from docs/, as in law/page.md or "
     "law/page.md#heading"),
    (["<script>.md: a.md"], "3: '<script>.md'; wanted: an old path from docs/, as in law/page.md or "
     "law/page.md#heading"),
    (["old.md: https://evil.invalid"], "3: no page 'https://evil.invalid'; allowed: a.md, index.md, law/new.md"),
    (["old.md: [a.md]"], "3: old.md: a list is the wrong type; wanted: text; put it in quotes if it looks "
     "like a number"),
])
def test_a_fault_is_told_where_it_is(problems, lines, wanted):
    said = problems({**NEW, FILE: "# a comment\nredirects:\n" + "".join(f"  {line}\n" for line in lines)})
    ids = said[0].partition("allowed: ")[2].partition(";")[0]
    column = said[0].split(":")[2]
    assert said[0] == f"{FILE}:3:{column}: {wanted.removeprefix('3: ').format(ids=ids)}"


@pytest.mark.parametrize(("text", "wanted"), [
    ("", "1:1: key 'redirects' is missing; it says: The old path of each page that has moved, from docs/, and its new "
     "one; likewise of headings."),
    ("redirects: {}\n", "1:12: redirects: a mapping is the wrong type; wanted: at least one entry"),
    ("moved: {}\n", "1:1: unknown key 'moved'; allowed: redirects"),
])
def test_a_file_of_another_form_is_refused(problems, text, wanted):
    assert f"{FILE}:{wanted}" in problems({**NEW, FILE: text})


WANTED = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-DIGEST'">
<title>New &amp; old</title>
<link rel="canonical" href="https://site.invalid/law/new/">
<script>const to = {"then": "../../#figures"}, is = location.hash.slice(1); \
location.replace(Object.hasOwn(to, is) ? to[is] : "../../law/new/" + location.hash)</script>
<meta http-equiv="refresh" content="0; url=../../law/new/">
</head>
<body>
<p>This page has moved: <a href="../../law/new/">New &amp; old</a>.</p>
</body>
</html>"""
MOVED = {**NEW, FILE: "redirects:\n  act/old.md: law/new.md\n  act/old.md#then: index.md#figures\n"
         "  a.md#numbers: a.md#figures\n"}


def test_an_old_address_leads_to_the_new_one(project, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://site.invalid/")
    page = files(Site.read(project(MOVED)))["act/old/index.html"]
    digest = page.partition("sha256-")[2].partition("'")[0]
    assert page == WANTED.replace("DIGEST", digest)
    assert html5lib.HTMLParser(strict=True).parse(page) is not None


def test_a_copy_to_open_from_disk_needs_none(project, monkeypatch):
    monkeypatch.setenv("DIRECTORY_URLS", "false")
    assert "act/old/index.html" not in files(Site.read(project(MOVED)))


def test_a_heading_keeps_its_old_name_in_an_empty_element():
    html = '<h2 id="figures">In</h2><h2 class="x" id="new">On</h2>'
    assert kept(html, {"old": "new"}) == '<h2 id="figures">In</h2><h2 class="x" id="new"><span id="old"></span>On</h2>'
    assert kept(html, {}) == html


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize(("old", "new", "with_script"), [
    ("act/old/", "law/new/", "law/new/"), ("act/old/#figures", "law/new/", "law/new/#figures"),
    ("act/old/#then", "law/new/", "#figures"), ("a/#numbers", "a/#numbers", "a/#numbers")])
def test_a_browser_is_led_there(moved_site, browser, has_script, old, new, with_script):
    page = browser.new_context(java_script_enabled=has_script).new_page()
    with serving(moved_site) as address:
        page.goto(address + old)
        page.wait_for_url(address + (with_script if has_script else new))
        assert page.locator("h1").inner_text().startswith("What is the law?")
        assert "numbers" not in old or page.locator("h2 #numbers").count() == 1
    page.context.close()


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory):
    """The small project with its moved pages, built."""
    root = tmp_path_factory.mktemp("moved")
    base = {"data/sources.yml": SOURCES, "data/facts.yml": FACTS, "data/table.yml": TABLE, "docs/index.md": PAGE,
            **SETTINGS, **MOVED}
    for name, text in base.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    with_theme(root, {})
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("  - a.md\n  - law/new.md\n")
    said, _ = run(root, "-m", "mkdocs", "build", "-q").communicate()
    assert said == ""
    return root / "site"

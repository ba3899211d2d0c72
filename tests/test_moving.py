"""`python -m macros move OLD NEW`: every file afterwards, what is refused, and any page of this site."""

from __future__ import annotations

import shutil

import pytest

from macros.cli.main import main
from macros.site.site import Site
from tests.conftest import PAGE, ROOT

MENU = "site_name: X\nnav:\n  - index.md\n  - law/a.md\n  - b.md\n"
A = PAGE.replace("Home", "A").replace("---\n\n#", "next: [b.md, index.md]\n---\n\n#") + (
    "\n[B](../b.md#figures), [here](#figures), [home](../index.md \"Home\"), [out](https://a.invalid/law/a.md).\n")
B = PAGE.replace("Home", "B").replace("---\n\n#", "next: [law/a.md]\n---\n\n#") + (
    '\n[A](law/a.md#figures) and [not](index.md).\n\n'
    '{{ doors({"page": "law/a.md", "fact": "covered", "says": "A"}) }}\n')
SEARCH = "search:\n  first: {aa: law/a.md}\n  after: [b.md]\n"
FILES = {"mkdocs.yml": MENU, "docs/law/a.md": A, "docs/b.md": B, "data/search.yml": SEARCH}


def texts(root):
    return {file.relative_to(root).as_posix(): file.read_text("utf-8")
            for part in ("docs", "data", "mkdocs.yml") for file in [root / part, *(root / part).rglob("*")]
            if file.is_file() and "schema" not in file.parts}


@pytest.fixture
def root(project):
    folder = project(FILES)
    assert [str(problem) for problem in Site.read(folder).problems] == []
    return folder


def test_a_page_is_moved_with_all_that_leads_to_it(root, capsys):
    before = texts(root)
    assert main(["move", "docs/law/a.md", "docs/c.md", "--root", str(root)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "data/redirects.yml", "data/search.yml", "docs/b.md", "docs/c.md", "mkdocs.yml"]
    assert texts(root) == {
        **{path: text for path, text in before.items() if path != "docs/law/a.md"},
        "mkdocs.yml": MENU.replace("law/a.md", "c.md"), "data/search.yml": SEARCH.replace("law/a.md", "c.md"),
        "docs/b.md": B.replace("law/a.md", "c.md"), "docs/c.md": A.replace("(../", "("),
        "data/redirects.yml": "# yaml-language-server: $schema=schema/redirects.json\n# Pages and headings that have "
        "moved: the old path, and the new one.\nredirects:\n  law/a.md: c.md\n"}
    assert [str(problem) for problem in Site.read(root).problems] == []


def test_a_page_moved_twice_and_back_leads_in_no_circle(root):
    for old, new in (("law/a.md", "c.md"), ("c.md", "d/e.md"), ("d/e.md", "law/a.md")):
        assert main(["move", f"docs/{old}", f"docs/{new}", "--root", str(root)]) == 0
        assert [str(problem) for problem in Site.read(root).problems] == []
    assert (root / "data" / "redirects.yml").read_text("utf-8").splitlines()[2:] == [
        "redirects:", "  c.md: law/a.md", "  d/e.md: law/a.md"]
    assert {path: text for path, text in texts(root).items() if path in FILES} == FILES


@pytest.mark.parametrize(("old", "new", "said"), [
    ("docs/law/aa.md", "docs/c.md", "no page 'law/aa.md'; allowed: b.md, index.md, law/a.md; did you mean 'law/a.md'?"),
    ("docs/law/a.md", "docs/b.md", "docs/b.md has the address of 'b.md'; choose another name"),
    ("docs/law/a.md", "docs/b/index.md", "docs/b.md has the address of 'b/index.md'; choose another name"),
    ("docs/law/a.md", "docs/../x.md", "the name '../x.md'; allowed: small letters, digits and hyphens"),
    ("docs/law/a.md", "docs/Ä b.md", "the name 'Ä b.md'; allowed: small letters, digits and hyphens; did you mean "
     "'a-b.md'?"),
    ("docs/law/a.md", "docs/c.txt", "'c.txt'; wanted: a path that ends with .md"),
])
def test_what_cannot_be_moved_is_refused_and_nothing_changes(root, capsys, old, new, said):
    before = texts(root)
    assert main(["move", old, new, "--root", str(root)]) == 2
    assert capsys.readouterr().err == said + "\n" and texts(root) == before


@pytest.mark.parametrize(("old", "new"), [
    ("amendment/coverage.md", "countries/covered.md"), ("data.md", "reference/data.md"),
    ("countries/kazakhstan.md", "kz/index.md")])
def test_a_page_of_this_site_can_be_moved_without_a_problem(tmp_path, old, new):
    for part in ("data", "docs"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    assert main(["move", f"docs/{old}", f"docs/{new}", "--root", str(tmp_path)]) == 0
    assert [str(problem) for problem in Site.read(tmp_path, "check").problems] == []

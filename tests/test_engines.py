"""The same pages in other engines: each page has the words and the links that it has in MkDocs.

ProperDocs runs the hook and the theme as MkDocs does. Zensical runs the Markdown extension and no hook, so
that the article is compared and not what stands around it; the files that the hook publishes are in the
folder that `python -m macros render` writes, which is the second thing built here by Zensical.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest

from tests.copies import contents, copy, run
from tests.test_built import article, leads_on, text

HOOK = "hooks: [macros/engine/hook.py]\n"  # Zensical passes over it, and ProperDocs runs it
MACROS = "  - macros.engine.extension\n"

# What differs by the engine's own doing, each with how the comparison passes over it.
OWN = {
    "Zensical puts an empty anchor without address on top of each article": "links without address are left out",
    "Zensical writes a link to the page itself as #part, MkDocs as ./#part": "links are compared by where they lead",
    "plain pages have sources before notes, and no line that folds them, which the extension makes": "see `unfolded`",
    "plain pages have an arrow back for each place that cites a note, of which the extension leaves one":
        "see `one_arrow`",
    "Zensical leaves in each note its links to the record, which the hook puts in a file beside the page":
        "see `without_links`",
    "tables under plain Markdown lack heads of rows and labels of cells": "words and links are compared, not elements",
}


def properdocs(folder: Path) -> Path:
    return done(folder, "-m", "properdocs", "build", "--strict", "--quiet", "-f", "mkdocs.yml", "--site-dir", "site")


def zensical(folder: Path) -> Path:
    return done(folder, "-m", "zensical", "build", "--strict")


def zensical_of_plain_pages(folder: Path) -> Path:
    """Plain pages in place of `docs/`, with neither data nor macros nor what MkDocs is told of them."""
    done(folder, "-m", "macros", "render", "plain")
    bare = folder / "bare"
    bare.mkdir()
    (folder / "plain").rename(bare / "docs")
    (folder / "overrides").rename(bare / "overrides")
    config = (folder / "mkdocs.yml").read_text("utf-8")
    assert HOOK in config and MACROS in config
    (bare / "mkdocs.yml").write_text(config.replace(HOOK, "").replace(MACROS, ""), "utf-8")
    return zensical(bare)


def done(folder: Path, *arguments: str) -> Path:
    """Where the site lies when Python has run with `arguments` in `folder`."""
    process = run(folder, *arguments)
    said = process.communicate()[0]
    assert process.returncode == 0, said
    return folder / "site"


@pytest.fixture(scope="module")
def reference(built: Path) -> dict[str, tuple[str, list[str]]]:
    """Every page as MkDocs makes it."""
    return pages(built)


def pages(site: Path) -> dict[str, tuple[str, list[str]]]:
    """Words and targets of links of each page's article, by the page's address."""
    found = {}
    for file in sorted(file for file in site.rglob("index.html") if not leads_on(file)):
        here = file.parent.relative_to(site).as_posix().removeprefix(".")
        page = without_links(one_arrow(unfolded(deepcopy(article(file)))))  # other tests read it too
        found[here] = text(page), targets(page, f"http://x/{here}/".replace("//", "/").replace(":/", "://"))
    return found


def unfolded(page: Element) -> Element:
    """An article with its sources before its notes, and without the line that folds them."""
    for folded in (part for part in page.iter("details") if part.get("class") == "notes"):
        folded.remove(folded.find("summary"))
        folded[:] = reversed(folded)
    return page


def one_arrow(page: Element) -> Element:
    """An article whose notes have their first arrow back alone."""
    for note in list(page.iter()):
        for arrow in note.findall("a[@class='footnote-backref']")[1:]:
            note.remove(arrow)
    return page


def without_links(page: Element) -> Element:
    """An article whose notes lead to no record."""
    for links in (part for part in page.iter("span") if part.get("class") == "mend"):
        links.text, links[:] = "", []
    return page


def targets(page: Element, here: str) -> list[str]:
    links = (link.get("href") for link in page.iter("a"))
    return [urljoin(here, link) for link in links if link is not None]


@pytest.mark.wide
@pytest.mark.parametrize("build", [properdocs, zensical, zensical_of_plain_pages])
def test_each_page_says_and_links_what_it_does_in_mkdocs(reference, tmp_path, build):
    other = pages(build(copy(tmp_path / "copy")))
    assert len(reference) > 50 and list(other) == list(reference)
    differing = {page: (difference(reference[page][0].split(), other[page][0].split()),
                        difference(reference[page][1], other[page][1]))
                 for page in reference if reference[page] != other[page]}
    assert differing == {}


def difference(ours: list[str], theirs: list[str]) -> tuple[list[str], list[str]]:
    """What stands on one side from the first difference on, a little of it."""
    first = next((at for at, (one, two) in enumerate(zip(ours, theirs, strict=False)) if one != two), len(ours))
    return ours[first:first + 8], theirs[first:first + 8]


def test_a_difference_is_found(tmp_path):
    site = tmp_path / "sub"
    site.mkdir()
    (site / "index.html").write_text('<article>A <b>word</b><a></a> <a href="./#x">x</a><a href="../y">y</a></article>')
    assert pages(tmp_path) == {"sub": ("A word xy", ["http://x/sub/#x", "http://x/y"])}
    assert difference(["a", "b"], ["a", "c"]) == (["b"], ["c"])


def test_the_fold_of_notes_is_passed_over(tmp_path):
    (tmp_path / "index.html").write_text('<article><details class="notes"><summary>1 note</summary><p>Note</p>'
                                         '<p>Source</p></details></article>')
    assert pages(tmp_path) == {"": ("SourceNote", [])}


def test_arrows_after_the_first_are_passed_over(tmp_path):
    arrow = '<a class="footnote-backref" href="#{}">↩</a>'
    note = f"<li>Note {arrow.format('a')}{arrow.format('b')}</li>"
    (tmp_path / "index.html").write_text(f"<article><ol>{note}</ol></article>", "utf-8")
    assert pages(tmp_path) == {"": ("Note ↩", ["http://x/#a"])}


def test_links_of_notes_to_records_are_passed_over(tmp_path):
    links = '<span class="mend"><a href="x">Correct</a> · <a href="y">Report</a></span>'
    note = f'<li>Note {links} <a href="#a">b</a></li>'
    (tmp_path / "index.html").write_text(f"<article><ol>{note}</ol></article>", "utf-8")
    assert pages(tmp_path) == {"": ("Note b", ["http://x/#a"])}


def test_render_writes_plain_pages_that_keep_their_heads(tmp_path):
    folder = copy(tmp_path / "copy")
    done(folder, "-m", "macros", "render", "plain")
    plain, docs = contents(folder / "plain"), contents(folder / "docs")
    assert set(plain) >= set(docs) | {"data/all.json", "cite/home.bib", "changes.xml"}
    for name in (name for name in docs if name.endswith(".md")):
        assert plain[name].split(b"\n---\n")[0] == docs[name].split(b"\n---\n")[0]
        assert b"{{" not in plain[name]
    refused = run(folder, "-m", "macros", "render", "plain")
    assert (refused.communicate()[0], refused.returncode) == (
        "plain is not empty; name a folder that is new or empty\n", 2)

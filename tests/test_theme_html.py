"""The theme's own HTML as it is published: nothing that a browser reports, nothing that checkers find."""

from __future__ import annotations

import re

import pytest

from macros.engine.html.theme_html import mended
from tests.test_built import parse

LINKS = {"alternate", "canonical", "icon", "stylesheet"}  # of these a policy allows all that a browser asks for
TYPED = {"search", "text"}  # boxes for which a browser may remember what was typed


def elements(built):
    return [(file.relative_to(built).as_posix(), element, ids) for file in sorted(built.rglob("*.html"))
            for ids in [{part.get("id"): part.tag for part in parse(file).iter()}] for element in parse(file).iter()]


def test_no_page_has_a_browser_fetch_what_its_policy_refuses(built):
    """Firefox fetched each rel=next ahead, was refused, and logged an error on 56 pages."""
    assert {element.get("rel") for _, element, _ in elements(built) if element.tag == "link"} <= LINKS


def test_labels_and_boxes_are_what_the_standard_lets_them_be(built):
    for path, element, ids in elements(built):
        if element.tag == "label" and element.get("for"):
            assert ids.get(element.get("for")) in ("input", "select", "textarea"), (path, element.attrib)
        if element.tag == "input" and element.get("autocomplete"):
            assert element.get("type") in TYPED, (path, element.attrib)
        assert re.fullmatch(r"-?\d+", element.get("tabindex", "0")), (path, element.attrib)


@pytest.mark.parametrize(("html", "wanted"), [
    ('<a>\n  <link rel="next" href="../b/">\n<b>', "<a>\n<b>"),
    ('<link rel="icon" href="x">', '<link rel="icon" href="x">'),
    ('<input class="t" type="checkbox" id="x" autocomplete="off">', '<input class="t" type="checkbox" id="x">'),
    ('<link rel="stylesheet" href="../assets/stylesheets/main.1a.min.css">\n<x>\n'
     '<link rel="stylesheet" href="../assets/site.css">\n<y>',
     '<link rel="stylesheet" href="../assets/page.css">\n<x>\n<y>'),
    ('<script id="__config" type="application/json">{"base": "..", "search": "../assets/javascripts/workers/s.js", '
     '"x": 1}</script>',
     '<script type="text/plain" data-worker="../assets/search.js#javascripts/workers/s.js"></script>'),
    ('<input type="text" autocomplete="off">', '<input type="text" autocomplete="off">'),
    ('<input id="x"><label for="x" tabindex="">A</label>', '<input id="x"><label for="x">A</label>'),
    ('<label class="t" for="x">A</label>', '<label class="t">A</label>'),
    ("<p>a\n  b</p>  \n\n   <p>\nc</p>", "<p>a\nb</p>\n<p>\nc</p>"),
    ("<pre>a\n  b</pre>\n  <script>if (a)\n  b</script>", "<pre>a\n  b</pre>\n<script>if (a)\n  b</script>"),
    ('<article class="md-content__inner md-typeset">',
     '<article class="md-content__inner md-typeset" id="page-content">')])
def test_what_the_theme_writes_amiss_is_set_right(html, wanted):
    assert mended(html) == wanted

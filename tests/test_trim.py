"""The theme's style sheet without what no page uses."""

from __future__ import annotations

import re

import pytest

from macros.engine.scripts import bare
from macros.engine.style_sheet import needs, parted, tight, trimmed
from tests.conftest import ROOT

PAGE = '<html class="no-js"><body dir="ltr"><p class="md-a md-b--c">x</p><table>'
NEEDS = needs([PAGE], ['make("label", {className: "tools"})'],
              ['x("details",{class:"md-search-more"});y("md-tag")'], ["p { color: var(--own) }"])


@pytest.mark.parametrize("rule", [
    ".md-a{color:red}", "p.md-b--c:hover>table{a:b}", ".tools label{a:b}", "details.md-search-more[open]{a:b}",
    "[dir=ltr] .md-a{a:b}", ".md-a:not(.gone){a:b}", ":is(.gone,.md-a) p{a:b}", "*,:after,:before{a:b}",
    '.md-a:before{content:"}.gone{"}', "@media print{.md-a{a:b}}", "@keyframes x{0%{a:b}to{a:c}}p{animation:2s x}",
    '@charset "UTF-8";', "@supports (a:b){@media (c:d){p{a:b}}}", ".md-a\\:b{a:b}", "#__toc:checked~p{a:b}",
    ":root{--own:1}", ":root{--x:1}p{a:var(--x)}", "[data-x='a,b'] p{a:b}",
])
def test_what_a_page_or_a_script_can_need_stays(rule):
    assert trimmed(rule, NEEDS) == rule


@pytest.mark.parametrize(("css", "left"), [
    (".gone{a:b}p{a:b}", "p{a:b}"),
    (".gone,p,.md-a .gone{a:b}", "p{a:b}"),
    ("[dir=rtl] p{a:b}", ""),
    ("video{a:b}", ""),
    (".md-tag{a:b}", ""),  # a part of the theme that is off
    ("@media print{.gone{a:b}}p{a:b}", "p{a:b}"),
    (".md-typeset table td,.md-typeset summary:after,.md-typeset .footnote>ol{a:b}", ""),  # site.css styles them
    (".md-a::-webkit-scrollbar{a:b}.md-a.focus-visible{a:b}", ""),
    ('.md-a{transition:color .2s,x cubic-bezier(.1,0,1,1);scrollbar-width:thin;a:b;-webkit-mask-image:url("x;y")}',
     ".md-a{a:b;}"),
    (".md-a{-webkit-text-size-adjust:a;transition:b}", ".md-a{-webkit-text-size-adjust:a;}"),
    ("@keyframes pulse{0%{a:b}to{a:c}}", ""),
    (":root{--a:var(--b);--b:url(\"x;y}\")}p{a:b}", "p{a:b}"),
    ('.gone:before{content:"{"}p{a:b}', "p{a:b}"),
])
def test_what_none_needs_goes(css, left):
    assert trimmed(f"p{{c:d}}{css}", NEEDS) == f"p{{c:d}}{left}"


@pytest.mark.parametrize(("css", "left"), [
    ("/* Why. */\n\np { a: b } /* It is\n so. */\n", "p{a:b}"),
    ("p::before { content: '/* no */  ; {a: b' }", "p::before{content:'/* no */  ; {a: b'}"),
    ("@media print {\n  a :is(b, c) > d { e: calc(1px + 2px)  f; --g: h; }\n}",
     "@media print{a :is(b,c) > d{e:calc(1px + 2px) f;--g:h;}}"),
])
def test_comments_and_blanks_go_and_strings_stay(css, left):
    assert tight(css) == left


@pytest.mark.parametrize(("css", "plain", "scripted"), [
    ("p{a:b}.md-search p{a:b}", "p{a:b}", ".md-search p{a:b}"),
    ("p,.md-search__form,.md-dialog{a:b}", "p{a:b}", ".md-search__form,.md-dialog{a:b}"),
    (".no-js .md-search{a:b}", ".no-js .md-search{a:b}", ""),  # hides what no script has made
    (':root{--a:url("x;y}");--b:2}p{c:var(--b)}.md-search{c:var(--a)}', ":root{--b:2}p{c:var(--b)}",
     ':root{--a:url("x;y}");}.md-search{c:var(--a)}'),
    (":root{--a:1}p{background:url(search.svg)}", "p{background:url(search.svg)}", ":root{--a:1;}"),
    (":root{--own:1}.md-search{c:var(--own)}", ":root{--own:1}", ".md-search{c:var(--own)}"),  # used by our sheets
    ("@media print{[data-md-toggle=search]:checked~p{a:b}p{c:d}}", "@media print{p{c:d}}",
     "@media print{[data-md-toggle=search]:checked~p{a:b}}"),
    ('@charset "UTF-8";@page{a:b}@keyframes x{to{a:b}}', '@charset "UTF-8";@page{a:b}@keyframes x{to{a:b}}', ""),
])
def test_what_only_a_script_shows_has_a_sheet_of_its_own(css, plain, scripted):
    assert parted(css, {"--own"}) == (plain, scripted)


def test_the_sheets_keep_what_menu_and_search_are_made_of(built):
    sheet, scripted = ((built / "assets" / name).read_text("utf-8") for name in ("page.css", "script.css"))
    for name in ("md-nav__item--nested", "md-header__button", "md-skip:focus", "@media print", ".key-facts",
                 "[data-md-toggle=drawer]:checked", "md-typeset__table", ".no-js .md-search{display:none}",
                 "--md-nav-icon--prev:", "--md-nav-icon--next:", "--md-toc-icon:"):
        assert name in sheet, name
    for name in ("md-search-result__link", "[data-md-toggle=search]:checked", ".md-dialog", ".is-due",
                 "--md-search-result-icon:"):
        assert name in scripted and name not in sheet.replace(".no-js .md-search", ""), name
    for text in (sheet, scripted):
        assert "[dir=rtl]" not in text and ".admonition" not in text
        assert text.count("{") == text.count("}")
    assert list(built.glob("assets/stylesheets/main.*.css")) == []


def test_each_page_asks_for_the_one_sheet_made_of_two(built):
    for file in sorted(built.rglob("index.html")):
        html = file.read_text("utf-8")
        moved = 'http-equiv="refresh"' in html
        assert html.count("assets/page.css") == (not moved) and "site.css" not in html, file


@pytest.mark.parametrize(("script", "left"), [
    ("/* Why.\n   And how. */\n{\n  // reason\n\n  let a = 1 // b\n}\n", "{\nlet a = 1 // b\n}\n"),
    ('  fetch("http://x.invalid/") /* y */\n', 'fetch("http://x.invalid/") /* y */\n'),
    ("  a /\n    b / c\n", "a /\nb / c\n"), ("/* one */ x()\n", "/* one */ x()\n"), ("// last", ""), ("", "")])
def test_of_a_script_lines_of_comment_and_indents_go(script, left):
    assert bare(script) == left


def test_no_string_of_a_script_goes_over_several_lines():
    for file in (ROOT / "docs" / "assets").glob("*.js"):
        assert [line for line in file.read_text("utf-8").splitlines() if line.count("`") % 2] == [], file.name


def test_each_page_asks_for_one_script_that_holds_all_of_them(built):
    page, joined = (built / "index.html").read_text("utf-8"), (built / "assets" / "page.js").read_text("utf-8")
    assert re.findall(r'<script src="assets/([\w.]+)"', page) == ["early.js", "page.js"]
    for name in ("notes", "tables", "folds", "charts", "search-box", "site"):
        assert bare((ROOT / "docs" / "assets" / f"{name}.js").read_text("utf-8")) in joined, name
        assert not (built / "assets" / f"{name}.js").exists()

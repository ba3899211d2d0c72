"""The fast reading of HTML against a parser: whatever it lets pass, a browser reads as elements, attributes and
addresses that are allowed."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.engine.html import allow_list
from macros.engine.html.allow_list import forbidden
from macros.engine.html.policy import policy, with_policy
from tests.fuzzing import tries
from tests.html_oracle import faults, leads_to

# Pieces from which a text is put together that two readers may read in two ways.
PIECES = [
    "<title>", "</title>", "<svg>", "</svg>", "<desc>", "<text>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>",
    "<a>", "</a>", '<a title="', '<a href="', '">', '"', "'", "`", ">", "/>", " ", "\n", "\t", "\x0c", "\x0b", "\xa0",
    "\0", "<", "</", "<!", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "=", "x", "/", "\\", ":", "#", "&quot;",
    "&lt;", "&#x3C;", "&#106;avascript:", "javascript:", "https://x.invalid/", "//x.invalid", "data:,x",
    "mailto:a@b.invalid",
    "<script>", "</script>", "<style>", "</style>", "<textarea>", "<noscript>", "<template>", "<iframe>", "<math>",
    "<mtext>", "<image ", "<img ", "<use ", "<rect ", "<h2 ", " onerror=x", " onclick=\"x\"", " style=\"x\"", " src=x",
    ' src="', ' href="', ' id="', '__config', ' class="', ' fill="', "url(", "url(#", ")", " xlink:href=\"", " hidden",
    '<a title="</title><img src=x onerror=x>">', '<p class="--><script>x</script>">', '<a title="x" href="#x">',
    '<a href="#x">', '<img src="x.png" alt="x">', '<rect fill="url(#x)"/>', "words"]
PASSING = [
    '<a href="https://good.invalid/?a=1&amp;b=(2)" title="a > b"><img src="../x.png" alt="x"></a>',
    '<a href="../x/#y" title="a">', '<a href="">', '<a href="x.md#fn:f-x">', '<a href="mailto:a@b.invalid">',
    '<h2 id="fnref:x">', '<rect fill="url(#map-1)" width="100%"/>', '<g transform="translate(1.5 -2)">', "<p hidden>",
    '<svg viewBox="0 0 1 1" data-at="9 26.6"><title id="x">a</title></svg>',
    '<use href="#x"/>', "a > b & c", '<ol start="3">']
REFUSED = {
    '<title><a title="</title><img src=x onerror=x>"></title>': ["attribute < on <a>", "attribute onerror on <img>"],
    **{f'<a href="{address}">': [f'address "{address}" in href on <a>'] for address in (
        "javascript:x", "//x.invalid", "/\\x.invalid", "\\\\x.invalid", "/\t/x.invalid", "/&#47;x.invalid",
        " javascript:x", "java\nscript:x", "&#106;avascript:x", "java&Tab;script:x", "\x01javascript:x",
        "data:text/html,x", "/x", "x:y", "https:x.invalid", "https://x\\y", "blob:x", "vbscript:x")},
    **{f'<img src="{address}">': [f'address "{address}" in src on <img>'] for address in (
        "https://x.invalid/x.png", "//x.invalid/x.png", "data:image/svg+xml,x", "mailto:x")},
    **{f'<use href="{address}">': [f'address "{address}" in href on <use>'] for address in (
        "https://x.invalid/x.svg#a", "x.svg#a", "data:,x")},
    **{f'<rect fill="{value}">': [f'value "{value}" in fill on <rect>'] for value in (
        "url(https://x.invalid/#a)", "url(//x.invalid)", "url(x.svg#a)", "u\\72l(x)", "image(x)", "url( #a)")},
    **{f'<p id="{name}">': [f'value "{name}" in id on <p>'] for name in ("__config", "&#95;_search", "a b")},
    **{f"<{tag}>": [f"element <{tag}>"] for tag in (
        "script style iframe object embed base meta link form input button textarea template noscript math image "
        "foreignObject animate set video audio source body html xmp plaintext dialog slot frameset").split()},
    **{f'<a {name}="x">': [f"attribute {name} on <a>"] for name in (
        "onclick onfocus style srcset xlink:href target ping formaction name data-md-component action").split()},
    "<p\xa0class=\"x\">": ["markup that cannot be read, '<p\\xa0class=\"x\">'"],
    "a < b": ["markup that cannot be read, '< b'"],
    "<!-- x -->": ["markup <!--…>"], "<![CDATA[x]]>": ["markup <!…>"], "<?x?>": ["markup <?x…>"],
}


@pytest.mark.parametrize("html", PASSING)
def test_what_pages_hold_passes_both_readings(html):
    assert list(forbidden(html)) == [] and faults(html) == []


@pytest.mark.parametrize("html", REFUSED)
def test_what_pages_must_not_hold_is_named(html):
    assert list(forbidden(html)) == REFUSED[html]


@tries(80)
@given(st.lists(st.one_of(st.from_regex(allow_list._KNOWN, fullmatch=True), st.text(max_size=5),
                          st.sampled_from(PIECES)), max_size=6).map("".join))
def test_every_tag_of_the_accepted_grammar_means_the_same_to_a_parser(html):
    if not list(forbidden(html)):
        assert faults(html) == []


def test_any_two_hostile_pieces_side_by_side_pass_both_readings_or_none():
    pairs = ["".join(pair) for pair in product(PIECES, repeat=2) if "<" in "".join(pair)]
    passed = [html for html in pairs if not list(forbidden(html))]
    assert len(passed) > 100 and [html for html in passed if faults(html)] == []


@tries(300)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12).map("".join))
def test_what_is_put_together_from_hostile_pieces_passes_both_readings_or_none(html):
    if not list(forbidden(html)):
        assert faults(html) == []


@tries(300)
@given(st.text(alphabet="/\\:.#?&;%ja\t\n\r \x00\x01\u2028\u3000", max_size=8))
def test_an_address_that_passes_as_local_is_local_to_a_browser(address):
    if allow_list.fits("img", "src", address):
        assert leads_to(address) == ""


@pytest.mark.parametrize(("html", "fault"), [
    ("<script>x</script>", ["<script>"]), ("<p onclick=x>", ["<p onclick>"]), ("<!-- x -->", ["<comment>"]),
    ('<a href="java\nscript:x">', ["<a href='java\\nscript:x'>"]),
    ('<a href="\x01\\\\x">', ["<a href='\\x01\\\\\\\\x'>"]),
    ('<img src="&#47;/x">', ["<img src='//x'>"]), ('<svg><a xlink:href="x">', ["<a {http://www.w3.org/1999/xlink}href>"]),
    ('<svg><rect fill="u\\72l(//x)">', ["<rect fill='u\\\\72l(//x)'>"]), ('<p id="&#95;_x">', ["<p id='__x'>"]),
    ('<title><a title="</title><img src=x onerror=x>">', ["<img onerror>"])])
def test_the_second_opinion_sees(html, fault):
    assert faults(html) == fault


def test_the_policy_names_scripts_of_the_theme_and_none_of_the_article():
    script, smuggled = "<script>theirs</script>", "<script>ours</script>"
    page = f"<head></head>{script}<article>{smuggled}</article>"
    allowed = re.findall(r"'sha256-[^']+'", policy(page))
    assert len(allowed) == 2
    assert re.findall(r"'sha256-[^']+'", with_policy(page, smuggled)) == re.findall(r"'sha256-[^']+'", policy(script))

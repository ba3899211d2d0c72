"""Untrusted text: in a page it is refused where it stands, in a record it is shown as it is."""

from __future__ import annotations

import time
from xml.etree import ElementTree

import html5lib
import markdown
import pytest

from macros.engine.html.allow_list import forbidden
from macros.site.site import Site
from tests.conftest import FACTS, PAGE, SOURCES, TABLE

EXTENSIONS = ["attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]

JINJA = [
    "{{ ''.__class__.__mro__ }}", "{{ fact.__globals__ }}", "{{ fact('covered').__class__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ self }}", "{{ config }}",
    "{{ request }}", "{{ lipsum() }}", "{{ range(10**9) }}", "{{ 'a' * 10**9 }}", "{{ 9**9**9 }}",
    "{{ fact('covered' ~ 'x') }}", "{{ fact(['a'] * 99999999) }}", "{{ fact('{0.__class__}'.format(1)) }}",
    "{{ fact('covered')|attr('x') }}", "{{ fact('covered') | safe }}", "{{ [1,2,3] }}", "{{ '<b>' }}",
    "{{ fact(*['covered']) }}", "{{ fact(**{'id': 'covered'}) }}", "{{ table('departures', where=x) }}",
    "{{ namespace(a=1) }}", "{{ joiner() }}", "{{ dict(a=1) }}", "{{ fact(fact) }}", "{{ fact(1 if x) }}",
    "{{ cite('law', 'x' if 1 else 'y') }}", "{{ cite('law', a.b) }}", "{{ cite('law', a['b']) }}",
    "{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{% for i in range(10) %}x{% endfor %}",
    "{% set x = 1 %}", "{% macro m() %}{% endmacro %}", "{% raw %}{{ x }}{% endraw %}", "{# comment #}",
    "{{ __import__('os') }}", "{{ eval('1') }}", "{{ open('/etc/passwd') }}", "{{ print(1) }}",
    "{{ " + "(" * 3000 + ")" * 3000 + " }}", "{{ fact(" + "[" * 2000 + "]" * 2000 + ") }}",
]
MARKDOWN = [
    "<script>alert(1)</script>", "<iframe src='https://x.invalid'></iframe>", "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<style>*{display:none}</style>", "<a href='javascript:alert(1)'>x</a>",
    "<base href='https://x.invalid'>", "<meta http-equiv=refresh content=0>", "<form action=x><input></form>",
    "<object data=x></object>", "<embed src=x>", "<!-- hidden -->", "<?php x ?>", "<!DOCTYPE html>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,x)", "[x](vbscript:x)",
    "[x](file:///etc/passwd)", "[x]: javascript:alert(1)", "![x](data:image/svg+xml,x)", "[x](//x.invalid)",
    "[x](/etc/passwd)", "[x](../../etc/passwd)", "[x](\\\\server\\share)",
    "Text {: onclick=alert(1) }", "Text {: style='x' }", "[x](https://a.invalid){: onmouseover='x' }",
    "![x](a.png){: onerror='x' }", "Text {: href='javascript:x' }",
]


@pytest.mark.parametrize("payload", JINJA + MARKDOWN)
def test_in_a_page_it_is_refused_at_its_line(project, payload):
    root = project({"docs/index.md": PAGE + f"\n{payload}\n"})
    began = time.process_time()
    lines = {problem.line for problem in Site.read(root).problems}
    assert lines == {PAGE.count("\n") + 2}
    assert time.process_time() - began < 2


RECORD = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "![x](y)",
    "`code` *em* **strong** __x__ ~~x~~", "a | b | c", "[^f-covered]", "[ref]: https://x.invalid", "# heading",
    "- item", "1. item", "> quote", "&lt;b&gt; &amp; &#60;", "\\*not\\* \\<b\\>", "]( [ ) ( ] {: onclick=x }",
    "{: .class }", "*[NTR]: x", "</figure></div><script>", "\"' onload=x '\"", "https://x.invalid/<script>",
    "--- \n***\n===",
]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


@pytest.mark.parametrize("payload", RECORD)
def test_in_a_record_it_is_shown_as_it_is(project, payload):
    words = _quoted(payload)
    root = project({
        "data/facts.yml": FACTS.replace("Countries covered", words) + f"    note: {words}\n    caution: {words}\n",
        "data/sources.yml": SOURCES.replace("title: Trade Act of 1974", f"title: {words}")
                                   .replace("publisher: U.S. Congress", f"publisher: {words}"),
        "data/table.yml": TABLE.replace("series: Conference", f"series: {words}")
                               .replace("caption: Departures fell and rose.", f"caption: {words}"),
        "docs/index.md": PAGE.replace('"persons"]', '"series"]') + '\n{{ key_facts("covered") }}\n'})
    site = Site.read(root)
    assert site.problems == []
    html = markdown.markdown(site.markdown["index.md"], extensions=EXTENSIONS)
    assert list(forbidden(html)) == []
    text = "".join(html5lib.parse(html, namespaceHTMLElements=False).itertext())
    shown = " ".join(payload.split())
    assert " ".join(text.split()).count(shown) >= 7


def test_svg_text_from_records_is_escaped(project):
    page = PAGE.replace('{{ table("departures", columns=["year", "persons"]) }}',
                        '{{ bars("departures", label="series", values=["persons"], unit="persons", '
                        'title="<script>alert(1)</script>") }}')
    root = project({"docs/index.md": page, "data/table.yml": TABLE.replace("Conference", '"</svg><b>&"')})
    site = Site.read(root)
    assert site.problems == []
    text = site.markdown["index.md"]
    svg = text[text.index("<svg"):text.index("</svg>") + 6]
    assert "</svg><b>&: Persons 34,933 people" in "".join(ElementTree.fromstring(svg).itertext())

"""Text without a mark is spared, and the page is the same."""

import markdown
import pytest
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from macros.engine.html import plain_text
from tests.conftest import ROOT

OURS = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]


class Spared(Extension):
    def extendMarkdown(self, md):
        plain_text.register(md)


class Bracketed(InlineProcessor):
    def handleMatch(self, match, text):
        return f"[{match[0]}]", match.start(), match.end()


class Hush(Extension):
    """A pattern that none of the known marks begins."""

    def extendMarkdown(self, md):
        md.inlinePatterns.register(Bracketed("hush", md), "hush", 1)


def both(text, *more):
    return (markdown.markdown(text, extensions=[*OURS, *more]),
            markdown.markdown(text, extensions=[*OURS, *more, Spared()]))


@pytest.mark.parametrize("page", sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")))
def test_a_page_is_the_same(page):
    before, after = both((ROOT / page).read_text("utf-8"))
    assert before == after


def test_every_mark_is_known():
    """Each piece stands alone in a paragraph, so that one overlooked shows as text."""
    marks = ["*a*", "_a_", "**a**", "`a`", "\\*a", "[a](b)", "![a](b)", "<https://a.b>", "<a@b.c>", "a  \nb",
             "<i>a</i>", "&amp;", "a[^1]", "***a***"]
    before, after = both("\n\n".join([*marks, "[^1]: d", "plain"]))
    assert before == after
    assert [mark for mark in marks if f"<p>{mark}</p>" in after] == ["<i>a</i>", "&amp;"]  # HTML stays HTML


def test_an_abbreviation_in_plain_text_is_found():
    assert both("The WTO\n\n*[WTO]: Trade")[1] == '<p>The <abbr title="Trade">WTO</abbr></p>'


def test_with_an_unknown_pattern_all_text_is_searched():
    assert both("hush", Hush())[1] == "<p>[hush]</p>"

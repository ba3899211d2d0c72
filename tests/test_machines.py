"""Pages for machines that read: Markdown without HTML, a list of pages, and what the article's claims are of."""

from __future__ import annotations

import re

import pytest

from macros.export.files import files
from macros.export.for_machines import plain, write_pages
from macros.export.linked_data import graph
from macros.site.site import Site
from tests.conftest import PAGE, ROOT, SETTINGS, SOURCES
from tests.test_built import pages, parse

CLAIMS = ("table: claims\nkind: article-claim\ntitle: T\ncaption: C.\nas_of: 2026-11\nchecked: 2026-11-24\nrows:\n"
          "- {id: a, part: First, claim: It is so., verdict: cannot be verified, why: Nobody knows., "
          "judged: 2026-11-24, page: index.md, sources: [law]}\n")


@pytest.mark.parametrize(("markdown", "said"), [
    ("# A {#a}\n\n\n\nB[^n] C\n\n[^n]: Note. <span class=\"mend\">[Correct](x)</span>",
     "# A\n\nB[^n] C\n\n[^n]: Note."),
    ('<figure id="a" markdown>\n<svg><text>1 > 0</text>\n</svg>\n\n| a |\n| - |\n\n</figure>', "| a |\n| - |"),
    ("1. x\n   {: #source-1 }\n*[WTO]: World", "1. x"),
    ("<https://a.example/b> <b>c</b> &quot;d&#8203;&#40; &lt;script&gt; &#60;i&#62; &amp;lt;",
     "<https://a.example/b> c \"d\u200b( &lt;script&gt; &#60;i&#62; &amp;lt;"),
])
def test_a_page_for_machines_holds_no_html(markdown, said):
    assert plain(markdown) == said + "\n"


def test_pages_lie_at_their_addresses_and_keep_their_heads(project, tmp_path):
    site = Site.read(project({"docs/a/b.md": PAGE}))
    write_pages(site, tmp_path / "out")
    text = (tmp_path / "out/a/b.md").read_text("utf-8")
    assert text.startswith(PAGE.split("# What")[0] + "# What is the law?\n\nEdited 24 November 2026")
    assert "| 1973[^r-departures-y73] | 34,933 |" in text
    assert (tmp_path / "out/index.md").is_file()


@pytest.mark.parametrize(("site", "base"), [("https://site.invalid/x/", "https://site.invalid/x/"), ("", "")])
def test_the_list_names_every_page(project, monkeypatch, site, base):
    monkeypatch.setenv("SITE_URL", site)
    made = files(Site.read(project({"docs/a/index.md": PAGE.replace("title: Home", "title: First"), "docs/b.md": PAGE,
                                    "docs/a/c.md": PAGE.replace("title: Home", "title: Third")})))
    says = "What the law is, whom it covers and what would change if Congress ended it for them."
    assert made["llms.txt"] == f"""\
# Jackson-Vanik, Explained

> {says}

Every figure has a note with source, period and day checked. Pages are Markdown; all records are in data/all.json.

## The site

- [Home]({base}b.md): {says}
- [Home]({base}index.md): {says}

## First

- [Third]({base}a/c.md): {says}
- [First]({base}a/index.md): {says}
"""


def test_a_claim_says_who_made_it_and_where_and_has_no_mark_if_nobody_can_tell(project, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://site.invalid/")
    settings = SETTINGS["data/site.yml"] + "  article: law\n"
    site = Site.read(project({"data/site.yml": settings, "data/claims.yml": CLAIMS, "data/sources.yml": SOURCES,
                              "docs/index.md": PAGE + '\n{{ article_claims("claims") }}\n'}))
    (review,) = [thing for thing in graph(site.contexts["index.md"])["@graph"] if thing["@type"] == "ClaimReview"]
    by = {"@type": "Organization", "name": "U.S. Congress"}
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "cannot be verified"}
    assert review["itemReviewed"] == {
        "@type": "Claim", "name": "It is so.", "author": by, "datePublished": "1975-01-03", "appearance": {
            "@type": "CreativeWork", "url": "https://www.govinfo.gov/app/details/STATUTE-88", "publisher": by,
            "datePublished": "1975-01-03"}}


def test_the_home_page_has_no_way_to_itself_and_no_picture_without_an_address(project, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    (article,) = graph(Site.read(project()).contexts["index.md"])["@graph"]
    assert article["@type"] == "Article" and not {"image", "url"} & article.keys()


def test_each_page_leads_to_its_markdown(built):
    for file in pages(built):
        (link,) = [link.get("href") for link in parse(file).iter("link") if link.get("type") == "text/markdown"]
        text = (file.parent / link).resolve().read_text("utf-8")
        assert text.startswith("---\ntitle: ") and not re.search(r"</?(?:div|figure|svg|span|p|table)\b", text), link


def test_the_data_page_tells_of_every_file(built):
    from tests.test_shelf import linked_data, things

    (data,) = [one for one in things(linked_data(built / "data" / "index.html")) if one["@type"] == "Dataset"
               and "hasPart" in one]
    told = {one["contentUrl"].removeprefix("https://site.invalid/") for one in data["distribution"]}
    assert told >= {f"data/{file.name}" for file in (built / "data").glob("*.csv")}


def test_the_server_that_we_tell_of_names_what_nginx_does_not_know(built):
    known = {"css", "gz", "html", "js", "json", "map", "png", "svg", "txt", "xlsx", "xml"}
    told = set(re.findall(r"^    [a-z]+/[\w-]+(?:\+\w+)? (\w+);$", (ROOT / "MAINTAINING.md").read_text("utf-8"), re.M))
    assert {file.suffix[1:] for file in built.rglob("*.*") if file.is_file()} - known == told - {"epub"}

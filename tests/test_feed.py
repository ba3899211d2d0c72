"""Feeds of what changed: they keep the rules of RFC 4287, and each entry is whole."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

import pytest

from macros.export.feed import feeds
from macros.export.files import files
from macros.site.site import Site
from tests.conftest import PAGE
from tests.test_built import article, pages, parse

ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}  # sections 4.1.1 and 4.1.2
AT_MOST_ONCE = {"feed": ("generator", "icon", "logo", "rights", "subtitle"),
                "entry": ("content", "published", "rights", "source", "summary")}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")  # section 3.3
HEAD = "title: T\ncaption: C.\nas_of: 2026-11\nchecked: 2026-11-24\nrows:\n"
CHANGES = (f"table: changes\nkind: site-change\n{HEAD}- {{id: one, date: 2026-11-23, kind: addition, "
           "what: 'Now <b>x</b> & y.', page: a/index.md#figures}\n")
MENDED = (f"table: mended\nkind: correction\n{HEAD}- {{id: two, date: 2026-11-24, group: figure, weight: major, "
          "subject: A sum, was: Two., now: Three., why: It says so., page: index.md}\n")
SHOWN = PAGE + '\n{{ site_changes("changes") }}\n\n{{ table("mended", columns=["subject"]) }}\n'
WHOLE = """\
<?xml version='1.0' encoding='utf-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">
  <title>Jackson-Vanik, Explained: what changed</title>
  <id>https://site.invalid/</id>
  <updated>2026-11-24T00:00:00.698231Z</updated>
  <rights>License CC BY 4.0</rights>
  <author>
    <name>Jackson-Vanik, Explained</name>
  </author>
  <link rel="self" type="application/atom+xml" href="https://site.invalid/changes.xml" />
  <link rel="alternate" type="text/html" href="https://site.invalid/" />
  <entry>
    <title>Correction: A sum</title>
    <id>urn:x-change:mended:two</id>
    <updated>2026-11-24T00:00:00.698231Z</updated>
    <published>2026-11-24T00:00:00.698231Z</published>
    <link rel="alternate" type="text/html" href="https://site.invalid/" />
    <content type="html">&lt;p&gt;We said: Two.&lt;/p&gt;&lt;p&gt;Now: Three.&lt;/p&gt;&lt;p&gt;Why: It says so.\
&lt;/p&gt;&lt;p&gt;On the page: &lt;a href="https://site.invalid/"&gt;Home&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
  <entry>
    <title>Addition: Now &lt;b&gt;x&lt;/b&gt; &amp; y.</title>
    <id>urn:x-change:one</id>
    <updated>2026-11-23T00:00:00.932785Z</updated>
    <published>2026-11-23T00:00:00.932785Z</published>
    <link rel="alternate" type="text/html" href="https://site.invalid/a/#figures" />
    <content type="html">&lt;p&gt;Now &amp;lt;b&amp;gt;x&amp;lt;/b&amp;gt; &amp;amp; y.&lt;/p&gt;&lt;p&gt;On the page: \
&lt;a href="https://site.invalid/a/"&gt;First&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
</feed>
"""


def broken(feed: Xml.Element) -> list[str]:
    """What an Atom feed has against RFC 4287."""
    said = [] if feed.tag == ATOM + "feed" else ["the root is no feed"]
    for kind, one in [("feed", feed), *(("entry", entry) for entry in feed.findall(ATOM + "entry"))]:
        count = {name: len(one.findall(ATOM + name)) for name in (*ONCE[kind], *AT_MOST_ONCE[kind])}
        said += [f"{kind}: {count[name]} {name}" for name in ONCE[kind] if count[name] != 1]
        said += [f"{kind}: {count[name]} {name}" for name in AT_MOST_ONCE[kind] if count[name] > 1]
        said += [f"{kind}: id {one.findtext(ATOM + 'id')}" for _ in [0] if not re.match(
            r"[a-z][a-z0-9+.-]*:\S+$", one.findtext(ATOM + "id") or "")]
        said += [f"{kind}: {name} {text}" for name in ("updated", "published")
                 if (text := one.findtext(ATOM + name)) is not None and not MOMENT.fullmatch(text)]
        links = [(link.get("rel", "alternate"), link.get("type"), link.get("hreflang")) for link in one.findall(
            ATOM + "link")]
        said += [f"{kind}: two links {link}" for link in set(links) if links.count(link) > 1]
        said += [f"{kind}: a link without address" for link in one.findall(ATOM + "link") if not link.get("href")]
        said += [f"{kind}: neither content nor link" for _ in [0] if kind == "entry" and not count["content"]
                 and "alternate" not in {link[0] for link in links}]
    authors = feed.findall(f"{ATOM}author/{ATOM}name")
    ids = [entry.findtext(ATOM + "id") for entry in feed.findall(ATOM + "entry")]
    said += [] if authors and authors[0].text else ["feed: no author"]
    moments = [entry.findtext(ATOM + "updated") for entry in feed.findall(ATOM + "entry")]
    return said + [f"two entries {key}" for some in (ids, moments) for key in set(some) if some.count(key) > 1]


@pytest.fixture
def small(project, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://site.invalid/")
    first = PAGE.replace("title: Home", "title: First")
    return Site.read(project({"data/changes.yml": CHANGES, "data/mended.yml": MENDED, "docs/index.md": SHOWN,
                              "docs/a/index.md": first, "docs/a/b.md": PAGE}))


def test_the_feed_of_the_whole_site(small):
    assert [str(problem) for problem in small.problems] == []
    assert files(small)["changes.xml"] == WHOLE


def test_each_section_has_a_feed_of_its_own_named_on_its_pages(small):
    own = Xml.fromstring(files(small)["a/changes.xml"])
    assert [entry.findtext(ATOM + "id") for entry in own.iter(ATOM + "entry")] == ["urn:x-change:one"]
    assert own.findtext(ATOM + "title") == "Jackson-Vanik, Explained: what changed (First)"
    assert "**Feeds of changes:** [First](changes.xml) · [whole site](../changes.xml)\n\n" in (
        small.markdown["a/b.md"])
    assert "**Feeds of changes:** [whole site](changes.xml)\n\n" in small.markdown["index.md"]


@pytest.mark.parametrize("site", ["https://site.invalid/x", ""])
def test_every_feed_keeps_the_rules(real, monkeypatch, site):
    monkeypatch.setenv("SITE_URL", site)
    made = feeds(real.records, {path: page.head for path, page in real.pages.items()})
    assert {name: said for name, text in made.items() if (said := broken(Xml.fromstring(text)))} == {}
    assert len({Xml.fromstring(text).findtext(ATOM + "id") for text in made.values()}) == len(made) > 5
    for name, text in made.items():
        links = {link.get("rel"): link.get("href") for link in Xml.fromstring(text).findall(ATOM + "link")}
        assert links.get("self") == (f"{site}/{name}" if site else None)


def test_every_change_and_correction_is_in_the_feed_of_its_section(real):
    made = feeds(real.records, {path: page.head for path, page in real.pages.items()})
    told = [(name, entry, f"{entry.record.page.split('/')[0]}/changes.xml")
            for name, table in real.records.tables.items() if table.head.record.kind == "correction"
            for entry in table.rows]
    lost = [entry.key for name, entry, feed in told
            if feed in made and f">urn:x-change:{name}:{entry.key}<" not in made[feed]]
    assert lost == []


@pytest.mark.parametrize(("old", "new", "said"), [
    ("  <id>https://site.invalid/</id>\n", "", ["feed: 0 id", "feed: id None"]),
    ("urn:x-change:one", "no address", ["entry: id no address"]),
    ("urn:x-change:one", "urn:x-change:mended:two", ["two entries urn:x-change:mended:two"]),
    ("<updated>2026-11-23T00:00:00.932785Z", "<updated>2026-11-23", ["entry: updated 2026-11-23"]),
    ("<name>Jackson-Vanik, Explained</name>", "", ["feed: no author"]),
    ("rel=\"self\" type=\"application/atom+xml\"", "rel=\"alternate\" type=\"text/html\"",
     ["feed: two links ('alternate', 'text/html', None)"]),
])
def test_a_broken_rule_is_found(old, new, said):
    assert old in WHOLE
    assert broken(Xml.fromstring(WHOLE.replace(old, new))) == said


def test_the_head_and_the_end_of_each_page_lead_to_its_feeds(built):
    for file in pages(built):
        heads = [link.get("href") for link in parse(file).iter("link") if link.get("type") == "application/atom+xml"]
        ends = [link.get("href") for link in article(file).iter("a") if link.get("href", "").endswith("changes.xml")]
        where = {(file.parent / link).resolve() for link in heads}
        assert where == {(file.parent / link).resolve() for link in ends} and all(one.is_file() for one in where), file

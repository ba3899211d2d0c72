"""The HTML of a page without what browsers, checkers, reader views and ad blockers take amiss.

Readability, on which the reader views of browsers rest, judges an element by its class and id: what is called
`…-share-…` or `…sponsor…` is dropped with all its text (its REGEXPS unlikelyCandidates, negative and
shareElements, version 0.6.0). Ad blockers hide by id likewise. Such an id stands on an empty element instead, at the
head of what it names: its address stays as it is, and what is dropped is empty.
"""

from __future__ import annotations

import re

__all__ = ["TAKEN", "mended", "spared"]

_LABEL = re.compile(r'(<label\b[^>]*?) for="([^"]*)"')
_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
# style_sheet.py makes one sheet of the theme's and ours, which stands where the theme's did.
_SHEETS = re.compile(r'assets/stylesheets/main\.[^"]*(">.*?)<link rel="stylesheet" href="[^"]*assets/site\.css">', re.S)
# What the theme's script is told, search-box.js makes when search is wanted: it lacks the address of the worker only,
# which search.js runs.
_CONFIG = re.compile(r'<script id="__config".*?"search": "([^"]*assets/)([^"]*)".*?</script>', re.S)
_INDENT = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)|[ \t]*\n\s+", re.S)  # blanks count inside these
_ARTICLE = '<article class="md-content__inner md-typeset"'
_FAULTS = (
    # Firefox fetches the next page ahead of time; the page's policy refuses it, and each page would log an error.
    re.compile(r'[ \t]*<link rel="(?:prev|next)"[^>]*>\n?'),
    re.compile(r'(?<=type="checkbox")( id="[^"]*") autocomplete="off"'),  # is for boxes to type in
    re.compile(r'(<label\b[^>]*) tabindex=""'))  # no number
TAKEN = re.compile(
    r"\bads?\b|ai2html|banner|breadcrumbs|combx|comment|com-|community|contact|cover-wrap|disqus|extra|footer|gdpr|"
    r"header|hidden|\bhid\b|legends|masthead|media|menu|meta|outbrain|promo|related|remark|replies|rss|scroll|share|"
    r"shopping|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|tags|ad-break|agegate|pagination|pager|popup|"
    r"widget|yom-remote", re.I)
_NAMED = re.compile(r'<(div|figure|h[1-6]|li|p|section|span|sup)\b([^>]*?) id="([^"]*)"([^>]*)>(?!</span>)')


def mended(html: str) -> str:
    """`html` without links to pages to fetch ahead, attributes where none may be, labels of what is not there, indents.

    The page's title stands on its first element, where the style of paper finds it for the head of each sheet. The
    article has an id, by which reader views know it for the page's text where one long list outweighs the rest.
    """
    if title := _TITLE.search(html):
        html = html.replace("<html ", f'<html data-title="{title[1]}" ', 1)
    html = html.replace(f"{_ARTICLE}>", f'{_ARTICLE} id="page-content">', 1)
    html = _CONFIG.sub(r'<script type="text/plain" data-worker="\1search.js#\2"></script>', html)
    html = _SHEETS.sub(r"assets/page.css\1", html, count=1)
    for fault in _FAULTS:
        html = fault.sub(lambda found: found[1] if found.re.groups else "", html)
    html = _LABEL.sub(lambda found: found[0] if f' id="{found[2]}"' in html else found[1], html)
    return _INDENT.sub(lambda found: found[1] or "\n", html)


def spared(html: str) -> str:
    """`html` with each id that would be taken for something else on an empty element of its own."""
    return _NAMED.sub(lambda found: _apart(*found.groups()) if TAKEN.search(found[3]) else found[0], html)


def _apart(element: str, before: str, name: str, after: str) -> str:
    opening, mark = f"<{element}{before}{after}>", f'<span id="{name}"></span>'
    return mark + opening if element == "figure" else opening + mark  # a figure begins with its caption

"""Ids by which reader views and ad blockers would take a part of a page for something else.

Readability, on which the reader views of browsers rest, judges an element by its class and id: what is called
`…-share-…` or `…sponsor…` is dropped with all its text (its REGEXPS unlikelyCandidates, negative and
shareElements, version 0.6.0). Ad blockers hide by id likewise. Such an id stands on an empty element instead, at the
head of what it names: its address stays as it is, and what is dropped is empty.
"""

from __future__ import annotations

import re

__all__ = ["TAKEN", "spared"]

TAKEN = re.compile(
    r"\bads?\b|ai2html|banner|breadcrumbs|combx|comment|com-|community|contact|cover-wrap|disqus|extra|footer|gdpr|"
    r"header|hidden|\bhid\b|legends|masthead|media|menu|meta|outbrain|promo|related|remark|replies|rss|scroll|share|"
    r"shopping|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|tags|ad-break|agegate|pagination|pager|popup|"
    r"widget|yom-remote", re.I)
_NAMED = re.compile(r'<(div|figure|h[1-6]|li|p|section|span|sup)\b([^>]*?) id="([^"]*)"([^>]*)>(?!</span>)')


def spared(html: str) -> str:
    """`html` with each id that would be taken for something else on an empty element of its own."""
    return _NAMED.sub(lambda found: _apart(*found.groups()) if TAKEN.search(found[3]) else found[0], html)


def _apart(element: str, before: str, name: str, after: str) -> str:
    opening, mark = f"<{element}{before}{after}>", f'<span id="{name}"></span>'
    return mark + opening if element == "figure" else opening + mark  # a figure begins with its caption

"""The theme's own HTML without what browsers or checkers find fault with."""

from __future__ import annotations

import re

__all__ = ["mended"]

_LABEL = re.compile(r'(<label\b[^>]*?) for="([^"]*)"')
_TITLE = re.compile(r'<meta property="og:title" content="([^"]*)">')
_INDENT = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)|[ \t]*\n\s+", re.S)  # blanks count inside these
_ARTICLE = '<article class="md-content__inner md-typeset"'
_FAULTS = (
    # Firefox fetches the next page ahead of time; the page's policy refuses it, and each page would log an error.
    re.compile(r'[ \t]*<link rel="(?:prev|next)"[^>]*>\n?'),
    re.compile(r'(?<=type="checkbox")( id="[^"]*") autocomplete="off"'),  # is for boxes to type in
    re.compile(r'(<label\b[^>]*) tabindex=""'))  # no number


def mended(html: str) -> str:
    """`html` without links to pages to fetch ahead, attributes where none may be, labels of what is not there, indents.

    The page's title stands on its first element, where the style of paper finds it for the head of each sheet. The
    article has an id, by which reader views know it for the page's text where one long list outweighs the rest.
    """
    if title := _TITLE.search(html):
        html = html.replace("<html ", f'<html data-title="{title[1]}" ', 1)
    html = html.replace(f"{_ARTICLE}>", f'{_ARTICLE} id="page-content">', 1)
    for fault in _FAULTS:
        html = fault.sub(lambda found: found[1] if found.re.groups else "", html)
    html = _LABEL.sub(lambda found: found[0] if f' id="{found[2]}"' in html else found[1], html)
    return _INDENT.sub(lambda found: found[1] or "\n", html)

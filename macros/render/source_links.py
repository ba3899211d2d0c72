"""Addresses that open a source where the figure stands.

For web pages a text fragment (wicg.github.io/scroll-to-text-fragment), which browsers scroll to and mark; for PDF
files the page (RFC 8118, section 3). A repository or a package is opened as it stands: its page shows no file's words.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from ..records.schema import CitationFields

__all__ = ["at_words"]

_OF_FILES = re.compile(r"https?://(?:github\.com/[^/]+/[^/]+|pypi\.org/project/.+)/?")
_PAGE = re.compile(r"\bp(?:p|age)?\.? ?(\d+)", re.I)


def at_words(url: str, citation: CitationFields) -> str:
    """`url` with what leads to the printed words; as it stands where nothing is known of them, or it is empty."""
    if not url:
        return ""
    page = _PAGE.search(citation.locator or "")
    if urlsplit(url).path.lower().endswith(".pdf"):
        return f"{url}#page={page[1]}" if page and "#" not in url else url
    if not citation.printed or _OF_FILES.fullmatch(url):
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={_encoded(citation.printed[0])}"


def _encoded(words: str) -> str:
    """Words for a text fragment, in which a hyphen, a comma and an ampersand mean something else."""
    return quote(words, safe="").replace("-", "%2D")

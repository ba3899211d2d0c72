"""Links in drawings, which MkDocs does not make fit as it does those in Markdown."""

from __future__ import annotations

import posixpath
import re

from mkdocs.structure.files import File, Files

__all__ = ["fitted"]

_DRAWN = re.compile(r'(?<=<a class="map__link" )href="([^"#]+)')


def fitted(html: str, file: File, files: Files) -> str:
    """The HTML of the page in `file` with addresses as they are on the site."""
    def fit(match: re.Match[str]) -> str:
        there = posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), match[1]))
        return f'href="{files.src_uris[there].url_relative_to(file)}'

    return _DRAWN.sub(fit, html)

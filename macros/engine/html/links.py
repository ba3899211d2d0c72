"""Links that MkDocs does not make fit, in drawings, and headings by the names that they had before."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from mkdocs.structure.files import File, Files

__all__ = ["fitted", "kept"]

_DRAWN = re.compile(r'(?<=<a class="map__link" )href="([^"#]+)')


def fitted(html: str, file: File, files: Files) -> str:
    """The HTML of the page in `file` with addresses as they are on the site."""
    def fit(match: re.Match[str]) -> str:
        there = posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), match[1]))
        return f'href="{files.src_uris[there].url_relative_to(file)}'

    return _DRAWN.sub(fit, html)


def kept(html: str, moved: Mapping[str, str]) -> str:
    """`html` with an empty element of each old id in the heading that has the new one."""
    for old, new in moved.items():
        html = re.sub(rf'(<h[1-6][^>]* id="{re.escape(new)}"[^>]*>)', rf'\1<span id="{old}"></span>', html, count=1)
    return html

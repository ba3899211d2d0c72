"""Headings by the names that they had before, so that addresses cited elsewhere still lead to them."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["kept"]


def kept(html: str, moved: Mapping[str, str]) -> str:
    """`html` with an empty element of each old id in the heading that has the new one."""
    for old, new in moved.items():
        html = re.sub(rf'(<h[1-6][^>]* id="{re.escape(new)}"[^>]*>)', rf'\1<span id="{old}"></span>', html, count=1)
    return html

"""What the theme’s search reads, and what its index has besides for docs/assets/search.js, to find other words.

Notes, their numbers, sources and drawings are kept from it while it reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from ..site.site import Site

__all__ = ["complete", "put_back", "set_aside"]

_LESS = 0.01  # how much pages count that come after the others
_UNSOUGHT = re.compile(r'<svg\b.*?</svg>|<sup id="fnref.*?</sup>|<div class="(?:footnote|cited)".*?</div>', re.S)
_ASIDE = re.compile(r"<!--(\d+)-->")  # no page of ours holds a comment


def complete(built: Path, site: Site, addresses: Mapping[str, str]) -> None:
    """Adds it to the index in the folder `built`; `addresses` are those of pages in it, by their path from docs/."""
    file = built / "search" / "search_index.json"
    index, told = json.loads(file.read_text("utf-8")), site.search
    index["config"] |= {"same": told.same, "first": {words: addresses[page] for words, page in told.first.items()}}
    pages = {addresses[path]: path for path in site.pages}
    for entry in index["docs"]:
        address, mark, _ = entry["location"].partition("#")
        if not mark:
            entry["menu"] = site.pages[pages[address]].head.title
        if pages[address] in told.after:
            entry["boost"] = _LESS
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def set_aside(html: str) -> tuple[str, list[str]]:
    """The HTML with a numbered comment in place of each such part, and the parts."""
    parts: list[str] = []

    def number(found: re.Match[str]) -> str:
        parts.append(found[0])
        return f"<!--{len(parts) - 1}-->"

    return _UNSOUGHT.sub(number, html), parts


def put_back(html: str, parts: list[str]) -> str:
    """The HTML as it was."""
    return _ASIDE.sub(lambda found: parts[int(found[1])], html)

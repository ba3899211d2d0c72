"""What the index of the theme's search has besides: what docs/assets/search.js needs to find a page by other words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from ..site.site import Site

__all__ = ["complete"]

_LESS = 0.01  # how much pages count that come after the others


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

"""A tiny page at each old address, which leads to the new one: at once, for readers and for search engines."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import posixpath

from ..render.templates import render
from ..site.redirects import built
from ..site.site import Site

__all__ = ["moved_pages"]


def moved_pages(site: Site) -> dict[str, str]:
    """The pages by their path; none in a copy to be opened from disk, which nobody has old addresses of."""
    if os.environ.get("DIRECTORY_URLS") == "false":
        return {}
    return {f"{built(old)}index.html": _page(site, old, new) for old, new in site.redirects.pages.items()}


def _page(site: Site, old: str, new: str) -> str:
    address, home = _from(old, new), os.environ.get("SITE_URL", "").rstrip("/")
    headings = {name: _from(old, there) for name, there in sorted(site.redirects.headings.get(old, {}).items())}
    # An address of our own takes the heading along, which a refresh would lose.
    script = (f"const to = {json.dumps(headings)}, is = location.hash.slice(1); "
              f"location.replace(Object.hasOwn(to, is) ? to[is] : {json.dumps(address)} + location.hash)")
    script = script.replace("<", "\\u003c")
    page, _, heading = new.partition("#")
    return render("moved.html.jinja", title=site.pages[page].head.title, address=address, script=script,
                  digest=base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii"),
                  canonical=f"{home}/{built(page)}" if home else address.partition("#")[0])


def _from(old: str, new: str) -> str:
    """The address of a page or heading from that of an old page."""
    page, mark, heading = new.partition("#")
    return posixpath.relpath(f"/{built(page)}", f"/{built(old)}") + "/" + mark + heading

"""A chart or a map as a page of its own, for a frame on another site: title, drawing, source, and a way back."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from ..records.schema import settings
from .addresses import address
from .context import PageContext
from .formats import slug
from .templates import render

__all__ = ["embed", "file_name", "unlinked"]

_LINKS = re.compile(r'<a class="map__link"[^>]*>|</a>')


def file_name(page: PageContext, id: str) -> str:
    """The name, without ending, of the files of the figure that has that id on the page."""
    return f"{slug(page.path.removesuffix('.md'))}-{id.removeprefix('chart-')}"


def unlinked(drawn: str) -> str:
    """A map without the links of its countries, which lead nowhere from elsewhere."""
    return _LINKS.sub("", drawn)


def embed(page: PageContext, id: str, title: str, said: str, foot: str, body: Markup,
          styles: Sequence[str] = ()) -> Markup:
    """Keeps the page of that figure among what is published; answers its address from the figure's page.

    said: what is counted, and when. foot: who published it, and its licence. body: the drawing as HTML. styles: sheets
    in assets/ that the drawing needs besides that of the site.
    """
    path = f"embed/{file_name(page, id)}.html"
    site = os.environ.get("SITE_URL", "").rstrip("/")
    page.embeds[path] = render(
        "embed.html.jinja", id=id, title=title, said=said, foot=foot, body=Markup(unlinked(body)),
        styles=["site.css", *styles, "embed.css"], site_title=settings().title,
        line=_line(f"{site}/{path}", title) if site else "",
        back=f"../{address(page.path)}")
    return page.link(path)


def _line(address: str, title: str) -> str:
    """What another site has to put into its page."""
    return f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="600" loading="lazy"></iframe>'

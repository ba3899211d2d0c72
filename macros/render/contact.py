"""How to write to a person: `CONTACT` in the environment of the build, an address of mail or of a page."""

from __future__ import annotations

import os
import re
from urllib.parse import quote

from markupsafe import Markup

from ..records.problems import Problem, shown

__all__ = ["contact", "problems"]

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
_MAIL = re.compile(rf"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@{_HOST}")
_PAGE = re.compile(rf"https?://{_HOST}(?::\d{{1,5}})?(?:[/?#][A-Za-z0-9._~/?#=&%@+-]*)?")
_LONGEST = 200  # characters


def contact(page: str) -> tuple[str, Markup] | None:
    """Whom a reader of `page` may write to, in words, and the link; None without an address, or a sound one."""
    told = os.environ.get("CONTACT", "")
    if not told or problems():
        return None
    if "://" in told:
        return "a person", Markup(told.replace("&", "&amp;"))
    return told, Markup(f"mailto:{told}?subject={quote('On ' + page)}")


def problems() -> list[Problem]:
    """What is wrong with the address."""
    told = os.environ.get("CONTACT", "")
    if not told or len(told) <= _LONGEST and (_MAIL.fullmatch(told) or _PAGE.fullmatch(told)):
        return []
    return [Problem("CONTACT", 1, 1, f"{shown(told)} in the environment; wanted: an address of mail, as in "
                    "name@example.org, or of a page, as in https://example.org/contact")]

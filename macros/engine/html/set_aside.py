"""Keeps notes, their numbers, sources and drawings from the theme's search, which need not read them either."""

from __future__ import annotations

import re

__all__ = ["put_back", "set_aside"]

_UNSOUGHT = re.compile(r'<svg\b.*?</svg>|<sup id="fnref.*?</sup>|<div class="(?:footnote|cited)".*?</div>', re.S)
_ASIDE = re.compile(r"<!--(\d+)-->")  # no page of ours holds a comment


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

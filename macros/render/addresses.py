"""Addresses: of pages on the site, and in the repository of the line behind a figure and of forms that are filled in.

Those on the published site need `SITE_URL`, and those in the repository `REPO_URL`.
"""

from __future__ import annotations

import os
import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from markupsafe import Markup

__all__ = ["address", "built", "edit_link", "form_link", "is_for_disk", "site_link", "version_link"]

_EDITOR_HOST = "github.com"  # its web editor opens at a line; elsewhere the line is shown
_LONGEST = 300  # characters of one answer; the whole address must pass every proxy


def built(path: str) -> str:
    """The address of a page from the root of the site."""
    return re.sub(r"(?:(?<![^/])index)?\.md$", "/", path).replace("//", "/").lstrip("/")


def is_for_disk() -> bool:
    """Is the copy that is built to be opened from a disk, where no server finds the file of an address?"""
    return os.environ.get("DIRECTORY_URLS", "").lower() in ("false", "no", "off", "0")


def address(path: str) -> str:
    """The same, by the name of the file in a copy to be opened from a disk."""
    return path.removesuffix(".md") + ".html" if is_for_disk() else built(path)


def site_link(path: str) -> Markup | None:
    """Address of a page on the published site, if `SITE_URL` names one."""
    site = os.environ.get("SITE_URL", "").rstrip("/")
    return Markup(f"{site}/{built(path)}") if site else None


def edit_link(path: str, line: int) -> Markup | None:
    """Address of a line of a file, in the web editor where the host has one."""
    branch, repo, path = os.environ.get("REPO_BRANCH", "main"), _repo(), _quoted(path)
    if urlsplit(repo).hostname == _EDITOR_HOST:
        return Markup(f"{repo}/edit/{branch}/{path}#L{line}")
    return Markup(f"{repo}/blob/{branch}/{path}?plain=1#L{line}") if repo else None


def version_link(path: str, commit: str) -> Markup | None:
    """Address of a file as it was in a commit."""
    return Markup(f"{_repo()}/blob/{_quoted(commit)}/{_quoted(path)}") if _repo() else None


def form_link(form: str, **answers: str) -> Markup | None:
    """Address of an issue form, with answers to its questions filled in."""
    if not _repo():
        return None
    filled = {"template": f"{form}.yml", **{name: answer[:_LONGEST] for name, answer in answers.items() if answer}}
    query = "&amp;".join(f"{name}={_quoted(answer)}" for name, answer in filled.items())
    return Markup(f"{_repo()}/issues/new?{query}")


@lru_cache(maxsize=20_000)  # a page has a hundred notes, a record is on several pages
def _quoted(text: str) -> str:
    return quote(text, safe="/")


def _repo() -> str:
    return os.environ.get("REPO_URL", "").rstrip("/")

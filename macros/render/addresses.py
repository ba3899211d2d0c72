"""Addresses in the repository: the line behind a figure, and forms that arrive filled in; none without `REPO_URL`."""

from __future__ import annotations

import os
from functools import lru_cache
from urllib.parse import quote, urlsplit

from markupsafe import Markup

__all__ = ["edit_link", "form_link", "version_link"]

_EDITOR_HOST = "github.com"  # its web editor opens at a line; elsewhere the line is shown
_LONGEST = 300  # characters of one answer; the whole address must pass every proxy


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

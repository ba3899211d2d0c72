"""What the environment of a build says: where the site and its text are found, and the moment it is of."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from ...records.problems import Problem, shown
from ...render import contact

__all__ = ["check_environment"]

_ADDRESS = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*(?::\d+)?(?:/[^\s?#\"'<>]*)?")
_SHELL = re.compile(r"(?:ssh://)?git@([\w.-]+)[:/]([\w./-]+?)(?:\.git)?")  # for git only
_LAST = 253402300799  # the end of the year 9999


def check_environment() -> Iterator[Problem]:
    """Variables that say what cannot be; each stands for a file in the messages."""
    yield from contact.problems()
    for name in ("SITE_URL", "REPO_URL"):
        told = os.environ.get(name, "")
        if told and not _ADDRESS.fullmatch(told):
            found = _SHELL.fullmatch(told)
            meant = found.expand(r"https://\1/\2") if found else f"https://{told}"
            hint = f"; did you mean {meant!r}?" if _ADDRESS.fullmatch(meant) else ""
            yield _problem(name, told, f"an address, as in https://example.org/{hint}")
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    if moment and not (moment.isdecimal() and moment.isascii() and int(moment[:20]) <= _LAST):
        yield _problem("SOURCE_DATE_EPOCH", moment, "a moment in seconds since 1970, as in 1790000000")


def _problem(name: str, told: str, wanted: str) -> Problem:
    return Problem(name, 1, 1, f"{shown(told)} in the environment; wanted: {wanted}")

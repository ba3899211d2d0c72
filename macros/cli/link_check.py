"""The addresses that the site links to, and those of them that do not answer, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ..render import formats
from ..site.site import Site

__all__ = ["Answer", "addresses", "ask", "report"]

_LINK = re.compile(r"\]\(\s*<?(https?://[^\s<>)]+)")
_AGENT = {"User-Agent": "Mozilla/5.0 (compatible; link check of an open site)"}
_SECONDS = 20
_AT_ONCE = 8
_REFUSED = {401, 403, 405, 429, 451, 999}  # a person may still get through


@dataclass(frozen=True)
class Answer:
    """What came back from an address; `said` is "" if all is well."""

    url: str
    place: str
    said: str
    is_refusal: bool = False


def addresses(site: Site) -> dict[str, str]:
    """Every outside address, with the first file and line that names it."""
    found = {str(entry.record.url): f"{entry.path}:{entry.line}" for entry in site.records.sources.values()
             if entry.record.url}
    for path, page in site.pages.items():
        for match in _LINK.finditer(page.text, page.body):
            line = page.text.count("\n", 0, match.start()) + 1
            found.setdefault(match[1], f"docs/{path}:{line}")
    return found


def ask(found: dict[str, str]) -> list[Answer]:
    """The answer of each address, several asked at once."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(_answer, found, found.values()))


def _answer(url: str, place: str) -> Answer:
    from http.client import HTTPException  # here, for no other command needs what these load
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    try:
        with urlopen(Request(url, headers=_AGENT), timeout=_SECONDS):
            return Answer(url, place, "")
    except HTTPError as error:
        return Answer(url, place, f"answers {error.code}", error.code in _REFUSED)
    except (OSError, HTTPException, ValueError) as error:
        return Answer(url, place, f"no answer: {getattr(error, 'reason', error)}")


def report(answers: Iterable[Answer]) -> str:
    """A list to work through: what is gone, then what refuses programs."""
    answers = list(answers)
    broken = [answer for answer in answers if answer.said and not answer.is_refusal]
    refused = [answer for answer in answers if answer.is_refusal]
    counts = f"{len(answers)} asked, {len(broken)} broken, {len(refused)} refuse programs."
    lines = ["# Links to other sites", "", counts,
             *_section("Broken", broken), *_section("Refused, to be opened by a person", refused)]
    return "\n".join(lines) + "\n"


def _section(title: str, answers: list[Answer]) -> Iterator[str]:
    if answers:
        yield from ("", f"## {title}", "")
    for answer in answers:
        yield f"- `{answer.place}` <{answer.url}> {formats.markdown(answer.said)}"

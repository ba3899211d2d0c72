"""The menu in mkdocs.yml: every page is in it, and it names no page that there is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from pathspec import GitIgnoreSpec

from ...records.problems import Problem, allowed
from ...records.reading import Document, Loc, read
from ..pages import Page

__all__ = ["check_menu"]

FILE = "mkdocs.yml"
_TAGS = frozenset({"!ENV"})  # the engine's own: a value from the environment
_HANGING = re.compile(r" - (?=\S+\.md\b)")
_EXTENSION, _HOOK = "macros.engine.extension", "macros/engine/hook.py"  # neither does without the other
_RESTS_ON = ("attr_list", "footnotes", "md_in_html")
_ELSEWHERE = ("https://", "http://", "mailto:")


def check_menu(root: Path, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """What is wrong with the file of settings as YAML, with its menu, and pages that the menu lacks."""
    if not (root / FILE).exists():
        yield Problem(FILE, 1, 1, "the file is missing; it holds the menu, and what the engine is told")
        return
    document = read(root / FILE, FILE, _TAGS)
    yield from document.problems
    settings = document.value if isinstance(document.value, dict) else {}
    yield from _missing(document, settings, root)
    yield from _bare(document, settings)
    if "nav" in settings:
        yield from _menu(document, settings, pages)


def _bare(document: Document, settings: dict) -> Iterator[Problem]:
    """The engine without our extension, our hook, or an extension that ours rests on."""
    extensions, hooks = _listed(settings, "markdown_extensions"), _listed(settings, "hooks")
    if _EXTENSION in extensions and _HOOK not in hooks:
        yield document.problem(("hooks",) if "hooks" in settings else ("markdown_extensions",),
                               f"hooks: without {_HOOK}, which writes files of data, search and the policy of pages; "
                               f"write hooks: [{_HOOK}]", key=True)
    needed = [_EXTENSION, *_RESTS_ON] if {_EXTENSION, _HOOK} & {*extensions, *hooks} else []
    for name in (name for name in needed if name not in extensions):
        yield document.problem(("markdown_extensions",), f"markdown_extensions: without {name}; add a line - {name}",
                               key=True)


def _listed(settings: dict, key: str) -> list[str]:
    """The names in a list of settings, some of which have settings of their own."""
    value = settings.get(key)
    return [str(name) for one in (value if isinstance(value, list) else [value])
            for name in (one if isinstance(one, dict) else [one])]


def _missing(document: Document, settings: dict, root: Path) -> Iterator[Problem]:
    """Styles, scripts and pictures of the theme that there are not; the engine would link to them all the same."""
    files = [file.relative_to(root / "docs").as_posix() for file in (root / "docs/assets").glob("*")]
    for loc in [("theme", "logo"), ("theme", "favicon"), ("extra_css",), ("extra_javascript",)]:
        named = settings
        for key in loc:
            named = named.get(key) if isinstance(named, dict) else None
        for number, name in enumerate(named if isinstance(named, list) else [named]):
            if isinstance(name, str) and name not in files:
                place = (*loc, number) if isinstance(named, list) else loc
                yield document.problem(place, f"{loc[-1]}: no file {name!r} under docs/; {allowed(name, files)}")


def _menu(document: Document, settings: dict, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """What is wrong with the menu itself."""
    named = list(_named(settings["nav"], ("nav",)))
    hanging = {loc: _HANGING.split(name)[0] for loc, name in named if isinstance(name, str) and _HANGING.search(name)}
    for loc, title in hanging.items():
        yield document.problem(loc, f"nav: {title!r} without a colon, so that the lines below belong to it; write "
                               f"{title}:")
    if hanging:
        return
    yield from _unknown(document, named, set(pages))
    if not _may_be_out(settings):
        there = {path for path, page in pages.items() if page.text}  # what cannot be read is told as such
        for path in sorted(there - {name for _, name in named} - _left_out(settings, there)):
            yield document.problem(("nav",), f"page {path!r} is not under nav:; add a line - {path}", key=True)


def _named(entry: object, loc: Loc) -> Iterator[tuple[Loc, object]]:
    """What the menu leads to, each with its place."""
    if isinstance(entry, list):
        for number, inner in enumerate(entry):
            yield from _named(inner, (*loc, number))
    elif isinstance(entry, dict):
        for title, inner in entry.items():
            yield from _named(inner, (*loc, title))
    else:
        yield loc, entry


def _unknown(document: Document, named: list[tuple[Loc, object]], pages: set[str]) -> Iterator[Problem]:
    seen: set[object] = set()
    for loc, name in named:
        if name not in pages and not str(name).startswith(_ELSEWHERE):
            yield document.problem(loc, f"nav: names no page {name!r}; {allowed(name, pages)}")
        elif name in seen:
            yield document.problem(loc, f"nav: {name!r} stands here twice; keep one")
        seen.add(name)


def _left_out(settings: dict, pages: Iterable[str]) -> set[str]:
    """The pages that are left out of the menu on purpose."""
    patterns = settings.get("not_in_nav")
    if not isinstance(patterns, str):
        return set()
    with suppress(ValueError):  # a pattern that the engine refuses, too, and says so
        return set(GitIgnoreSpec.from_lines(patterns.splitlines()).match_files(pages))
    return set()


def _may_be_out(settings: dict) -> bool:
    """Whether the engine is told to pass over pages that the menu lacks."""
    validation = settings.get("validation")
    nav = validation.get("nav") if isinstance(validation, dict) else None
    return isinstance(nav, dict) and nav.get("omitted_files") == "ignore"

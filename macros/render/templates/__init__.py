"""Renders the Jinja templates of this folder, sandboxed and strict.

Text from records is escaped for where it lands: for Markdown in `*.md.jinja`, for HTML in
`*.html.jinja` and `*.svg.jinja`. `Markup` passes unescaped; only our own code makes it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ...records.cache import fingerprint
from .. import formats

__all__ = ["forget", "render", "unrendered"]

_off: list[bool] = []
_HERE = Path(__file__).resolve().parent
_COMPILED = _HERE.parents[2] / "build" / "templates"


def render(name: str, /, **view: object) -> Markup:
    """The template `name` filled with `view`; an unknown name in it is an error."""
    return Markup("" if _off else _template(name).render(view))


@contextmanager
def unrendered() -> Iterator[None]:
    """While it lasts nothing is rendered: a check wants what is wrong with a page and not how it looks."""
    _off.append(True)
    try:
        yield
    finally:
        _off.pop()


def forget() -> None:
    """Lets changed templates be read again."""
    _environment.cache_clear()
    _template.cache_clear()


@cache
def _template(name: str) -> Template:
    return _environment(name.split(".")[1] == "md").get_template(name)


@cache
def _environment(is_markdown: bool) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(_HERE), undefined=StrictUndefined, bytecode_cache=_compiled(is_markdown),
        autoescape=not is_markdown, comment_start_string="{//", comment_end_string="//}",  # {# begins an id in Markdown
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
        finalize=formats.markdown if is_markdown else None)
    environment.filters.update(as_of=formats.as_of, day=formats.day, period=formats.period, number=formats.number,
                               exact=formats.exact, rounded=formats.rounded, heading=_heading)
    return environment


def _heading(text: str) -> str:
    """A finding as it stands over a table: one sentence goes without its full stop, as over a chart."""
    return text.removesuffix(".") if ". " not in text else text


def _compiled(is_markdown: bool) -> FileSystemBytecodeCache | None:
    """Compiled templates, kept between runs; Jinja tells apart their texts, the folder's name the rest.

    A template that is included in both escapes is compiled for each.

    None where nothing can be written.
    """
    of = f"{version('jinja2')} {is_markdown}"
    folder = _COMPILED / fingerprint(of, ("render/templates/__init__.py", "render/formats.py"))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None

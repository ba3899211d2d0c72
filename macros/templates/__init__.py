"""Renders the Jinja templates of this folder, sandboxed and strict.

Text from records is escaped for where it lands: for Markdown in `*.md.jinja`, for HTML in
`*.html.jinja` and `*.svg.jinja`. `Markup` passes unescaped; only our own code makes it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from .. import formats

__all__ = ["forget", "render"]


def render(name: str, /, **view: object) -> Markup:
    """The template `name` filled with `view`; an unknown name in it is an error."""
    return Markup(_template(name).render(view))


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
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined,
        autoescape=not is_markdown, comment_start_string="{//", comment_end_string="//}",  # {# begins an id in Markdown
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
        finalize=formats.markdown if is_markdown else None)
    environment.filters.update(day=formats.day, period=formats.period, number=formats.number,
                               quantity=formats.quantity)
    return environment

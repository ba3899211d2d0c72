"""Renders the Jinja templates of this folder, sandboxed and strict.

Text from records is escaped for where it lands: for Markdown in `*.md.jinja`, for HTML in
`*.html.jinja` and `*.svg.jinja`. `Markup` passes unescaped; only our own code makes it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from .. import formats

__all__ = ["render"]


def render(name: str, /, **view: object) -> Markup:
    """The template `name` filled with `view`; an unknown name in it is an error."""
    return Markup(_environment(name.split(".")[1] == "md").get_template(name).render(view))


@cache
def _environment(is_markdown: bool) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined,
        autoescape=not is_markdown, comment_start_string="{//", comment_end_string="//}",  # {# begins an id in Markdown
        trim_blocks=True, lstrip_blocks=True,
        finalize=formats.markdown if is_markdown else None)
    environment.filters.update(day=formats.day, period=formats.period, number=formats.number,
                               quantity=formats.quantity)
    return environment

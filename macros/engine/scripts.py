"""Scripts without what weighs on every page: comments, indents, and files of their own where one will do."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

__all__ = ["bare", "join"]

_JOINED = "assets/page.js"
_LINES = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/)?[ \t]*(?:\n|\Z)|^[ \t]+", re.M | re.S)


def bare(script: str) -> str:
    """`script` without lines of comment, empty lines and indents.

    It knows no strings: no string of a script may go over several lines.
    """
    return _LINES.sub("", script)


def join(files: Files, config: MkDocsConfig) -> None:
    """Publishes the scripts that every page asks for as one, in their order; as they are where one is not there."""
    parts = [files.get_file_from_path(str(script)) for script in config.extra_javascript]
    if not parts or None in parts:
        return  # the engine tells what is not there
    for part in parts:
        files.remove(part)
    files.append(File.generated(config, _JOINED, content="\n".join(part.content_string for part in parts)))
    config.extra_javascript = [_JOINED]

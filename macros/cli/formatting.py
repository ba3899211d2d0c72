"""The one style of data files, so that a change of one value is a change of one line.

First the line that leads an editor to the schema; two spaces a level; dashes flush with their key; each value
on one line; quotes only where YAML needs them; `[a, b]` and `{a: b}` where the author chose them. Comments stay
with the line that they precede or follow, and one blank line stays where there were any.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from ..records.loading import data_files
from ..records.problems import Problem
from ..records.reading import read, read_text
from .editor_schemas import MARK, modeline
from .yaml_layout import laid_out

__all__ = ["out_of_style", "restyle", "styled"]


def restyle(root: Path) -> list[str]:
    """Rewrites the data files under `root` that are not in style; answers their paths."""
    changed = [(path, new) for path, old, new in _files(root) if old != new]
    for path, new in changed:
        (root / path).write_text(new, "utf-8")
    return [path for path, _ in changed]


def out_of_style(root: Path) -> Iterator[Problem]:
    """For each data file under `root` that is not in style, the first line that is not."""
    for path, old, new in _files(root):
        for number, (was, wanted) in enumerate(zip_longest(old.split("\n"), new.split("\n")), 1):
            if was != wanted:
                yield Problem(path, number, 1, f"not in the style of data files; wanted: {wanted!r}; run: make format")
                break


def _files(root: Path) -> Iterator[tuple[str, str, str]]:
    """Each data file that can be read: its path, its text, its text in style."""
    for file in data_files(root / "data", with_settings=True):
        path = file.relative_to(root).as_posix()
        if not read(file, path).problems:
            text = file.read_bytes().decode("utf-8")
            yield path, text, styled(text, path)


def styled(text: str, path: str) -> str:
    """`text`, of the data file at `path`, in style; it says the same."""
    value = read_text(text, path).value
    first = modeline(path, value)
    lines = [line for line in laid_out(text.replace("\r\n", "\n")) if not line.lstrip().startswith(MARK)]
    new = "\n".join([*([first] if first else []), *lines]) + "\n"
    if read_text(new, path).value != value:
        raise ValueError(f"{path}: the style would change what the file says")
    return new

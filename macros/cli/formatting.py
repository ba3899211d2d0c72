"""The one style of data files, so that a change of one value is a change of one line, and the table of calls.

First the line that leads an editor to the schema; two spaces a level; dashes flush with their key; each value
on one line; quotes only where YAML needs them; `[a, b]` and `{a: b}` where the author chose them. Comments stay
with the line that they precede or follow, and one blank line stays where there were any. The table of calls in
CONTRIBUTING.md is made from the calls themselves.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Container, Iterator
from functools import partial
from itertools import islice, zip_longest
from pathlib import Path

from ..calls import CALLS
from ..records.cache import cached, fingerprint
from ..records.characters import Unreadable, decoded
from ..records.loading import data_files
from ..records.problems import Problem
from ..records.reading import READ_BY, read_text
from .editor_schemas import MARK, modeline
from .yaml_layout import laid_out

__all__ = ["GUIDE", "out_of_style", "restyle", "styled", "with_table"]

_MADE_BY = (*READ_BY, "cli/formatting.py", "cli/yaml_layout.py", "cli/editor_schemas.py")
GUIDE = "CONTRIBUTING.md"
_BEGIN, _END = "<!-- calls: made by `make format` from the docstrings -->\n", "<!-- end of calls -->"


def restyle(root: Path) -> list[str]:
    """Rewrites the data files under `root` that are not in style; answers their paths."""
    changed = [(path, new) for path, data in _files(root) for old, new in [_texts(path, data)] if old != new]
    for path, new in changed:
        (root / path).write_text(new, "utf-8")
    return [path for path, _ in changed]


def out_of_style(root: Path, but: Container[str] = ()) -> Iterator[Problem]:
    """For each data file under `root` that is not in style, the first line that is not; files in `but` are left out."""
    for path, data in _files(root):
        if path not in but:
            name = fingerprint(path.encode("utf-8") + b"\0" + data, _MADE_BY)
            yield from (Problem(path, *found) for found in cached(name, partial(_faults, path, data)))


def _faults(path: str, data: bytes) -> list[tuple[int, int, str]]:
    """Line, column and words of the first line of a file that is not in style, if there is one."""
    was, wanted = (text.split("\n") for text in _texts(path, data))
    differing = ((number, new) for number, (old, new) in enumerate(zip_longest(was, wanted), 1) if old != new)
    return [(number, 1, f"not in the style of data files; wanted: {new!r}; run: make format")
            for number, new in islice(differing, 1)]


def _texts(path: str, data: bytes) -> tuple[str, str]:
    """The text of a data file, and that text in style; the same twice if the file cannot be read."""
    try:
        text = decoded(data)
    except Unreadable:
        return "", ""
    return data.decode("utf-8"), text if read_text(text, path).problems else styled(text, path)


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Each data file: its path and what it holds."""
    for file in data_files(root / "data", with_settings=True):
        if not file.is_symlink():
            yield file.relative_to(root).as_posix(), file.read_bytes()


def styled(text: str, path: str) -> str:
    """`text`, of the data file at `path`, in style; it says the same."""
    value = read_text(text, path).value
    first = modeline(path, value)
    lines = [line for line in laid_out(text.replace("\r\n", "\n")) if not line.lstrip().startswith(MARK)]
    new = "\n".join([*([first] if first else []), *lines]) + "\n"
    if read_text(new, path).value != value:
        raise ValueError(f"{path}: the style would change what the file says")
    return new


def with_table(root: Path) -> str:
    """The text of CONTRIBUTING.md with its table of calls as it should be."""
    before, _, rest = (root / GUIDE).read_text("utf-8").partition(_BEGIN)
    return before + _BEGIN + "\n".join(["", "| call | what it makes | may also be told |", "| --- | --- | --- |",
                                        *(_row(name, call) for name, call in CALLS.items()), "", _END]) + (
        rest.partition(_END)[2])


def _row(name: str, call: Callable[..., str]) -> str:
    parameters = list(inspect.signature(call).parameters.values())[1:]
    wanted = ", ".join(part for parameter in parameters for part in _wanted(parameter))
    optional = ", ".join(f"`{one.name}`" for one in parameters
                         if one.default is not one.empty and one.kind is not one.VAR_POSITIONAL)
    says = " ".join((call.__doc__ or "").split())
    return f"| `{{{{ {name}({wanted}) }}}}` | {says} | {optional} |"


def _wanted(parameter: inspect.Parameter) -> Iterator[str]:
    if parameter.kind is parameter.VAR_POSITIONAL:
        yield from ("{…}" if "dict" in str(parameter.annotation) else f'"{parameter.name.removesuffix("s")}"', "…")
    elif parameter.default is parameter.empty:
        yield f"{parameter.name}=…" if parameter.kind is parameter.KEYWORD_ONLY else f'"{parameter.name}"'

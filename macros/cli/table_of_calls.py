"""The table of calls in CONTRIBUTING.md, made from the calls themselves."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

from ..calls import CALLS

__all__ = ["FILE", "with_table"]

FILE = "CONTRIBUTING.md"
_BEGIN, _END = "<!-- calls: made by `make format` from the docstrings -->\n", "<!-- end of calls -->"


def with_table(root: Path) -> str:
    """The text of CONTRIBUTING.md with its table of calls as it should be."""
    before, _, rest = (root / FILE).read_text("utf-8").partition(_BEGIN)
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

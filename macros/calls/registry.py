"""What a page may call: functions register themselves, and their arguments are checked before they run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import ConfigDict, validate_call

__all__ = ["CALLS", "call", "parameters"]

_STRICT = ConfigDict(strict=True)
_Function = TypeVar("_Function", bound=Callable[..., str])

CALLS: dict[str, Callable[..., str]] = {}  # by the name that pages use; each refuses arguments of a wrong type


def call(function: _Function) -> _Function:
    """Lets pages call `function`, whose first parameter is the page's context and whose docstring is its help."""
    function.__annotations__["page"] = Any  # the context is ours and needs no check
    CALLS[function.__name__] = validate_call(config=_STRICT)(function)
    return function


def parameters(name: str) -> list[str]:
    """The names of the arguments that a page may give to the call `name`."""
    return [key for key in CALLS[name].__annotations__ if key not in ("page", "return")]

"""Results that take long to work out, kept between runs in `build/kept`; delete it at will."""

from __future__ import annotations

import hashlib
import json
import marshal
import sys
from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["fingerprint", "kept"]

_HERE = Path(__file__).resolve().parent
_FOLDER = _HERE.parent / "build" / "kept"


def fingerprint(thing: Any, files: tuple[str, ...]) -> str:
    """A name for the result that follows from a value, or a dataclass, and from files beside this one."""
    text = thing if isinstance(thing, bytes) else json.dumps(thing, default=_plain, sort_keys=True).encode("utf-8")
    return hashlib.sha256(text + _state(files)).hexdigest()[:32]


def kept(name: str, work: Callable[[], Any]) -> Any:
    """The result called `name`, from the last run if it is there; nothing is kept of None.

    Results are plain values: marshal reads those and runs nothing, and another Python works them out anew.
    """
    file = _FOLDER / f"{name}.{sys.implementation.cache_tag}"
    try:
        return marshal.loads(file.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        result = work()
    if result is not None:
        _FOLDER.mkdir(parents=True, exist_ok=True)
        file.write_bytes(marshal.dumps(result))
    return result


def _plain(value: Any) -> Any:
    return vars(value) if is_dataclass(value) else sorted(value)


@cache
def _state(patterns: tuple[str, ...]) -> bytes:
    """What the files that match the patterns hold, in short."""
    files = sorted(file for pattern in patterns for file in _HERE.glob(pattern))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()

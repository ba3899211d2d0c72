"""Results that take long to work out, kept between runs in `build/kept`; delete it at will."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["fingerprint", "kept"]

_HERE = Path(__file__).resolve().parent
_FOLDER = _HERE.parent / "build" / "kept"


def fingerprint(thing: Any, files: tuple[str, ...]) -> str:
    """A name for the result that follows from a dataclass and from files beside this one."""
    text = json.dumps(thing, default=_plain, sort_keys=True)
    return hashlib.sha256((text + _state(files)).encode("utf-8")).hexdigest()[:32]


def kept(name: str, work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The result called `name`, from the last run if it is there; plain values only."""
    file = _FOLDER / f"{name}.json"
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        result = work()
    _FOLDER.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(result), "utf-8")
    return result


def _plain(value: Any) -> Any:
    return vars(value) if is_dataclass(value) else sorted(value)


@cache
def _state(patterns: tuple[str, ...]) -> str:
    """What the files that match the patterns hold, in short."""
    files = sorted(file for pattern in patterns for file in _HERE.glob(pattern))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()

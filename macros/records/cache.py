"""Results that take long to work out, cached between runs in `build/cache`; delete the folder at will."""

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

__all__ = ["cached", "fingerprint"]

_MACROS = Path(__file__).resolve().parents[1]
_FOLDER = _MACROS.parent / "build" / "cache"


def fingerprint(thing: Any, files: tuple[str, ...]) -> str:
    """A name for the result that follows from a value, or a dataclass, and from files named from `macros/`."""
    text = thing if isinstance(thing, bytes) else json.dumps(thing, default=_plain, sort_keys=True).encode("utf-8")
    return hashlib.sha256(text + _state(files)).hexdigest()[:32]


def cached(name: str, work: Callable[[], Any]) -> Any:
    """The result called `name`: from an earlier run if it is in the cache, or else of `work`, which is then stored.

    Results are plain values, which marshal reads without running anything; each version of Python has its own.
    `work` answers None for what must not be stored, and is then asked again the next time.
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
    files = sorted(file for pattern in patterns for file in _MACROS.glob(pattern))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()

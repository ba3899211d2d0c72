"""Results that take long to work out, cached between runs in `build/cache`; delete the folder at will."""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["cached", "fingerprint", "store"]

_MACROS = Path(__file__).resolve().parents[1]
_FOLDER = _MACROS.parent / "build" / "cache"
_DIGEST = hashlib.sha256().digest_size


def fingerprint(thing: Any, files: tuple[str, ...]) -> str:
    """A name for the result that follows from a value, or a dataclass, and from files named from `macros/`."""
    text = thing if isinstance(thing, bytes) else json.dumps(thing, default=_plain, sort_keys=True).encode("utf-8")
    return hashlib.sha256(text + _state(files)).hexdigest()[:32]


def cached(name: str, work: Callable[[], Any]) -> Any:
    """The result called `name`: from an earlier run if it is in the cache, or else of `work`, which is then stored.

    Results are plain values, which marshal reads without running anything; each version of Python has its own, and
    each file begins with a digest of its name and content, so that what is spoiled or of another result is not read.
    `work` answers None for what must not be stored, and is then asked again the next time.
    """
    file = _FOLDER / f"{name}.{sys.implementation.cache_tag}"
    try:
        data = file.read_bytes()
    except OSError:
        data = b""
    if data and data[:_DIGEST] == _digest(file.name, data[_DIGEST:]):
        return marshal.loads(data[_DIGEST:])
    result = work()
    if result is not None:
        content = marshal.dumps(result)
        store(file, _digest(file.name, content) + content)
    return result


def _digest(name: str, content: bytes) -> bytes:
    return hashlib.sha256(name.encode("utf-8") + b"\0" + content).digest()


def store(file: Path, content: bytes) -> None:
    """Writes a file that can do without: whole, or not at all where nothing can be written."""
    made = file.with_name(f".{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            made.write_bytes(content)
            made.replace(file)
        finally:
            made.unlink(missing_ok=True)


def _plain(value: Any) -> Any:
    return vars(value) if is_dataclass(value) else sorted(value)


@cache
def _state(patterns: tuple[str, ...]) -> bytes:
    """What the files that match the patterns hold, in short."""
    files = sorted(file for pattern in patterns for file in _MACROS.glob(pattern))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()

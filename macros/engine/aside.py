"""A build is made aside and put in place when it is whole: a fault, an interrupt or another build spoils nothing."""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files

__all__ = ["begin", "drop", "end"]

_DAY = 86400  # seconds
_TURNS = 1000  # how often another build may have been quicker
_made: list[tuple[Path, Path]] = []  # the folder aside, and the place it is for


def begin(config: MkDocsConfig) -> None:
    """Has the engine build into a new folder beside its place. Abort where nothing can be written."""
    drop()
    site = Path(config.site_dir).resolve()
    aside = site.with_name(f".{site.name}-{os.getpid()}")
    _sweep(site)
    try:
        aside.mkdir(parents=True)
    except OSError as error:
        raise Abort(f"nothing can be written beside {site}: {error.strerror}; name another place with --site-dir"
                    ) from None
    _made.append((aside, site))
    config.site_dir = str(aside)


def _sweep(site: Path) -> None:
    """Takes away what builds left that were killed."""
    for left in site.parent.glob(f".{site.name}-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _DAY or left.name.endswith(f"-{os.getpid()}"):
                shutil.rmtree(left)


def end(config: MkDocsConfig, files: Files) -> None:
    """Puts the folder in its place, unless there were warnings, which stop a strict build."""
    if config.strict and _is_warned():
        drop()
    elif _made:
        aside, site = _made.pop()
        _put(aside, site)
        config.site_dir = str(site)
        for file in files:  # serving writes some of them again
            file.dest_dir = config.site_dir
            vars(file).pop("abs_dest_path", None)


def _is_warned() -> bool:
    """Does the engine, by either of its names, count a warning?"""
    handlers = [handler for name in ("mkdocs", "properdocs") for handler in logging.getLogger(name).handlers]
    return any(handler.get_counts() for handler in handlers if hasattr(handler, "get_counts"))


def _put(aside: Path, site: Path) -> None:
    """Renames the folder; of two builds that end at once, the later stays, whole."""
    old = aside.with_name(f"{aside.name}-old")
    for turn in range(_TURNS):
        try:
            with suppress(FileNotFoundError):
                site.rename(old)
            aside.rename(site)
            return
        except OSError as error:
            if turn == _TURNS - 1:
                shutil.rmtree(aside, ignore_errors=True)
                raise Abort(f"{site} cannot be replaced: {error.strerror}; name another place with --site-dir"
                            ) from None
        finally:
            shutil.rmtree(old, ignore_errors=True)


@atexit.register
def drop() -> None:
    """Takes away a folder that was not put in its place."""
    while _made:
        shutil.rmtree(_made.pop()[0], ignore_errors=True)

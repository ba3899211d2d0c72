"""This site: a full build, the same pages already rendered, and what `make check` takes."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from pathlib import Path

from .made import ROOT
from .prerendered import prerender
from .timing import Run, alternate, build, run, show

__all__ = ["copy", "measure"]

_PARTS = ("data", "docs", "macros", "overrides")


def copy(folder: Path) -> Path:
    """This project in `folder`, as its files are now; answers the folder."""
    for part in _PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder


def measure(folder: Path, runs: int) -> None:
    """Prints medians; `folder` is empty and is filled."""
    ours = copy(folder / "ours")
    plain = prerender(ours, folder / "plain")
    show(alternate({"in a fresh copy": partial(_fresh, ours),
                    "built from records": partial(build, sys.executable, ours),
                    "pages pre-rendered": partial(build, sys.executable, plain)}, runs))
    check = partial(run, [sys.executable, "-m", "macros", "check", "--root", str(ours)], ours)
    show(alternate({"make check": check}, runs))


def _fresh(project: Path) -> Run:
    """A build that finds nothing of an earlier one, as the first in a fresh copy."""
    shutil.rmtree(project / "build", ignore_errors=True)
    return build(sys.executable, project)

"""Copies of the project, and builds of them away from this folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from macros.render.citations import version
from tests.conftest import ROOT

__all__ = ["PARTS", "contents", "copy", "run", "with_theme"]

PARTS = ("data", "docs", "macros", "overrides", "scripts")  # what a build reads, besides mkdocs.yml
_FIXED = {"SOURCE_DATE_EPOCH": "1790000000", "SITE_VERSION": version(ROOT), "NO_MKDOCS_2_WARNING": "1",
          "REPO_URL": "https://git.invalid/owner/name", "SITE_URL": "https://site.invalid/"}


def copy(folder: Path) -> Path:
    """Copies what a build reads into `folder`, without what earlier runs left; answers the folder."""
    folder.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def with_theme(root: Path, files: Mapping[str, str]) -> None:
    """Writes into `root` a project of these files, by path, with the code, theme and settings of this one."""
    for name in ("macros", "overrides", "docs/assets", "data/geo"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").split("\nnav:")[0]
    (root / "mkdocs.yml").write_text(settings + "\nnav:\n  - index.md\n", "utf-8")
    for name, text in files.items():
        (root / name).write_text(text, "utf-8")


def run(folder: Path, *arguments: str, python: str = sys.executable, **environment: str) -> subprocess.Popen:
    """Starts a Python with `arguments` in `folder`, in the environment in which `built` is built, or another."""
    whole = {**os.environ, **_FIXED, "PYTHONPATH": str(folder), **environment}
    return subprocess.Popen([python, *arguments], cwd=folder, env=whole, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under `folder` by its path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*")) if file.is_file()}

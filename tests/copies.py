"""Copies of the project, and builds of them away from this folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.render.citations import version
from scripts.series.common import Project
from tests.conftest import ROOT

__all__ = ["PARTS", "contents", "copy", "rows_of", "run", "with_data", "with_theme"]

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


def with_data(root: Path, files: Mapping[str, Iterable[str]]) -> Path:
    """Copies data files of this project, named by their folder and without their ending, into the data of `root`."""
    (root / "data").mkdir()
    for folder, names in files.items():
        for name in names:
            shutil.copy(ROOT / f"data/{folder}/{name}.yml", root / "data")
    return root


def rows_of(project: Project, table: str) -> list[str]:
    """The rows that a script would write to a table copied by `with_data`, each as its text."""
    text = project.texts[project.root / f"data/{table}.yml"]
    return [line for line in text.split("\n") if line.startswith("- {id")]


def run(folder: Path, *arguments: str, python: str = sys.executable, **environment: str) -> subprocess.Popen:
    """Starts a Python with `arguments` in `folder`, in the environment in which `built` is built, or another."""
    whole = {**os.environ, **_FIXED, "PYTHONPATH": str(folder), **environment}
    return subprocess.Popen([python, *arguments], cwd=folder, env=whole, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under `folder` by its path."""
    return {file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*")) if file.is_file()}

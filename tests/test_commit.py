"""Which commit is cited, and whose moment a build has: those of the project, and of no repository around it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from macros.cli.main import main
from macros.render.citations import version
from tests.conftest import ROOT


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@x.invalid", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_only_a_commit_of_the_project_itself_is_cited(project, monkeypatch, capsys):
    monkeypatch.delenv("SITE_VERSION", raising=False)
    root = project()
    inner = root / "docs"
    assert version(root) == ""
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x")
    version.cache_clear()
    assert version(root) == git(root, "rev-parse", "--short=10", "HEAD")
    assert version(inner) == ""
    monkeypatch.setenv("PATH", "")
    version.cache_clear()
    assert version(root) == ""
    assert main(["changes", "main", "--root", str(root)]) == 2
    assert capsys.readouterr().err == ("git cannot be run: No such file or directory; name a folder in place of a "
                                       "revision\n")


def test_the_moment_of_a_build_is_that_of_a_commit_of_the_project_itself(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    inner = tmp_path / "inner"
    inner.mkdir()
    shutil.copy(ROOT / "Makefile", inner)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")
    environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    command = ["make", "-s", "--eval=show:; @echo $$SOURCE_DATE_EPOCH", "show"]
    shown = [subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True).stdout
             for folder in (tmp_path, inner)]
    assert shown == [git(tmp_path, "log", "-1", "--format=%ct") + "\n", "0\n"]

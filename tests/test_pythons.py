"""Every Python that is allowed makes the same site, byte for byte; each week, with those that the machine has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.copies import contents, copy, run

HOMES = (Path.home() / ".pyenv/versions", Path.home() / ".local/share/uv/python", Path("/opt/hostedtoolcache/Python"))
MINORS = range(11, 21)  # of Python 3


def found(minor: int) -> str | None:
    """Another Python 3 of this minor version than the one that runs the tests: on the path, or where it is kept."""
    kept = [str(file) for home in HOMES for file in sorted(home.glob(f"*3.{minor}*/**/bin/python3.{minor}"))]
    names = [name for name in (shutil.which(f"python3.{minor}"), *kept) if name and minor != sys.version_info[1]]
    runs = (name for name in names if subprocess.run([name, "-m", "venv", "-h"], capture_output=True).returncode == 0)
    return next(runs, None)


@pytest.mark.wide
@pytest.mark.site
@pytest.mark.parametrize("minor", MINORS, ids=lambda minor: f"3.{minor}")
def test_another_python_makes_the_same_site(built, tmp_path, minor):
    python = found(minor)
    if python is None:
        pytest.skip(f"this machine has no other Python 3.{minor}")
    environment, install = tmp_path / "environment", ("-q", "--require-hashes", "-r", str(ROOT / "requirements.txt"))
    subprocess.run([python, "-m", "venv", str(environment)], check=True)
    pip = [environment / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", *install]
    done = subprocess.run(pip, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": ""})
    if done.returncode:
        pytest.skip(f"the locked packages cannot be installed for Python 3.{minor}: {done.stderr[-200:]}")
    folder = copy(tmp_path / "copy")
    build = run(folder, "-m", "mkdocs", "build", "--strict", "--quiet", python=str(environment / "bin" / "python"))
    assert (build.communicate()[0], build.returncode) == ("", 0)
    first, second = contents(built), contents(folder / "site")
    assert list(first) == list(second) and [name for name in first if first[name] != second[name]] == []

"""The same made-up site through mkdocs-macros-plugin and through Zensical, each in an environment of its own.

The plugin makes the same sentences, tables and notes from the same YAML. It checks no record, no link
between records and no argument, has no sandbox, and makes no dates, citations, downloads or policy.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import venv
from functools import partial
from pathlib import Path

from .made import FACTS, ROWS, make
from .prerendered import prerender
from .timing import alternate, build, run, show

__all__ = ["measure"]

PAGES = 200
PLUGIN = ["mkdocs-macros-plugin==1.5.0", "mkdocs-material==9.8.2", "pyyaml==6.0.4"]
ZENSICAL = ["zensical==0.0.73", "jinja2==3.1.6", "pydantic==2.14.4", "pyyaml==6.0.4"]


def measure(folder: Path, runs: int) -> None:
    """Prints medians of ours, the plugin's and, if it installs and builds, Zensical's."""
    ours = make(folder / "ours", PAGES)
    plugin, python = _for_plugin(folder, ours), _environment(folder / "for-plugin", PLUGIN)
    cases = {"ours": partial(build, sys.executable, ours)}
    if zensical := _zensical(folder, ours):
        cases["ours under Zensical"] = zensical
    plain = prerender(ours, folder / "plain")
    cases |= {"pages pre-rendered": partial(build, sys.executable, plain),
              "mkdocs-macros-plugin": partial(build, python, plugin)}
    done = alternate(cases, runs)
    for project in (ours, plugin):
        _same_work(project / "site")
    show(done)


def _for_plugin(folder: Path, ours: Path) -> Path:
    config = (ours / "mkdocs.yml").read_text("utf-8").replace("  - macros.engine.extension\n", "")
    target = folder / "plugin"
    for part in ("docs", "data"):
        shutil.copytree(ours / part, target / part)
    config = config.replace("hooks: [macros/engine/hook.py]", "plugins: [search, macros]")
    (target / "mkdocs.yml").write_text(config, "utf-8")
    shutil.copy(Path(__file__).with_name("plugin_main.py"), target / "main.py")
    return target


def _environment(folder: Path, packages: list[str]) -> Path:
    """A Python with `packages`; its path."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                   check=True, stderr=subprocess.DEVNULL)
    return python


def _zensical(folder: Path, ours: Path) -> partial | None:
    """A build of our pages by Zensical, or None where it does not work."""
    target = folder / "zensical"
    shutil.copytree(ours, target)
    try:
        python = _environment(folder / "for-zensical", ZENSICAL)
        case = partial(run, [python, "-m", "zensical", "build", "--clean"], target)
        case()
        _same_work(target / "site")
    except (subprocess.CalledProcessError, OSError, AssertionError) as error:
        print(f"  Zensical left out: {error}")
        return None
    return case


def _same_work(site: Path) -> None:
    """Each page has its notes and its rows, or the comparison is none."""
    html = (site / "page-7" / "index.html").read_text("utf-8")
    found = len(re.findall(r' id="?fn:', html)), len(re.findall(r"<tr", html)) - 1
    assert found == (FACTS + ROWS, ROWS), f"notes and rows {found} in {site}"

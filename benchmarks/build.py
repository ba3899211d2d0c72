"""Times a build from records against the same pages already rendered, through MkDocs and Material.

Runs alternate, so that what else the machine does falls on both; medians and their ratio are printed.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.publish import files  # noqa: E402
from macros.site import Site  # noqa: E402

COPIED = ("data", "docs", "macros", "overrides")


def prepare(folder: Path, site: Site) -> dict[str, Path]:
    """Two projects: `ours` as it stands, `plain` with the pages rendered and no macros."""
    projects = {name: folder / name for name in ("ours", "plain")}
    for project in projects.values():
        for part in COPIED:
            shutil.copytree(ROOT / part, project / part, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    (projects["ours"] / "mkdocs.yml").write_text(config, "utf-8")
    plain = config.replace("hooks: [macros/hook.py]\n", "").replace("  - macros.extension\n", "")
    (projects["plain"] / "mkdocs.yml").write_text(plain, "utf-8")
    for path, text in site.markdown.items():
        page = site.pages[path]
        (projects["plain"] / "docs" / path).write_text(page.text[:page.body] + text, "utf-8")
    for name, text in files(site).items():  # so that both build the same site
        (projects["plain"] / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (projects["plain"] / "docs" / name).write_text(text, "utf-8")
    return projects


def build(project: Path) -> float:
    """Seconds that one build takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(project / "site")],
                   cwd=project, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Prints the medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        projects = prepare(Path(folder), Site.read(ROOT))
        times: dict[str, list[float]] = {name: [] for name in projects}
        for _ in range(runs):
            for name, project in projects.items():
                times[name].append(build(project))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:6} median of {runs}: {median:.2f} s (from {min(times[name]):.2f} to {max(times[name]):.2f})")
    print(f"ratio  ours / plain: {medians['ours'] / medians['plain']:.3f}")


if __name__ == "__main__":
    main()

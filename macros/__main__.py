"""The command line: `python -m macros check`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from .problems import Problem, report
from .site import Site

__all__ = ["main"]

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; the answer is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="report every problem in data and pages")
    check.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    options = parser.parse_args(arguments)
    return _check(options.root)


def _check(root: Path) -> int:
    site = Site.read(root)
    if site.problems:
        print(report(site.problems), file=sys.stderr)
        _annotate(site.problems)
        return 1
    print(f"{len(site.pages)} pages, {len(site.records.facts)} facts, "
          f"{sum(len(table.rows) for table in site.records.tables.values())} rows, "
          f"{len(site.records.sources)} sources: no problem")
    return 0


def _annotate(problems: list[Problem]) -> None:
    """In GitHub Actions, puts each problem on its line of the diff."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for problem in sorted(set(problems)):
            text = problem.message.replace("%", "%25").replace("\n", "%0A")
            print(f"::error file={problem.path},line={problem.line},col={problem.column}::{text}")


if __name__ == "__main__":
    sys.exit(main())

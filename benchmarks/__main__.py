"""`make bench`: every measurement, or those that are named."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from . import build, growth, rivals, saving
from .timing import machine

PARTS = {"build": build, "rivals": rivals, "saving": saving, "growth": growth}


def main() -> None:
    """Prints where it measures, then each part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of: {', '.join(PARTS)}; all if none is named")
    parser.add_argument("--runs", type=int, default=5, help="of each case; the median counts")
    options = parser.parse_args()
    print(machine())
    for name in options.parts or PARTS:
        print(f"\n{name}: {(PARTS[name].__doc__ or '').splitlines()[0]}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name].measure(Path(folder), options.runs)


if __name__ == "__main__":
    main()

"""Made-up sites of 100 to 2,000 pages: time and memory for each page should stay the same."""

from __future__ import annotations

import sys
from pathlib import Path

from .made import make
from .prerendered import prerender
from .timing import build

__all__ = ["measure"]

SIZES = (100, 500, 1000, 2000)


def measure(folder: Path, runs: int) -> None:
    """Prints, for each size, milliseconds a page and the most memory; one run each, for they are long."""
    print("  pages   from records         pre-rendered         ratio")
    for pages in SIZES:
        ours = make(folder / f"ours-{pages}", pages)
        plain = prerender(ours, folder / f"plain-{pages}")
        mine, bare = build(sys.executable, ours), build(sys.executable, plain)
        print(f"  {pages:5}  {mine.seconds / pages * 1000:5.1f} ms {mine.megabytes:5.0f} MB   "
              f"{bare.seconds / pages * 1000:5.1f} ms {bare.megabytes:5.0f} MB   "
              f"{mine.seconds / bare.seconds:9.2f}", flush=True)

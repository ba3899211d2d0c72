"""Made-up sites of 100 to 2,000 pages: time and memory for each page should stay the same."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from .made import make
from .prerendered import prerender
from .timing import alternate, build, middle

__all__ = ["measure"]

SIZES = (100, 500, 1000, 2000)


def measure(folder: Path, runs: int) -> None:
    """Prints, for each size, milliseconds of work a page and the most memory; three runs at most, for they are long."""
    print("  pages   from records         pre-rendered         ratio")
    for pages in SIZES:
        ours = make(folder / f"ours-{pages}", pages)
        plain = prerender(ours, folder / f"plain-{pages}")
        done = alternate({"mine": partial(build, sys.executable, ours),
                          "bare": partial(build, sys.executable, plain)}, min(runs, 3))
        mine, bare = middle(done["mine"]), middle(done["bare"])
        print(f"  {pages:5}  {mine.work / pages * 1000:5.1f} ms {mine.megabytes:5.0f} MB   "
              f"{bare.work / pages * 1000:5.1f} ms {bare.megabytes:5.0f} MB   "
              f"{mine.work / bare.work:9.2f}", flush=True)

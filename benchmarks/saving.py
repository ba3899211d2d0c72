"""From saving a file to a refreshed page in `mkdocs serve`: a page, a fact that stands on five pages, a style sheet."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from macros.site.site import Site

from .build import copy
from .timing import Run, alternate, show

__all__ = ["measure"]

_TICKS = os.sysconf("SC_CLK_TCK")


def measure(folder: Path, runs: int) -> None:
    """Prints medians from saving to reading anew; work is that of the server's process."""
    project = copy(folder / "ours")
    fact, path = _fact(project)
    process, port = _serve(project)
    server = partial(_save, project, process.pid, port)
    try:
        show(alternate({
            "a page": partial(server, "docs/method.md", r"\A(.*\n# [^\n]+\n)", "\\1\n{words}\n", "method/"),
            "a fact on five pages": partial(server, path, rf"(\n  {fact}:\n(?:    .*\n)*?    label: [^\n]*)",
                                            "\\1 {words}", "data/facts.csv"),
            "a style sheet": partial(server, "docs/assets/site.css", r"\Z", "\n/* {words} */\n", "assets/site.css"),
        }, runs))
    finally:
        process.terminate()
        process.wait()


def _fact(project: Path) -> tuple[str, str]:
    """A fact that stands on five pages, or on the number nearest to that, and its file."""
    site = Site.read(project, "check")
    pages = Counter(key for context in site.contexts.values() for key in context.facts)
    key = min(sorted(pages), key=lambda one: abs(pages[one] - 5))
    return key, site.records.facts[key].path


def _serve(project: Path) -> tuple[subprocess.Popen, int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"], cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL)
    _wait(port, "method/", "<h1")
    return process, port


def _save(project: Path, process: int, port: int, name: str, place: str, text: str, shown: str) -> Run:
    words, file = f"Saved {time.time_ns()}", project / name
    new = re.sub(place, text.format(words=words), file.read_text("utf-8"), count=1, flags=re.S if "A(" in place else 0)
    began, worked = time.perf_counter(), _work(process)
    file.write_text(new, "utf-8")
    _wait(port, shown, words)
    return Run(time.perf_counter() - began, _work(process) - worked, 0)


def _work(process: int) -> float:
    """Seconds of a core's work that a process has done, by Linux's count."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _wait(port: int, path: str, words: str) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            if words in urlopen(f"http://127.0.0.1:{port}/{path}", timeout=60).read().decode("utf-8"):
                return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.05)
    raise TimeoutError(words)

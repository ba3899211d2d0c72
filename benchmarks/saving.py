"""From saving a file to a refreshed page in `mkdocs serve`, and the share of it that is ours."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from .build import copy
from .prerendered import prerender
from .timing import Run, alternate, show

__all__ = ["measure"]

_PAGE = "docs/method.md"


def measure(folder: Path, runs: int) -> None:
    """Prints medians from saving a page to reading it anew; the rest above pre-rendered pages is ours."""
    ours = copy(folder / "ours")
    plain = prerender(ours, folder / "plain")
    servers = {"from records": _serve(ours), "pages pre-rendered": _serve(plain)}
    try:
        show(alternate({name: partial(_save, project, port) for (name, (_, port)), project in
                        zip(servers.items(), (ours, plain), strict=True)}, runs))
    finally:
        for process, _ in servers.values():
            process.terminate()
            process.wait()


def _serve(project: Path) -> tuple[subprocess.Popen, int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"], cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL)
    _wait(port, "<h1")
    return process, port


def _save(project: Path, port: int) -> Run:
    words = f"Saved {time.time_ns()}."
    page = project / _PAGE
    text = page.read_text("utf-8")
    began = time.perf_counter()
    page.write_text(re.sub(r"(\n\[\^|\Z)", f"\n\n{words}\n\\1", text, count=1), "utf-8")
    _wait(port, words)
    return Run(time.perf_counter() - began, 0, 0)


def _wait(port: int, words: str) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            if words in urlopen(f"http://127.0.0.1:{port}/method/", timeout=60).read().decode("utf-8"):
                return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.05)
    raise TimeoutError(words)

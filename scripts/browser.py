"""Finds a Chromium, or gets one: the machine's, Playwright's own, or the package manager's.

Run by `make test`, so that no test is skipped for want of a browser.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

__all__ = ["ARGUMENTS", "find", "serving"]

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_INSTALLERS = (
    ("playwright", [[sys.executable, "-m", "playwright", "install", "chromium"]]),
    ("apt-get", [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]),
    ("dnf", [["dnf", "install", "-y", "-q", "chromium"]]),
    ("apk", [["apk", "add", "--quiet", "chromium"]]),
    ("pacman", [["pacman", "-Sy", "--noconfirm", "--quiet", "chromium"]]),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address under which `folder` is served, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def find() -> str | None:
    """The path of a Chromium, or None."""
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    return on_path or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install() -> None:
    for name, commands in _INSTALLERS:
        if name != "playwright" and not shutil.which(name):
            continue
        print(f"no Chromium yet: trying {name}", flush=True)
        if all(subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
               for command in commands) and find():
            return


if __name__ == "__main__":
    if not find():
        _install()
    sys.exit(0 if find() else "no Chromium, and none could be installed; install one and run again")

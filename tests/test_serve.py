"""`make serve`: saving a file refreshes the page; a mistake is told and the last good page stays."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.conftest import FACTS, PAGE, ROOT

CONFIG = ("site_name: x\nhooks: [macros/engine/hook.py]\n"
          "markdown_extensions: [macros.engine.extension, attr_list, footnotes, md_in_html,\n"
          "  tables: {use_align_attribute: true}]\n")
HEADS = (  # heads with a fault, and how it is told
    (PAGE.replace("edited: 2026-11-24\n", ""), "docs/index.md:2:1: key &#x27;edited&#x27; is missing; it says: Day of"),
    (PAGE.replace("description: What", "description: W\nwas: What"),
     "docs/index.md:3:14: description: 1 characters; allowed: at least 50\ndocs/index.md:4:1: unknown key"),
    (PAGE.replace("title: Home", "title: [Home"), "docs/index.md:3:12: not YAML: did not find expected"))
PATIENCE = 30  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, words: str) -> str:
    """The page at `address` once it holds `words`, or as it is when patience runs out."""
    page, end = "", time.monotonic() + PATIENCE
    while words not in page and time.monotonic() < end:
        try:
            page = urlopen(address, timeout=PATIENCE).read().decode("utf-8")
        except (URLError, ConnectionError):
            time.sleep(0.2)
    return page


def test_saving_a_file_refreshes_and_a_mistake_keeps_the_last_good_page(project, tmp_path: Path):
    root, address = project({"mkdocs.yml": CONFIG}), f"127.0.0.1:{free_port()}"
    for folder in ("macros", "overrides"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    said = tmp_path / "said.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "--strict", "--dev-addr", address]
    with said.open("w") as log, subprocess.Popen(command, cwd=root, stdout=log, stderr=log) as server:
        try:
            assert "8 countries" in wait_for(f"http://{address}/", "8 countries")
            (root / "data" / "facts.yml").write_text(FACTS.replace("value: 8", "value: 11"))
            assert "11 countries" in wait_for(f"http://{address}/", "11 countries")
            (root / "data" / "facts.yml").write_text(FACTS.replace("[law]", "[lew]"))
            end = time.monotonic() + PATIENCE
            while "mend the file" not in said.read_text() and time.monotonic() < end:
                time.sleep(0.2)
            assert "data/facts.yml:8:15: no source 'lew'; allowed: law; did you mean 'law'?" in said.read_text()
            page = wait_for(f"http://{address}/", 'role="alert"')
            assert "11 countries" in page
            assert "data/facts.yml:8:15: no source &#x27;lew&#x27;; allowed: law; did you mean" in page
            (root / "data" / "facts.yml").write_text(FACTS.replace("value: 8", "value: 12"))
            page = wait_for(f"http://{address}/", "12 countries")
            assert "12 countries" in page and 'role="alert"' not in page
            for wrong, message in HEADS:
                (root / "docs" / "index.md").write_text(wrong, "utf-8")
                page = wait_for(f"http://{address}/", message)
                assert message in page and "12 countries" in page and server.poll() is None
            (root / "docs" / "index.md").write_text(PAGE.replace("# What is", "# What was"), "utf-8")
            page = wait_for(f"http://{address}/", "What was")
            assert "What was" in page and "12 countries" in page and 'role="alert"' not in page
            formats = root / "macros" / "render" / "formats.py"
            formats.write_text(formats.read_text("utf-8").replace('f"{minus}{before', 'f"~{minus}{before'), "utf-8")
            assert "~12 countries" in wait_for(f"http://{address}/", "~12 countries")
        finally:
            server.terminate()

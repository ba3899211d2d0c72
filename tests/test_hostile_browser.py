"""Hostile text in records, built by the real build and opened in Chromium: it is read, and it does nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.records.characters import odd
from tests.conftest import FACTS, PAGE, SETTINGS, TABLE
from tests.copies import with_theme
from tests.test_hostile import RECORD, _quoted
from tests.test_payloads import PAYLOADS as PUBLIC

NOT_PLAIN = re.compile(r"\{[{%#]|[\x00-\x08\x0b-\x1f\x7f-\x9f]")
LIVE = ["<script>window.ran=1</script>", "<img src=x onerror=window.ran=1>", "<svg onload=window.ran=1>",
        "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>", "[x](javascript:window.ran=1)",
        "\"' autofocus onfocus=window.ran=1 x='", "</figcaption></figure><script>window.ran=1</script>",
        "</title><script>window.ran=1</script>", "<a href='javascript:window.ran=1'>x</a>",
        "<style>article{display:none}</style>", "<base href='https://x.invalid/'>",
        "<meta http-equiv='refresh' content='0;url=https://x.invalid/'>", "]]><script>window.ran=1</script>",
        "--><script>window.ran=1</script>", "&lt;script&gt;window.ran=1&lt;/script&gt;"]
PAYLOADS = [*RECORD, *LIVE]
LISTED = [payload for payload in PUBLIC if not NOT_PLAIN.search(payload) and not list(odd(payload))]
AS_TEXT = "&lt;img src=x onerror=window.ran=1&gt;"  # themes print titles and headings in several places


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site whose facts, rows and titles are payloads; its theme and settings are the real ones."""
    root = tmp_path_factory.mktemp("hostile")
    with_theme(root, files())
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("  - listed.md\n")
    environment = {**os.environ, "REPO_URL": "https://git.invalid/owner/name", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(root / "site")],
                          cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + done.stdout
    return root / "site"


def files() -> dict[str, str]:
    """The project: a fact, a row and a source for each payload, all on one page."""
    from tests.conftest import SOURCES
    facts, rows, sources = "facts:\n", TABLE[:TABLE.index("- {")], SOURCES
    for number, payload in enumerate(PAYLOADS):
        words, fact = _quoted(payload), FACTS.split("\n", 1)[1].replace("covered:", f"f{number}:")
        facts += fact.replace("Countries covered", words) + f"    note: {words}\n    caution: {words}\n"
        rows += f"- {{id: r{number}, year: {1700 + number}, persons: 1, series: {words}, sources: [law]}}\n"
        sources += f"  s{number}: {{title: {words}, publisher: {words}, accessed: 2026-11-24, kind: law}}\n"
    rows = rows.replace("Departures fell and rose.", _quoted("".join(LIVE)))
    ids = range(len(PAYLOADS))
    calls = "\n\n".join(f'Payload {{{{ fact("f{number}") }}}}{{{{ cite("s{number}") }}}}.' for number in ids)
    box = "{{ key_facts(" + ", ".join(f'"f{number}"' for number in ids) + ") }}"
    bars = '{{ bars("departures", label="series", values=["persons"], unit="persons", title="<script>x</script>") }}'
    page = PAGE.replace('It covers {{ fact("covered") }}.', f"{calls}\n\n{box}\n\n{bars}")
    return {**SETTINGS, "data/facts.yml": facts, "data/table.yml": rows, "data/sources.yml": sources,
            "data/listed.yml": listed(), "docs/index.md": page.replace('"year", "persons"]', '"series"]'),
            "docs/listed.md": LISTED_PAGE}


def listed() -> str:
    """A table of the payloads from public lists."""
    head = TABLE[:TABLE.index("- {")].replace("table: departures", "table: listed")
    return head + "".join(f"- {{id: r{number}, year: {1700 + number}, persons: 1, series: {json.dumps(payload)}, "
                          f"note: {json.dumps(payload)}, sources: [law]}}\n" for number, payload in enumerate(LISTED))


LISTED_PAGE = PAGE[:PAGE.index("It covers")].replace("title: Home", f"title: '{AS_TEXT}'").replace(
    "# What is", f"# {AS_TEXT} is") + f"""Words.

## {AS_TEXT}

{{{{ table("listed", columns=["series"]) }}}}
"""


def test_in_a_browser_no_payload_runs_and_each_is_read(hostile, browser):
    page = browser.new_context().new_page()
    asked, dialogs = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"file://{hostile}/index.html")
    page.wait_for_timeout(500)
    assert page.evaluate("window.ran") is None and dialogs == []
    assert [url for url in asked if "x.invalid" in url or url.endswith("/x")] == []
    assert page.url.startswith("file://")
    text = " ".join(page.locator("article").inner_text().split())
    html = page.locator("article").evaluate("element => element.textContent")
    missing = [payload for payload in PAYLOADS if " ".join(payload.split()) not in " ".join(html.split())]
    assert missing == [] and "What is the law?" in text
    bad = "script, iframe, object, embed, base, meta, style, [onerror], [onload], [onfocus], [href^='javascript:']"
    assert page.locator("article").locator(bad).count() == 0


def test_in_a_browser_no_payload_of_a_public_list_runs_and_no_other_host_is_asked(hostile, browser):
    page = browser.new_context(bypass_csp=True).new_page()  # the policy is the second wall; this looks at the first
    asked, dialogs = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"file://{hostile}/listed/index.html")
    page.wait_for_timeout(500)
    assert page.evaluate("window.ran") is None and dialogs == []
    assert [url for url in asked if not url.startswith("file:///")] == []
    assert len(LISTED) > 200
    cells = page.locator("article tbody th").all_text_contents()
    assert [payload for payload, cell in zip(LISTED, cells, strict=True)
            if "".join(payload.split()) not in "".join(cell.split())] == []

"""The way to a second language, tried on a page in Russian: words on the page, facts shared."""

from __future__ import annotations

import tomllib

import yaml

from macros.site.site import Site
from tests.conftest import PAGE, ROOT
from tests.test_documents import DOCUMENTS

RUSSIAN = """\
---
title: О законе
description: Что это за закон, каких стран он касается и что изменилось бы, если бы Конгресс отменил его для них.
edited: 2026-11-24
next: [index.md]
---

# Что это за закон? {#law}

Он касается {{ fact("covered") }}. [По-английски](../index.md#figures), [ниже](#figures).

## В цифрах {#figures}

{{ columns("departures", x="year", y="persons", unit="persons", title="Выезд сократился") }}
"""


def test_a_page_in_another_language_shares_facts_notes_and_links(project):
    english = PAGE.replace("It covers", "[По-русски](ru/law.md#law). It covers")
    site = Site.read(project({"docs/ru/law.md": RUSSIAN, "docs/index.md": english}))
    page = site.markdown["ru/law.md"]
    assert [str(problem) for problem in site.problems] == []
    assert site.contexts["ru/law.md"].facts == site.contexts["index.md"].facts == {"covered"}
    assert "Выезд сократился" in page and "[^f-covered]" in page
    assert "Он касается" in page and "countries" in page, "units are English yet: see MAINTAINING.md"


def test_what_hosts_are_told_can_be_read():
    text = DOCUMENTS["MAINTAINING.md"]
    gitlab = yaml.safe_load(text.partition("```yaml\npages:")[2].partition("```")[0].join(["pages:", ""]))
    netlify = tomllib.loads(text.partition("```toml\n")[2].partition("```")[0])
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"] and "make site" in gitlab["pages"]["script"]
    assert netlify["build"] == {"command": "make site", "publish": "site", "environment": {"PYTHON_VERSION": "3.13"}}
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    assert [one["package-ecosystem"] for one in updates] == ["github-actions", "pip"]

"""The way to a second language, tried on a page in Russian: words on the page, facts shared."""

from __future__ import annotations

import re
import tomllib

import pytest
import yaml

from macros.records.schema.periods import parse_day
from macros.render import formats
from macros.render.languages import written_in
from macros.site.site import Site
from tests.conftest import PAGE, ROOT, SETTINGS
from tests.test_documents import DOCUMENTS

RUSSIAN = """\
---
title: О законе
description: Что это за закон, каких стран он касается и что изменилось бы, если бы Конгресс отменил его для них.
edited: 2026-11-24
lang: ru
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
    page = plain(site.markdown["ru/law.md"])
    assert [str(problem) for problem in site.problems] == []
    assert site.contexts["ru/law.md"].facts == site.contexts["index.md"].facts == {"covered"}
    assert "Выезд сократился" in page and "[^f-covered]" in page
    assert 'Он касается <span class="fact">8 countries</span>' in page, "a unit without a translation is English"
    assert "24 ноября 2026 г." in page, "days are Russian"
    assert "Countries covered" in page, "labels are English yet: see MAINTAINING.md"
    assert "five" not in page


def test_what_hosts_are_told_can_be_read():
    text = DOCUMENTS["MAINTAINING.md"]
    gitlab = yaml.safe_load(text.partition("```yaml\npages:")[2].partition("```")[0].join(["pages:", ""]))
    netlify = tomllib.loads(text.partition("```toml\n")[2].partition("```")[0])
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"] and "make site" in gitlab["pages"]["script"]
    assert netlify["build"] == {"command": "make site", "publish": "site", "environment": {"PYTHON_VERSION": "3.13"}}
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    assert [one["package-ecosystem"] for one in updates] == ["github-actions", "pip"]


TRANSLATED = """\
translated:
  ru:
    countries: {one: '# страна', few: '# страны', many: '# стран', other: '# страны'}
"""


def plain(text: str) -> str:
    """`text` with ordinary blanks for the narrow and fixed ones of CLDR."""
    return re.sub(r"[\u00a0\u2009\u202f]", " ", text)


def units(text: str) -> dict[str, str]:
    return {"data/units.yml": SETTINGS["data/units.yml"] + text}


def test_a_unit_has_the_plurals_of_the_language(project):
    Site.read(project(units(TRANSLATED)))
    with written_in("ru"):
        printed = [formats.spoken(value, "countries") for value in (1, 3, 8, 21, 0, 1.5, 20_592_571)]
    assert printed == ["1 страна", "3 страны", "8 стран", "21 страна", "0 стран", "1,5 страны", "20,6 миллиона стран"]


@pytest.mark.parametrize("tag, number, day, period", [
    ("en", "−1,234,567.5", "6 November 2025", "4 to 5 May 2025"),
    ("ru", "−1 234 567,5", "6 ноября 2025 г.", "4–5 мая 2025 г."),
    ("de", "−1.234.567,5", "6. November 2025", "4.–5. Mai 2025"),
])
def test_numbers_and_dates_are_those_of_the_language(tag, number, day, period):
    with written_in(tag):
        assert plain(formats.number(-1234567.5)) == number
        assert plain(formats.day(parse_day("2025-11-06"))) == day
        assert plain(formats.period("2025-05-04/2025-05-05")) == period


@pytest.mark.parametrize("text, printed", [
    ("2025", "2025"), ("2025-05", "май 2025 г."), ("2025-05-04", "4 мая 2025 г."), ("1973/1986", "1973–1986"),
    ("2025-05/2025-06", "май – июнь 2025 г."), ("2023/2025-08", "2023 – август 2025 г."),
])
def test_a_period_is_as_exact_as_it_was_written(text, printed):
    with written_in("ru"):
        assert plain(formats.period(text)) == printed


def test_a_language_ends_with_its_page():
    with pytest.raises(ValueError), written_in("ru"):
        raise ValueError
    assert formats.spoken(5, "countries") == "five countries"


@pytest.mark.parametrize("lang, said", [
    ("english", "docs/ru/law.md:5:7: lang: 'english' is not a language; wanted: its tag, as in ru, kk or zh-Hans"),
    ("xx", "docs/ru/law.md:5:7: lang: 'xx' is not a language; wanted: its tag, as in ru, kk or zh-Hans"),
])
def test_a_language_that_is_none_is_refused(problems, lang, said):
    assert said in problems({"docs/ru/law.md": RUSSIAN.replace("lang: ru", f"lang: {lang}")})


@pytest.mark.parametrize("text, said", [
    ("  ru: {countrys: {other: '# стран'}}\n", "countrys: no unit 'countrys'"),
    ("  ru: {countries: {one: '# страна'}}\n",
     "countries: no form 'other'; wanted: one for all numbers that have none of their own"),
    ("  ru: {countries: {two: '# страны', other: '# стран'}}\n",
     "countries: no plural 'two' in this language; allowed: few, many, one, other"),
    ("  ru: {countries: {other: 'стран'}}\n", "wanted: one # for the number, as in '# страны'"),
    ("  russian: {countries: {other: '# стран'}}\n",
     "'russian' is not a language; wanted: its tag, as in ru, kk or zh-Hans"),
])
def test_a_translated_unit_that_does_not_fit_is_refused(problems, text, said):
    found = problems(units(f"translated:\n{text}"))
    assert len(found) == 1 and said in found[0], found
    assert found[0].startswith(f"data/units.yml:{SETTINGS['data/units.yml'].count(chr(10)) + 2}:"), found


def test_a_page_tells_browsers_its_language(project):
    from macros.engine import hook

    class Page:
        meta, content = {"lang": "ru"}, ""

    class Config:
        use_directory_urls = True

    assert hook.on_post_page('<html lang="en" class="no-js"></html>', Page, Config).startswith('<html lang="ru"')

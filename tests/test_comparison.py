"""Countries side by side: what a row may say, and what a reader may choose."""

from __future__ import annotations

import pytest

from macros.site.site import Site
from scripts.browser import serving
from tests.conftest import PAGE

RATES = """\
table: rates
columns: [{name: country, type: country, title: Country, description: Name.},
  {name: rate, type: number, title: Rate, description: A rate., unit: percent}]
title: Rates
caption: Rates differ.
as_of: 2025
checked: 2026-11-24
rows:
- {id: cuba, country: Cuba, rate: 3.5, sources: [law]}
- {id: armenia, country: Armenia, rate: 4.5, sources: [law]}
- {id: armenia-2, country: Armenia, rate: 5.5, sources: [law]}
"""
SALES = """\
table: sales
columns: [{name: year, type: integer, title: Year, description: Year., unit: year},
  {name: cuba, type: number, title: Cuba, description: Sold., unit: usd-million}]
title: Sales
caption: Sales rose.
as_of: 2025
checked: 2026-11-24
rows:
- {id: y2025, year: 2025, cuba: 12.5, sources: [law]}
"""


def files(countries: str, *rows: str) -> dict[str, str]:
    call = f"{{{{ comparison([{countries}], {', '.join(rows)}, title=\"Side by side\") }}}}"
    return {"data/rates.yml": RATES, "data/sales.yml": SALES, "docs/index.md": PAGE.rstrip() + f"\n\n{call}\n"}


RATE = '{"says": "Rate", "table": "rates", "field": "rate"}'
SALE = '{"says": "Sales", "table": "sales", "row": "y2025"}'
FACT = '{"says": "Covered", "facts": ["none", "covered"]}'


def test_values_stand_in_rows_columns_and_facts(project):
    site = Site.read(project(files('"Cuba", "Georgia"', RATE, SALE, FACT)))
    text = site.markdown["index.md"]
    assert "| Compared | Cuba | Georgia |" in text
    assert "| Rate[^r-rates-cuba] | 3.5% | — |" in text
    assert '| Sales[^r-rates-cuba]<span id="fnref:r-sales-y2025"></span> | $12.5 million | — |' in text, "a shared note"
    assert '| Covered[^f-covered] | — | <span class="fact">8 countries</span> |' in text


@pytest.mark.parametrize(("countries", "row", "message"), [
    ('"Cuba"', '{"says": "R", "table": "rate", "field": "rate"}', "no table 'rate'"),
    ('"Cuba"', '{"says": "R", "table": "rates", "field": "rat"}', "table 'rates' has no column 'rat'"),
    ('"Armenia"', RATE, "table 'rates' has 2 rows of 'Armenia'; wanted: one"),
    ('"Cuba"', '{"says": "S", "table": "sales", "row": "y2024"}', "no row 'y2024' in table 'sales'"),
    ('"Cuba"', '{"says": "S", "table": "sales", "field": "year"}', "table 'sales' has no column 'country', so that"),
    ('"Cuba"', '{"says": "F", "facts": ["cover"]}', "no fact 'cover'"),
    ('"Cuba"', '{"says": "F", "facts": ["covered", "none"]}', "comparison(): facts: 2 for 1 countries; wanted: one"),
    ('"Cuba"', '{"says": "F", "facts": [1]}', "comparison(): facts: [1]; wanted: a word"),
    ('"Cuba"', '{"says": "F", "table": ["rates"], "field": "rate"}', "comparison(): table: ['rates']; wanted: a word"),
    ('"Cuba"', '{"table": "rates", "field": "rate"}', "comparison(): says; wanted in each row: says, and table with"),
    ('"Cuba"', '{"says": "R", "table": "rates", "feld": "rate"}', "comparison(): feld, field; wanted in each row"),
    ('"Cuba", "Egypt"', RATE, "comparison() has no value of 'Egypt' in any row"),
    ('"Cuba", "Egipt"', RATE, "comparison(): no country 'Egipt'; there are 67 to choose from; did you mean 'Egypt'?"),
])
def test_a_row_that_cannot_be_filled_is_named_at_its_place(problems, countries, row, message):
    told = [one for one in problems(files(countries, row)) if "docs/index.md" in one]
    assert len(told) == 1 and message in told[0], told
    assert told[0].startswith("docs/index.md:"), told


def test_two_are_chosen_by_key_and_by_address_and_all_stand_without_script(built, browser):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    heads = ".comparison thead th:not(.is-left-out)"
    with serving(built) as address:
        page.goto(f"{address}countries/compare/#turkmenistan,georgia")
        assert page.locator(heads).all_text_contents() == ["Compared", "Turkmenistan", "Georgia"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.evaluate("document.querySelector('.comparison__frame').scrollWidth") <= 390
        page.get_by_label("with").focus()
        page.keyboard.type("Arm")
        assert page.locator(heads).all_text_contents() == ["Compared", "Turkmenistan", "Armenia"]
        assert page.url.endswith("#turkmenistan,armenia")
        page.get_by_label("all eight").focus()
        page.keyboard.press("Space")
        assert page.locator(heads).count() == 9
        page.goto(f"{address}countries/compare/?x#nowhere,<b>")
        assert page.locator(heads).all_text_contents() == ["Compared", "Kazakhstan", "Uzbekistan"]
    page.close()
    context = browser.new_context(java_script_enabled=False)
    with serving(built) as address:
        page = context.new_page()
        page.goto(f"{address}countries/compare/")
        assert page.locator(heads).count() == 9
    context.close()

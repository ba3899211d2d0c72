"""Every page under axe-core, in both palettes, on a phone and on a desk."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tests.test_browser import address, paths  # noqa: F401

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

# parts of the theme that no page of ours can mend, each with its reason
EXCLUDED: list[str] = []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("palette", ["light", "dark"])
def test_no_page_breaks_a_rule(built, address, browser, palette, width):  # noqa: F811
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=palette,
                                  reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    found = []
    for path in paths(built):
        page.goto(address + path.removeprefix("./"))
        page.evaluate(AXE)
        result = page.evaluate("options => axe.run({exclude: options.exclude}, options.run)",
                               {"exclude": EXCLUDED, "run": {"runOnly": {"type": "tag", "values": RULES},
                                                             "resultTypes": ["violations"]}})
        found += [(path, fault["id"], node["target"], node["failureSummary"][:200])
                  for fault in result["violations"] for node in fault["nodes"][:3]]
    context.close()
    assert found == []

"""Every page under axe-core, on a phone and on a desk, in both palettes."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tests.test_browser import address, paths  # noqa: F401

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

# parts of the theme that no page of ours can mend, each with its reason
EXCLUDED: list[str] = []


RUN = """async ([exclude, rules]) => (await axe.run({exclude}, {runOnly: rules, resultTypes: ["violations"]}))
  .violations.flatMap(fault => fault.nodes.slice(0, 3).map(
    node => [fault.id, node.target.join(" "), node.failureSummary.slice(0, 200)]))"""


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_breaks_a_rule(built, address, browser, width):  # noqa: F811
    """All rules in the light palette; in the dark one those on color, since nothing else differs."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    found = []
    for path in paths(built):
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        page.goto(address + path.removeprefix("./"))
        page.evaluate(AXE)
        found += [(path, *fault) for fault in page.evaluate(RUN, [EXCLUDED, RULES])]
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += [(path, "dark", *fault) for fault in page.evaluate(RUN, [EXCLUDED, ["color-contrast"]])]
    context.close()
    assert found == []

"""Every page of the built site in a real Chromium: what it asks for, what it errs in, how wide it is, who can use it.

One visit on a desk, under the security policy, and one on a phone, with axe-core. A page with every call is looked
at on both in both palettes; `make test-all` looks so at all pages.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from macros.calls import CALLS
from scripts.browser import serving
from tests import every_call
from tests.test_browser import address, paths  # noqa: F401

SHARES = 4  # in which the pages are visited side by side
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
# parts of the theme that no page of ours can mend, each with its reason
EXCLUDED: list[str] = []
RUN = """async ([exclude, rules]) => (await axe.run({exclude}, {runOnly: rules, resultTypes: ["violations"]}))
  .violations.flatMap(fault => fault.nodes.slice(0, 3).map(
    node => [fault.id, node.target.join(" "), node.failureSummary.slice(0, 200)]))"""


# In lists and tables the items beyond the fortieth are made as those before them, and axe takes seconds for them.
THIN = """for (const kind of ["li", "dd", "dt", "tr"])
  document.querySelectorAll(`${kind}:nth-of-type(n+41)`).forEach(one => one.remove())"""


def visit(browser, address: str, pages: list[str], width: int, schemes: tuple[str, ...] = (),  # noqa: F811
          whole: bool = False) -> list[tuple]:
    """What is wrong with the pages at one width, and by axe in each of these palettes; long lists whole if said."""
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce",
                                  bypass_csp=bool(schemes))  # the policy lets no script in, and axe is one
    page, found = context.new_page(), []
    page.on("console", lambda message: found.append((page.url, message.text)) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append((page.url, str(error))))
    page.on("request", lambda request: None if request.url.startswith((address, "data:", "blob:")) else found.append(
        (page.url, "asks", request.url)))
    for path in pages:
        page.goto(address + path.removeprefix("./"))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((path, "wider than the screen", width))
        if schemes and not whole:
            page.evaluate(THIN)
        found += [(path, *fault) for scheme in schemes for fault in _faults(page, scheme)]
    found += [("cookie", cookie) for cookie in context.cookies()]
    context.close()
    return found


def _faults(page, scheme: str) -> list[tuple]:
    """What axe finds: all rules in the light palette; in the dark one those on color, since nothing else differs."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(AXE)
    rules = RULES if scheme == "light" else ["color-contrast"]
    return [(scheme, *fault) for fault in page.evaluate(RUN, [EXCLUDED, rules])]


def share(built: Path, number: int) -> list[str]:
    return paths(built)[number::SHARES]


@pytest.fixture(scope="module")
def every(tmp_path_factory):
    """The address of a small site whose page makes every call."""
    with serving(every_call.build(tmp_path_factory.mktemp("every"))) as root:
        yield root


@pytest.mark.parametrize("number", range(SHARES))
def test_no_page_errs_asks_another_host_or_is_wider_than_a_desk(built, address, browser, number):  # noqa: F811
    assert visit(browser, address, share(built, number), 1280) == []


@pytest.mark.parametrize("number", range(SHARES))
def test_no_page_breaks_a_rule_or_is_wider_than_a_phone(built, address, browser, number):  # noqa: F811
    assert visit(browser, address, share(built, number), 320, ("light",)) == []


@pytest.mark.xdist_group("every")
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_with_every_call_breaks_no_rule_in_either_palette(every, browser, width):
    assert {call.split("(")[0] for call in every_call.CALLS} == set(CALLS)
    assert visit(browser, every, ["./"], width, ("light", "dark")) == []


@pytest.mark.wide
@pytest.mark.parametrize("number", range(SHARES))
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_breaks_a_rule_at_any_width_in_either_palette(built, address, browser, width, number):  # noqa: F811
    assert visit(browser, address, share(built, number), width, ("light", "dark"), whole=True) == []


def test_a_fault_is_found(browser, tmp_path):
    html = "<!doctype html><p style='width: 900px'><img src=x.png><a href=y></a>"
    (tmp_path / "index.html").write_text(html, "utf-8")
    with serving(tmp_path) as root:
        found = visit(browser, root, ["./"], 320, ("light",))
    assert ("./", "wider than the screen", 320) in found
    assert {"image-alt", "link-name", "html-has-lang"} <= {fault[2] for fault in found if len(fault) > 3}

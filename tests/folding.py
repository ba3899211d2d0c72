"""What tests of folded parts share: pages that know their address, one without script, and what is seen of a part."""

from __future__ import annotations

import pytest

from tests.test_browser import address  # noqa: F401

__all__ = ["PHONE_TABLE", "ROWS", "TIMELINE", "plain", "rooted", "shown"]

PHONE_TABLE, TIMELINE = "counterterrorism/attacks/", "amendment/history/"
ROWS = "tbody > tr"


def shown(part, what):
    return part.locator(what).locator("visible=true").count()


@pytest.fixture(autouse=True)
def rooted(request, address):  # noqa: F811
    for name in {"page", "phone", "plain"} & set(request.fixturenames):
        request.getfixturevalue(name).root = address


@pytest.fixture
def plain(browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()

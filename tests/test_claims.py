"""The article's claims: what is wrong first, the rest folded, narrowed by keys."""

from __future__ import annotations

import re

from tests.folding import rooted, shown  # noqa: F401
from tests.test_browser import address, page  # noqa: F401


def test_the_article_tells_what_is_wrong_first_and_folds_what_holds(page):  # noqa: F811
    page.goto(page.root + "article/")
    groups = page.locator(".claims__group h3").all_text_contents()
    names = [group.split(":")[0] for group in groups]
    assert names == ["Inaccurate", "Out of date when written", "Changed since", "Needs context", "Cannot be verified",
                     "Supported"]
    told = [int(re.search(r": (\d+) claims?", group)[1]) for group in groups]
    assert told == [section.locator(".claim").count() for section in page.locator(".claims__group").all()]
    assert page.locator(".verdicts li strong").all_text_contents() == list(map(str, told))
    assert shown(page, ".claim") == sum(told[:4])
    assert page.locator("details.fold summary").last.inner_text() == f"All {told[-1]} claims that hold"


def test_claims_are_narrowed_to_a_verdict_by_keys(page):  # noqa: F811
    page.goto(page.root + "article/")
    page.locator(".tools select").first.focus()
    page.keyboard.type("Supp")
    page.keyboard.press("Enter")
    verdicts = page.locator(".claim:not([hidden]) .verdict").all_text_contents()
    assert set(verdicts) == {"Supported"} and shown(page, ".claim") == len(verdicts)
    assert shown(page, ".claims__group h3") == 1
    assert page.locator(".tools__count").inner_text() == f"{len(verdicts)} of {page.locator('.claim').count()} claims"


def test_an_address_of_a_claim_opens_the_fold_that_holds_it(page):  # noqa: F811
    page.goto(page.root + "article/#claim-hearing-raised")
    assert page.locator("#claim-hearing-raised").is_visible()
    assert page.locator("details.fold[open]").count() == 1

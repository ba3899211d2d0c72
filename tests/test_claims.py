"""The article's claims: what is wrong first, the rest named there and told on pages of their own, narrowed by keys."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from macros.site.site import Site
from tests.conftest import PAGE
from tests.folding import plain, rooted, shown  # noqa: F401
from tests.test_browser import address, page  # noqa: F401

PARTS = {"needs-context/": ["Needs context"], "holds-or-open/": ["Cannot be verified", "Supported"]}
CLAIMS = """\
table: claims
kind: article-claim
title: T
caption: C.
as_of: 2026-11
checked: 2026-11-24
rows:
- {id: a, part: First, claim: It is so., verdict: supported, why: It is., judged: 2026-11-24, page: index.md,
   sources: [law]}
- {id: b, part: First, claim: It was so., verdict: inaccurate, why: No., judged: 2026-11-24, page: index.md,
   sources: [law]}
"""


def test_the_article_tells_what_is_wrong_first_and_names_the_rest(page):  # noqa: F811
    page.goto(page.root + "article/")
    groups = page.locator(":is(.claims__group, .claims__index) h3").all_text_contents()
    assert [group.split(":")[0] for group in groups] == [
        "Inaccurate", "Out of date when written", "Changed since", "Needs context", "Cannot be verified", "Supported"]
    told = [int(re.search(r": (\d+) claims?", group)[1]) for group in groups]
    assert told == [section.locator(".claim, li").count()
                    for section in page.locator(".claims__group, .claims__index").all()]
    assert page.locator(".verdicts li strong").all_text_contents() == list(map(str, told))
    assert shown(page, ".claim") == sum(told[:3]) and shown(page, ".claims__index li") == 0
    said = f"All {told[-1]} claims that hold, with links to the reasons"
    assert page.locator("details.fold summary").last.inner_text() == said


@pytest.mark.parametrize("path", PARTS)
def test_a_part_tells_claims_of_its_verdicts_by_their_place_in_the_article(page, path, real):  # noqa: F811
    page.goto(f"{page.root}article/{path}")
    names = [group.split(":")[0] for group in page.locator(".claims__group h3").all_text_contents()]
    rows = real.records.tables["article-claims"].rows
    wanted = [f"{number}." for name in names for number, entry in enumerate(rows, 1)
              if entry.record.verdict == name.lower()]
    assert names == PARTS[path] and page.locator(".claim > p:nth-of-type(1) > strong").all_text_contents() == wanted


def test_claims_are_narrowed_to_a_verdict_by_keys(page):  # noqa: F811
    page.goto(page.root + "article/holds-or-open/")
    page.locator(".tools select").first.focus()
    page.keyboard.type("Supp")
    page.keyboard.press("Enter")
    verdicts = page.locator(".claim:not([hidden]) .verdict").all_text_contents()
    assert set(verdicts) == {"Supported"} and shown(page, ".claim") == len(verdicts)
    assert shown(page, ".claims__group h3") == 1
    assert page.locator(".tools__count").inner_text() == f"{len(verdicts)} of {page.locator('.claim').count()} claims"


def test_an_old_address_of_a_claim_leads_to_it_and_opens_the_fold_that_holds_it(page):  # noqa: F811
    page.goto(page.root + "article/#claim-hearing-raised")
    page.wait_for_url("**/article/holds-or-open/#claim-hearing-raised")
    expect(page.locator("#claim-hearing-raised")).to_be_visible()
    assert page.locator("details.fold[open]").count() == 1


def test_without_script_an_old_address_of_a_claim_shows_the_link_to_it(plain):  # noqa: F811
    plain.goto(plain.root + "article/#claim-hearing-raised")
    link = plain.locator("span:target + a")
    assert 0 <= link.bounding_box()["y"] <= 844
    link.click()
    assert plain.url == plain.root + "article/holds-or-open/#claim-hearing-raised"


@pytest.mark.parametrize(("calls", "wanted"), [
    ({"all.md": 'claim_index("claims")', "a.md": 'article_claims("claims")'}, []),
    ({"all.md": 'article_claims("claims") }}\n\n{{ claim_index("claims")'}, []),
    ({"all.md": 'claim_index("claims")', "a.md": 'article_claims("claims", where={"verdict": "inaccurate"})'},
     ["docs/all.md:9:1: no page tells the claim 'a'; a page of its own, or a call above, is article_claims('claims', "
      "where={'id': 'a'})"]),
    ({"all.md": 'claim_index("claims")', "a.md": 'table("claims", columns=["claim"])'},
     ["docs/all.md:9:1: no page tells the claim 'a'; a page of its own, or a call above, is article_claims('claims', "
      "where={'id': 'a'})"])])
def test_an_index_of_claims_leads_to_where_they_are_told(problems, calls, wanted):
    pages = {f"docs/{name}": f"{PAGE.split('# What')[0]}# Claims\n\n{{{{ {call} }}}}\n" for name, call in calls.items()}
    assert problems({"data/claims.yml": CLAIMS, **pages}) == wanted


def test_the_index_has_verdicts_in_their_order_with_the_ids_of_the_claims(project):
    index = PAGE + '\n{{ claim_index("claims") }}\n'
    site = Site.read(project({"data/claims.yml": CLAIMS, "docs/index.md": index,
                              "docs/a.md": PAGE + '\n{{ article_claims("claims") }}\n'}))
    assert site.problems == []
    told = site.markdown["index.md"]
    assert re.findall(r"### (.*)|- (<span.*)", told) == [
        ("Inaccurate: 1 claim {#verdict-inaccurate}", ""), ("", '<span id="claim-b"></span>[It was so.](a.md#claim-b)'),
        ("Supported: 1 claim {#verdict-supported}", ""), ("", '<span id="claim-a"></span>[It is so.](a.md#claim-a)')]
    assert re.findall(r"\*\*(\d)\.\*\* (.*)", site.markdown["a.md"]) == [("2", "It was so."), ("1", "It is so.")]

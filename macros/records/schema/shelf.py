"""Rows of the reference shelf: terms, changes to the site, and the article's claims."""

from typing import Annotated, Literal

from pydantic import Field

from .core import Citation, Row
from .types import Day, Text

__all__ = ["ArticleClaim", "Correction", "SiteChange", "Term"]

MayCite = Annotated[tuple[Citation, ...], Field(strict=False)]


class Term(Row):
    """A word that readers may not know."""

    term: Text = Field(title="Term", description="As pages write it, such as PNTR or column 2.")
    short: Text = Field(title="In a few words", description="What a tooltip says: up to a dozen words.")
    meaning: Text = Field(title="Meaning", description="One to three sentences.")
    tooltip: bool = Field(False, description="Should pages show the short text on the term? For abbreviations "
                          "that mean one thing only.")


class SiteChange(Row):
    """A change to the site that matters to a reader."""

    date: Day = Field(title="Date", description="Day of the change.")
    kind: Literal["correction", "update", "clarification", "addition"] = Field(
        title="Kind", description="A correction mends what was wrong when published; an update follows "
        "events; a clarification changes words only; an addition is new.")
    what: Text = Field(title="What changed", description="What it said, and what it says now.")
    page: Text = Field(title="Page", description="Page that changed, as a path from docs/.")
    sources: MayCite = Field((), description="What prompted it, if a source did.")


class Correction(Row):
    """Something that the site said and that was wrong, overtaken or not known to be so."""

    date: Day = Field(title="Date", description="Day of the correction.")
    group: Literal["law", "figure", "overtaken", "absence", "contradiction", "wording"] = Field(
        title="Kind", description="Law: who may do what, and when. Figure: a number, name or date. Overtaken: newer "
        "evidence. Absence: we said that nothing was found, and there was. Contradiction: two pages disagreed. "
        "Wording: right, but said more than the source.")
    weight: Literal["major", "minor"] = Field(
        title="Weight", description="Major if a reader could have drawn a wrong conclusion from it.")
    subject: Text = Field(title="On what", description="A few words.")
    was: Text = Field(title="We said", description="What stood here.")
    now: Text = Field(title="Now", description="What stands here now.")
    why: Text = Field(title="Why", description="How we know, in a sentence.")
    page: Text = Field(title="Page", description="Page that it is on, as a path from docs/.")
    sources: MayCite = Field((), description="What shows it, if a source does.")


class ArticleClaim(Row):
    """A claim of the article, and what the record says of it."""

    part: Text = Field(title="Part", description="Heading of the article under which it stands.")
    claim: Text = Field(title="Claim", description="The claim in our words.")
    verdict: Literal["supported", "needs context", "outdated", "inaccurate", "cannot be verified"] = Field(
        title="Verdict", description="How it fares against the record.")
    why: Text = Field(title="Why", description="Two sentences.")
    judged: Day = Field(title="Judged", description="Day of the judgment.")
    page: Text = Field(title="More", description="Page and heading that explain it, as a path from docs/.")

"""Rows that every section uses: events, arguments, open questions."""

from typing import Annotated, Literal

from pydantic import Field

from .core import Row
from .types import PeriodField, Text

__all__ = ["Argument", "Event", "Names", "OpenQuestion", "Question"]

Names = Annotated[tuple[Text, ...], Field(strict=False)]


class Argument(Row):
    """An argument on a disputed question."""

    side: Literal["for", "against", "skeptical"] = Field(
        title="Side", description="Side on the question that the table's title asks.")
    argument: Text = Field(title="Argument", description="In our words.")
    who: Text = Field(title="Who makes it", description="People and bodies, by name.")
    record: Text = Field(title="What the record shows", description="How it fares.")


class Event(Row):
    """A dated event."""

    date: PeriodField = Field(title="Date", description="Day, month or year.")
    event: Text = Field(title="Event", description="What happened, in the past tense.")
    topic: Literal["congress", "diplomacy", "emigration", "graduation", "determination", "waiver",
                   "wto", "executive", "tariff", "soviet", "debate", "trade", "corridor",
                   "minerals", "energy", "security", "politics", "rights", "finance", "russia",
                   "china"] = Field(
        title="Topic", description="What it is about.")
    countries: Names = Field((), title="Countries", description="Countries that it concerns.")


class OpenQuestion(Row):
    """Something that nobody here could establish."""

    page: Text = Field(title="Page", description="Page that it concerns, such as bills.")
    question: Text = Field(title="Not established", description="What is not known.")
    found: Text = Field(title="Newest evidence", description="What was found, with its date.")
    decide_at: Text = Field(title="Where it can be settled", description="The deciding record.")


class Question(Row):
    """A question that readers ask, and where the site answers it."""

    question: Text = Field(title="Question", description="As a reader would ask it.")
    answer: Text = Field(title="Short answer", description="One or two sentences, in our words.")
    page: Text = Field(title="Page", description="Page that answers it, as a path from docs/, with "
                       "the heading: amendment/bills.md#who-opposes.")

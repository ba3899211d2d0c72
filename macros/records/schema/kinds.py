"""Kinds of rows that code gives a meaning; every other table declares its columns in its head."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from .core import Row
from .proof import Citation
from .settings import Countries, Status, Topic, VerdictName
from .settings import Country as CountryName
from .types import EACH_ONCE, Day, Headword, Key, Page, PeriodField, Text

__all__ = ["KINDS_OF_ROWS", "Leg", "Place"]

Keys = Annotated[tuple[Key, ...], Field(strict=False), EACH_ONCE]
RecordName = Annotated[str, Field(pattern=r"^(facts/[a-z0-9-]+|tables/[a-z0-9-]+(/[a-z0-9-]+)?)$", max_length=140)]
RecordNames = Annotated[tuple[RecordName, ...], Field(strict=False), EACH_ONCE]
_OF = ("Records that it mends, as facts/id, tables/name or tables/name/row, whose files tell it as their history: "
       "only those whose value it tells.")
_OF_SUCH = [["facts/tj-population", "tables/us-trade/kz-2025"]]
MayCite = Annotated[tuple[Citation, ...], Field(strict=False)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
_DEGREES = {"unit": "degrees", "unprinted": True}  # from a gazetteer, not from words
_UNPRINTED = {"unprinted": True}


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
    topic: Topic = Field(title="Topic", description="What it is about, by a key of data/site.yml.")
    countries: Countries = Field((), title="Countries", description="Countries that it concerns.")


class Decision(Row):
    """Something that must be decided by a day; it stands in the calendar too."""

    on: PeriodField = Field(title="Day", json_schema_extra=_UNPRINTED, description="Day by which it is due, worked out "
                            "from the day of the year that the law names.")
    what: Text = Field(title="What is due", description="The act or report.")
    decider: Text = Field(title="Who", description="Who must act.")
    otherwise: Text = Field(title="If nothing happens", description="What follows.")


class OpenQuestion(Row):
    """Something that nobody here could establish."""

    page: Page = Field(title="Page", description="Page that it concerns, as a path from docs/.")
    question: Text = Field(title="Not established", description="What is not known.")
    found: Text = Field(title="Newest evidence", description="What was found, with its date.")
    decide_at: Text = Field(title="Where it can be settled", description="The deciding record.")


class Question(Row):
    """A question that readers ask, and where the site answers it."""

    question: Text = Field(title="Question", description="As a reader would ask it.")
    answer: Text = Field(title="Short answer", description="One or two sentences, in our words.")
    page: Page = Field(title="Page", description="Page that answers it, as a path from docs/, with "
                       "the heading: amendment/bills.md#who-opposes.")


class Country(Row):
    """A country, how its goods stand, and whether it is still covered."""

    country: CountryName = Field(title="Country", description="Usual English name.")
    status: Status = Field(
        title="Status", description="Where its goods stand today.")
    covered: bool = Field(title="Still covered", description="Is it still covered?")


class Step(Row):
    """A step in the mechanism of Title IV."""

    title: Text = Field(title="Step", description="A few words.")
    happens: Text = Field(title="What happens", description="One or two sentences.")
    decider: Text = Field(title="Who decides", description="The office that acts.")
    law: Text = Field(title="Law", description="Section of the Trade Act and of 19 U.S.C.")
    stage: int = Field(1, title="Stage", json_schema_extra=_UNPRINTED, description="Steps of one stage are "
                       "drawn side by side.")
    aside: bool = Field(False, title="Aside", json_schema_extra=_UNPRINTED, description="True for what may end the "
                        "stage and leads back; nothing follows from it.")


class Place(Row):
    """A point on a map; without coordinates it is listed, not drawn."""

    name: Text = Field(title="Place", description="Usual English name.")
    country: CountryName = Field(title="Country", description="Usual English name.")
    lat: Latitude | None = Field(None, title="Latitude", description="Degrees north, decimal.",
                                json_schema_extra=_DEGREES)
    lon: Longitude | None = Field(None, title="Longitude", description="Degrees east, decimal.",
                                 json_schema_extra=_DEGREES)
    what: Text = Field(title="What", description="What it is: port, border crossing, deposit …")
    approximate: bool = Field(False, description="True where the coordinates are those of a town "
                              "nearby; on a map of places its mark is then hollow.")
    change: Text | None = Field(None, description="What cargo changes there, in two or three words, such as train to "
                                "ship; on a map of routes its mark is then an open circle with those words.")
    rank: Literal[1, 2, 3] = Field(2, json_schema_extra=_UNPRINTED, description="Where names crowd, 1 is named before "
                                   "2; 3 only bends a line and has neither mark nor name.")

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("one of lat and lon without the other; give both or neither")
        return self


class Leg(Row):
    """One leg of a route, from place to place."""

    route: Key = Field(title="Route", description="Key of the route that the leg belongs to.")
    start: Key = Field(title="From", description="Id of a place.")
    end: Key = Field(title="To", description="Id of a place.")
    mode: Literal["rail", "sea", "road", "pipeline"] = Field(
        title="Mode", description="How goods move.")
    state: Literal["operating", "under construction", "planned", "proposed", "suspended"] = Field(
        title="State", description="Planned and existing lines are drawn differently.")
    via: Keys = Field((), description="Ids of places through which the line is drawn, in order, "
                      "such as points that carry it around a cape.")


class Term(Row):
    """A word that readers may not know."""

    term: Headword = Field(
        title="Term", description="As pages write it, such as PNTR or column 2; a letter or a figure comes first.")
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
    page: Page = Field(title="Page", description="Page that changed, as a path from docs/.")
    records: RecordNames = Field((), description=_OF, examples=_OF_SUCH)
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
    page: Page = Field(title="Page", description="Page that it is on, as a path from docs/.")
    records: RecordNames = Field((), description=_OF, examples=_OF_SUCH)
    sources: MayCite = Field((), description="What shows it, if a source does.")


class ArticleClaim(Row):
    """A claim of the article, and what the record says of it."""

    part: Text = Field(title="Part", description="Heading of the article under which it stands.")
    claim: Text = Field(title="Claim", description="The claim in our words.")
    verdict: VerdictName = Field(
        title="Verdict", description="How it fares against the record.")
    why: Text = Field(title="Why", description="Two sentences.")
    judged: Day = Field(title="Judged", description="Day of the judgment.")
    page: Page = Field(title="More", description="Page and heading that explain it, as a path from docs/.")


# what a head may say under `kind`
KINDS_OF_ROWS: dict[str, type[Row]] = {
    "argument": Argument, "article-claim": ArticleClaim, "correction": Correction, "country": Country,
    "decision": Decision, "event": Event, "leg": Leg, "open-question": OpenQuestion, "place": Place,
    "question": Question, "site-change": SiteChange, "step": Step, "term": Term}

"""What the engine is told of its subject: `data/site.yml`, `data/search.yml` and `data/redirects.yml`.

One project is current at a time, the one that was read last.
"""

from functools import partial
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from . import units
from .types import EACH_ONCE, Key, Listed, Name, Pattern, Text, Url

__all__ = ["Countries", "Country", "Licence", "LicenceName", "RedirectsFile", "Search", "SearchFile", "Settings",
           "SiteFile", "Status", "Topic", "UnitName", "VerdictName", "known", "settings", "use"]


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


_Several = Annotated[list[Text], EACH_ONCE]


class Verdict(_Told):
    """A verdict on a claim."""

    several: Text = Field(description="How several claims with it are counted, as in: 30 need context.")
    rating: int | None = Field(None, ge=1, le=5, description="Its mark for machines, 5 is best; none if it has none.")
    folded: bool = Field(False, description="Do claims with it begin folded, as what matters less to a reader?")


class Numbered(_Told):
    """A column of numbers that prose takes by a call, so that each stands once."""

    table: Key = Field(description="The table.")
    column: Name = Field(description="Its column of numbers.")
    pattern: Pattern = Field(description="A regular expression that finds such numbers in text.")


class Licence(_Told):
    """What may be done with figures."""

    id: Text = Field(description="Its name for machines, from the list of the Open Definition.")
    url: Url | None = Field(None, description="Where it can be read.")
    says: Text = Field(description="What a reader is told, as in: License CC BY 4.0.")
    shared: bool = Field(True, description="May figures be passed on as a file?")


def _two_kinds(licences: dict[str, Licence]) -> dict[str, Licence]:
    if [licence.shared for licence in licences.values()][:1] != [True] or all(
            licence.shared for licence in licences.values()):
        raise ValueError("wanted: first that of this site, and one with shared: false, for figures that are only shown")
    return licences


class Settings(_Told):
    """Words of the subject."""

    title: Text = Field(description="Title of the site, as pages and citations have it.")
    topics: dict[Key, Text] = Field(description="Topics of events, each as it is shown.")
    statuses: dict[Text, Text] = Field(description="What each status of a country means for its goods, in the order "
                                       "of keys and cards.")
    status_key: dict[Text, Text] = Field({}, description="What the key of a map says for a status.")
    verdicts: dict[Text, Verdict] = Field(
        description="Verdicts on claims, in the order in which a page tells them: what is wrong first.")
    licences: Annotated[dict[Text, Licence], AfterValidator(_two_kinds)] = Field(
        description="Licences of tables, first that of what is ours.")
    map_note: Text = Field(description="What stands under every map.")
    water: Text = Field(description="The sea that readers find their way by, named first on a map.")
    kept_whole: _Several = Field(description="Words that stay on one line with the number after them.")
    names: _Several = Field([], description="Words that make a name of the number after them, such as section, and "
                              "names that hold a number: prose may say them without a source.")
    about_itself: _Several = Field([], description="Pages about the site, whose figures need no other source.")
    article: Key | None = Field(None, description="The source that is taken apart claim by claim.")
    countries: _Several = Field(description="Names that a column of countries may hold.")
    numbered: Numbered | None = Field(None, description="Numbers that stand once.")
    places: _Several = Field(description="Other names that it may hold: groups of countries, seas.")

    @property
    def own(self) -> tuple[str, Licence]:
        """The licence of what is ours, by its name."""
        return next(iter(self.licences.items()))


def _several(names: list[str]) -> list[str]:
    if len(names) < 2:
        raise ValueError("a list of fewer than two; wanted: words that pages have and others for the same")
    return names


class Search(_Told):
    """What search is told."""

    same: list[Annotated[list[Text], AfterValidator(_several), Field(json_schema_extra={"minItems": 2})]] = Field(
        [], description="Lists of words for the same: whoever types one finds what has another. The first is how the "
        "pages have it.", examples=[[["tonne", "ton"], ["PNTR", "permanent normal trade relations"]]])
    first: dict[Text, Text] = Field({}, description="What is typed, and the page to show first for it, as a path from "
                                    "docs/; a page comes first for its own titles without.",
                                    examples=[{"map": "middle-corridor/map.md"}])
    after: _Several = Field([], description="Pages that only list what others say, as paths from docs/: they come "
                              "after those.", examples=[["sources/index.md"]])


class SearchFile(_Told):
    """The file data/search.yml."""

    search: Search = Field(description="What search is told.")


class SiteFile(_Told):
    """The file data/site.yml."""

    site: Settings = Field(description="Words of the subject.")


_OURS, _THEIRS = Licence(id="-", says="-"), Licence(id="-", says="-", shared=False)
_NONE = Settings(title="-", topics={}, statuses={}, verdicts={}, licences={"-": _OURS, "--": _THEIRS}, map_note="-",
                 water="-", kept_whole=[], countries=[], places=[])
_current: list[Settings] = []


def use(told: Settings) -> None:
    """Makes these current."""
    _current[:] = [told]


def settings() -> Settings:
    """Those of the project that was read last; empty ones where none could be read."""
    return _current[0] if _current else _NONE


def known(what: str) -> list[str]:
    """The names that a record may use: topics, statuses, verdicts, licences, countries or units."""
    if what == "units":
        return units.names()
    names = list(getattr(settings(), what))
    return names + settings().places if what == "countries" else names


Country, LicenceName, Status, Topic, UnitName, VerdictName = (Annotated[str, Listed(partial(known, what))] for what in (
    "countries", "licences", "statuses", "topics", "units", "verdicts"))
Countries = Annotated[tuple[Country, ...], Field(strict=False), EACH_ONCE]


class RedirectsFile(_Told):
    """The file data/redirects.yml."""

    redirects: dict[Text, Text] = Field(
        min_length=1, description="The old path of each page that has moved, from docs/, and its new one; likewise of "
        "headings.", examples=[{"law/old.md": "amendment/new.md", "amendment/new.md#then": "amendment/new.md#now"}])

"""Rows of the tables on the Middle Corridor."""

from typing import Annotated, Literal

from pydantic import Field

from .core import Row
from .geo import Leg, Place
from .types import PeriodField, Text

__all__ = ["AmericanAct", "Bottleneck", "CargoYear", "ContainerYear", "CorridorCount", "CorridorFlow",
           "CorridorLeg", "CorridorLength", "CorridorMember", "CorridorPlace", "CorridorPort",
           "CorridorProject", "CorridorRoute", "EnergyLink", "GasFlow", "OilFlow", "PlanOutturn",
           "RouteOption", "SeaLevel", "TransitTime"]

Kilometers = Annotated[float, Field(gt=0)]
Stage = Literal["study", "announced", "agreed", "funded", "under construction", "open"]


class CorridorPlace(Place):
    """A place on the corridor, its branches or its rivals."""

    geonames: int | None = Field(
        None, title="GeoNames id", description="Record whose coordinates, rounded to two decimals, "
        "are used; absent where another source is named.")


class CorridorLeg(Leg):
    """One leg of a route, with what a planner asks of it."""

    section: Text = Field(title="Section", description="From and to, in words.")
    km: Kilometers | None = Field(
        None, title="Published length", description="Length of the line or crossing as published; "
        "absent where none was found. Never a straight-line distance.",
        json_schema_extra={"unit": "kilometers"})
    operator: Text = Field(title="Operator", description="Who runs trains or ships.")
    gauge: Literal["1,435 mm", "1,520 mm", "1,435 to 1,520 mm", "1,520 to 1,435 mm"] | None = Field(
        None, title="Gauge", description="Width of the track; none at sea or where not built.")
    handover: Text | None = Field(None, title="Hand-over", description="What is handed over at the "
                                  "end of the leg: carrier, gauge, ship.")
    bottleneck: Text | None = Field(None, title="Bottleneck", description="What holds it up.")


class CorridorRoute(Row):
    """A route that legs make up, and how their lengths compare with its published total."""

    name: Text = Field(title="Route", description="Usual name.")
    state: Literal["operating", "under construction", "planned", "proposed", "suspended"] = Field(
        title="State", description="State of the route as a whole.")
    course: Text = Field(title="Course", description="Places in order.")
    published_km: Kilometers | None = Field(
        None, title="Published total", description="Length of the whole as published.",
        json_schema_extra={"unit": "kilometers"})
    legs_km: Kilometers | None = Field(
        None, title="Legs with a published length", description="Sum over the legs that have one.",
        json_schema_extra={"unit": "kilometers"})
    margin: Annotated[float, Field(gt=0, le=25)] = Field(
        5.0, title="Margin", description="Difference allowed between the legs and the total, "
        "in percent of the total.", json_schema_extra={"unit": "percent"})
    why_not: Text | None = Field(
        None, title="Why the sum differs", description="Why the legs do not add up to the total: "
        "legs without a published length, other end points, another survey.")


class CorridorLength(Row):
    """One of the lengths quoted for the corridor, and what it measures."""

    measured: Text = Field(title="What is measured", description="From where to where, and how.")
    km: Kilometers = Field(title="Length", description="As published.",
                           json_schema_extra={"unit": "kilometers"})
    mode: Literal["rail", "sea", "rail and sea"] = Field(title="Mode", description="What counts.")


class CargoYear(Row):
    """Cargo on the corridor in one year, in one body's count."""

    year: int = Field(title="Year", description="Calendar year.", json_schema_extra={"unit": "year"})
    million_tonnes: float | None = Field(
        None, title="Cargo", description="Absent where no figure of this count was found.",
        json_schema_extra={"unit": "million-tonnes"})
    change: float | None = Field(None, title="Change on a year before", description="Computed here.",
                                 json_schema_extra={"unit": "percent"})


class ContainerYear(Row):
    """Containers on the corridor in one year."""

    year: int = Field(title="Year", description="Calendar year.", json_schema_extra={"unit": "year"})
    teu: int | None = Field(None, title="Containers", description="Twenty-foot equivalents; absent "
                            "where not found.", json_schema_extra={"unit": "teu"})
    trains: int | None = Field(None, title="Trains from China", description="Container trains; "
                               "absent where not found.", json_schema_extra={"unit": "trains"})
    how: Literal["reported", "computed", "expected", "not found"] = Field(
        title="How known", description="Reported as outturn, computed from a published growth rate, "
        "expected before the year's end, or not found.")


class PlanOutturn(Row):
    """A plan for one year and what came of it."""

    what: Text = Field(title="Plan", description="Measure, year and planner.")
    period: PeriodField = Field(title="Year", description="Year of the plan.")
    measure: Literal["million tonnes", "TEU", "trains", "capacity"] = Field(
        title="Measure", description="What the numbers count.")
    plan: float = Field(title="Planned", description="In the measure named.")
    outturn: float | None = Field(None, title="Outturn", description="Absent while open.")
    verdict: Literal["met", "missed", "open", "moved"] = Field(
        title="Result", description="Met, missed, still open, or moved to a later year.")


class CorridorCount(Row):
    """One published count of traffic, with who counted what."""

    counter: Literal["Kazakhstan", "the association", "Azerbaijan", "Georgia", "a carrier"] = Field(
        title="Counted by", description="The body whose count it is; counts are never mixed.")
    counted: Text = Field(title="What is counted", description="Cargo, section, direction.")
    period: PeriodField = Field(title="Period", description="Months or year covered.")
    million_tonnes: float | None = Field(None, title="Cargo", description="Absent if not given.",
                                         json_schema_extra={"unit": "million-tonnes"})
    teu: int | None = Field(None, title="Containers", description="Absent if not given.",
                            json_schema_extra={"unit": "teu"})
    change: float | None = Field(None, title="Change on a year before", description="As published.",
                                 json_schema_extra={"unit": "percent"})


class CorridorFlow(Row):
    """A flow of containers, to show scale."""

    flow: Text = Field(title="Flow", description="What moves, where, and over how long.")
    teu: int = Field(title="Containers", description="Twenty-foot equivalents.",
                     json_schema_extra={"unit": "teu"})
    covers: Text = Field(title="What it covers", description="Scope, since scopes differ.")


class TransitTime(Row):
    """A published transit time."""

    section: Text = Field(title="From and to", description="End points, if the source gives them.")
    days: Text = Field(title="Days", description="As published.")
    nature: Literal["average", "record", "claim", "guidance", "target", "study"] = Field(
        title="What it is", description="Measured average, showcase record, statement without "
        "published measurements, forwarder's guidance, target, or study.")
    said_by: Text = Field(title="Who says so", description="Body or firm.")
    period: PeriodField = Field(title="Period", description="When it held or was said.")


class RouteOption(Row):
    """A way to carry a container between China and Europe, or a piece of such a way."""

    route: Text = Field(title="Route", description="Usual name.")
    state: Literal["operating", "under construction", "planned", "proposed", "suspended"] = Field(
        title="State", description="State today.")
    length: Text | None = Field(None, title="How long", description="Kilometers, with the end points.")
    days: Text | None = Field(None, title="How many days", description="With the end points and who says so.")
    cost: Text | None = Field(None, title="How much", description="Price or premium, with its date.")
    handovers: Text | None = Field(None, title="How many hand-overs", description="Borders, gauges, ships.")
    since: Text | None = Field(None, title="Since when", description="Opening, or the date promised.")
    capacity: Text | None = Field(None, title="Capacity or traffic", description="Stated capacity, or traffic.")
    risk: Text = Field(title="Main risk", description="What can stop it.")


class CorridorPort(Row):
    """A port of the corridor: stated capacity against traffic."""

    port: Text = Field(title="Port", description="Usual name.")
    country: Text = Field(title="Country", description="Usual English name.")
    capacity: Text | None = Field(None, title="Stated capacity", description="As port or government state it; "
                           "not proven throughput.")
    traffic: Text = Field(title="Traffic", description="Latest found, with its period.")
    plan: Text | None = Field(None, title="Plan", description="What is to be added, and by when.")
    owner: Text = Field(title="Owner or operator", description="Who runs it.")
    constraint: Text | None = Field(None, title="Constraint", description="What limits it.")
    teu_capacity: int | None = Field(None, title="Container capacity", description="Stated, a year.",
                                     json_schema_extra={"unit": "teu"})
    teu_handled: int | None = Field(None, title="Containers handled", description="Latest year.",
                                    json_schema_extra={"unit": "teu"})


class CorridorProject(Row):
    """A project on the corridor or one of its rivals."""

    project: Text = Field(title="Project", description="What is built or bought.")
    country: Text = Field(title="Where", description="Country or sea.")
    kind: Literal["railway", "port", "ships", "equipment", "program"] = Field(
        title="Kind", description="What sort of project it is.")
    km: Kilometers | None = Field(None, title="Length", description="If a line.",
                                  json_schema_extra={"unit": "kilometers"})
    cost: Text | None = Field(None, title="Cost", description="With date; absent where none was found.")
    financier: Text = Field(title="Who pays", description="Owner, lender, guarantor.")
    stage: Stage = Field(title="Stage", description="Study, announced, agreed, funded, under construction or "
                         "open.")
    status: Text = Field(title="Status", description="Latest found, with its date.")
    due: Text | None = Field(None, title="Due", description="Date promised.")


class Bottleneck(Row):
    """An obstacle on the corridor and its remedy."""

    obstacle: Text = Field(title="Obstacle", description="What holds cargo up.")
    size: Text = Field(title="How large", description="Measure, with its date.")
    effect: Text = Field(title="Effect", description="What it does to cargo.")
    remedy: Text = Field(title="Remedy under way", description="With its state.")


class SeaLevel(Row):
    """Fall of the Caspian over a span of years."""

    span: Text = Field(title="Over", description="Span of years.")
    fall: float = Field(title="Fall", description="In meters.", json_schema_extra={"unit": "meters"})


class CorridorMember(Row):
    """A company in the association of the route."""

    name: Text = Field(title="Member", description="Company.")
    country: Text = Field(title="Country", description="Seat.")
    role: Text = Field(title="Role", description="Founder, member or associate.")
    since: Text | None = Field(None, title="Since", description="Year, if found.")


class OilFlow(Row):
    """Oil by export route in one year."""

    route: Text = Field(title="Route", description="Pipeline, or port to port.")
    through_russia: bool = Field(title="Crosses Russia", description="Does it cross Russia?")
    period: PeriodField = Field(title="Period", description="Year or months.")
    million_tonnes: float = Field(title="Oil", description="In million tonnes.",
                                  json_schema_extra={"unit": "million-tonnes"})
    counts: Literal["all Kazakh oil", "all oil in the pipe", "plan"] = Field(
        title="What is counted", description="Kazakh oil alone, all oil, or a plan.")


class GasFlow(Row):
    """Gas exports by destination in one year."""

    exporter: Text = Field(title="Exporter", description="Country.")
    destination: Text = Field(title="To", description="Country or region.")
    period: PeriodField = Field(title="Year", description="Calendar year.")
    bcm: float = Field(title="Gas", description="Billion cubic meters.",
                       json_schema_extra={"unit": "bcm"})


class EnergyLink(Row):
    """A pipeline or cable that is often mixed up with the freight corridor."""

    link: Text = Field(title="Link", description="Usual name.")
    carries: Literal["oil", "gas", "electricity"] = Field(title="Carries", description="What flows.")
    course: Text = Field(title="From and to", description="End points.")
    state: Literal["operating", "under construction", "planned", "proposed", "suspended"] = Field(
        title="State", description="State today.")
    capacity: Text = Field(title="Capacity", description="Stated capacity or flow.")
    crosses_caspian: bool = Field(title="Crosses the Caspian", description="On the seabed?")


class AmericanAct(Row):
    """Something that the United States did about the corridor."""

    date: PeriodField = Field(title="Date", description="Day, month or year.")
    act: Text = Field(title="What was done", description="In the past tense.")
    stage: Literal["statement", "study", "initialed", "signed", "funded", "built"] = Field(
        title="Stage", description="Statement, study, initialed or signed paper, money, or finished "
        "work.")
    amount: Text | None = Field(None, title="Amount", description="Money, if any.")

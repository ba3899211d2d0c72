"""Rows of the tables on critical minerals.

Output is never compared across units: metal, ore, product and uranium have a model each, whose
columns carry the unit. Shares and conversions are computed here from the figures in the row.
"""

from collections.abc import Callable
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from .. import conversions
from .core import Row
from .geo import Place
from .types import PeriodField, Text
from .units import UNITS, Unit

__all__ = ["ClaimCheck", "Conversion", "Deposit", "ExportControl", "ImportShare", "MetalOutput",
           "Mineral", "MineralDeal", "MineralOwner", "MineralPresence", "MineralTerm", "Obstacle",
           "OreOutput", "PlantOutput", "StageShare", "UraniumOutput"]


# each unit stands in the head of its column
_METAL, _ORE, _PLANT, _URANIUM = ({"unit": f"tonnes-{kind}", "unit_in_head": True}
                                  for kind in ("metal", "ore", "product", "uranium"))


class Mineral(Row):
    """A mineral that is mined, processed or claimed in the region."""

    mineral: Text = Field(title="Mineral", description="Usual English name.")
    uses: Text = Field(title="Main uses", description="In a few words.")
    list_2022: bool = Field(title="On the 2022 list", description="US list of 50 minerals.")
    list_2025: bool = Field(title="On the 2025 list", description="US list of 60 minerals.")
    reliance: Text | None = Field(None, title="US net import reliance", description="Percent of apparent "
                                  "consumption, as USGS prints it.")
    region: Text = Field(title="In the region", description="Where a producer is listed, and where "
                         "there are only occurrences or plans.")


Presence = Literal["mined", "made in plants", "planned", "mined in the past", "occurrences",
                   "not listed"]


class MineralPresence(Row):
    """What is done with one mineral in each country, in a word."""

    mineral: Text = Field(title="Mineral", description="Usual English name.")
    kazakhstan: Presence = Field("not listed", title="Kazakhstan", description="In a word.")
    uzbekistan: Presence = Field("not listed", title="Uzbekistan", description="In a word.")
    tajikistan: Presence = Field("not listed", title="Tajikistan", description="In a word.")
    kyrgyzstan: Presence = Field("not listed", title="Kyrgyzstan", description="In a word.")


class _Output(Row):
    """Output of one mineral in one country in one year, and its place in the world."""

    mineral: Text = Field(title="Mineral", description="What is counted.")
    country: Text = Field(title="Country", description="Usual English name.")
    stage: Literal["mine", "smelter or plant"] = Field(
        title="Stage", description="Where in the chain the figure is taken.")
    period: PeriodField = Field(title="Year", description="Year of the output.")
    edition: Text = Field(title="Edition", description="Edition of the source.")
    rank: int | None = Field(None, title="Rank", description="Among countries listed by name.")
    standing: Text | None = Field(None, title="World share, rank", description=
                                  "Computed from output, world output and rank; leave it out.")

    @model_validator(mode="before")
    @classmethod
    def _stand(cls, data: dict) -> dict:
        if data.get("standing"):
            raise ValueError("standing is computed from output, world and rank; leave it out")
        output, world = data.get("output"), data.get("world")
        if output is None or not world:
            return data
        rank = f", rank {data['rank']}" if data.get("rank") else ""
        return data | {"standing": f"{conversions.share(output, world):g}%{rank}"}


class MetalOutput(_Output):
    """Output counted by the metal in it."""

    output: float | int | None = Field(None, title="Output, tonnes of metal", description="Tonnes of metal.",
                                       json_schema_extra=_METAL)
    world: float | int | None = Field(None, title="World, tonnes of metal", description="Rounded world total.",
                                      json_schema_extra=_METAL)
    reserves: float | int | None = Field(None, title="Reserves, tonnes of metal", description="As USGS lists them; "
                                         "absent where it gives none.",
                                         json_schema_extra=_METAL)


class OreOutput(_Output):
    """Output counted by the weight of the ore or rock."""

    output: float | int | None = Field(None, title="Output, tonnes of ore", description="Tonnes, gross weight.",
                                       json_schema_extra=_ORE)
    world: float | int | None = Field(None, title="World, tonnes of ore", description="Rounded world total.",
                                      json_schema_extra=_ORE)
    reserves: float | int | None = Field(None, title="Reserves, tonnes of ore", description="As USGS lists them; "
                                         "absent where it gives none.",
                                         json_schema_extra=_ORE)


class PlantOutput(_Output):
    """Output of a smelter, refinery or chemical plant, counted by the product."""

    output: float | int | None = Field(None, title="Output, tonnes of product", description="Tonnes of product.",
                                       json_schema_extra=_PLANT)
    world: float | int | None = Field(None, title="World, tonnes of product", description="Rounded world total.",
                                      json_schema_extra=_PLANT)


class UraniumOutput(_Output):
    """Output counted as uranium, U, and not as oxide."""

    output: float | int | None = Field(None, title="Output, tonnes of uranium", description="Tonnes of uranium.",
                                       json_schema_extra=_URANIUM)
    world_share: float | None = Field(None, title="Share of world output", description="Of the "
                                      "world total of the same edition.", json_schema_extra={"unit": "percent"})
    basis: Text = Field(title="What is counted", description="Country, company or mine; whole or "
                        "attributable share.")


class StageShare(Row):
    """China's share of world output of one mineral at one stage."""

    mineral: Text = Field(title="Mineral", description="Usual English name.")
    stage: Literal["reserves", "mining", "primary metal", "separation and refining",
                   "permanent magnets"] = Field(title="Stage", description="Stage of the chain.")
    label: Text = Field(title="Stage, year and source", description="Label in a chart.")
    share: float = Field(title="China’s share", description="Percent of world output, or reserves.",
                         json_schema_extra={"unit": "percent"})
    period: PeriodField = Field(title="Year", description="Year that the share describes.")
    measured_by: Text = Field(title="Measured by", description="Body, and how.")


class ImportShare(Row):
    """One supplier's share of what the United States buys of one product."""

    product: Text = Field(title="Product", description="As the statistics name it.")
    supplier: Text = Field(title="Supplier in the region", description="Country; none named if the "
                           "source names none.")
    share: float | None = Field(None, title="Share of US imports", description="Percent of imports "
                                "of the product; of deliveries, for uranium.",
                                json_schema_extra={"unit": "percent"})
    others: Text = Field(title="Main other suppliers", description="With their percentages.")
    period: PeriodField = Field(title="Years", description="Years averaged.")


class Deposit(Place):
    """A deposit, plant or project; without sourced coordinates it is listed, not drawn."""

    minerals: Text = Field(title="Minerals", description="What it holds or makes.")
    owner: Text = Field(title="Owner", description="Owners with shares, as far as found.")
    stage: Literal["operating", "under construction", "feasibility study", "exploration",
                   "idle", "contested", "announced"] = Field(
        title="Stage", description="Where it stands on the date.")
    figure: Text = Field(title="Announced figure", description="With its unit and what it counts.")
    figure_kind: Literal["reserve", "resource", "official claim", "company plan", "output",
                         "no figure"] = Field(title="Kind of figure", description="A reserve is "
                                              "shown to pay; a claim is only said.")
    announced_by: Text = Field(title="Announced by", description="Who gave the figure.")
    finance: Text | None = Field(None, title="Outside finance", description="Letter of interest, commitment, loan or "
                                 "capital; absent where none is known.")


class MineralDeal(Row):
    """An agreement on minerals."""

    date: PeriodField = Field(title="Date", description="Day of signature or announcement.")
    parties: Text = Field(title="Parties", description="States, agencies or companies.")
    what: Text = Field(title="What was agreed", description="Kind of document and subject.")
    binds: Literal["not binding", "binding contract", "sale completed", "forum",
                   "not disclosed"] = Field(title="Does it bind?",
                                            description="What kind of obligation it makes.")
    money: Text = Field(title="Money", description="Amount and whether committed.")


class ExportControl(Row):
    """A Chinese export control on minerals, and where it stands."""

    since: PeriodField = Field(title="Date", description="Of the notice, or of the start where the "
                               "source gives that.")
    measure: Text = Field(title="Measure", description="License, ban or suspension, with number.")
    items: Text = Field(title="Items", description="What it covers.")
    scope: Text = Field(title="Scope", description="Destinations.")
    status: Literal["in force when last read, September 2026",
                    "suspended to 27 November 2026; what follows is not known",
                    "suspended before it took effect; extension to 10 January 2027 stated",
                    "suspended; extension to 10 January 2027 stated",
                    "own last day 10 November 2026; extension to 10 January 2027 stated",
                    "own last day 27 November 2026; what follows is not known"] = Field(
        title="Status, as far as known", description="What was found, not what the law is.")


class MineralOwner(Row):
    """A foreign holding in a mineral asset of the region."""

    asset: Text = Field(title="Asset", description="Mine, deposit or plant.")
    country: Text = Field(title="Country", description="Where it lies.")
    mineral: Text = Field(title="Mineral", description="What it yields.")
    holder: Text = Field(title="Holder", description="Company, and who stands behind it.")
    holding: Text = Field(title="Holding", description="Share, or role.")


class MineralTerm(Row):
    """A word for how well a deposit is known."""

    term: Text = Field(title="Word", description="The word.")
    means: Text = Field(title="Means", description="In our words.")
    shown_by: Text = Field(title="Shown by", description="What must be published for it.")
    example: Text = Field(title="Example here", description="From the region.")


class ClaimCheck(Row):
    """A claim in circulation, set against the USGS."""

    claim: Text = Field(title="Claim", description="In our words.")
    who: Text = Field(title="Said by", description="Who says it.")
    usgs: Text = Field(title="USGS 2026 edition", description="What the edition prints.")
    finding: Text = Field(title="Finding", description="How the claim fares.")


class Obstacle(Row):
    """Something that stands between rock and product."""

    field: Literal["processing", "power", "water", "transport", "data", "governance",
                   "environment", "ownership", "money"] = Field(
        title="Obstacle", description="What it concerns.")
    evidence: Text = Field(title="Evidence", description="What was found.")
    who: Text = Field(title="Who says so", description="Body or author.")
    answer: Text = Field(title="Counter-argument", description="The best found, with its author.")


class Conversion(Row):
    """A figure turned into another unit by code; the result is computed, not typed."""

    RULES: ClassVar[dict[str, tuple[Unit, Unit, Callable]]] = {
        "U3O8 to U": ("million-pounds-u3o8e", "tonnes-uranium", conversions.tonnes_of_uranium),
        "WO3 to W": ("tonnes-wo3", "tonnes-tungsten", conversions.tungsten),
        "rock to metal": ("tonnes-rock", "tonnes-metal", conversions.metal_in_rock),
        "metal to rock": ("tonnes-metal", "tonnes-rock", conversions.rock_for_metal),
    }

    what: Text = Field(title="Figure", description="What is converted, and whose figure it is.")
    rule: Literal["U3O8 to U", "WO3 to W", "rock to metal", "metal to rock"] = Field(
        title="Conversion", description="Which factor is used.")
    given: float | int = Field(title="Given", description="The figure in the source.")
    given_unit: Unit = Field(title="Unit given", description="Must fit the conversion.")
    grade: float | int | None = Field(None, title="Grade, grams per tonne", description="Where rock is converted.",
                                      json_schema_extra={"unit": "grams-per-tonne", "unit_in_head": True})
    result: int | None = Field(None, title="Result", description="Computed; leave it out.")
    result_unit: Unit = Field(title="Unit of the result", description="Must fit the conversion.")
    as_given: Text | None = Field(None, title="As given", description="Computed; leave it out.")
    converted: Text | None = Field(None, title="Converted", description="Computed; leave it out.")

    @model_validator(mode="before")
    @classmethod
    def _compute(cls, data: dict) -> dict:
        if typed := {"result", "as_given", "converted"} & data.keys():
            raise ValueError(f"{', '.join(sorted(typed))}: computed from given; leave it out")
        if data.get("rule") not in cls.RULES or not isinstance(data.get("given"), (int, float)):
            return data
        before, after, convert = cls.RULES[data["rule"]]
        if (data.get("given_unit"), data.get("result_unit")) != (before, after):
            raise ValueError(f"{data['rule']} turns {before} into {after}; give these two units")
        grade = [data["grade"]] if data.get("grade") else []
        result = _three_digits(convert(data["given"], *grade))
        return data | {"result": result, "as_given": _with_unit(data["given"], before),
                       "converted": _with_unit(result, after)}


def _three_digits(value: float) -> int:
    return int(float(f"{value:.3g}"))


def _with_unit(value: float, unit: str) -> str:
    return f"{value:,}{UNITS[unit][2]}"

"""Rows of the tables on the Jackson-Vanik Amendment."""

import re
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .core import Row
from .shared import Names
from .types import PeriodField, Text

__all__ = ["Bill", "Change", "Country", "Duty", "Emigration", "ExtraDuty", "Statement", "Step",
           "Task"]

Rate = Annotated[str, Field(pattern=r"^(Free|\d+(\.\d+)?%|[^%]+/\S.*)$", max_length=80)]


class Country(Row):
    """A country to which Title IV applied at some time, and where it stands now."""

    IN_ORDER: ClassVar = (("act_on", "proclaimed"), ("act_on", "effective"), ("proclaimed", "effective"))

    country: Text = Field(title="Country", description="Usual English name.")
    region: Text = Field(title="Region", description="Region, as the UN or usage groups it.")
    status: Literal["permanent", "compliance", "waiver", "column 2"] = Field(
        title="Status", description="Where its goods stand today.")
    covered: bool = Field(title="Still covered", description="Does Title IV still apply?")
    basis: Text = Field(title="Present basis", description="Finding, waiver or act in force.")
    law: Text | None = Field(None, title="Law", description="Act that ended coverage or status.")
    act_on: PeriodField | None = Field(
        None, title="Act of", description="Day of the act that ended coverage or let the President end it.")
    proclaimed: PeriodField | None = Field(
        None, title="Proclaimed", description="Day of the proclamation; none where the act itself ended coverage.")
    effective: PeriodField | None = Field(
        None, title="Left on", description="Day from which Title IV no longer applied.")
    wto: PeriodField | None = Field(None, title="WTO member since", description="Accession date.")
    next_decision: Text | None = Field(
        None, title="Next decision", description="What must be decided next, and by when.")


class Bill(Row):
    """A bill in Congress."""

    IN_ORDER: ClassVar = (("introduced", "last_action_on"),)

    congress: int = Field(title="Congress", description="Number of the Congress.")
    number: Text | None = Field(None, title="Number", description="As in H.R. 1024.")
    name: Text = Field(title="What it would do", description="Short title or effect.")
    countries: Names = Field(title="Countries", description="Countries that it names.")
    sponsors: Names = Field(title="Sponsors", description="First sponsor first, with party.")
    introduced: PeriodField = Field(title="Introduced", description="Date of introduction.")
    last_action: Text = Field(title="Last action", description="Latest action found.")
    last_action_on: PeriodField = Field(title="Date", description="Date of that action.")
    outcome: Literal["enacted", "died", "pending"] = Field(
        title="Outcome", description="A bill not enacted dies when its Congress ends.")
    aim: Literal["end coverage", "extend coverage", "withdraw status", "other"] = Field(
        title="Aim", description="What it would do to Title IV status.")


class Step(Row):
    """A step in the mechanism of Title IV."""

    title: Text = Field(title="Step", description="A few words.")
    happens: Text = Field(title="What happens", description="One or two sentences.")
    decider: Text = Field(title="Who decides", description="The office that acts.")
    law: Text = Field(title="Law", description="Section of the Trade Act and of 19 U.S.C.")
    stage: int = Field(1, title="Stage", description="Steps of one stage are drawn side by side.")


class Task(Row):
    """A thing that somebody must do by a date each year."""

    task: Text = Field(title="What", description="The act or report.")
    decider: Text = Field(title="Who", description="Who must act.")
    due: Text = Field(title="By when", description="Date or interval in the law.")
    otherwise: Text = Field(title="If nothing happens", description="What follows.")
    law: Text = Field(title="Law", description="Section.")


class Duty(Row):
    """Ordinary duty on one tariff line, in both columns."""

    hts: Text = Field(title="Tariff line", description="Code in the tariff schedule.")
    product: Text = Field(title="Product", description="What the line covers.")
    column_1: Rate = Field(title="Column 1", description="Rate with normal trade relations.")
    column_2: Rate = Field(title="Column 2", description="Rate without them.")
    exporters: Names = Field(title="Sold by", description="Covered countries that sell it.")
    exempt: Literal["both", "neither", "not checked"] = Field(
        title="Exempt in 2025 and early 2026", description="Was the line on the exempt lists of "
        "the 2025 reciprocal tariff and of the 2026 surcharge?")

    @property
    def column_1_percent(self) -> float | None:
        """Column 1 rate in percent of value; None where the duty is by weight or volume."""
        return _percent(self.column_1)

    @property
    def column_2_percent(self) -> float | None:
        """Column 2 rate in percent of value; None where the duty is by weight or volume."""
        return _percent(self.column_2)


def _percent(rate: str) -> float | None:
    if rate == "Free":
        return 0.0
    match = re.fullmatch(r"(\d+(?:\.\d+)?)%", rate)
    return float(match[1]) if match else None


class ExtraDuty(Row):
    """Additional US duty on a country's goods, on top of column 1, period by period."""

    country: Text = Field(title="Country", description="Usual English name.")
    from_2025_08: float = Field(title="From 7 August 2025", description="Percent of value.",
                                json_schema_extra={"unit": "percent"})
    from_2026_02: float = Field(title="From 24 February 2026", description="Percent of value.",
                                json_schema_extra={"unit": "percent"})
    from_2026_07: float = Field(title="From 24 July 2026", description="Percent of value.",
                                json_schema_extra={"unit": "percent"})
    basis: Text = Field(title="Basis of the latest", description="Law and tariff heading.")


class Change(Row):
    """One thing that ending coverage would or would not change."""

    question: Text = Field(title="What", description="The thing asked about.")
    today: Text = Field(title="Today", description="How it is under conditional status.")
    after: Text = Field(title="With permanent status", description="How it would be.")
    changes: Literal["yes", "no", "partly"] = Field(
        title="Changes?", description="Would ending coverage change it?")


class Emigration(Row):
    """Jews leaving the Soviet Union in one year."""

    year: int = Field(title="Year", description="Calendar year.",
                      json_schema_extra={"unit": "year"})
    persons: int | None = Field(None, title="Persons", description="Absent if not found.")
    other_count: int | None = Field(None, title="Other count", description="A second count.")
    series: Text = Field(title="Counted by", description="Body and what it counted.")


class Statement(Row):
    """What a named person or body said on ending coverage, and on what record."""

    date: PeriodField = Field(title="Date", description="Day, month or year of the statement.")
    who: Text = Field(title="Who", description="Person or body, by name.")
    capacity: Text = Field(title="Speaking as", description="Office or role at the time.")
    position: Literal["for", "against", "neutral", "unclear"] = Field(
        title="On ending coverage", description="Position on ending coverage.")
    gist: Text = Field(title="Gist", description="What was said, in our words.")
    wording: Literal["own publication", "official record", "press only"] = Field(
        title="Wording seen in", description="Strongest record of the wording that was read.")

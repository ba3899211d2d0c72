"""Rows of the tables on the wider context: trade, debt, finance, energy and visits."""

from typing import Literal

from pydantic import Field

from .core import Row
from .geo import Leg, Place
from .types import PeriodField, Text

__all__ = ["ChinaTradeCountry", "ChinaTradeYear", "DebtPoint", "FinanceStep", "GasScale", "GasToChina",
           "GasToEurope", "InvestmentStock", "LeaderMeeting", "LenderShare", "Pipeline", "PipelineLeg",
           "PipelinePlace", "Reactor", "RemittanceShare", "RemittanceYear", "RussiaTradeYear",
           "TradeShare", "UsVisit"]

_BILLION = {"unit": "usd-billion"}
_PERCENT = {"unit": "percent"}
_BCM = {"unit": "bcm"}
_YEAR = {"unit": "year"}


class ChinaTradeYear(Row):
    """Goods trade of the five Central Asian states with China in one year, Chinese count."""

    year: int = Field(title="Year", description="Calendar year.", json_schema_extra=_YEAR)
    total: float | None = Field(None, title="Both ways", description="Exports and imports together; "
                                "absent where no figure of this count was found.",
                                json_schema_extra=_BILLION)


class ChinaTradeCountry(Row):
    """Goods trade of one country with China, in the counts of both sides."""

    country: Text = Field(title="Country", description="Usual English name, or the five Central Asian states together.")
    china_2024: float = Field(title="2024, Chinese count", description="China customs, both ways.",
                              json_schema_extra=_BILLION)
    china_2025: float = Field(title="2025, Chinese count", description="China customs, both ways.",
                              json_schema_extra=_BILLION)
    regional_2024: float | None = Field(
        None, title="2024, regional count", description="Eurasian Development Bank, from the "
        "region's statistics; absent where not found.", json_schema_extra=_BILLION)


class TradeShare(Row):
    """Shares of China and Russia in a country's foreign trade, in one count."""

    place: Text = Field(title="Whose trade", description="Country or group, with the period.")
    period: PeriodField = Field(title="Period", description="Months or year covered.")
    china: float | None = Field(None, title="China", description="Share of trade turnover.",
                                json_schema_extra=_PERCENT)
    russia: float | None = Field(None, title="Russia", description="Share of trade turnover.",
                                 json_schema_extra=_PERCENT)


class RussiaTradeYear(Row):
    """Goods trade of the five Central Asian states with Russia in one year."""

    year: int = Field(title="Year", description="Calendar year.", json_schema_extra=_YEAR)
    to_russia: float = Field(title="Sold to Russia", description="Exports of the five Central Asian states.",
                             json_schema_extra=_BILLION)
    from_russia: float = Field(title="Bought from Russia", description="Imports of the five Central Asian states.",
                               json_schema_extra=_BILLION)
    total: float = Field(title="Both ways", description="As published.", json_schema_extra=_BILLION)


class RemittanceShare(Row):
    """Money sent home by migrants, as a share of the economy."""

    country: Text = Field(title="Country", description="Usual English name.")
    share_2022: float = Field(title="2022", description="Of gross domestic product.",
                              json_schema_extra=_PERCENT)
    share_2024: float = Field(title="2024", description="Of gross domestic product.",
                              json_schema_extra=_PERCENT)


class RemittanceYear(Row):
    """Money received from migrants in one year."""

    year: int = Field(title="Year", description="Calendar year.", json_schema_extra=_YEAR)
    received: float | None = Field(None, title="Received", description="Absent where not found.",
                                   json_schema_extra=_BILLION)


class Reactor(Row):
    """A nuclear power project in the region, and who builds it."""

    project: Text = Field(title="Project", description="Place and size.")
    country: Text = Field(title="Country", description="Usual English name.")
    builder: Text = Field(title="Builder", description="Company and its state.")
    stage: Literal["chosen", "agreed to study", "site works", "under construction"] = Field(
        title="Stage", description="How far it has come in the newest text found.")
    due: Text = Field(title="Due", description="Date promised.")


class DebtPoint(Row):
    """Debt of a government to China on one day, beside its external public debt."""

    period: PeriodField = Field(title="Date", description="Day or month of the figure.")
    owed: float | None = Field(None, title="Owed to China", description="Claim of the creditor named.",
                               json_schema_extra=_BILLION)
    external: float | None = Field(None, title="External public debt", description="The denominator: "
                                   "government debt abroad.", json_schema_extra=_BILLION)
    share: float | None = Field(None, title="Of external public debt", description="Published, or "
                                "computed here from the two amounts.", json_schema_extra=_PERCENT)
    share_total: float | None = Field(None, title="Of all public debt", description="Computed here; "
                                      "absent where the total was not found.",
                                      json_schema_extra=_PERCENT)
    creditor: Literal["Export-Import Bank of China", "China"] = Field(
        title="Creditor", description="The bank alone, or China as the source has it.")
    how: Literal["published", "computed", "no share"] = Field(
        title="Share is", description="Published by the source, or computed here.")


class LenderShare(Row):
    """What a government owes to one lender."""

    lender: Text = Field(title="Lender", description="Bank, institution or market.")
    kind: Literal["China", "multilateral", "market"] = Field(title="Kind", description="What it is.")
    owed: float = Field(title="Owed", description="In billions of dollars.", json_schema_extra=_BILLION)


class InvestmentStock(Row):
    """A figure of direct investment, with the method behind it."""

    host: Text = Field(title="Into", description="Country or region that receives it.")
    investor: Text = Field(title="From", description="Country or group that invests.")
    period: PeriodField = Field(title="As of", description="Day of the stock, or span of the sum.")
    amount: Text = Field(title="Amount", description="As published, with currency.")
    basis: Literal["central bank stock", "project database", "sum of inflows", "EU statement"] = Field(
        title="Method", description="Methods differ so much that rows of different method must not "
        "be ranked against each other.")


class FinanceStep(Row):
    """Public money for the region, or a legal power to lend, and how far it has come."""

    who: Text = Field(title="Who", description="Agency, bank or government.")
    what: Text = Field(title="What", description="Project, package or power.")
    amount: Text = Field(title="Amount", description="With currency; none given where none was found.")
    stage: Literal["legal authority", "letter of interest", "terms signed", "memorandum signed", "announced", "target",
                   "requested", "loan approved", "loan signed", "invested", "contracts and deals", "claimed total",
                   "ended"] = Field(
        title="Stage", description="From power to lend, through intention, to money placed.")
    side: Literal["United States", "Europe", "China", "others"] = Field(
        title="Side", description="Whose money it is.")


class Pipeline(Row):
    """A pipeline that exists or is proposed."""

    name: Text = Field(title="Pipeline", description="Usual name.")
    carries: Literal["gas", "oil"] = Field(title="Carries", description="What flows in it.")
    course: Text = Field(title="From and to", description="End points and transit states.")
    state: Literal["operating", "under construction", "planned", "proposed", "suspended", "end announced"] = Field(
        title="State", description="State in the newest text found.")
    capacity: Text = Field(title="Capacity a year", description="As stated; gas in billion cubic "
                           "meters (bcm), oil in million tonnes.")
    flow: Text = Field(title="Flow a year", description="Newest figure found, with its year.")
    opened: PeriodField | None = Field(None, title="Opened", description="Absent if not open or not found.")


class GasScale(Row):
    """A yearly volume of gas, to compare with others."""

    what: Text = Field(title="What", description="Flow, capacity, aim or demand, with its year.")
    bcm: float = Field(title="Gas a year", description="Billion cubic meters.", json_schema_extra=_BCM)
    kind: Literal["flow", "capacity", "aim", "proposal", "demand"] = Field(
        title="It is a", description="What sort of figure it is.")


class GasToEurope(Row):
    """Azerbaijani gas sold to Europe in one year."""

    year: int = Field(title="Year", description="Calendar year.", json_schema_extra=_YEAR)
    bcm: float | None = Field(None, title="Gas", description="Billion cubic meters; absent where not "
                              "found.", json_schema_extra=_BCM)


class GasToChina(Row):
    """Pipeline gas that China bought, by value, because volumes are no longer published."""

    exporter: Text = Field(title="Exporter", description="Usual English name.")
    value_2024: float = Field(title="2024", description="China customs.", json_schema_extra=_BILLION)
    value_2025: float = Field(title="2025", description="China customs.", json_schema_extra=_BILLION)


class LeaderMeeting(Row):
    """A meeting of the region's presidents with a partner's leader."""

    date: PeriodField = Field(title="Date", description="First day, or month.")
    partner: Text = Field(title="Partner", description="State or organization.")
    place: Text = Field(title="Place", description="City.")
    result: Text = Field(title="Main result", description="As announced.")
    held: Literal["held", "postponed", "announced, holding not confirmed"] = Field(
        title="Status", description="Was a report found that it took place?")


class UsVisit(Row):
    """A visit by a senior US official to the region, or a plan for one."""

    date: PeriodField = Field(title="Date", description="Of the visit, or of the statement.")
    who: Text = Field(title="Who", description="Name and office at the time.")
    where: Text = Field(title="Where", description="Countries.")
    what: Text = Field(title="What for", description="Purpose or outcome.")
    rank: Literal["president", "vice president", "secretary of state", "envoy"] = Field(
        title="Rank", description="Office of the visitor.")
    state: Literal["made", "intended, not found", "invited, not found"] = Field(
        title="Status", description="Was a report found that it took place?")
    central_asia: bool = Field(title="Central Asia", description="To one of the five Central Asian states?")


class PipelinePlace(Place):
    """A place on a pipeline."""

    geonames: int | None = Field(None, title="GeoNames id", description="Record whose coordinates, "
                                 "rounded to two decimals, are used.")


class PipelineLeg(Leg):
    """A pipeline between two places, drawn straight: order, not alignment."""

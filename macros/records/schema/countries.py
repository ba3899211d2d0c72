"""Rows of the tables on the countries."""

from typing import Literal

from pydantic import Field

from .core import Row
from .shared import Names
from .types import PeriodField, Text

__all__ = ["CountryProfile", "FreedomRating", "GdpYear", "ImportPair", "OrganizationMembers",
           "ServiceExport", "StatusTrade", "SummitDeal", "TradeAgreement", "TradePartner", "TradeYear", "WtoStep"]

Region = Literal["Central Asia", "South Caucasus"]
MILLION = {"unit": "usd-million"}
BILLION = {"unit": "usd-billion"}


class CountryProfile(Row):
    """A country in the table that compares them all; each value is a fact of its file."""

    country: Text = Field(title="Country", description="Usual English name.")
    region: Region = Field(title="Region", description="Central Asia or the South Caucasus.")
    status: Literal["compliance", "waiver", "permanent"] = Field(
        title="US trade status", description="How its goods hold normal trade relations.")
    basis: Text = Field(title="Legal basis", description="Finding, waiver or act in force.")
    population: int = Field(title="Population", description="World Bank, 2024.",
                            json_schema_extra={"unit": "persons"})
    gdp: float = Field(title="GDP", description="Current dollars, 2024.", json_schema_extra=BILLION)
    gdp_per_person: int = Field(title="GDP per person", description="GDP over population, 2024.",
                                json_schema_extra={"unit": "usd"})
    wto: Text = Field(title="WTO", description="Member since, or stage of accession.")
    us_exports: float = Field(title="US exports", description="Goods, 2024, US count.",
                              json_schema_extra=MILLION)
    us_imports: float = Field(title="US imports", description="Goods, 2024, US count.",
                              json_schema_extra=MILLION)
    freedom: int = Field(title="Freedom", description="Freedom House score of 100, edition of 2026.")
    afghan_border: bool = Field(title="Borders Afghanistan", description="Land border.")
    caspian_shore: bool = Field(title="Caspian shore", description="Coast on the Caspian Sea.")


class TradeYear(Row):
    """Goods trade of a country with the United States, as one body counts it."""

    country: Text = Field(title="Country", description="Usual English name.")
    period: PeriodField = Field(title="Year", description="Year, or months of it.")
    counted_by: Text = Field(title="Counted by", description="Body whose count it is.")
    exports: float | None = Field(None, title="US exports", description="US goods sold to it.",
                                  json_schema_extra=MILLION)
    imports: float | None = Field(None, title="US imports", description="Its goods sold to the US.",
                                  json_schema_extra=MILLION)
    total: float | None = Field(None, title="Both ways", description="Exports plus imports.",
                                json_schema_extra=MILLION)
    balance: float | None = Field(None, title="US balance", description="US exports less imports.",
                                  json_schema_extra=MILLION)


class TradePartner(Row):
    """A partner's share of a country's goods exports or imports."""

    country: Text = Field(title="Country", description="Usual English name.")
    flow: Literal["exports", "imports"] = Field(title="Flow", description="Exports or imports.")
    partner: Text = Field(title="Partner", description="The other country.")
    share: int = Field(title="Share", description="Of the country's exports or imports.",
                       json_schema_extra={"unit": "percent"})


class SummitDeal(Row):
    """A deal or announcement around the Washington summit of November 2025."""

    country: Text = Field(title="Country", description="Country, or the group.")
    deal: Text = Field(title="Deal", description="What was said to be agreed, between whom.")
    signed: PeriodField = Field(title="Date", description="Day of signature or announcement.")
    value: float | None = Field(None, title="Stated value", description="As stated; never added up.",
                                json_schema_extra=BILLION)
    stage: Literal["firm order", "signed agreement", "signed memorandum, not binding",
                   "letter of interest", "commitment, not final",
                   "intent", "announced", "claimed total", "political step"] = Field(
        title="How firm", description="The strongest step that a source confirms.")


class FreedomRating(Row):
    """A Freedom House score."""

    country: Text = Field(title="Country", description="Usual English name.")
    edition: int = Field(title="Edition", description="Freedom in the World, by year of issue.",
                         json_schema_extra={"unit": "year"})
    score: int | None = Field(None, title="Score of 100", description="Higher means more free.")
    political: int | None = Field(None, title="Political rights of 40", description="Points.")
    civil: int | None = Field(None, title="Civil liberties of 60", description="Points.")
    rating: Literal["Not Free", "Partly Free"] = Field(
        title="Rating", description="Freedom House's word.")


class OrganizationMembers(Row):
    """An organization, and which of the eight countries belong to it."""

    organization: Text = Field(title="Organization", description="Name and abbreviation.")
    members: Names = Field((), title="Members", description="Members among the eight.")
    partly: Text | None = Field(None, title="Observers and others", description="Other ties.")
    outside: Names = Field((), title="Neither", description="Countries without a tie found.")


class GdpYear(Row):
    """Gross domestic product in current dollars, one column for each country."""

    year: int = Field(title="Year", description="Calendar year.", json_schema_extra={"unit": "year"})
    kazakhstan: float = Field(title="Kazakhstan", description="GDP.", json_schema_extra=BILLION)
    uzbekistan: float = Field(title="Uzbekistan", description="GDP.", json_schema_extra=BILLION)
    azerbaijan: float = Field(title="Azerbaijan", description="GDP.", json_schema_extra=BILLION)
    turkmenistan: float = Field(title="Turkmenistan", description="GDP.", json_schema_extra=BILLION)


class WtoStep(Row):
    """A WTO member's bilateral market-access talks with Uzbekistan."""

    member: Text = Field(title="WTO member", description="Member or members.")
    stage: Literal["protocol signed", "terms agreed", "open"] = Field(
        title="Stage", description="The strongest step that a source confirms.")
    date: PeriodField = Field(title="Date", description="Day or month reported.")


class TradeAgreement(Row):
    """A trade or investment agreement with the United States."""

    country: Text = Field(title="Country", description="Country or countries.")
    agreement: Text = Field(title="Agreement", description="Kind of agreement.")
    state: Text = Field(title="State", description="In force, signed or not found.")
    date: PeriodField | None = Field(None, title="Date", description="Signature, if known.")


class ServiceExport(Row):
    """Exports of information-technology services from Uzbekistan."""

    year: int = Field(title="Year", description="Calendar year.", json_schema_extra={"unit": "year"})
    kind: Literal["outturn", "earlier target", "target"] = Field(
        title="Kind", description="Reported outturn, or a government target.")
    exports: float = Field(title="Exports", description="To all countries.", json_schema_extra=MILLION)
    to_us: float | None = Field(None, title="To the US", description="Part bought by the US.",
                                json_schema_extra=MILLION)


class StatusTrade(Row):
    """US goods trade of a country in one year, before or after it left Title IV."""

    country: Text = Field(title="Country", description="Usual English name.")
    left: PeriodField | None = Field(None, title="Permanent since",
                                     description="Date of proclamation or act; none if covered.")
    when: Literal["before", "after", "still covered"] = Field(
        title="When", description="Before or after that date, or covered throughout.")
    period: PeriodField = Field(title="Year", description="Calendar year.")
    exports: float | None = Field(None, title="US exports", description="US goods sold to it.",
                                  json_schema_extra=MILLION)
    imports: float | None = Field(None, title="US imports", description="Its goods sold to the US.",
                                  json_schema_extra=MILLION)
    total: float | None = Field(None, title="Both ways", description="Exports plus imports.",
                                json_schema_extra=MILLION)


class ImportPair(Row):
    """US imports from a country in two years, twenty years apart."""

    country: Text = Field(title="Country", description="Usual English name.")
    status: Literal["permanent", "conditional"] = Field(
        title="US trade status", description="Status in both years.")
    imports_2004: float = Field(title="2004", description="US imports.", json_schema_extra=MILLION)
    imports_2024: float = Field(title="2024", description="US imports.", json_schema_extra=MILLION)
    change: int = Field(title="Change", description="Our calculation, in current dollars.",
                        json_schema_extra={"unit": "percent"})

"""Rows of the tables on counterterrorism and security."""

from typing import ClassVar, Literal

from pydantic import Field

from .core import Row
from .shared import Names
from .types import PeriodField, Text

__all__ = ["AidLimit", "BorderGuard", "BorderLength", "Detainees", "FightersAbroad", "FreedomScore",
           "Incident", "MilitaryGroup", "MilitarySite", "ReligiousListing", "ReligiousStatus",
           "Repatriation", "RightsCase", "SecurityFramework", "SecurityProgram", "StatePartnership",
           "SummitPoint", "TerrorismScore", "UnReport"]

_PEOPLE = {"unit": "persons"}
_HEADED = {"unit": "persons", "unit_in_head": True}
_POINTS = {"unit": "points", "unit_in_head": True}


class BorderLength(Row):
    """A state and its land border with Afghanistan."""

    country: Text = Field(title="Country", description="Usual English name.")
    length: float = Field(title="Border with Afghanistan", description="0 where there is none.",
                          json_schema_extra={"unit": "kilometers"})
    crossing: Text | None = Field(None, title="Main crossing", description="Both sides' names.")
    course: Text = Field(title="Course", description="River or land, and the neighbors.")


class BorderGuard(Row):
    """A body that guards the border, or pays for it to be guarded."""

    guard: Text = Field(title="Who", description="The body.")
    country: Text = Field(title="Country", description="Whose side of the border.")
    role: Text = Field(title="What it does", description="Its part in guarding the border.")
    since: PeriodField | None = Field(None, title="Since", description="Start, if found.")
    stage: Literal["in charge", "stationed", "adopted", "funded", "announced", "delivered"] = Field(
        title="Stage", description="In charge and stationed are facts; the rest are programs.")


class MilitaryGroup(Row):
    """An armed or banned group tied to the region."""

    group: Text = Field(title="Group", description="English name and the abbreviations used.")
    origin: Text = Field(title="Origin", description="When, where and from whom.")
    aims: Text = Field(title="Aims", description="What it says that it wants, or is said to want.")
    us: Text = Field(title="US list", description="Which list, or none.")
    us_date: PeriodField | None = Field(None, title="US date", description="Day of listing.")
    un: Text = Field(title="UN list", description="Listed, with its number, or not.")
    un_date: PeriodField | None = Field(None, title="UN date", description="Day of listing.")
    strength: Text = Field(title="Strength", description="Latest estimate found, in words.")
    counts: Literal["fighters", "fighters and families", "members", "adherents", "none found"] = Field(
        title="Who is counted", description="Whom the estimate counts.")
    strength_of: PeriodField | None = Field(None, title="Year", description="Of the estimate.")


class Incident(Row):
    """An attack, clash, riot or plot in the region, or tied to its nationals."""

    date: PeriodField = Field(title="Date", description="First day.")
    place: Text = Field(title="Place", description="Place and country.")
    country: Text = Field(title="Country", description="Where it happened.")
    scene: Literal["region", "Tajik-Afghan border", "abroad"] = Field(
        title="Where", description="In Central Asia or Azerbaijan, on the Tajik-Afghan border, or elsewhere.")
    sort: Literal["attack", "border clash", "prison riot", "alleged plot"] = Field(
        title="Kind", description="What kind of event it was.")
    dead: Text = Field(title="Dead (attackers apart)", description="Victims, in words.")
    victims: int | None = Field(None, title="Victims", description="Dead other than attackers.",
                                json_schema_extra={"unit": "deaths"})
    attackers: int | None = Field(None, title="Attackers killed", description="Absent if not found, or disputed.",
                                  json_schema_extra={"unit": "deaths"})
    said_by: Text = Field(title="Blamed on, and by whom", description="Claim or attribution.")
    court: Text | None = Field(None, title="Court", description="Outcome found, or none; absent where no "
                              "trial is to be expected.")
    link: Text = Field(title="Link to the region", description="Why it is in this table.")
    largest: bool = Field(False, title="Among the deadliest", description="Six dead or more, attackers too.")
    toll: Literal["two sources agree", "sources differ", "sum not split", "one source",
                  "no toll"] = Field(title="On the toll", description="How firm the count is.")


class FightersAbroad(Row):
    """Estimates of nationals who went to Syria and Iraq."""

    country: Text = Field(title="Country", description="Usual English name.")
    soufan: int | None = Field(None, title="Soufan Center, 2017", description="People.",
                               json_schema_extra=_PEOPLE)
    official: int | None = Field(None, title="Highest official", description="People.",
                                 json_schema_extra=_PEOPLE)
    official_year: PeriodField | None = Field(None, title="Year", description="Of the latter.")
    basis: Text = Field(title="Basis of the official figure", description="Who gave it, through whom.")


class Repatriation(Row):
    """People brought home from Syria, Iraq or Afghanistan."""

    country: Text = Field(title="Country", description="Usual English name.")
    operation: Text = Field(title="Operation", description="Name or route.")
    when: PeriodField = Field(title="When", description="Of the operation, or up to when.")
    people: int = Field(title="People", description="As announced.", json_schema_extra=_HEADED)
    children: int | None = Field(None, title="Children", description="If given.",
                                 json_schema_extra=_HEADED)
    women: int | None = Field(None, title="Women", description="If given.",
                              json_schema_extra=_HEADED)
    men: int | None = Field(None, title="Men", description="If given.", json_schema_extra=_HEADED)
    scope: Literal["total", "one operation", "one year"] = Field(
        title="Counts", description="What the figure covers; totals contain operations.")
    adds_up: Literal["yes", "no", "not broken down"] = Field(
        title="Adds up?", description="Do the parts given make the sum given?")


class Detainees(Row):
    """Nationals among the prisoners moved from Syria to Iraq in 2026."""

    nationality: Text = Field(title="Nationality", description="As listed.")
    people: int = Field(title="People", description="Prisoners.", json_schema_extra=_HEADED)


class SecurityFramework(Row):
    """An arrangement in which states cooperate on security."""

    name: Text = Field(title="Framework", description="Name.")
    sort: Literal["alliance", "agency", "forum", "plan", "exercise", "coalition", "partnership"] = Field(
        title="Kind", description="What it is.")
    since: PeriodField | None = Field(None, title="Since", description="Start, if found.")
    members: Text = Field(title="Members", description="From the region, and the main others.")
    azerbaijan: Text = Field(title="Azerbaijan", description="Its place in it.")
    does: Text = Field(title="What it does", description="On security and terrorism.")


class SecurityProgram(Row):
    """A US program, transfer or payment, or the end of one."""

    country: Text = Field(title="Country", description="Recipient, or region.")
    program: Text = Field(title="Program", description="What it pays for.")
    since: PeriodField | None = Field(None, title="From", description="Year, if found.")
    amount: float | None = Field(None, title="Amount", description="In millions of dollars.",
                                 json_schema_extra={"unit": "usd-million"})
    stage: Literal["announced", "contracted", "funded", "delivered", "spent", "requested", "held",
                   "unresolved", "ended", "waiver in force"] = Field(
        title="Stage", description="How far it has come.")
    detail: Text = Field(title="Detail", description="What is known of it.")


class StatePartnership(Row):
    """A pair in the National Guard State Partnership Program."""

    country: Text = Field(title="Country", description="Partner state.")
    guard: Text = Field(title="National Guard of", description="US state.")
    since: PeriodField = Field(title="Since", description="Start.")
    command: Text = Field(title="Command", description="US combatant command.")
    latest: Text = Field(title="Latest found", description="Newest evidence.")


class MilitarySite(Row):
    """A foreign base, transit point or former base."""

    site: Text = Field(title="Site", description="Name and country.")
    user: Text = Field(title="User", description="State that uses or used it.")
    opened: PeriodField | None = Field(None, title="From", description="Start, if found.")
    closed: PeriodField | None = Field(None, title="To", description="End, or absent.")
    state: Literal["closed", "in use when last seen"] = Field(title="State", description="Today.")
    why: Text = Field(title="What happened", description="Why it opened or closed.")


class SummitPoint(Row):
    """One subject, and what the summit of November 2025 said on it."""

    subject: Text = Field(title="Subject", description="The subject.")
    said: Literal["said", "not in the lists seen"] = Field(
        title="Said?", description="Does it appear in published accounts?")
    what: Text = Field(title="What the accounts say", description="In our words.")


class TerrorismScore(Row):
    """A country in one edition of the Global Terrorism Index."""

    country: Text = Field(title="Country", description="Usual English name.")
    edition: int = Field(title="Edition", description="Year of the report.",
                         json_schema_extra={"unit": "year"})
    rank: int = Field(title="Rank", description="1 is the most affected; ties share a rank.")
    score: float | None = Field(None, title="Score", description="0 to 10; more is worse.",
                                json_schema_extra=_POINTS)
    of: int = Field(title="Countries", description="Number of countries ranked.")


class FreedomScore(Row):
    """A country in one edition of Freedom in the World."""

    country: Text = Field(title="Country", description="Usual English name.")
    edition: int = Field(title="Edition", description="Year of the report.",
                         json_schema_extra={"unit": "year"})
    score: int = Field(title="Score of 100", description="More is freer.",
                       json_schema_extra=_POINTS)
    rights: int | None = Field(None, title="Political rights of 40", description="If seen.",
                               json_schema_extra=_POINTS)
    liberties: int | None = Field(None, title="Civil liberties of 60", description="If seen.",
                                  json_schema_extra=_POINTS)
    status: Literal["Free", "Partly Free", "Not Free"] = Field(title="Status", description="As rated.")


class ReligiousListing(Row):
    """One round of State Department designations, for Central Asia and Azerbaijan only."""

    announced: PeriodField = Field(title="Announced", description="Day or month.")
    concern: Names = Field(title="Particular concern", description="Countries so designated.")
    watch: Names = Field((), title="Special Watch List", description="Countries so listed.")
    sanctions: Text = Field(title="Sanctions", description="Waived, or what is known.")


class ReligiousStatus(Row):
    """A spell of one country on, or off, the State Department's lists."""

    IN_ORDER: ClassVar = (("start", "end"),)

    country: Text = Field(title="Country", description="Usual English name.")
    status: Literal["particular concern", "watch list", "not listed"] = Field(
        title="State Department", description="Designation.")
    start: PeriodField | None = Field(None, title="From", description="Start, if found.")
    end: PeriodField | None = Field(None, title="To", description="End; absent if none found.")
    advised: Text = Field(title="The commission’s advice", description="USCIRF recommendation only.")


class RightsCase(Row):
    """A case in which security or extremism powers met protest, opposition or belief."""

    case: Text = Field(title="Case", description="Short name.")
    country: Text = Field(title="Country", description="Where.")
    date: PeriodField = Field(title="Date", description="When.")
    official: Text = Field(title="Official toll or count", description="As the government gave it.")
    others: Text = Field(title="Other counts", description="By whom.")
    government: Text = Field(title="The government’s account", description="Label and answer.")
    critics: Text = Field(title="What others say", description="By name.")
    after: Text = Field(title="What followed", description="Courts, inquiries, changes.")


class AidLimit(Row):
    """A US law that limits aid on grounds of rights, religion or conflict."""

    law: Text = Field(title="Law", description="Name and citation.")
    bars: Text = Field(title="What it bars", description="In our words.")
    covers: Text = Field(title="Whom", description="Units, officials or governments.")
    exception: Text = Field(title="Exception or waiver", description="How it may be set aside.")
    state: Text = Field(title="In the region", description="What was found on its use.")


class UnReport(Row):
    """A report of UN monitors or of the Secretary-General."""

    report: Text = Field(title="Report", description="Series and number.")
    date: PeriodField = Field(title="Date", description="Of the text, or the end of its period.")
    says: Text = Field(title="What it says on the region", description="In our words.")
    seen: Literal["UN text", "press summary"] = Field(
        title="Read in", description="Where the content was read.")

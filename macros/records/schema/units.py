"""How units are printed: `data/units.yml`. Those of one project are current at a time."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

from babel import Locale
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from ..problems import allowed
from .types import Key, LanguageTag, Text

__all__ = ["OWN_UNITS", "Unit", "UnitsFile", "names", "unit", "use_units"]

OWN_UNITS = ("date", "year", "degrees")  # printed by code, not by a pattern


def _pattern(text: str) -> str:
    halves = text.split(" | ")
    if len(halves) > 2 or any(half.count("#") != 1 for half in halves):
        raise ValueError(f"{text!r}; wanted: one # for the number, or two patterns, for one and for more, as in "
                         "'# country | # countries'")
    return text


def _form(text: str) -> str:
    if text.count("#") != 1:
        raise ValueError(f"{text!r}; wanted: one # for the number, as in '# страны'")
    return text


class _Untranslatable(ValueError):
    """Forms of a unit that do not fit; `at` is where they stand."""

    def __init__(self, at: tuple[str, ...], message: str) -> None:
        super().__init__(message)
        self.at = ("translated", *at)


_Translated = dict[LanguageTag, dict[Key, dict[Text, Annotated[str, AfterValidator(_form)]]]]


class UnitsFile(BaseModel):
    """The file data/units.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    units: dict[Key, Annotated[str, AfterValidator(_pattern)]] = Field(
        description="How each unit is printed: # is the number; after | for more than one, where it differs.")
    translated: _Translated = Field(
        {}, description="The same in other languages: by language and unit a pattern for each plural that the language "
        "has. What is missing is printed in English.", examples=[
            {"ru": {"countries": {"one": "# страна", "few": "# страны", "other": "# стран"}}}])

    @field_validator("translated")
    @classmethod
    def _of_units_and_plurals(cls, translated: _Translated, info: ValidationInfo) -> _Translated:
        for language, told in translated.items():
            for name, forms in told.items():
                if name not in info.data.get("units", told):
                    raise _Untranslatable((language, name), f"no unit {name!r}; {allowed(name, info.data['units'])}")
                if said := _misformed(forms, Locale.parse(language, sep="-").plural_form.tags | {"other"}):
                    raise _Untranslatable((language, name), said)
        return translated


def _misformed(forms: Iterable[str], plurals: set[str]) -> str | None:
    if "other" not in forms:
        return "no form 'other'; wanted: one for all numbers that have none of their own"
    odd = min(set(forms) - plurals, default=None)
    return odd and f"no plural {odd!r} in this language; {allowed(odd, plurals)}"


class Unit:
    """What stands before a number, and after it."""

    def __init__(self, forms: Mapping[str, str], plural: Callable[[float], str]) -> None:
        self.forms = {name: tuple(form.split("#")) for name, form in forms.items()}
        self.plural = plural

    def around(self, value: float) -> tuple[str, str]:
        """The words before `value` and behind it."""
        return self.forms.get(self.plural(value)) or self.forms["other"]


_current: list[str] = []  # units of the current project
_seen: dict[tuple[str, str], Unit] = {}  # of every project read, so that two states of one can be printed side by side


def use_units(told: UnitsFile) -> None:
    """Makes these current."""
    _current[:] = told.units
    for name, pattern in told.units.items():
        one, _, other = pattern.partition(" | ")
        _seen["en", name] = Unit({"one": one, "other": other or one}, _english)
    for language, units in told.translated.items():
        plural = Locale.parse(language, sep="-").plural_form
        _seen.update({(language, name): Unit(forms, plural) for name, forms in units.items()})


def _english(value: float) -> str:
    return "one" if value == 1 else "other"  # 1.0 too, which CLDR counts among the others


def unit(name: str, language: str = "en") -> Unit:
    """How a unit is printed; in English where it is not translated."""
    return _seen.get((language, name)) or _seen["en", name]


def names() -> list[str]:
    """The units that a record may name."""
    return [*OWN_UNITS, *_current]

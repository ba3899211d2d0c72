"""Files of data say the same to whoever reads them: by YAML 1.1 (PyYAML) or by YAML 1.2 (ruamel.yaml, yaml12)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
import yaml
import yaml12
from hypothesis import assume, given, settings
from hypothesis import strategies as some
from ruamel.yaml import YAML

from macros.records.reading import LOADER, read_text
from tests.conftest import FACTS, ROOT

FILES = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in sorted((ROOT / "data").rglob("*.yml"))}
HEADS = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8").split("---\n")[1]
         for file in sorted((ROOT / "docs").rglob("*.md"))}
READERS: dict[str, Callable[[str], object]] = {
    "PyYAML": yaml.safe_load, "PyYAML in C": lambda text: yaml.load(text, Loader=LOADER), "yaml12": yaml12.parse_yaml,
    "ruamel.yaml": lambda text: YAML(typ="safe", pure=True).load(text)}
FAST = ("PyYAML in C", "yaml12")
NOT_TEXT = re.compile(r"[-+.~<=\d]|(?:true|false|null|yes|no|on|off|y|n)\Z", re.I)


def plain(value: object) -> object:
    """What was read, its days as they are written: some readers make more than text of them."""
    if isinstance(value, dict):
        return {plain(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else (type(value), value)


def agree(text: str, *names: str) -> dict[str, object]:
    """The readers, of these, that read something else than we do; none for what we refuse."""
    ours = read_text(text, "x.yml")
    assert ours.problems == []
    wanted = plain(ours.value)
    return {name: found for name in names if _days(found := plain(READERS[name](text))) != _days(wanted)}


def _days(value: object) -> str:
    return re.sub(r"\(<class 'str'>, ('\d{4}-\d\d-\d\d')\)", r"\1", repr(value))


@pytest.mark.parametrize("name", [*FILES, *HEADS])
def test_a_file_is_read_alike(name):
    assert agree({**FILES, **HEADS}[name], *FAST) == {}


@pytest.mark.wide
def test_every_file_is_read_alike_by_slow_readers_too():
    assert {name: found for name, text in FILES.items() if (found := agree(text, *READERS))} == {}


def test_every_value_that_may_be_more_than_text_is_read_alike_by_slow_readers_too():
    values = {token.value for text in FILES.values() for token in yaml.scan(text, Loader=LOADER)
              if isinstance(token, yaml.ScalarToken) and token.plain and NOT_TEXT.match(token.value)}
    assert len(values) > 1000
    assert agree("".join(f"- {value}\n" for value in sorted(values)), *READERS) == {}


def test_the_shortest_file_of_each_folder_is_read_alike_by_slow_readers_too():
    shortest = {name.rpartition("/")[0]: name for name in sorted(FILES, key=lambda name: -len(FILES[name]))}
    assert {name: found for name in shortest.values() if (found := agree(FILES[name], *READERS))} == {}


@settings(deadline=None, max_examples=60, derandomize=True)
@given(some.text("0123456789" * 2 + "-+._:/xobeETfFaAiInNyYsStTrRuUlL~<=%,?&!*'", min_size=1, max_size=12)
       | some.from_regex(r"[-+]?[\d_]{1,4}[.:]?[\d_]{0,3}([eE][-+]?\d{1,2})?|\d{4}-\d\d?-\d\d?([Tt ]\d\d?:\d\d)?|"
                         r"(?i:yes|no|on|off|true|false|null|nan|inf|\.inf|\.nan)", fullmatch=True))
def test_what_readers_take_differently_is_refused(text):
    assume("?" not in text)  # quoted by the style where a reader could end there
    for form in (f"k: {text}\n", f"- {text}\n", f"'k': [{text}]\n", f"{text}: v\n"):
        if not read_text(form, "x.yml").problems:
            assert agree(form, *READERS) == {}


@pytest.mark.parametrize("text", ["yes", "No", "on", "OFF", "012", "0o17", "1_000", "1:30", "1e3", ".5", "0x1F", "+1",
                                  "7202-49-50", "2844-10-10", "2023-02-30", "=", "<<"])
def test_a_value_that_readers_take_differently_is_to_be_quoted(problems, text):
    said = problems({"data/facts.yml": FACTS + f"    note: {text}\n"})
    assert len(said) == 1 and said[0].startswith(f"data/facts.yml:9:11: '{text}' without quotes: ")
    assert said[0].endswith("; quote it if it is text")
    assert problems({"data/facts.yml": FACTS + f"    note: '{text}'\n"}) == []

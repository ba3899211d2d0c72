"""A problem in a file, said in one line that an editor can click."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

__all__ = ["Problem", "allowed", "counted", "report", "shown"]

_LONGEST = 80  # characters of a value in a message
_MANY, _FIRST = 6, 3  # places that a message is told at one by one, and those of one that is told at more


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong at one place; `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


def allowed(word: object, names: Iterable[str], limit: int = 12) -> str:
    """The allowed names and the one nearest to `word`, as the tail of a message."""
    names = sorted(set(names))
    near = get_close_matches(str(word), names, n=1, cutoff=0.6)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    if len(names) > limit:
        return f"there are {len(names)} to choose from{hint}"
    return f"allowed: {', '.join(names) or 'none'}{hint}"


def shown(value: object) -> str:
    """A value as it stands in a file, cut where it is long."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text)} characters)"


def counted(count: int, name: str) -> str:
    """So many of a thing, as in `1 file` or `2 files`."""
    return f"{count} {name}{'' if count == 1 else 's'}"


def report(problems: Iterable[Problem]) -> str:
    """All problems, sorted, each once, with a closing count; what is said of many places is told at the first few."""
    ordered = sorted(set(problems))
    files = len({problem.path for problem in ordered})
    return "\n".join([*_lines(ordered), f"{counted(len(ordered), 'problem')} in {counted(files, 'file')}"])


def _lines(ordered: list[Problem]) -> Iterator[str]:
    """A line for each problem, and one for all the places beyond those of a message that one slip makes many of."""
    places: dict[str, list[Problem]] = {}
    for problem in ordered:
        places.setdefault(problem.message, []).append(problem)
    for problem in ordered:
        same = places[problem.message]
        if len(same) <= _MANY or problem in same[:_FIRST]:
            yield str(problem)
        if len(same) > _MANY and problem is same[_FIRST - 1]:
            rest = ", ".join(f"{other.path}:{other.line}:{other.column}" for other in same[_FIRST:])
            yield f"  the same at {len(same) - _FIRST} more places: {rest}"

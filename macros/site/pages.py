"""One page: its Markdown with every call replaced by what the macro makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape
from pydantic import ValidationError

from ..calls import CALLS, parameters
from ..drawing.outlines import Unreadable
from ..records.cache import cached, fingerprint
from ..records.characters import CUT_SHORT
from ..records.messages import faults
from ..records.problems import Problem, allowed
from ..records.reading import Document, read_text
from ..records.schema import PageHead
from ..records.schema.periods import is_future
from ..render.context import Broken, Mistake, PageContext
from ..render.languages import written_in
from ..render.note_order import as_read, rising
from ..render.shared_notes import once, shared
from ..render.surroundings import around, terms
from ..render.templates import render as fill
from .call_syntax import Call, find_calls, repeated

__all__ = ["Page", "read_page", "render"]

_HEAD = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)  # as the engine has it
_OPENING = re.compile(r"(?:\A|\n\n|\n[-*] |\n\d+\. |[.!?][”)]?(?:\{\{[^{}]*\}\})*\s+)\Z")  # where a sentence begins
_SMALL = re.compile(r'(?<=\A<span class="fact">)[a-z]|(?<=\A<span class="fact" data-due="....-..-..">)[a-z]')
_TITLE = re.compile(r"^# [^\n]+\n", re.M)
_QUOTED = re.compile("[\"']([^\"'\n]+)[\"']")
_REACH = 400  # characters before a call in which the end of the sentence before it stands
_PLAIN = ("title", "caption", "counted", "note")  # arguments that are printed as they stand
_CALLS_READ_BY = ("site/call_syntax.py", "records/schema/types.py", "records/characters.py")
_ARGUMENT = {"missing_argument": "argument {name!r} is missing",
             "missing_keyword_only_argument": "argument {name!r} is missing",
             "unexpected_keyword_argument": "no argument {name!r}",
             "unexpected_positional_argument": "too many values: {name} was not expected"}


@dataclass(frozen=True)
class Page:
    """A page as its editor wrote it."""

    path: str
    text: str
    body: int  # where the Markdown begins in `text`
    head: PageHead | None
    problems: tuple[Problem, ...] = ()
    calls: tuple[Call, ...] = field(default=())

    def problem(self, offset: int, message: str) -> Problem:
        """A problem at `offset` in the text."""
        line = self.text.count("\n", 0, offset) + 1
        return Problem(self.path, line, offset - self.text.rfind("\n", 0, offset), message)


def read_page(path: str, text: str) -> Page:
    """The page in `text`, called `path` in messages."""
    match = _HEAD.match(text)
    document = read_text(match[1], path, first_line=2) if match else _headless(path, text)
    problems = list(document.problems)
    head = _head(document, problems) if not problems else None
    body = match.end() if match else 0
    if match and not text[body:].strip():
        line = text.count("\n", 0, body) + 1
        problems.append(Problem(path, line, 1, "nothing follows the head; a page has a heading and words"))
    elif text and not text.endswith("\n"):
        problems.append(Problem(path, text.count("\n") + 1, len(text) - text.rfind("\n"),
                                CUT_SHORT))
    calls = cached(fingerprint(text.encode("utf-8"), _CALLS_READ_BY),
                   lambda: [tuple(vars(call).values()) for call in find_calls(text, body)])
    return Page(path, text, body, head, tuple(problems), tuple(Call(*call) for call in calls))


def _headless(path: str, text: str) -> Document:
    """An empty head, and why what looks like one is none."""
    document = Document(path)
    if text.startswith("---"):
        document.add((1, 1), "the head does not end; write --- on a line of its own after its last key")
    elif text.lstrip().startswith("---"):
        document.add((1, 1), "something stands before the head; --- is the first line of a page")
    elif re.match("[-\u2010-\u2015\u2212*_=]+[ ]*\n", text):
        document.add((1, 1), f"the head begins with {text.partition(chr(10))[0]!r}; write --- there")
    return document


def _head(document: Document, problems: list[Problem]) -> PageHead | None:
    try:
        head = PageHead.model_validate(document.value or {})
    except ValidationError as error:
        problems += faults(error, PageHead, document, ())
        return None
    if is_future(head.edited):
        problems.append(document.problem(("edited",), f"edited: {head.edited} is in the future"))
    return head


def render(page: Page, context: PageContext) -> tuple[str, list[Problem]]:
    """The page's Markdown with calls filled in, dates under its title, notes at its end.

    Problems come with it; where there are any, the Markdown is not fit to publish.
    """
    problems: list[Problem] = []
    with written_in(page.head.lang if page.head else "en"):
        text = "".join(_filled(page, context, problems))
        is_whole = page.head and context.purpose == "publish"
        return _with_dates_and_notes(text, context) if is_whole else text, problems


def _filled(page: Page, context: PageContext, problems: list[Problem]) -> Iterator[str]:
    position = page.body
    for call in page.calls:
        yield page.text[position:call.start]
        yield _fill(page, call, context, problems)
        position = call.end
    yield page.text[position:]


def _with_dates_and_notes(text: str, context: PageContext) -> str:
    text, notes = shared(text, context.definitions())
    text = once(text)
    notes = as_read(text, notes)
    text = rising(text, notes)
    said = {**around(context), "count": len(notes)}
    sources = context.write.sources
    usual = "/".join(dict.fromkeys(map(str, context.write.usual or ())))
    end = fill("page-end.md.jinja", **said, cited_sources=sources.listed(), usual=usual,
               has_repeats=sources.has_repeats)
    tail = [*(f"[^{name}]: {note}" for name, note in notes.items()),
            *(f"*[{term}]: {escape(short)}" for term, short in terms(context, text).items())]
    dates = fill("page-dates.md.jinja", **said)
    return _TITLE.sub(lambda title: title[0] + dates, text, count=1) + f"\n{end}\n\n" + "\n".join(tail) + "\n"


def _fill(page: Page, call: Call, context: PageContext, problems: list[Problem]) -> str:
    try:
        text = _carried_out(call, context)
        is_first = _OPENING.search(page.text, max(page.body, call.start - _REACH), call.start)
        return _opened(text) if is_first else text
    except Mistake as fault:  # nothing is said where it follows from a fault that is told where it stands
        if not context.records.may_hold(fault.word):
            problems.append(page.problem(_place(page, call, fault.word), str(fault)))
    except ValidationError as error:
        problems += [page.problem(call.start, text) for text in _argument_faults(call, error)]
    except (Broken, Unreadable):
        pass  # told where it stands
    context.held_back |= {*_QUOTED.findall(page.text[call.start:max(call.end, page.text.find("\n", call.start))])}
    return Markup("")


def _carried_out(call: Call, context: PageContext) -> str:
    """What the macro makes; Mistake where there is none, or a list names a thing twice."""
    if call.error:
        raise Mistake(call.error)
    if call.name not in CALLS:
        raise Mistake(f"no macro {call.name!r}; {allowed(call.name, CALLS)}")
    for name, word in repeated((*call.args, call.kwargs)):
        raise Mistake(f"{name or f'{call.name}()'}: {word!r} stands here twice; keep one", word)
    if linked := next((name for name in _PLAIN if "](" in str(call.kwargs.get(name, ""))), None):
        raise Mistake(f"{linked}: holds a link, which would be shown as it is typed; say it in a sentence after "
                      "the call")
    return CALLS[call.name](context, *call.args, **call.kwargs)


def _opened(text: str) -> str:
    """A figure in words that begins a sentence, with a capital."""
    return type(text)(_SMALL.sub(lambda found: found[0].upper(), text, count=1))


def _place(page: Page, call: Call, word: object) -> int:
    """Where the argument at fault stands, or else the call."""
    found = page.text.find(f'"{word}"', call.start, call.end) if word is not None else -1
    return found + 1 if found >= 0 else call.start


def _argument_faults(call: Call, error: ValidationError) -> Iterator[str]:
    for detail in error.errors():
        name = detail["loc"][0] if detail["loc"] else ""
        if isinstance(name, int) and name:
            name = f"value {name}"
        said = _ARGUMENT.get(detail["type"])
        if said:
            yield f"{call.name}(): {said.format(name=name)}; {allowed(name, parameters(call.name))}"
        else:
            yield f"{call.name}(): {name}: {detail['input']!r} does not fit; {_wish(detail)}"


def _wish(detail: Any) -> str:
    return detail["msg"].replace("Input should be", "wanted:").replace("valid ", "").replace("a integer", "an integer")


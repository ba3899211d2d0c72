"""Text that is not what its author thinks: cut by #, marks of a merge, other bytes, other blanks, slips in YAML."""

from __future__ import annotations

import pytest

from macros.site.site import Site
from tests.conftest import FACTS, NAV, PAGE, SETTINGS, SOURCES, TABLE

TEXTS = {"data/sources.yml": SOURCES, "data/facts.yml": FACTS, "data/table.yml": TABLE, "docs/index.md": PAGE,
         "mkdocs.yml": NAV, "docs/assets/x.css": "a {}\n", "docs/assets/x.js": "1\n", "docs/assets/x.svg": "<svg/>\n",
         "docs/x.txt": "x\n", "docs/x.csv": "x\n", "overrides/main.html": "x\n", **SETTINGS}
CUT = ("# begins a comment here, and what follows is not read; put the value in quotes, or write a comment as two "
       "spaces, # and a space")
QUOTE = "put the whole value in quotes"
COLON = f"not YAML: mapping values are not allowed in this context; a colon inside of a value; {QUOTE}"
ABOVE = ("not YAML: mapping values are not allowed in this context; is there a space behind the colon in the line "
         "above?")
ALIGN = "it stands in no line with those above; give it the indentation of its neighbours"


def said(project, name: str, data: bytes) -> list[str]:
    """The messages of a small project with a file of these bytes."""
    root = project({name: ""})
    (root / name).write_bytes(data)
    return [str(problem) for problem in sorted(set(Site.read(root).problems))]


@pytest.mark.parametrize(("name", "old", "new", "place"), [
    ("data/facts.yml", "[law]", "[law #1]", "8:19"), ("data/facts.yml", "[law]", "\n    - law #1", "9:11"),
    ("data/facts.yml", "[law]", "[{source: law, locator: sec. 4 #2}]", "8:45"),
    ("data/facts.yml", "value: 8", "value: 8 #of 9", "4:14"), ("data/facts.yml", "2023-12", "2023-12 #2", "6:20"),
    ("data/facts.yml", "value: 8", "value: #1", "4:12"), ("data/facts.yml", "value: 8", "value: 8  #1", "4:15"),
    ("data/facts.yml", "value: 8", "#value: 8", "4:5"),
    ("data/facts.yml", "Countries covered", "> #1\n      Countries", "3:14"),
    ("data/facts.yml", "Countries covered", "Countries\n      that rank #1 of\n      many", "4:17"),
    ("data/facts.yml", "Countries covered", "Countries\n      #1 covered", "4:7"),
    ("data/facts.yml", "Countries covered", "'Countries' #1", "3:24"),
    ("data/sources.yml", "STATUTE-88", "STATUTE-88 #page=3", "5:57"),
    ("data/table.yml", "caption: Departures", "caption: Departures #2", "4:21"),
    ("data/table.yml", "series: Conference", "series: Conference #2", "8:60"),
    ("data/units.yml", "'# country | # countries'", "# country | # countries", "12:14"),
    ("docs/index.md", "title: Home", "title: Order #5", "2:14"),
    ("docs/index.md", "edited: 2026", "next: [index.md #x]\nedited: 2026", "4:17"),
    ("mkdocs.yml", "- index.md", "- The #1 page: index.md", "3:9"), ("mkdocs.yml", "x\n", "The #1 site\n", "1:16"),
])
def test_what_a_sign_of_number_cuts_off_is_refused_wherever_it_stands(problems, name, old, new, place):
    assert old in TEXTS[name]
    found = problems({name: TEXTS[name].replace(old, new, 1)})
    assert f"{name}:{place}: {CUT}" in found and all(line.endswith(CUT) for line in found)


def test_a_comment_with_its_blanks_and_a_sign_in_quotes_are_read(problems):
    text = FACTS.replace("value: 8", "# above\n    ## more\n    #\n    value: 8  # of nine #1")
    text = text.replace("Countries covered", "'Covered #1'") + "    note: |  # words\n      a #1\n"
    assert problems({"data/facts.yml": text}) == []


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> other", "<<<<<<<", ">>>>>>>"])
def test_a_mark_of_a_merge_is_refused_in_every_text(problems, name, mark):
    line = TEXTS[name].count("\n") + 1
    assert problems({name: f"{TEXTS[name]}{mark}\nx\n"}) == [f"{name}:{line}:1: a conflict of a merge; keep one side"]


def test_a_mark_of_a_merge_in_a_head_is_refused_there(problems):
    assert problems({"docs/index.md": PAGE.replace("edited:", "<<<<<<< HEAD\nedited:")}) == [
        "docs/index.md:4:1: a conflict of a merge; keep one side"]


WIDE = "1:1: the file is not UTF-8 but UTF-16 or UTF-32; save it as UTF-8"


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(("spoil", "wanted"), [
    (lambda text: text.encode("utf-16"), WIDE), (lambda text: text.encode("utf-16-le"), WIDE),
    (lambda text: text.encode("utf-16-be"), WIDE), (lambda text: text.encode("utf-32"), WIDE),
    (lambda text: (text + "Ё Ü").encode() + b"\xdcber\n", "{line}:4: a byte that is not UTF-8; save the file as UTF-8"),
])
def test_other_bytes_are_one_problem_at_its_place(project, name, spoil, wanted):
    assert said(project, name, spoil(TEXTS[name])) == [f"{name}:" + wanted.format(line=TEXTS[name].count("\n") + 1)]


READ = [name for name in TEXTS if name.endswith((".md", ".yml"))]


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("change", [
    lambda text: b"\xef\xbb\xbf" + text.encode(), lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: text.replace("\n", "\r").encode(), lambda text: text.replace("\n", "\r\n", 2).encode()])
def test_a_mark_of_byte_order_and_any_end_of_line_are_read(project, name, change):
    assert said(project, name, change(TEXTS[name])) == []


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize(("text", "wanted"), [
    ("\0", "a character that cannot be printed, U+0000; delete it"),
    ("\f", "a character that cannot be printed, U+000C; delete it"),
    ("\x85", "a character that cannot be printed, U+0085; delete it"),
    ("\u2028", "an invisible character, U+2028 (line separator); delete it"),
    ("\u00a0\u00a0x", "a blank other than a space, U+00A0 (no-break space); write a plain space"),
    ("\u3000x", "a blank other than a space, U+3000 (ideographic space); write a plain space"),
])
def test_what_cannot_be_seen_is_refused_where_a_line_begins(problems, name, text, wanted):
    line = TEXTS[name].count("\n") + 1
    assert problems({name: f"{TEXTS[name]}{text}\n"}) == [f"{name}:{line}:1: {wanted}"]


@pytest.mark.parametrize(("old", "new", "wanted"), [
    ("Countries covered", "'Countries", ["3:12: not YAML: found unexpected end of stream; the quote is not closed; end "
                                         "the value with the quote with which it begins"]),
    ("Countries covered", "\"Countries\u201d", ["3:12: not YAML: found unexpected end of stream; the quote is not "
                                                "closed; end the value with the quote with which it begins"]),
    ("Countries covered", "Countries: all", [f"3:21: {COLON}"]), ("Countries covered", "It's: so", [f"3:16: {COLON}"]),
    ("label: C", "label:C", [f"4:10: {ABOVE}"]), ("label: C", "label\uff1a C", [f"4:10: {ABOVE}"]),
    ("label: C", "label:\u00a0C", ["3:11: a blank other than a space, U+00A0 (no-break space); write a plain space"]),
    ("    unit:", "     unit:", [f"5:10: {ABOVE}"]),
    ("    unit:", "   unit:", [f"5:4: not YAML: did not find expected key; {ALIGN}"]),
    ("Countries covered", "[a] b", [f"3:16: not YAML: did not find expected key; {QUOTE}"]),
    ("Countries covered", "\"a\" b", [f"3:16: not YAML: did not find expected key; {QUOTE}"]),
    ("Countries covered", "@a", [f"3:12: not YAML: found character that cannot start any token; {QUOTE}"]),
    ("Countries covered", "%a", [f"3:12: not YAML: found character that cannot start any token; {QUOTE}"]),
    ("Countries covered", "* a", [f"3:13: not YAML: did not find expected alphabetic or numeric character; {QUOTE}"]),
    ("Countries covered", "- a",
     [f"3:12: not YAML: block sequence entries are not allowed in this context; {QUOTE}"]),
    ("Countries covered", "| a", [f"3:14: not YAML: did not find expected comment or line break; {QUOTE}"]),
    ("Countries covered", ", a", [f"3:12: not YAML: did not find expected node content; {QUOTE}"]),
    ("Countries covered", "\"a\\qb\"", ["3:14: not YAML: found unknown escape character; use single quotes, in which a "
                                        "\\ stands for itself"]),
    ("Countries covered", "\u201cCountries", [
        "3:12: '\u201cCountries' without quotes: a curly quote that does not end; use straight quotes; quote it if it "
        "is text"]),
    ("Countries covered", "' '", ["3:12: label: nothing but blanks; write some text, or leave it out"]),
    ("2023-12\n", "\u201c2023-12\u201d\n", ["6:12: as_of: '\u201c2023-12\u201d' is not a date written as YYYY, YYYY-MM "
                                            "or YYYY-MM-DD"]),
])
def test_a_slip_in_yaml_is_told_with_what_mends_it(problems, old, new, wanted):
    assert problems({"data/facts.yml": FACTS.replace(old, new, 1)}) == [f"data/facts.yml:{line}" for line in wanted]


@pytest.mark.parametrize(("page", "wanted"), [
    ("\n" + PAGE, "something stands before the head; --- is the first line of a page"),
    (PAGE.replace("24\n---", "24"), "the head does not end; write --- on a line of its own after its last key"),
])
def test_a_head_that_is_none_is_told(problems, page, wanted):
    assert problems({"docs/index.md": page}) == [f"docs/index.md:1:1: {wanted}"]


@pytest.mark.parametrize(("end", "line"), [("---", 5), ("---\n", 6), ("---\n\n \n", 6)])
def test_a_head_without_words_is_told(problems, end, line):
    page = PAGE.split("\n---")[0].replace("title: Home", "title: Old") + f"\n{end}"
    assert problems({"docs/other.md": page}) == [
        f"docs/other.md:{line}:1: nothing follows the head; a page has a heading and words"]

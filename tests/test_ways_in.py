"""Ways by which markup once came, or could come, into a page past one of the checks; each is closed where it begins."""

from __future__ import annotations

import pytest

from macros.render import formats
from macros.render.addresses import edit_link
from macros.site.site import Site
from tests.conftest import PAGE, SETTINGS, TABLE
from tests.test_payloads import live

DIFFERENTLY = "write [words](address), with %20 for a space, %28 and %29 for ( and )"
BEHIND = "right behind a call, which could make a link of its note; put a space between"
PICTURE = "a picture that is none of this site; write ![words](file), with a file under docs/"
BRACES = "braces hold calls, and the id of a heading as in {#name}"
OWN = "ids with __ in front are the theme's own"
HTML = "write Markdown, or call a macro"
NAMES = "allowed: small letters, digits and hyphens"
KINDS = "allowed: .csv, .gif, .jpeg, .jpg, .pdf, .png, .txt, .webp"


@pytest.mark.parametrize(("line", "said"), [
    ("As `<b>` has it", [f"5: HTML in a page, '<b'; {HTML}"]),
    ('\\`<img title=">" src=x onerror=alert(1)//>\\`', [f"""3: HTML in a page, '<img title="'; {HTML}"""]),
    ("a <\x02img src=x>", ["4: a character that cannot be printed, U+0002; delete it"]),
    ('<{{ fact("covered") }}>', [f"1: HTML in a page, '<{{{{ fact(\"covered\") '; {HTML}"]),
    ("x {.md-overlay}", [f"3: '{{.md-overlay}}' in a page; {BRACES}"]),
    ("x { onclick=y }", [f"3: '{{ onclick=y }}' in a page; {BRACES}"]),
    ("## x {#__config}", [f"1: the id '__config' of a heading; {OWN}", f"6: '{{#__config}}' in a page; {BRACES}"]),
    ("## \\_\\_config", [f"1: the id '__config' of a heading; {OWN}"]),
    ("## &#95;_search", [f"1: the id '__search' of a heading; {OWN}"]),
    ('## {{ cite("law") }}\\_\\_toc', [f"1: the id '__toc' of a heading; {OWN}"]),
    ("[x](< javascript:y>)", ["7: scheme 'javascript'; allowed: https, http, mailto"]),
    ("[x\\\\](javascript:y)", ["7: scheme 'javascript'; allowed: https, http, mailto"]),
    ("[x](<java :y>)", [f"5: HTML in a page, '<java :y'; {HTML}",
                        "6: an address that engines read differently, 'java :y>)'; " + DIFFERENTLY]),
    ("[x]()", ["5: an address that engines read differently, ')'; " + DIFFERENTLY]),
    ("[x](&#47;/y.invalid)", ["5: an address that engines read differently, '&#47;/y.invalid)'; " + DIFFERENTLY]),
    ('[x]({{ number("y") }})', ["5: an address that engines read differently, '{{ number(\"y\") }})'; " + DIFFERENTLY]),
    ("![x](https://y.invalid/z.png)", [f"1: {PICTURE}"]), ("![[x]](z.png)", [f"1: {PICTURE}"]),
    ("> [x]: javascript:y", ["3: the address of 'x' apart from its words; write [words](address)"]),
    ("[^x]: A note", ["1: a note of the page's own, '^x'; notes come from calls"]),
    ('!{{ cite("law") }}(https://y.invalid/z.png)', [f"19: '(' {BEHIND}"]),
    ('{{ cite("law") }}: javascript:y', [f"18: ':' {BEHIND}"]), ('{{ fact("covered") }}[x]', [f"22: '[' {BEHIND}"]),
    ('\\{{ fact("covered") }}', ["1: a backslash before a call; take it out"]),
    ('{{ cite("law", "a\\x0bb") }}', ["1: '\\x0b' in text; records hold words, pages hold calls"]),
    ('{{ cite("law", "a\\ud800b") }}', ["1: '\\ud800' in text; records hold words, pages hold calls"]),
    ('{{ cite("law", "' + "x" * 601 + '") }}', ["1: 601 characters; allowed: 600"]),
])
def test_on_a_page_it_is_refused_where_it_stands(problems, line, said):
    found = [text for text in problems({"docs/index.md": PAGE + f"\n{line}\n"}) if "no page" not in text]
    assert found[:len(said)] == [f"docs/index.md:15:{message}" for message in said]


@pytest.mark.parametrize(("name", "said"), [
    ("a b.md", f"docs/a b.md:1:1: the name 'a b.md'; {NAMES}; did you mean 'a-b.md'?"),
    ("x](javascript:y).md", f"docs/x](javascript:y).md:1:1: the name 'x](javascript:y).md'; {NAMES}; "
                            "did you mean 'x-javascript-y.md'?"),
    *((f"x.{ending}", f"docs/x.{ending}:1:1: a file that ends with .{ending}; {KINDS}")
      for ending in ("html", "xhtml", "xml")),
    *((f"x.{ending}", f"docs/x.{ending}:1:1: a file that ends with .{ending}; put it in docs/assets/")
      for ending in ("css", "js", "svg"))])
def test_a_file_whose_name_or_kind_is_a_way_in_is_refused(problems, name, said):
    assert problems({f"docs/{name}": "x"}) == [said]


@pytest.mark.parametrize(("key", "value", "message"), [
    ("title", "A <b>", "2:8: title: '<' in a head, which themes would take for markup; quotes are “ and ”"),
    ("title", 'A "b"', "2:8: title: '\"' in a head, which themes would take for markup; quotes are “ and ”"),
    ("description", "What the law is, whom it covers and what <script> would change.",
     "3:14: description: '<' in a head, which themes would take for markup; quotes are “ and ”")])
def test_a_head_that_themes_would_print_as_markup_is_refused(problems, key, value, message):
    lines = [f"{key}: '{value}'" if line.startswith(f"{key}:") else line for line in PAGE.split("\n")]
    assert problems({"docs/index.md": "\n".join(lines)}) == [f"docs/index.md:{message}"]


NUMBERED = SETTINGS["data/site.yml"] + "  numbered: {table: departures, column: series, pattern: 'none looks so'}\n"


@pytest.mark.parametrize("number", ["(javascript:alert(x))", ": javascript:alert(x)", "[x](javascript:alert(x))",
                                    "img src=x onerror=alert(x)", '" onclick="alert(x)'])
@pytest.mark.parametrize("words", ["[x]*", "!*", '{{ note("covered") }}*', "_*_", "> *", '*{{ cite("law") }}'])
def test_a_number_from_a_record_stays_words_beside_whatever_marks(project, number, words):
    files = {"data/site.yml": NUMBERED, "data/table.yml": TABLE.replace("series: Conference", f"series: '{number}'", 1)}
    site = Site.read(project({**files, "docs/index.md": PAGE + f"\n{words}\n".replace("*", '{{ number("y73") }}')}))
    assert site.problems == [] and live(site.markdown["index.md"]) == []


def test_words_in_an_attribute_cannot_end_it(project):
    page = PAGE + '\n{{ key_facts("covered", title="x\\" onclick=\\"alert(1)") }}\n'
    text = Site.read(project({"docs/index.md": page})).markdown["index.md"]
    assert 'aria-label="x&quot; onclick=&quot;alert(1)"' in text and live(text) == []


def test_a_tooltip_of_the_glossary_is_words(project):
    term = ("table: terms\nkind: term\ntitle: Terms\ncaption: Terms.\nas_of: 2024\nchecked: 2026-11-24\nrows:\n"
            "- {id: xss, term: XSS, meaning: M, short: '<img src=x onerror=alert(1)>', tooltip: true, "
            "sources: [law]}\n")
    site = Site.read(project({"data/terms.yml": term, "docs/index.md": PAGE + '\nXSS.\n\n{{ glossary("terms") }}\n'}))
    assert site.problems == [] and live(site.markdown["index.md"]) == []
    assert "*[XSS]: &lt;img src=x onerror=alert(1)&gt;" in site.markdown["index.md"]


def test_a_term_begins_with_a_letter_or_a_figure_that_it_can_stand_under(problems):
    term = ("table: terms\nkind: term\ntitle: Terms\ncaption: Terms.\nas_of: 2024\nchecked: 2026-11-24\nrows:\n"
            "- {id: one, term: 'Ёлка', short: S, meaning: M, sources: [law]}\n"
            "- {id: two, term: (PNTR, short: S, meaning: M, sources: [law]}\n")
    assert problems({"data/terms.yml": term, "docs/index.md": PAGE + '\n{{ glossary("terms") }}\n'}) == [
        "data/terms.yml:9:19: term: '(PNTR' does not have the right form; it says: As pages write it, such as PNTR or "
        "column 2; a letter or a figure comes first."]


def test_the_name_of_a_data_file_is_quoted_in_its_address(monkeypatch):
    monkeypatch.setenv("REPO_URL", "https://git.invalid/owner/name")
    assert edit_link("data/x) <img src=x onerror=y>.yml", 2) == (
        "https://git.invalid/owner/name/blob/main/data/x%29%20%3Cimg%20src%3Dx%20onerror%3Dy%3E.yml?plain=1#L2")


@pytest.mark.parametrize(("text", "shown"), [("(a)", "&#40;a)"), (": a", "&#58; a"), ('a "b"', "a &quot;b&quot;")])
def test_words_are_escaped_for_where_they_may_stand(text, shown):
    assert formats.markdown(text) == shown

"""Files that the check and the engine could see otherwise: their names, their kinds, and the menu in mkdocs.yml."""

from __future__ import annotations

import pytest

from tests.conftest import FACTS, OTHER, PAGE, SETTINGS, TABLE

LETTERS = "allowed: small letters, digits and hyphens"
MADE = "a build makes a file of this name, or a folder; name it otherwise"
KINDS = "allowed: .csv, .gif, .jpeg, .jpg, .pdf, .png, .txt, .webp"
SPARE = ("x.md~", "x.yml~", "x.md.orig", "x.yml.rej", "x.bak", "x.swo", "#x.md#", "~$x.md", "Thumbs.db")
CUT = ("# begins a comment here, and what follows is not read; put the value in quotes, or write a comment as two "
       "spaces, # and a space")


@pytest.mark.parametrize(("name", "wanted"), [
    ("A.md", f"the name 'A.md'; {LETTERS}; did you mean 'a.md'?"),
    ("INDEX.md", f"the name 'INDEX.md'; {LETTERS}; did you mean 'index.md'?"),
    ("X/y.md", f"the name 'X/y.md'; {LETTERS}; did you mean 'x/y.md'?"),
    ("with space.md", f"the name 'with space.md'; {LETTERS}; did you mean 'with-space.md'?"),
    ("\u00dcn\u00ef.md", f"the name '\u00dcn\u00ef.md'; {LETTERS}; did you mean 'uni.md'?"),
    ("e\u0301.md", f"the name 'e\u0301.md'; {LETTERS}; did you mean 'e.md'?"),
    ("\u0436.md", f"the name '\u0436.md'; {LETTERS}"),
    ("_x.md", f"the name '_x.md'; {LETTERS}; did you mean 'x.md'?"),
    ("x_y.md", f"the name 'x_y.md'; {LETTERS}; did you mean 'x-y.md'?"),
    ("-x.md", f"the name '-x.md'; {LETTERS}; did you mean 'x.md'?"),
    ("a#b.md", f"the name 'a#b.md'; {LETTERS}; did you mean 'a-b.md'?"),
    ("a%20b.md", f"the name 'a%20b.md'; {LETTERS}; did you mean 'a-20b.md'?"),
    ("x.md.md", f"the name 'x.md.md'; {LETTERS}; did you mean 'x-md.md'?"),
    ("x.html.md", f"the name 'x.html.md'; {LETTERS}; did you mean 'x-html.md'?"),
    ("a.md/x.md", f"the name 'a.md/x.md'; {LETTERS}; did you mean 'a-md/x.md'?"),
    ("assets/Photo.png", f"the name 'assets/Photo.png'; {LETTERS}; did you mean 'assets/photo.png'?"),
    ("404.md", "404.md, whose place is that of the page for unknown addresses; name it otherwise"),
    ("README.md", "README.md, which the engine takes for index.md; name it index.md"),
    *((f"x{ending}", f"a page that ends with {ending}; pages end with .md")
      for ending in (".MD", ".Md", ".markdown", ".MARKDOWN", ".mdown", ".mkd", ".mkdn")),
    *((f"x{ending}", f"a file that ends with {ending}; {KINDS}") for ending in (".html", ".php", ".yml", ".db")),
    *((f"x{ending}", f"a page that ends with {ending or 'nothing'}; pages end with .md")
      for ending in ("", ".mdd", ".m", ".mdx", ".txt")),
    ("templates/x.md", "the engine publishes nothing from docs/templates/; put it elsewhere"),
    ("сoverаge.md", f"the name 'сoverаge.md'; {LETTERS}; did you mean 'coverage.md'?"),
    *((name, MADE) for name in ("data/facts.csv", "data/departures.csv", "data/all.json", "cite/home.bib",
                                "changes.xml", "sitemap.xml", "404.html", "search/search_index.json")),
])
def test_a_file_that_the_site_cannot_hold_is_refused_by_its_name(problems, name, wanted):
    assert problems({f"docs/{name}": OTHER}) == [f"docs/{name}:1:1: {wanted}"]


@pytest.mark.parametrize("files", [
    {"docs/sub.md": OTHER, "docs/sub/more.md": OTHER}, {"docs/sub/readme.md": OTHER},
    {"docs/data/facts.md": OTHER}, {"docs/index/other.md": OTHER},
    {"docs/.~lock.x.md#": "x", "data/.facts.yml.swp": "x"},
    *({f"docs/{name}": "x", f"data/{name}": "x"} for name in SPARE),
    {"docs/CNAME": "x.invalid\n"}, {"docs/assets/x.png": "\0"}, {"data/geo/README.md": "x"}])
def test_other_files_are_read_or_none_of_the_site(problems, files):
    assert problems(files) == []


@pytest.mark.parametrize(("first", "second"), [
    ("sub.md", "sub/index.md"), ("a-b.md", "a/b.md"), ("a-b.md", "a/b/index.md")])
def test_two_pages_whose_files_would_have_one_name_are_refused(problems, first, second):
    assert problems({f"docs/{first}": OTHER, f"docs/{second}": OTHER}) == [
        f"docs/{first}:1:1: its files of citation would have the name of those of docs/{second}; rename one of the two"]


@pytest.mark.parametrize(("name", "wanted"), [
    *((f"x{ending}", f"a file that ends with {ending}; data end with .yml")
      for ending in (".YML", ".Yml", ".YAML", ".json", ".csv")),
    ("x", "a file that ends with nothing; data end with .yml"),
    ("X.yml", f"the name 'X.yml'; {LETTERS}"), ("a b/x.yml", f"the name 'a b/x.yml'; {LETTERS}"),
    ("geo/x.yml", "no records are read from geo/; put the file elsewhere"),
    ("schema/x.yml", "no records are read from schema/; put the file elsewhere"),
])
def test_a_file_of_data_that_would_not_be_read_is_refused(problems, name, wanted):
    assert f"data/{name}:1:1: {wanted}" in problems({f"data/{name}": FACTS})


def test_a_folder_with_the_name_of_a_file_is_a_folder(problems):
    records = FACTS.replace("covered:", "more:").replace("Countries covered", "More")
    page = PAGE + '\n{{ fact("more") }}\n'
    assert problems({"data/sub.d/x.yml": records, "docs/index.md": page}) == [
        f"data/sub.d/x.yml:1:1: the name 'sub.d/x.yml'; {LETTERS}"]
    assert problems({"data/x.yml/x.yml": records, "docs/index.md": page})[0].startswith("data/sub.d")


@pytest.mark.parametrize("name", ["facts", "sources", "event", "place"])
def test_a_table_with_the_name_of_another_file_is_refused(problems, name):
    files = {"data/table.yml": TABLE.replace("departures", name), "docs/index.md": PAGE.replace("departures", name)}
    assert problems(files) == [f"data/table.yml:1:8: table: the name {name!r} is taken: a file of that name is made of "
                               "something else; name it otherwise"]


HEAD = "site_name: x\n"


@pytest.mark.parametrize(("text", "wanted"), [
    ("nav:\n- index.md\n", ["2:1: page 'more.md' is not under nav:; add a line - more.md"]),
    ("nav:\n- index.md\n# - more.md\n", ["2:1: page 'more.md' is not under nav:; add a line - more.md"]),
    ("nav:\n- Home: index.md\n- More:\n  - All: mor.md\n- more.md\n",
     ["5:10: nav: names no page 'mor.md'; allowed: index.md, more.md; did you mean 'more.md'?"]),
    ("nav:\n- Home: index\n- more.md\n", [
        "2:1: page 'index.md' is not under nav:; add a line - index.md",
        "3:9: nav: names no page 'index'; allowed: index.md, more.md; did you mean 'index.md'?"]),
    ("nav:\n- index.md\n- more.md\n- Again: more.md\n", ["5:10: nav: 'more.md' stands here twice; keep one"]),
    ("nav:\n- index.md\n- more.md\n- Elsewhere: https://x.invalid/\n", []),
    ("nav:\n- index.md\nvalidation:\n  nav: {omitted_files: ignore}\n", []),
    ("nav:\n- index.md\nnot_in_nav: mo*.md\n", []), ("nav:\n- index.md\nnot_in_nav: |\n  /more.md\n", []),
    ("nav:\n- index.md\nnot_in_nav: other.md\n", ["2:1: page 'more.md' is not under nav:; add a line - more.md"]),
    ("nav:\n- index.md\nnot_in_nav: [more.md]\n", ["2:1: page 'more.md' is not under nav:; add a line - more.md"]),
    ("nav:\n- index.md\nnot_in_nav: '!'\n", ["2:1: page 'more.md' is not under nav:; add a line - more.md"]),
    ("plugins: []\n", []),
    ("site_url: !ENV [SITE_URL, '']\nnav: [index.md, more.md]\n", []),
    ("nav:\n- The #1 page: index.md\n- more.md\n", [f"3:7: {CUT}"]),
    ("nav:\n\t- index.md\n", ["3:1: a tab; indent with spaces"]),
    ("site_author: a: b\nnav:\n- index.md\n", [
        "2:15: not YAML: mapping values are not allowed in this context; a colon inside of a value; put the whole "
        "value in quotes"]),
    ("hooks: !!python/name:os.system\n", ["2:8: a tag, tag:yaml.org,2002:python/name:os.system; write a plain value"]),
    ("nav:\n- 12: index.md\n- more.md\n",
     ["3:3: '12' without quotes: YAML reads it as something else than text; quote it if it is text"]),
])
def test_the_menu_is_read_as_the_engine_reads_it(problems, text, wanted):
    assert problems({"mkdocs.yml": HEAD + text, "docs/more.md": OTHER}) == [f"mkdocs.yml:{line}" for line in wanted]


def test_what_follows_from_settings_that_cannot_be_read_is_held_back(problems):
    for name, text in SETTINGS.items():
        assert problems({**SETTINGS, name: text + "\tx\n"}) == [
            f"{name}:{text.count(chr(10)) + 1}:1: a tab; indent with spaces"]

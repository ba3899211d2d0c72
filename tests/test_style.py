"""`make format`: one style for data files, nothing said differently, no comment lost."""

import pytest

from macros.cli.formatting import styled
from macros.cli.main import main
from macros.records.reading import read_text
from tests.conftest import FACTS, ROOT, TABLE

HEAD = "# yaml-language-server: $schema=schema/facts.json\n"
FACTS_HEAD = HEAD + "facts:\n"
BODY = FACTS.removeprefix("facts:\n")


@pytest.mark.parametrize(("old", "new"), [
    ("  a:\n      label: One\n", "  a:\n    label: One\n"),
    ("  a:\n    note: Long words that\n      go on\n", "  a:\n    note: Long words that go on\n"),
    ("  a:\n    note: >\n      Long words that\n      go on\n", "  a:\n    note: \"Long words that go on\\n\"\n"),
    ("  a:\n    sources:\n      - b\n      - {source: c, locator: d}\n",
     "  a:\n    sources:\n    - b\n    - {source: c, locator: d}\n"),
    ("  a:\n    sources: [ b,c,\n      d ]\n", "  a:\n    sources: [b, c, d]\n"),
    ("  a: {label: One,   value:  1}\n", "  a: {label: One, value: 1}\n"),
    ("  a:\n    claims:\n     -\n        value: 1\n        who: x\n",
     "  a:\n    claims:\n    - value: 1\n      who: x\n"),
    ("  a:\n    label: \"One\"\n", "  a:\n    label: One\n"),
    ("  a:\n    label: \"One: two\"\n", "  a:\n    label: 'One: two'\n"),
    ("  a:\n    label: \"\\x85 \\u2028\"\n", "  a:\n    label: \"\\u0085 \\u2028\"\n"),
    ("  a:\n    label: 'It''s: x'\n", "  a:\n    label: \"It's: x\"\n"),
    ("  a:\n    value: '2024'\n", "  a:\n    value: '2024'\n"),
    ("  a:\n    value: \"7202-49-50\"\n", "  a:\n    value: '7202-49-50'\n"),
    ("  a:\n    value: \"2026-11-29\"\n", "  a:\n    value: 2026-11-29\n"),
    ("  a:\n    value: \"no\"\n", "  a:\n    value: 'no'\n"),
    ("  a: {label: 'One, two', at: 'Three'}\n", "  a: {label: 'One, two', at: Three}\n"),
    ("  a: {label: Who?, at: It}\n  b:\n    label: Who?\n", "  a: {label: 'Who?', at: It}\n  b:\n    label: Who?\n"),
    ("  a:\n    note:\n", "  a:\n    note:\n"),
    ("  a:\n    label: One\n\n\n\n  b:\n    label: Two", "  a:\n    label: One\n\n  b:\n    label: Two\n"),
    ("  a:   # first\n    label: One   # second\n", "  a:  # first\n    label: One  # second\n"),
    ("  # above\n  a:\n     # inside\n     label: One\n# end\n",
     "  # above\n  a:\n    # inside\n    label: One\n# end\n"),
    ("  a:\n    sources: [b,  # why b\n      c]\n", "  a:\n    # why b\n    sources: [b, c]\n"),
    ("  a:\n    label: Ё ö   # naïve — ok\n    value: 'a # b'\n",
     "  a:\n    label: Ё ö  # naïve — ok\n    value: 'a # b'\n"),
])
def test_a_file_is_rewritten_in_one_style(old, new):
    assert styled("facts:\n" + old, "data/x.yml") == FACTS_HEAD + new
    assert styled(FACTS_HEAD + new, "data/x.yml") == FACTS_HEAD + new


@pytest.mark.parametrize(("path", "text", "first"), [
    ("data/x.yml", FACTS, "schema/facts.json"), ("data/a/b/x.yml", FACTS, "../../schema/facts.json"),
    ("data/a/x.yml", TABLE, "../schema/table-departures.json"),
    ("data/a/x.yml", "# yaml-language-server: $schema=wrong.json\n" + TABLE, "../schema/table-departures.json"),
])
def test_the_first_line_leads_to_the_schema(path, text, first):
    head, comment, *rest = styled("# A comment.\n" + text, path).split("\n")
    assert head == f"# yaml-language-server: $schema={first}"
    assert comment == "# A comment."
    assert rest[0] in ("facts:", "table: departures")


def test_a_file_out_of_style_is_named_with_its_first_line_that_is(project, capsys):
    root = project({"data/facts.yml": HEAD + FACTS.replace("[law]", "[ law ]")})
    main(["format", "--root", str(root)])
    (root / "data" / "facts.yml").write_text(HEAD + FACTS.replace("[law]", "[ law ]"), "utf-8")
    assert main(["format", "--check", "--root", str(root)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "data/facts.yml:9:1: not in the style of data files; wanted: '    sources: [law]'; run: make format",
        "1 problem in 1 file"]


def test_formatting_says_which_files_it_rewrote_and_the_check_is_content_then(project, capsys):
    root = project()
    assert main(["format", "--root", str(root)]) == 0
    assert capsys.readouterr().out.splitlines() == ["data/facts.yml", "data/sources.yml", "data/table.yml"]
    assert main(["format", "--check", "--root", str(root)]) == 0
    main(["format", "--root", str(root)])
    assert capsys.readouterr().out == "every data file is in style\n"


def test_the_check_tells_what_is_out_of_style_where_nothing_graver_is_wrong(project, capsys):
    root = project()
    main(["format", "--root", str(root)])
    text, table = ((root / "data" / name).read_text("utf-8") for name in ("facts.yml", "table.yml"))
    assert main(["check", "--root", str(root)]) == 0
    (root / "data" / "facts.yml").write_text(text.replace("[law]", "[ law ]"), "utf-8")
    (root / "data" / "table.yml").write_text(table.replace("[law]", "[ lew ]"), "utf-8")
    capsys.readouterr()
    assert main(["check", "--root", str(root)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "data/facts.yml:9:1: not in the style of data files; wanted: '    sources: [law]'; run: make format",
        "data/table.yml:9:72: no source 'lew'; allowed: law; did you mean 'law'?",
        "data/table.yml:10:72: no source 'lew'; allowed: law; did you mean 'law'?", "3 problems in 2 files"]
    main(["format", "--root", str(root)])
    assert (root / "data" / "facts.yml").read_text("utf-8") == text


def test_a_file_with_faults_is_left_to_the_check(project):
    root = project({"data/facts.yml": "facts:\n\tx: 1\n"})
    main(["format", "--root", str(root)])
    assert (root / "data" / "facts.yml").read_text("utf-8") == "facts:\n\tx: 1\n"


def test_every_data_file_keeps_what_it_says_and_its_comments():
    for file in sorted((ROOT / "data").rglob("*.yml")):
        path, text = file.relative_to(ROOT).as_posix(), file.read_text("utf-8")
        new = styled(text, path)
        assert read_text(new, path).value == read_text(text, path).value, path
        assert styled(new, path) == new, path

"""Many faults at once: every one is reported, once, in one run, at its file and line."""

from __future__ import annotations

import shutil
import subprocess
import sys

from macros.cli.formatting import styled
from tests.conftest import EXTENSIONS, FACTS, PAGE, ROOT, SOURCES, TABLE

GOOD = FACTS.split("\n", 1)[1]


def fact(key: str, old: str = "", new: str = "") -> str:
    """One good fact under another id, with one piece of its text exchanged."""
    assert old in GOOD
    return GOOD.replace("covered:", f"{key}:", 1).replace(old, new, 1)


# by file: its text, and the lines on which faults were planted with how each message begins
PLANTED = {
    "data/a-keys.yml": ("facts:\n" + fact("k1", "label:", "lable:") + fact("k2", "unit:", "unti:")
                        + fact("k3", "    as_of: 2023-12\n") + fact("k4", "    checked: 2026-11-24\n"),
                        [(2, "key 'label' is missing"), (3, "unknown key 'lable'"),
                         (11, "value: 8 with unit None"), (12, "unknown key 'unti'"),
                         (16, "key 'as_of' is missing"), (22, "key 'checked' is missing")]),
    "data/b-types.yml": ("facts:\n" + fact("t1", "Countries covered", "7")
                         + fact("t2", "[law]", "law"),
                         [(3, "label: 7 is the wrong type"), (15, "sources: 'law' is the wrong type")]),
    "data/c-dates.yml": ("facts:\n" + fact("d1", "2026-11-24", "2026-02-31")
                         + fact("d2", "2023-12", "2023-13") + fact("d3", "2023-12", "2024/2020")
                         + fact("d4", "2026-11-24", "2026-11-24\n    check_by: 2026-01-01"),
                         [(7, "'2026-02-31' without quotes"), (13, "as_of: 2023-13"),
                          (20, "as_of: the range 2024/2020"), (29, "check_by: 2026-01-01"),
                          (23, "fact 'd4' is on no page")]),
    "data/d-sources.yml": ("facts:\n" + fact("s1", "[law]", "[lew]") + fact("s2", "[law]", "[laws]"),
                           [(2, "fact 's1' is on no page"), (8, "no source 'lew'"),
                            (9, "fact 's2' is on no page"), (15, "no source 'laws'")]),
    "data/e-twice.yml": (TABLE.replace("title: Dep", "title: One\ntitle: Dep", 1)
                         .replace("table: departures", "table: twice")
                         .replace("persons: 13221", "persons: 13221, persons: 1"),
                         [(1, "table 'twice' is on no page"), (4, "key 'title' stands here twice"),
                          (10, "key 'persons' stands here twice")]),
    "data/f-alias.yml": ("facts:\n" + fact("f1", "8", "&a 8") + fact("f2", "8", "*a"),
                         [(4, "an anchor, &a"), (11, "an alias, *a"), (2, "fact 'f1' is on no page")]),
    "data/g-tab.yml": ("facts:\n\tx: 1\n\ty: 2\n", [(2, "a tab"), (3, "a tab")]),
    "data/h-no.yml": ("facts:\n" + fact("n1", "Countries covered", "no")
                      + fact("n2", "[law]", "[law]\n    note: off"),
                      [(3, "'no' without quotes"), (16, "'off' without quotes"),
                       (2, "fact 'n1' is on no page"), (9, "fact 'n2' is on no page")]),
    "data/i-ids.yml": (FACTS + fact("covered-2"), [(2, "fact 'covered' is also at data/facts.yml:3"),
                                                    (9, "fact 'covered-2' is on no page")]),
    "data/j-ids.yml": (TABLE.replace("table: departures", "table: ids").replace("y75", "y73"),
                       [(9, "row 'y73' is also at data/j-ids.yml:8"), (1, "table 'ids' is on no")]),
    "data/k-keys.yml": ("facts:\n" + fact("m1", "value:", "vlaue:") + fact("m2", "sources:", "source:")
                        + fact("m3", "unit: countries", "unit: contries") + fact("m4", "checked:", "cheked:"),
                        [(2, "key 'value' is missing"), (4, "unknown key 'vlaue'"),
                         (9, "key 'sources' is missing"), (15, "unknown key 'source'"), (19, "unit: 'contries'"),
                         (23, "key 'checked' is missing"), (28, "unknown key 'cheked'")]),
    "data/l-words.yml": ("facts:\n" + fact("w1", "2026-11-24", "24 November 2026") + fact("w2", "8", "eight")
                         + fact("w3", "2023-12", "Dec 2023") + "  w4:\n",
                         [(7, "checked: '24 November 2026'"), (11, "value: 'eight'"), (20, "as_of: 'Dec 2023'"),
                          (23, "w4: an empty value")]),
    "data/sources.yml": (SOURCES + SOURCES.split("\n", 1)[1].replace("law:", "idle-1:", 1)
                         + SOURCES.split("\n", 1)[1].replace("law:", "idle-2:", 1),
                         [(12, "url: source 'law'"), (19, "url: source 'law'"),
                          (9, "source 'idle-1' is cited by nothing"),
                          (16, "source 'idle-2' is cited by nothing")]),
    "docs/index.md": (PAGE + """
{{ fact("coverd") }} and {{ fact("cuvered") }}

{{ tabel("departures") }}

{{ facts("covered") }}

{{ fact("covered", units=true) }} {{ cell("departures", "y73", "year", exact=7) }}

Here {{ fact("covered") is open.

There{{ cite("law" is too.

[a](bills.md) [b](missing.md) [c](#figurs) [d](#low)
""", [(15, "no fact 'coverd'"), (15, "no fact 'cuvered'"), (17, "no macro 'tabel'"),
      (19, "no macro 'facts'"), (21, "fact(): no argument 'units'"), (21, "cell(): exact: 7"),
      (23, "{{ without its }}"), (25, "{{ without its }}"), (27, "no page 'bills.md'"),
      (27, "no page 'missing.md'"), (27, "no heading 'figurs'"), (27, "no heading 'low'")]),
}


SETTLED = {name: styled(text, name) for name, text in (
    ("data/facts.yml", FACTS), ("data/sources.yml", SOURCES), ("data/table.yml", TABLE))}


def test_every_planted_fault_is_reported_once_in_one_run(project):
    root = project({**SETTLED, **{name: text for name, (text, _) in PLANTED.items()}})
    command = [sys.executable, "-m", "macros", "check", "--root", str(root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    *lines, count = done.stderr.splitlines()
    wanted = sorted((name, line, start) for name, (_, faults) in PLANTED.items()
                    for line, start in faults)
    found = sorted(_parts(line) for line in lines)
    assert [(path, line) for path, line, _ in found] == [(path, line) for path, line, _ in wanted]
    for (path, line, message), (_, _, start) in zip(found, wanted, strict=True):
        assert message.startswith(start), f"{path}:{line}: {message}"
    assert done.returncode == 1
    assert count == f"{_count()} problems in {len(PLANTED)} files"
    assert _count() >= 60


def _parts(line: str) -> tuple[str, int, str]:
    path, number, _, message = line.split(":", 3)
    return path, int(number), message.strip()


def test_nothing_is_written_where_there_is_a_problem(project):
    root = project({**SETTLED, **{name: text for name, (text, _) in PLANTED.items()}})
    (root / "mkdocs.yml").write_text(
        f"site_name: x\nhooks: [macros/engine/hook.py]\nmarkdown_extensions: [{EXTENSIONS}, macros.engine.extension]\n")
    shutil.copytree(ROOT / "macros", root / "macros")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(root / "site")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout.rstrip().splitlines()[-1] == f"{_count()} problems in {len(PLANTED)} files"
    assert not (root / "site").exists()


def _count() -> int:
    return sum(len(faults) for _, faults in PLANTED.values())


# where, what was written, what was meant
MISSPELLED = [
    *(("data/facts.yml", meant + ":", wrong + ":") for meant, wrong in (
        ("label", "lable"), ("value", "vale"), ("unit", "units"), ("as_of", "asof"), ("checked", "check"),
        ("sources", "source"))),
    *(("data/sources.yml", meant + ":", wrong + ":") for meant, wrong in (
        ("title", "titel"), ("publisher", "publsher"), ("url", "link"), ("accessed", "accessed_on"))),
    ("data/sources.yml", "kind: law", "kind: laws"), ("data/facts.yml", "countries\n", "country\n"),
    ("data/facts.yml", "[law]", "[lawe]"), ("data/table.yml", "emigration", "emigraton"),
    ("data/table.yml", "caption:", "captions:"), ("data/table.yml", "series: Conference, sources: [law]}\n- ",
                                                   "serie: Conference, sources: [law]}\n- "),
    ("docs/index.md", "edited:", "edit:"), ("docs/index.md", "description:", "descripton:"),
    ("docs/index.md", '("covered")', '("coverd")'), ("docs/index.md", "fact(", "fct("),
    ("docs/index.md", '"departures"', '"departure"'), ("docs/index.md", '"persons"', '"person"'),
    ("docs/index.md", "columns=", "column="), ("docs/index.md", "table(", "tables("),
]


def _meant(right: str) -> str:
    """The word that the hint should name."""
    return right.split("\n")[0].removeprefix("kind: ").split(":")[0].strip('[]()="{ ').split(" ")[0]


def test_the_first_suggestion_is_right_in_nine_of_ten(problems):
    base = {"data/facts.yml": FACTS, "data/sources.yml": SOURCES, "data/table.yml": TABLE, "docs/index.md": PAGE}
    missed = [(file, wrong) for file, right, wrong in MISSPELLED
              if f"did you mean {_meant(right)!r}?" not in "\n".join(
                  problems({**base, file: base[file].replace(right, wrong, 1)}))]
    assert len(missed) <= len(MISSPELLED) // 10, missed


def test_in_continuous_integration_each_problem_stands_on_its_line_of_the_diff(project, monkeypatch, capsys):
    from macros.cli.main import main

    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    root = project({**SETTLED, "data/facts.yml": FACTS.replace("[law]", "['100%']")})
    assert main(["check", "--root", str(root)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "::error file=data/facts.yml,line=8,col=15::sources: '100%25' does not have the right form; "
        "it says: Key of the source."]

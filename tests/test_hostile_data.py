"""Hostile data files: each is refused with its place, in bounded time and memory, and nothing outside is read."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from macros.cli.main import main
from macros.site.site import Site
from tests.conftest import FACTS

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True))

# name: (file, its text, the first message)
HOSTILE = {
    "alias bomb": (BOMB, "data/x.yml:1:4: an anchor, &a; write the value out"),
    "merge key": ("facts:\n  a: &a {value: 1}\n  b: {<<: *a}\n", "data/x.yml:2:6: an anchor, &a; write the value out"),
    "alias without anchor": ("facts: *a\n", "data/x.yml:1:8: an alias, *a; write the value out"),
    "alias of itself": ("facts: &a\n  x: *a\n", "data/x.yml:1:8: an anchor, &a; write the value out"),
    "deep lists": ("facts: " + "[" * 5000 + "]" * 5000, "data/x.yml:1:1007: not YAML: exceeded maximum nesting depth"),
    "deep mappings": ("facts: " + "{a: " * 5000 + "}" * 5000, "data/x.yml:1:40: not YAML: nested more than 8 deep"),
    "deep blocks": ("facts:\n" + "".join("  " * n + "a:\n" for n in range(1, 400)),
                    "data/x.yml:10:19: not YAML: nested more than 8 deep"),
    "complex key": ("facts:\n  ? [a, b]\n  : 1\n", "data/x.yml:2:5: not YAML: a key must be a word"),
    "mapping as key": ("facts:\n  ? {a: b}\n  : 1\n", "data/x.yml:2:5: not YAML: a key must be a word"),
    "python object": ("facts: !!python/object/apply:os.system ['id']\n",
                      "data/x.yml:1:8: a tag, tag:yaml.org,2002:python/object/apply:os.system; write a plain value"),
    "python name": ("facts: !!python/name:os.system\n",
                    "data/x.yml:1:8: a tag, tag:yaml.org,2002:python/name:os.system; write a plain value"),
    "own tag": ("facts: !include /etc/passwd\n", "data/x.yml:1:8: a tag, !include; write a plain value"),
    "binary": ("facts: !!binary R0lGODlhDAAMAIQAAP\n",
               "data/x.yml:1:8: a tag, tag:yaml.org,2002:binary; write a plain value"),
    "set": ("facts: !!set {a, b}\n", "data/x.yml:1:8: a tag, tag:yaml.org,2002:set; write a plain value"),
    "tag directive": ("%TAG ! tag:x.invalid,2000:\n---\nfacts: !y z\n",
                      "data/x.yml:3:8: a tag, tag:x.invalid,2000:y; write a plain value"),
    "two documents": ("facts: {}\n---\nfacts: {}\n", "data/x.yml:2:1: a second document; one file, one document"),
    "no text": ("\x00\x01\x02", "data/x.yml:1:1: a character that cannot be printed, U+0000; delete it"),
    "escape sequence": ("facts: \x1b[31m\n", "data/x.yml:1:8: a character that cannot be printed, U+001B; delete it"),
    "huge file": ("facts:\n  a: " + "x" * 1_000_001,
                  "data/x.yml:1:1: the file is larger than 1,000,000 bytes; split it by subject"),
    "huge number": ("facts:\n  a:\n    value: " + "9" * 900_000 + "\n", "data/x.yml:2:3: key 'as_of' is missing; "
                    "it says: The period that the value describes."),
    "huge words": (FACTS.replace("covered", "x").replace("Countries covered", "x" * 900_000),
                   "data/x.yml:2:3: fact 'x' is on no page; show it or delete it"),
    "many keys": ("facts:\n" + "".join(f"  k{n}: 1\n" for n in range(20_000)),
                  "data/x.yml:2:7: k0: 1 is the wrong type; wanted: a mapping of keys to values"),
    "call in text": (FACTS.replace("covered", "x").replace("Countries x", '"{{ cycler.__init__ }}"'),
                     "data/x.yml:3:12: label: '{{' in text; records hold words, pages hold calls"),
    "block in text": (FACTS.replace("covered", "x").replace("Countries x", '"{% include x %}"'),
                      "data/x.yml:3:12: label: '{%' in text; records hold words, pages hold calls"),
    "control in text": (FACTS.replace("covered", "x").replace("Countries x", '"a\\u0007b"'),
                        "data/x.yml:3:12: label: '\\x07' in text; records hold words, pages hold calls"),
    "a missing value in text": (FACTS.replace("covered", "x").replace("Countries x", "None"),
                                "data/x.yml:3:12: label: 'None' alone, which programs that read the data take for a "
                                "missing value; say what there is none of, as in 'No money', or leave the key out"),
    "script address": ("sources:\n  x: {title: T, publisher: P, url: 'data:,x', accessed: 2026-11-24, kind: law}\n",
                       "data/x.yml:2:36: url: 'data:,x' does not have the right form; "
                       "it says: The publisher's own address."),
    "a fact that is nothing": ("facts:\n  x:\n",
                               "data/x.yml:2:5: x: an empty value is the wrong type; "
                               "wanted: a mapping of keys to values"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_data_file_is_refused_at_its_place(problems, name):
    text, message = HOSTILE[name]
    tracemalloc.start()
    began = time.process_time()
    said = problems({"data/x.yml": text})
    seconds, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert message in said and all(line.startswith("data/x.yml:") and len(line) < 4000 for line in said)
    assert seconds < 20 and peak < 300_000_000


SECRET = "facts:\n  secret-of-the-machine: {}\n"


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside of the project, with a data file and a page."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "x.yml").write_text(SECRET)
    (folder / "x.md").write_text("# secret-of-the-machine\n")
    (folder / "x.json").write_text("{}")
    return folder


@pytest.mark.parametrize(("link", "target", "message"), [
    ("data/x.yml", "x.yml", "data/x.yml:1:1: symbolic links are not read; put the file itself here"),
    ("data/more", "", "data/more:1:1: symbolic links are not read; put the file itself here"),
    ("data/geo/outlines.json", "x.json",
     "data/geo/outlines.json:1:1: symbolic links are not read; put the file itself here"),
    ("data", "", "data:1:1: symbolic links are not read; put the file itself here"),
    ("docs", "", "docs:1:1: symbolic links are not published; put the file itself here"),
    ("docs/x.md", "x.md", "docs/x.md:1:1: symbolic links are not published; put the file itself here"),
    ("docs/more", "", "docs/more:1:1: symbolic links are not published; put the file itself here"),
    ("docs/assets/x.svg", "x.json",
     "docs/assets/x.svg:1:1: symbolic links are not published; put the file itself here"),
])
def test_a_symbolic_link_is_refused_and_not_followed(project, outside, capsys, link, target, message):
    root = project()
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    if (root / link).is_dir():
        (root / link).rename(root / "away")
    (root / link).symlink_to(outside / target)
    assert main(["check", "--root", str(root)]) == 1
    assert message in capsys.readouterr().err.splitlines()
    assert "secret-of-the-machine" not in "".join(Site.read(root).markdown.values())

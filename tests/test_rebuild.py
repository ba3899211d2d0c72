"""Building again while serving makes the bytes of a whole build, and leaves to one what only that can do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import every_call
from tests.copies import contents

# Builds, changes a file, builds again what that changes, and builds the whole in another folder.
SCRIPT = """
import sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
root = Path(".").resolve()
sys.path.insert(0, str(root))
build(load_config(site_dir="one"))
from macros.engine import serving
from macros.site.site import current
before = serving.stamps(root)
name, old, new = sys.argv[1:]
file = root / name
text = file.read_text("utf-8") if file.exists() else ""
assert old in text
file.write_text(text.replace(old, new, 1), "utf-8")
names = serving.changed(before, serving.stamps(root))
is_built = names is not None and serving.rebuild(names, current(root, again=True))
print(names and sorted(names), is_built)
build(load_config(site_dir="two"))
"""


@pytest.fixture(scope="session")
def original(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("original") / "project"
    root.mkdir()
    every_call.write(root)
    return root


@pytest.mark.site
@pytest.mark.parametrize(("name", "old", "new", "said"), [
    ("data/facts.yml", "value: 8", "value: 11", "['data/facts.yml'] True"),
    ("data/facts.yml", "Countries covered", "States covered", "['data/facts.yml'] True"),
    ("data/event.yml", "An act passed.", "An act failed.", "['data/event.yml'] True"),
    ("docs/index.md", "# What is the law?", "# What is it?", "['docs/index.md'] True"),
    ("docs/index.md", "description: What the law", "description: What this law", "['docs/index.md'] True"),
    ("docs/assets/site.css", "}", "}\n.new {color: red}\n", "['docs/assets/site.css'] True"),
    ("docs/index.md", "title: Home", "title: House", "['docs/index.md'] False"),
    ("macros/render/formats.py", '"""', '"""New. ', "None False"),
    ("docs/new.md", "", "# New", "None False"),
])
def test_what_is_built_again_has_the_bytes_of_a_whole_build(original, tmp_path, name, old, new, said):
    root = every_call.copied(original, tmp_path / "project")
    done = subprocess.run([sys.executable, "-c", SCRIPT, name, old, new], cwd=root, capture_output=True, text=True,
                          env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000"})
    assert (done.stdout.strip(), done.returncode) == (said, 0) or "new.md" in name, done.stderr
    if said.endswith("True"):
        one, two = contents(root / "one"), contents(root / "two")
        assert len(two) > 60 and list(one) == list(two) and [key for key in one if one[key] != two[key]] == []

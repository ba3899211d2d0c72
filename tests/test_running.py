"""Running it where things go wrong around it: at once, interrupted, where nothing can be written, without git."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from macros.cli.main import main
from macros.engine import aside
from macros.site.site import Site
from tests.conftest import FACTS, ROOT
from tests.copies import contents
from tests.test_serve import CONFIG

BUILD = ("-m", "mkdocs", "build", "--strict", "--quiet")
STOPPED = ("import mkdocs.commands.build as engine\ndef stop(*_, **__):\n    raise {}\nengine._build_page = stop\n"
           "from mkdocs.__main__ import cli\ncli()\n")
WARNING = "import logging\ndef on_env(env, **_):\n    logging.getLogger('mkdocs.plugins').warning('odd')\n"


@pytest.fixture
def root(project) -> Path:
    """A small project with its own copy of the code, its data in style."""
    folder = project({"mkdocs.yml": CONFIG + "nav: [index.md]\n"})
    main(["format", "--root", str(folder)])
    for part in ("macros", "overrides"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def start(root: Path, *arguments: str, **more: str) -> subprocess.Popen:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000",
                   "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1", **more}
    return subprocess.Popen([sys.executable, *arguments], cwd=root, env=environment, text=True, encoding="utf-8",
                            errors="replace", stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def done(process: subprocess.Popen) -> tuple[int, str]:
    """The exit status, and all that was said."""
    said, wrong = process.communicate(timeout=300)
    return process.returncode, said + wrong


def hidden(root: Path) -> list[str]:
    return [file.name for file in root.iterdir() if file.name.startswith(".")]


@pytest.mark.site
def test_builds_at_once_leave_a_whole_site(root):
    assert done(start(root, *BUILD, "--site-dir", "alone")) == (0, "")
    running = [start(root, *BUILD) for _ in range(3)]
    assert [done(process) for process in running] == [(0, "")] * 3
    assert contents(root / "site") == contents(root / "alone") != {}
    assert hidden(root) == []


@pytest.mark.site
def test_spare_copies_of_editors_are_not_published(root):
    for name in ("index.md~", "index.md.orig", ".index.md.swp"):
        (root / "docs" / name).write_text("x")
    assert done(start(root, *BUILD)) == (0, "")
    assert [name for name in contents(root / "site") if "index.md" in name and name != "index.md"] == []


@pytest.mark.site
@pytest.mark.parametrize("fault", ["KeyboardInterrupt", "SystemExit(3)", "OSError('full')"])
def test_a_build_that_is_stopped_leaves_the_last_site_as_it_was(root, fault):
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("as it was")
    status, _ = done(start(root, "-c", STOPPED.format(fault), *BUILD[2:]))
    assert status != 0 and contents(root / "site") == {"index.html": b"as it was"} and hidden(root) == []


@pytest.mark.site
def test_a_build_with_a_warning_leaves_no_site(root):
    (root / "warn.py").write_text(WARNING)
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text("utf-8").replace("hook.py]", "hook.py, warn.py]"))
    status, said = done(start(root, *BUILD))
    assert (status, set(said.split("\n"))) == (1, {"", "Aborted with 1 warnings in strict mode!", "WARNING -  odd"})
    assert not (root / "site").exists() and hidden(root) == []


@pytest.mark.site
def test_a_build_beside_which_nothing_can_be_written_says_so(root):
    (root / "full").write_text("a file where a folder should be")
    status, said = done(start(root, *BUILD, "--site-dir", "full/site"))
    assert status == 1 and said.endswith(f"nothing can be written beside {root}/full/site: Not a directory; name "
                                         "another place with --site-dir\n")


def test_what_a_killed_build_left_is_taken_away_after_a_day(tmp_path):
    for name, age in ((".site-1", 90_000), (".site-2", 60)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (moment := tmp_path.stat().st_mtime - age, moment))
    config = MkDocsConfig()
    config.site_dir = str(tmp_path / "site")
    aside.begin(config)
    assert sorted(hidden(tmp_path)) == sorted([".site-2", Path(config.site_dir).name])
    aside.drop()
    assert hidden(tmp_path) == [".site-2"]


def test_checks_at_once_say_the_same_and_leave_whole_files(root):
    running = [start(root, "-m", "macros", "check") for _ in range(4)]
    assert {done(process) for process in running} == {(0, "1 pages, 1 facts, 2 rows, 1 sources: no problem\n")}
    kept = [*(root / "build" / "cache").iterdir(), *(root / "data" / "schema").iterdir()]
    assert len(kept) > 10 and not [file for file in kept if file.name.startswith(".")]


def test_where_nothing_can_be_written_a_check_goes_on_without(root):
    (root / "build").write_text("a file where a folder should be")
    (root / "data" / "schema" / "facts.json").mkdir(parents=True)
    status, said = done(start(root, "-m", "macros", "check"))
    assert (status, said) == (0, "1 pages, 1 facts, 2 rows, 1 sources: no problem\n")


@pytest.mark.site
def test_where_nothing_can_be_kept_a_build_goes_on_without(root):
    (root / "build").write_text("a file where a folder should be")
    assert done(start(root, *BUILD)) == (0, "")
    assert "8 countries" in (root / "site" / "index.html").read_text("utf-8")


SPOILS = (lambda data: b"", lambda data: data[:-1], lambda data: data[:40] + b"x" + data[41:],
          lambda data: marshal.dumps(("another", "shape")))


def test_what_is_kept_and_spoiled_or_of_something_else_is_not_read(root):
    wanted, kept = done(start(root, "-m", "macros", "check")), root / "build" / "cache"
    for file, spoil in zip(sorted(kept.iterdir()), cycle(SPOILS)):
        file.write_bytes(spoil(file.read_bytes()))
    assert done(start(root, "-m", "macros", "check")) == wanted
    whole = {file: file.read_bytes() for file in sorted(kept.iterdir())}
    for file, other in zip(whole, [*list(whole.values())[1:], b""], strict=True):
        file.write_bytes(other)
    assert done(start(root, "-m", "macros", "check")) == wanted
    assert {file: file.read_bytes() for file in sorted(kept.iterdir())} == whole


@pytest.mark.parametrize("locale", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"},
                                    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_an_output_that_lacks_letters_shows_their_numbers(root, locale):
    (root / "data" / "facts.yml").write_text(FACTS.replace("[law]", "[Қазақ]"), "utf-8")
    status, said = done(start(root, "-m", "macros", "check", **locale))
    assert (status, said.splitlines()[0]) == (1, (
        "data/facts.yml:8:15: sources: '\\u049a\\u0430\\u0437\\u0430\\u049b' does not have the right form; it says: "
        "Key of the source."))
    status, said = done(start(root, "-m", "macros", "due", "--on", "2026-11-24", **locale))
    assert (status, "Traceback" in said) == (0, False)


def test_who_has_read_enough_gets_no_traceback(root):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "macros", "due"]
    process = subprocess.run(command, cwd=root, stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)
    assert (process.returncode, process.stderr) == (1, "")


def test_an_interrupt_is_told_in_a_word(project, monkeypatch, capsys):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Site, "read", stop)
    assert main(["check", "--root", str(project())]) == 130
    assert capsys.readouterr().err == "interrupted\n"

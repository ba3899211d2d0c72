"""What is kept between runs is what would be worked out, and no more than a convenience."""

import subprocess

import pytest

from macros.records import cache as module
from macros.records.cache import cached, fingerprint
from macros.records.reading import read
from tests.conftest import FACTS, ROOT


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_FOLDER", tmp_path / "cache")
    return tmp_path / "cache"


def never():
    raise AssertionError("worked out again")


def test_a_result_is_worked_out_once():
    assert cached("x", lambda: {"a": [1, ("b", 2)]}) == {"a": [1, ("b", 2)]}
    assert cached("x", never) == {"a": [1, ("b", 2)]}


def test_nothing_is_kept_of_none_nor_trusted_of_a_broken_file(folder):
    assert cached("x", lambda: None) is None
    assert cached("x", lambda: 1) == 1
    next(folder.iterdir()).write_bytes(b"\x00broken")
    assert cached("x", lambda: 2) == 2


def test_a_data_file_reads_the_same_from_what_is_kept(tmp_path, folder):
    (tmp_path / "f.yml").write_text(FACTS)
    first = read(tmp_path / "f.yml", "a.yml")
    assert len(list(folder.iterdir())) == 1
    second = read(tmp_path / "f.yml", "b.yml")
    assert (second.value, second.values_at, second.keys_at) == (first.value, first.values_at, first.keys_at)
    assert (first.path, second.path) == ("a.yml", "b.yml")


def test_a_data_file_with_a_problem_is_not_kept(tmp_path, folder):
    (tmp_path / "f.yml").write_text(FACTS.replace("8", "no"))
    assert [problem.line for problem in read(tmp_path / "f.yml", "f.yml").problems] == [4]
    assert not folder.exists()


def test_another_text_or_another_program_has_another_name():
    names = {fingerprint(text, (file,)) for text, file in (
        (b"a", "records/cache.py"), (b"b", "records/cache.py"), (b"a", "site/pages.py"))}
    assert len(names) == 3


def test_nothing_that_is_built_or_kept_is_in_the_repository():
    """Else a change could bring its own results, and they would be believed."""
    command = ["git", "ls-files", "--", "build", "site", ".venv"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout == ""

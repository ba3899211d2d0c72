"""Fetching a data set: from where the source says, and only what is a file of figures."""

from __future__ import annotations

import io
from urllib.error import URLError

import pytest

from scripts.series import fetch as fetching
from scripts.series.reading import Refused
from tests.conftest import SOURCES

WITH_SET = SOURCES + """\
  census:
    title: Trade by country
    publisher: U.S. Census Bureau
    url: https://www.census.gov/trade
    accessed: 2026-11-24
    kind: statistics
    dataset: {file: country.xlsx, edition: March 2026, fetch: 'https://www.census.gov/country.xlsx', sha256: """ + (
    "0" * 64) + "}\n"


def answering(content):
    """Opens any address with that content, and keeps what was asked."""

    def opened(request, timeout):
        opened.asked = (request.full_url, timeout, request.get_header("User-agent"))
        if isinstance(content, Exception):
            raise content
        return io.BytesIO(content)

    return opened


def test_the_source_says_where_its_file_is(project):
    root = project({"data/sources.yml": WITH_SET})
    assert fetching.address_of(root, "census") == "https://www.census.gov/country.xlsx"


@pytest.mark.parametrize("source", ["law", "cansus"])
def test_a_source_without_an_address_of_its_file_is_refused(project, source):
    with pytest.raises(Refused) as fault:
        fetching.address_of(project({"data/sources.yml": WITH_SET}), source)
    assert str(fault.value).startswith(f"no source {source!r} with fetch: in its data set; allowed: census")


def test_a_file_is_written_as_it_came(tmp_path):
    opened = answering(b"year,value\n2024,1\n")
    fetching.fetch("https://x.example/a.csv", tmp_path / "new" / "a.csv", opened)
    assert (tmp_path / "new" / "a.csv").read_bytes() == b"year,value\n2024,1\n"
    assert opened.asked == ("https://x.example/a.csv", 60, "jackson-vanik-explained (renews official series)")


@pytest.mark.parametrize(("content", "said"), [
    (b"  \n", "answered with nothing in place of a file"),
    (b"<!DOCTYPE html><p>Not here", "answered with a page in place of a file"),
    (b"x" * 50_000_001, "more than 50,000,000 bytes"),
    (URLError("no route"), "<urlopen error no route>"),
    (TimeoutError("timed out"), "timed out"),
])
def test_what_is_no_file_of_figures_is_refused_and_not_written(tmp_path, content, said):
    with pytest.raises(Refused) as fault:
        fetching.fetch("https://x.example/a.csv", tmp_path / "a.csv", answering(content))
    assert str(fault.value) == f"https://x.example/a.csv: {said}"
    assert list(tmp_path.iterdir()) == []


def test_the_command_tells_the_checksum_or_what_is_wrong(project, monkeypatch, capsys, tmp_path):
    root = project({"data/sources.yml": WITH_SET})
    monkeypatch.setattr(fetching, "fetch", lambda address, file: file.write_bytes(b"abc"))
    fetching.main(["census", str(tmp_path / "country.xlsx"), "--root", str(root)])
    assert capsys.readouterr().out == (f"{tmp_path / 'country.xlsx'}: sha256 "
                                       "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n")
    with pytest.raises(SystemExit) as stop:
        fetching.main(["nothing", str(tmp_path / "x"), "--root", str(root)])
    assert str(stop.value.code).startswith("no source 'nothing' with fetch:")

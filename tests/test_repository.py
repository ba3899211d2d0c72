"""From the figure to the fix: links to the line, and to forms that arrive filled in."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from macros.render.addresses import edit_link, form_link
from macros.site.site import Site
from tests.conftest import ROOT

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


@pytest.fixture
def repo(monkeypatch):
    monkeypatch.delenv("REPO_BRANCH", raising=False)
    monkeypatch.setenv("REPO_URL", "https://github.com/owner/name/")


@pytest.mark.parametrize(("url", "branch", "link"), [
    ("https://github.com/o/n", None, "https://github.com/o/n/edit/main/data/a.yml#L3"),
    ("https://github.com/o/n/", "next", "https://github.com/o/n/edit/next/data/a.yml#L3"),
    ("https://git.invalid/o/n", None, "https://git.invalid/o/n/blob/main/data/a.yml?plain=1#L3"),
    ("", None, None),
])
def test_a_line_opens_in_the_web_editor_where_there_is_one(monkeypatch, url, branch, link):
    monkeypatch.setenv("REPO_URL", url)
    monkeypatch.delenv("REPO_BRANCH", raising=False)
    if branch:
        monkeypatch.setenv("REPO_BRANCH", branch)
    assert edit_link("data/a.yml", 3) == link


def test_without_a_repository_there_is_no_form_and_no_link(project, monkeypatch):
    monkeypatch.delenv("REPO_URL", raising=False)
    text = Site.read(project()).markdown["index.md"]
    assert form_link("wrong-fact", record="x") is None
    assert "[Correct]" not in text and "issues/new" not in text


def forms(text: str) -> list[dict[str, str]]:
    """The answers in each address of a form on a page."""
    links = re.findall(r"\(https://github\.com/owner/name/issues/new\?([^)\s]+)\)", text)
    return [{name: value[0] for name, value in parse_qs(link.replace("&amp;", "&")).items()} for link in links]


def test_each_note_leads_to_its_line_and_to_a_form_that_knows_its_record(project, repo):
    text = Site.read(project()).markdown["index.md"]
    assert "[Correct](https://github.com/owner/name/edit/main/data/facts.yml#L2) · [Report](" in text
    assert forms(text)[-3:] == [
        {"template": "wrong-fact.yml", "record": record, "page": "index.md"}
        for record in ("covered", "departures / y73", "departures / y75")]
    assert {"template": "unclear-page.yml", "page": "index.md"} in forms(text)


def test_each_answer_belongs_to_a_question_of_its_form(project, repo):
    for answers in forms(Site.read(project()).markdown["index.md"]):
        form = yaml.safe_load((FORMS / answers["template"]).read_text("utf-8"))
        asked = {part["id"] for part in form["body"] if "id" in part}
        assert answers.keys() - {"template", "title"} <= asked


def test_an_answer_is_text_whatever_it_holds(repo):
    link = form_link("wrong-fact", value="a&b=c#d) <x> \"é\"" + "y" * 1000)
    assert re.fullmatch(r"https://[\w./?=&;%~-]+", link)
    query = urlsplit(str(link).replace("&amp;", "&")).query
    assert parse_qs(query)["value"] == [("a&b=c#d) <x> \"é\"" + "y" * 1000)[:300]]


@pytest.mark.parametrize("file", sorted(FORMS.glob("*.yml")), ids=lambda file: file.name)
def test_each_form_has_what_the_host_asks_of_it(file):
    form = yaml.safe_load(file.read_text("utf-8"))
    if file.name != "config.yml":
        assert {"name", "description", "body"} <= form.keys()
        ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
        assert len(set(ids)) == len(ids)
        assert all(part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown")

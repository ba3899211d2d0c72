"""The extension fills a page under plain Python-Markdown, without MkDocs."""

import re

import markdown
import pytest

from macros.engine.extension import PageError
from macros.site import site
from macros.site.site import current
from tests.conftest import FACTS, PAGE

PLAIN = ["attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]


def convert(root, text):
    return markdown.markdown(text, extensions=["macros.engine.extension", *PLAIN],
                             extension_configs={"macros.engine.extension": {"root": str(root)},
                                                "tables": {"use_align_attribute": True}})


def test_a_page_is_known_by_its_text_and_filled(project):
    html = convert(project(), PAGE.split("---\n", 2)[2])
    assert '<span class="fact">eight countries</span><sup id="fnref:f-covered">' in html
    assert 'Countries covered: 8 countries (December 2023). <a href="#source-1">[1]</a>.' in html
    assert '<span class="usual">Checked 24 November 2026</span>, and as of that month, unless' in html
    assert '<details class="notes" open="open">\n<summary>2 notes, 1 source</summary>' in html


def test_a_note_leads_back_once_however_often_it_is_cited(project):
    text = PAGE.replace('{{ fact("covered") }}', '{{ fact("covered") }}. And {{ fact("covered") }}')
    html = convert(project({"docs/index.md": text}), text.split("---\n", 2)[2])
    assert html.count('href="#fn:f-covered"') == 2
    assert re.findall(r'<a class="footnote-backref" href="#(fnref\d*:f-covered)"', html) == ["fnref:f-covered"]


def test_tables_say_what_their_cells_are(project):
    html = convert(project(), PAGE.split("---\n", 2)[2])
    row = re.search(r"<tbody>\s*<tr>(.*?)</tr>", html, re.S)[1]
    assert '<th scope="row">1973<sup' in row
    assert '<td class="number" data-label="Persons">34,933</td>' in row
    assert '<th scope="col">Year</th>' in html


def test_a_problem_anywhere_stops_every_page(project):
    root = project({"data/facts.yml": FACTS.replace("[law]", "[lew]")})
    with pytest.raises(PageError) as caught:
        convert(root, PAGE.split("---\n", 2)[2])
    assert str(caught.value) == (
        "data/facts.yml:8:15: no source 'lew'; allowed: law; did you mean 'law'?\n1 problem in 1 file")


def test_a_text_that_is_no_page_is_refused(project):
    with pytest.raises(PageError) as caught:
        convert(project(), "Something else")
    assert str(caught.value) == "a text that is no page under docs/, or that of two: ['Something else']"


def test_the_site_is_read_again_when_a_file_changes(project):
    root = project()
    assert "8 countries" in convert(root, PAGE.split("---\n", 2)[2])
    (root / "data" / "facts.yml").write_text(FACTS.replace("value: 8", "value: 11"))
    current(root, again=True)
    assert "11 countries" in convert(root, PAGE.split("---\n", 2)[2])


def test_without_a_hook_files_are_looked_at_again_after_a_pause(project, monkeypatch):
    monkeypatch.setattr(site, "_PAUSE", -1)
    root = project()
    assert "8 countries" in convert(root, PAGE.split("---\n", 2)[2])
    (root / "data" / "facts.yml").write_text(FACTS.replace("value: 8", "value: 11"))
    assert "11 countries" in convert(root, PAGE.split("---\n", 2)[2])


def test_a_build_that_has_begun_has_the_same_site_to_its_end(project, monkeypatch):
    monkeypatch.setattr(site, "_PAUSE", -1)
    root = project()
    current(root, again=True)
    (root / "data" / "facts.yml").write_text(FACTS.replace("value: 8", "value: 11"))
    assert "8 countries" in convert(root, PAGE.split("---\n", 2)[2])


def test_notes_link_to_the_line_behind_a_figure(project, monkeypatch):
    monkeypatch.setenv("REPO_URL", "https://git.invalid/owner/name/")
    html = convert(project(), PAGE.split("---\n", 2)[2])
    assert 'href="https://git.invalid/owner/name/blob/main/data/facts.yml?plain=1#L2"' in html
    monkeypatch.delenv("REPO_URL")
    (project() / "data" / "facts.yml").write_text(FACTS + "\n")
    current(project(), again=True)
    assert "[Correct]" not in convert(project(), PAGE.split("---\n", 2)[2])

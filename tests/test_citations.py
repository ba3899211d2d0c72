"""How a page is cited: three files that say the same, read back as reference managers read them."""

from __future__ import annotations

import json
import re

import pytest

from macros.export.files import files
from macros.site.site import Site
from tests.conftest import PAGE

DAY = ("2026", "11", "24")
NAMED = {"REPO_URL": "https://git.invalid/owner/name", "SITE_URL": "https://site.invalid", "SITE_VERSION": "abc_123"}
TEXT = "https://git.invalid/owner/name/blob/abc_123/docs/a/b-c.md"
HOSTILE = "A & B_1 {c} 50% #$ ~^ \\\\ é: “x”"
PLAIN = HOSTILE.replace("\\\\", "\\")


@pytest.fixture
def cited(project, monkeypatch):
    """The files that cite a page of the small project, and the end of that page, in an environment."""

    def made(environment: dict[str, str], title: str = "Home") -> tuple[dict[str, str], str]:
        for name in NAMED:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        from macros.render.citations import version

        version.cache_clear()
        page = PAGE.replace("title: Home", f'title: "{title}"')
        site = Site.read(project({"docs/a/b-c.md": page, "docs/a/index.md": PAGE}))
        version.cache_clear()
        return files(site), site.markdown["a/b-c.md"]

    return made


UNTEX = {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^", r"\textbraceleft{}": "{",
         r"\textbraceright{}": "}", **{"\\" + char: char for char in "&%$#_"}}


def untex(text: str) -> str:
    return re.sub("|".join(map(re.escape, UNTEX)), lambda found: UNTEX[found[0]], text)


def of_bibtex(text: str) -> dict[str, str]:
    """A BibTeX entry as title, author, day, version, address and note."""
    assert text.count("{") == text.count("}")
    found = {name: value for name, value in re.findall(r"(?m)^  (\w+) = \{(.*)\},?$", text)}
    return {"key": re.match(r"@online\{([\w.-]+),", text)[1], "title": untex(found["title"][1:-1]),
            "author": untex(found["author"][1:-1]), "site": untex(found["organization"][1:-1]),
            "day": (found["year"], found["month"], found["day"]),
            "version": untex(found.get("version", "")), "url": found.get("url", ""),
            "note": untex(found.get("note", ""))}


def of_csl(text: str) -> dict[str, str]:
    (item,) = json.loads(text)
    return {"key": item["id"], "title": item["title"], "author": item["author"][0]["literal"],
            "site": item["container-title"], "day": tuple(map(str, item["issued"]["date-parts"][0])),
            "version": item.get("version", ""),
            "url": item.get("URL", ""), "note": item.get("note", "")}


def of_ris(text: str) -> dict[str, str]:
    lines = text.split("\r\n")
    assert (lines[0], lines[-2:]) == ("TY  - ELEC", ["ER  - ", ""])
    tags = dict(line.split("  - ", 1) for line in lines[1:-1])
    assert tags["PY"] == tags["DA"][:4]
    name, comma, first = tags["AU"].partition(",")  # what follows the comma is a first name: a body has none
    assert (comma, first) == (",", "")
    return {"key": tags["ID"], "title": tags["TI"], "author": name, "site": tags["T2"],
            "day": tuple(tags["DA"].split("/")), "version": tags.get("ET", ""),
            "url": tags.get("UR", ""), "note": tags.get("N1", "")}


@pytest.mark.parametrize(("environment", "note"), [
    (NAMED, f"Text of this version: {TEXT}"),
    ({}, "Built without an address and a version."),
    ({"SITE_VERSION": "abc_123"}, "Built without an address."),
    ({"SITE_URL": "https://site.invalid", "REPO_URL": "https://git.invalid/owner/name"}, "Built without a version."),
])
@pytest.mark.parametrize("title", ["Home", HOSTILE])
def test_the_three_files_agree_and_name_what_is_missing(cited, environment, note, title):
    made, _ = cited(environment, title)
    said = [read(made[f"cite/a-b-c.{ending}"]) for ending, read in (("bib", of_bibtex), ("ris", of_ris),
                                                                    ("json", of_csl))]
    wanted = {"key": "jackson-vanik-explained-a-b-c", "title": title.replace("\\\\", "\\"),
              "author": "Jackson-Vanik Explained", "site": "Jackson-Vanik, Explained",
              "day": DAY, "version": environment.get("SITE_VERSION", ""),
              "url": "https://site.invalid/a/b-c/" if "SITE_URL" in environment else "", "note": note}
    assert said == [wanted] * 3


def test_each_page_has_a_key_of_its_own(cited):
    made, _ = cited(NAMED)
    keys = [of_csl(text)["key"] for name, text in made.items() if name.startswith("cite/") and name.endswith(".json")]
    assert sorted(keys) == [f"jackson-vanik-explained-{name}" for name in ("a", "a-b-c", "home")]


@pytest.mark.parametrize(("environment", "words"), [
    (NAMED, f"Home.” Edited 24 November 2026, version [abc\\_123]({TEXT}). https://site.invalid/a/b-c/ "),
    ({}, "Home.” Edited 24 November 2026 (this copy was built without an address). "),
    ({"SITE_VERSION": '](javascript:x) <b>"'}, None),
])
def test_the_words_lead_to_the_text_of_the_version(cited, environment, words):
    _, text = cited(environment)
    line = next(line for line in text.split("\n") if line.startswith("**Cite this page:**"))
    if words:
        assert line == ("**Cite this page:** Jackson-Vanik, Explained. “" + words +
                        "[BibTeX](../cite/a-b-c.bib) · [RIS](../cite/a-b-c.ris) · [CSL-JSON](../cite/a-b-c.json)")
    else:
        assert r"version \](javascript:x) &lt;b&gt;&quot; (" in line


def test_a_version_cannot_leave_its_address(cited):
    made, text = cited({**NAMED, "SITE_VERSION": "a b](x) \"<"})
    assert "blob/a%20b%5D%28x%29%20%22%3C/docs/a/b-c.md" in of_csl(made["cite/a-b-c.json"])["note"]

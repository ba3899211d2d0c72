"""The licence of a table: what its head may say of it, and that whatever leaves the site names it."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest

from macros.export.files import files
from macros.export.linked_data import graph
from macros.site.site import Site
from tests.conftest import PAGE, SETTINGS, TABLE

NAMES = "CC BY 4.0, CC BY-SA 4.0, ODC-By 1.0, all rights reserved, public domain, reuse with attribution"
TYPE = "is the wrong type; wanted: text; put it in quotes if it looks like a number"
CHART = '\n{{ columns("departures", x="year", y="persons", unit="persons", title="They left") }}\n'
SHOWN = PAGE + CHART + "\nIn 1975 {{ cell(\"departures\", \"y75\", \"persons\") }} left.\n"


def headed(said):
    """The small table with lines more in its head."""
    return TABLE.replace("checked: 2026-11-24\n", f"checked: 2026-11-24\n{said}\n", 1)


def read(project, said):
    return Site.read(project({"data/table.yml": headed(said), "docs/index.md": SHOWN}), "publish")


@pytest.mark.parametrize(("said", "wanted"), [
    ("licence: CC BY-SA 4.0", []),
    ("licence: all rights reserved\ndownload: false", []),
    ("download: false", []),
    ("licence: CC-BY-SA 4.0", ["7:10: licence: 'CC-BY-SA 4.0' is not one of the values; "
                               f"allowed: {NAMES}; did you mean 'CC BY-SA 4.0'?"]),
    ("licence: cc by", [f"7:10: licence: 'cc by' is not one of the values; allowed: {NAMES}"]),
    ("licence: '{{ 7*7 }}'", [f"7:10: licence: '{{{{ 7*7 }}}}' is not one of the values; allowed: {NAMES}"]),
    ("licence: 4.0", [f"7:10: licence: 4.0 {TYPE}"]),
    ("licence: [public domain]", [f"7:10: licence: a list {TYPE}"]),
    ("licence:", []),
    ("licence: all rights reserved",
     ["7:10: licence 'all rights reserved' lets no file be passed on; wanted with it: download: false"]),
    ("licence: public domain\ndownload: false",
     ["8:11: download: false, while licence 'public domain' lets files be passed on; wanted: no download: false, or "
      "licence: all rights reserved"]),
])
def test_a_head_names_a_licence_that_is_known_and_fits(project, said, wanted):
    found = [str(problem) for problem in read(project, said).problems]
    assert found == [f"data/table.yml:{problem}" for problem in wanted]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("says: License CC BY 4.0}", "says: License CC BY 4.0, shared: false}", "wanted: first that of this site, and one "
     "with shared: false, for figures that are only shown"),
    (", shared: false}", "}", "wanted: first that of this site, and one with shared: false, for figures that are only "
     "shown"),
    ("url: https://creativecommons.org/licenses/by/4.0/", "url: javascript:alert(1)", "javascript:alert(1)"),
])
def test_licences_of_the_site_itself_are_sound(problems, old, new, said):
    settings = SETTINGS["data/site.yml"]
    assert old in settings
    (found, *_) = problems({"data/site.yml": settings.replace(old, new)})
    assert found.startswith("data/site.yml:") and said in found


@pytest.mark.parametrize(("said", "words"), [
    ("", "License CC BY 4.0."), ("licence: CC BY-SA 4.0", "License CC BY-SA 4.0."),
    ("licence: public domain", "Figures in the public domain."),
    ("licence: reuse with attribution", "Figures may be reused if their publisher is named."),
    ("download: false", "Rights in the figures stay with their publisher.")])
def test_the_chart_and_its_file_name_the_licence(project, said, words):
    site = read(project, said)
    (drawing,) = site.contexts["index.md"].drawn.values()
    written = " ".join(" ".join(ElementTree.fromstring(drawing).itertext()).split())
    assert f"U.S. Congress. {words} <span" in site.markdown["index.md"] and words in written
    assert ("CC BY 4.0" in written) == (words == "License CC BY 4.0.")


def test_files_packages_and_linked_data_name_the_licence(project):
    site = Site.read(project({"data/table.yml": headed("licence: CC BY-SA 4.0"), "docs/index.md": SHOWN,
                              "docs/data.md": PAGE + "\n{{ downloads() }}\n"}),
                     "publish")
    made, by_sa = files(site), "https://creativecommons.org/licenses/by-sa/4.0/"
    assert {row["licence"] for row in csv.DictReader(io.StringIO(made["data/departures.csv"]))} == {"CC BY-SA 4.0"}
    assert json.loads(made["data/all.json"])["tables"]["departures"]["licence"] == "CC BY-SA 4.0"
    package = json.loads(made["data/datapackage.json"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert {one["name"]: one["licenses"] for one in package["resources"]}["departures"] == [
        {"name": "CC-BY-SA-4.0", "title": "License CC BY-SA 4.0", "path": by_sa}]
    assert "| CC BY-SA 4.0 |" in site.markdown["data.md"]
    (data,) = [one for one in graph(site.contexts["data.md"])["@graph"] if one["@type"] == "Dataset"]
    assert [(one["license"], one["distribution"]["contentUrl"]) for one in data["hasPart"]] == [
        (by_sa, "departures.csv")]


def test_a_licence_without_a_page_is_a_work_with_a_name_in_linked_data(project):
    site = Site.read(project({"data/table.yml": headed("licence: public domain"), "docs/index.md": SHOWN,
                              "docs/data.md": PAGE + "\n{{ downloads() }}\n"}), "publish")
    (data,) = [one for one in graph(site.contexts["data.md"])["@graph"] if one["@type"] == "Dataset"]
    assert [one["license"] for one in data["hasPart"]] == [
        {"@type": "CreativeWork", "name": "Figures in the public domain"}]


def test_a_column_of_that_name_is_refused(problems):
    taken = problems({"data/table.yml": TABLE.replace("name: other_count", "name: licence")})
    assert taken == ["data/table.yml:2:201: name: column 'licence' has a name that code uses; choose another"]

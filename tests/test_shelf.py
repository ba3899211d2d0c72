"""One record, many forms: page, CSV, JSON and JSON-LD say the same; citations are well formed."""

from __future__ import annotations

import csv
import json
import random
import re
from pathlib import Path

import pytest

from tests.test_built import article, note_id, pages, parse, text

# schema.org types and the properties that search engines and fact-check readers ask of them
REQUIRED = {"Article": {"headline", "author", "datePublished", "dateModified", "publisher", "image"},
            "BreadcrumbList": {"itemListElement"},
            "ListItem": {"position", "name"}, "Organization": {"name"}, "CreativeWork": {"url", "publisher"},
            "ClaimReview": {"claimReviewed", "reviewRating", "author", "datePublished", "itemReviewed", "url"},
            "Claim": {"name", "author", "appearance", "datePublished"}, "Rating": {"alternateName"},
            "Dataset": {"name", "description", "license", "creator", "distribution"},
            "DataDownload": {"encodingFormat", "contentUrl"}}
# what else schema.org lets such a thing have, of what is used here: another property says nothing to any reader
ALSO = {"Article": {"description", "inLanguage", "license", "url", "version"},
        "ListItem": {"item"}, "Organization": {"url"}, "CreativeWork": {"datePublished"},
        "Rating": {"ratingValue", "bestRating", "worstRating"},
        "Dataset": {"url", "datePublished", "dateModified", "isAccessibleForFree", "hasPart"}}
FRAME = {"@context", "@type"}


def linked_data(file: Path) -> dict:
    scripts = [script for script in parse(file).iter("script") if script.get("type") == "application/ld+json"]
    assert len(scripts) == 1, file
    return json.loads("".join(scripts[0].itertext()))


def things(value: object) -> list[dict]:
    """Every thing with a type in a JSON-LD document, at any depth."""
    if isinstance(value, list):
        return [thing for item in value for thing in things(item)]
    if not isinstance(value, dict):
        return []
    return [*([value] if "@type" in value else []), *(thing for item in value.values() for thing in things(item))]


def test_linked_data_has_what_schema_org_readers_require(built):
    for file in pages(built):
        document = linked_data(file)
        assert document["@context"] == "https://schema.org"
        for thing in things(document):
            is_licence = thing["@type"] == "CreativeWork" and "url" not in thing  # told in words, where no page has it
            required = {"name"} if is_licence else REQUIRED[thing["@type"]]
            assert required <= thing.keys() <= required | ALSO.get(thing["@type"], set()) | FRAME, (file, thing)


def test_a_page_was_published_before_it_was_edited_and_machines_are_told_both(built, real):
    for path, page in real.pages.items():
        file = built / path.removesuffix(".md").removesuffix("index") / "index.html"
        article = next(thing for thing in things(linked_data(file)) if thing["@type"] == "Article")
        said = article["datePublished"], article["dateModified"]
        assert said == (page.head.published.isoformat(), page.head.edited.isoformat()), path


def test_a_claim_that_cannot_be_verified_has_no_mark_that_machines_would_take_for_false(built):
    ratings = [thing["reviewRating"] for file in (built / "article").rglob("index.html")
               for thing in things(linked_data(file)) if thing["@type"] == "ClaimReview"]
    marks = {rating["alternateName"]: rating.get("ratingValue") for rating in ratings}
    assert marks["cannot be verified"] is None and marks["inaccurate"] == 1 and marks["supported"] == 5


def test_every_claim_is_reviewed_once_on_the_page_that_tells_it(built, real):
    files = sorted((built / "article").rglob("index.html"))
    reviews = [thing for file in files for thing in things(linked_data(file)) if thing["@type"] == "ClaimReview"]
    assert len({review["url"] for review in reviews}) == len(reviews) == len(real.records.tables["article-claims"].rows)
    for file in files:
        page = f"https://site.invalid/{file.parent.relative_to(built).as_posix()}/#"
        told = {part.get("id") or part[0].get("id") for part in article(file).iter("section")
                if part.get("class") == "claim"}  # at its head where a reader view would take the id amiss
        assert told == {review["url"].removeprefix(page) for review in reviews if review["url"].startswith(page)}
    ratings = {review["reviewRating"]["alternateName"]: review["reviewRating"].get("ratingValue") for review in reviews}
    assert ratings == {"supported": 5, "needs context": 3, "out of date when written": 2, "changed since": 2,
                       "inaccurate": 1, "cannot be verified": None}


def test_several_claims_are_counted_in_the_plural(built):
    counts = [text(item) for item in parse(built / "article" / "index.html").iter("li")
              if item.get("class", "").startswith("verdict")]
    assert [" ".join(count.split()[1:]) for count in counts] == [
        "are inaccurate", "out of date when written", "have changed since", "need context", "cannot be verified",
        "hold"]


def test_fifty_facts_are_equal_on_the_page_in_csv_and_in_json(built, real):
    rows = {row["id"]: row for row in csv.DictReader((built / "data" / "facts.csv").open(encoding="utf-8"))}
    records = json.loads((built / "data" / "all.json").read_text("utf-8"))["facts"]
    for key in random.Random(50).sample(sorted(real.records.facts), 50):
        path = next(path for path, state in real.contexts.items() if key in state.facts)
        file = built / path.removesuffix(".md").removesuffix("index") / "index.html"
        printed = records[key]["shown"]
        note = next(li for li in article(file).iter("li") if note_id(li) == f"fn:f-{key}")
        bracketed = "({})" if printed == "none" else "{}"  # which some programs would take for a missing value
        assert rows[key]["shown"] == bracketed.format(printed)
        assert rows[key]["value"] == bracketed.format(records[key]["value"])
        label, value = " ".join(records[key]["label"].split()), " ".join(printed.split())
        shown = {text(span) for span in article(file).iter("span") if span.get("class") == "fact"}
        assert f"{label}: {value}" in text(note) or (label in text(note) and value.lower() in map(str.lower, shown))


def test_every_row_of_every_table_is_in_its_file(built, real):
    for name, table in real.records.tables.items():
        if not table.head.record.download:
            assert not (built / "data" / f"{name}.csv").exists()
            continue
        rows = list(csv.DictReader((built / "data" / f"{name}.csv").open(encoding="utf-8")))
        assert [row["id"] for row in rows] == [entry.key for entry in table.rows]
        assert all(row["sources"] or table.head.record.kind in ("site-change", "correction") for row in rows)


def test_no_cell_of_a_file_is_taken_for_a_formula(built):
    for file in (built / "data").glob("*.csv"):
        cells = (cell for row in csv.reader(file.open(encoding="utf-8")) for cell in row)
        assert [cell for cell in cells if cell[:1] in "=+@" and cell] == [], file


def test_the_package_beside_the_files_tells_each_column_with_its_unit(built, real):
    package = json.loads((built / "data" / "datapackage.json").read_text("utf-8"))
    told = {one["path"]: [field["name"] for field in one["schema"]["fields"]] for one in package["resources"]}
    heads = {file.name: next(csv.reader(file.open(encoding="utf-8"))) for file in (built / "data").glob("*.csv")}
    assert told == heads
    fields = {(one["name"], field["name"]): field for one in package["resources"] for field in one["schema"]["fields"]}
    assert fields["facts", "value"]["type"] == "string"  # numbers, dates and words
    for table in real.records.tables.values():
        for column in table.head.record.columns:
            if column.title and table.head.record.download:
                field = fields[table.head.key, column.name]
                assert (field["title"], field.get("unit")) == (column.title, column.unit), field


def test_no_cell_of_a_file_is_taken_for_a_missing_value(built):
    words = {"#n/a", "#na", "<na>", "n/a", "na", "null", "nan", "none", "nil", "."}  # by pandas, R or csvkit
    taken = [(file.name, row) for file in (built / "data").glob("*.csv")
             for row in csv.reader(file.open(encoding="utf-8")) if words & set(map(str.lower, row))]
    assert taken == []


def test_each_page_can_be_cited(built, real):
    for file in pages(built):
        links = [link.get("href") for link in article(file).iter("a") if "/cite/" in "/" + link.get("href", "")]
        assert sorted(Path(link).suffix for link in links) == [".bib", ".json", ".ris"], file
        item = json.loads((file.parent / next(link for link in links if link.endswith(".json"))).resolve().read_text())
        assert item[0]["type"] == "webpage" and item[0]["title"] and item[0]["issued"]["date-parts"]
        entry = (file.parent / next(link for link in links if link.endswith(".bib"))).resolve().read_text()
        assert re.match(r"@online\{[\w.-]+,\n  title = \{\{.+\}\},\n", entry)


@pytest.mark.parametrize("name", ["og:title", "og:description", "og:image"])
def test_each_page_has_what_is_shown_when_it_is_shared(built, name):
    for file in pages(built):
        found = [meta.get("content") for meta in parse(file).iter("meta") if meta.get("property") == name]
        assert len(found) == 1 and found[0], (file, name)
    assert (built / "assets" / "share.png").is_file()

"""What mkdocs-macros-plugin is given for the same work: the same YAML, and macros that make the same Markdown."""

from __future__ import annotations

from pathlib import Path

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December"]


def day(value):
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def source(one):
    return f"{one['publisher']}, [{one['title']}](<{one['url']}>) ({one['kind']}, {day(one['published'])})"


def define_env(env):
    """The plugin's entry: reads all data once and declares `fact` and `table`."""
    files = [yaml.load(file.read_text("utf-8"), LOADER) for file in sorted(Path("data").glob("*.yml"))]
    sources = next(file["sources"] for file in files if "sources" in file)
    facts = {key: fact for file in files for key, fact in file.get("facts", {}).items()}
    tables = {file["table"]: file for file in files if "table" in file}
    words = {key: source(one) for key, one in sources.items()}

    def backing(record):
        return "Source: " + "; ".join(words[key] for key in record["sources"]) + "."

    @env.macro
    def fact(key):
        one = facts[key]
        shown = f"{one['value']} {one['unit']}"
        note = f"{one['label']}: {shown}. As of {one['as_of']}. {backing(one)} Checked {day(one['checked'])}."
        env.variables["notes"] = [*env.variables.get("notes", []), f"[^f-{key}]: {note}"]
        return f"{shown}[^f-{key}]"

    @env.macro
    def table(key):
        one = tables[key]
        lines = ["| Year | Persons | Series |", "| --- | ---: | --- |"]
        notes = []
        for row in one["rows"]:
            name = f"r-{key}-{row['id']}"
            lines.append(f"| {row['year']}[^{name}] | {row['persons']:,} | {row['series']} |")
            notes.append(f"[^{name}]: As of {one['as_of']}. {backing(row)} Checked {day(one['checked'])}.")
        notes = [*env.variables.pop("notes", []), *notes]
        return f"{one['caption']}\n\n" + "\n".join([*lines, "", *notes])

"""One bill, one number: it stands in the table of bills, and a wrong digit passes nowhere else."""

from __future__ import annotations

import pytest

from tests.conftest import COLUMNS, FACTS, NUMBERED, PAGE, SETTINGS, SOURCES, TABLE

BILLS = TABLE.replace("table: departures", "table: title-iv-bills").replace(COLUMNS, (
    "columns: [{name: number, type: string, title: Number, description: As in H.R. 1024.}]")).split("- {")[0] + (
    "- {id: s-3103-119, number: S. 3103, sources: [law]}\n- {id: hr-5917-119, number: H.R. 5917, sources: [law]}\n")
SITE = SETTINGS["data/site.yml"] + NUMBERED.replace("table: bills", "table: title-iv-bills")
SHOWN = PAGE + '\n{{ table("title-iv-bills") }}\n'
FILES = {"data/bills.yml": BILLS, "data/site.yml": SITE, "docs/index.md": SHOWN}
KNOWN = "allowed: H.R. 5917, S. 3103"


@pytest.mark.parametrize(("files", "wanted"), [
    ({}, []),
    ({"docs/index.md": SHOWN + '\nThe bill is {{ number("s-3103-119") }}.\n'}, []),
    ({"docs/index.md": SHOWN + "\nThe bill is S. 3103.\n"},
     ["docs/index.md:17:13: 'S. 3103' typed; write {{ number(\"s-3103-119\") }}: it stands once, in table "
      "'title-iv-bills'"]),
    ({"docs/index.md": SHOWN + "\nThe bill is S. 3130.\n"},
     [f"docs/index.md:17:13: 'S. 3130' is no number of table 'title-iv-bills'; {KNOWN}; did you mean 'S. 3103'?"]),
    ({"docs/index.md": SHOWN + '\n{{ number("s-3103-118") }}\n'},
     ["docs/index.md:17:12: no row 's-3103-118' in table 'title-iv-bills'; allowed: hr-5917-119, s-3103-119; "
      "did you mean 's-3103-119'?"]),
    ({"docs/index.md": SHOWN.replace('title-iv-bills")', 'title-iv-bills", caption="H.R. 5971")')},
     [f"docs/index.md:15:37: 'H.R. 5971' is no number of table 'title-iv-bills'; {KNOWN}; did you mean 'H.R. 5917'?"]),
    ({"data/facts.yml": FACTS + "    note: By S. 3104.\n"},
     [f"data/facts.yml:9:11: note: 'S. 3104' is no number of table 'title-iv-bills'; {KNOWN}; "
      "did you mean 'S. 3103'?"]),
    ({"data/facts.yml": FACTS + "    note: By S. 3103, not by H.R. 1.\n",
      "data/sources.yml": SOURCES.replace("Trade Act of 1974", "H.R. 1, as passed")}, []),
])
def test_a_number_is_typed_once_and_known_everywhere(problems, files, wanted):
    assert problems({**FILES, **files}) == wanted

"""The drawing of steps: which stand side by side, and what leads back."""

from __future__ import annotations

from macros.site.site import Site
from tests.conftest import PAGE

STEPS = """\
table: way
kind: step
title: The way
caption: Two routes lead in.
as_of: 2026
checked: 2026-11-24
sources: [law]
rows:
- {id: a, title: Waive, happens: A., decider: The President, law: sec. 1, stage: 1}
- {id: b, title: Report, happens: B., decider: The President, law: sec. 2, stage: 1}
- {id: c, title: Column 1, happens: C., decider: Congress, law: sec. 3, stage: 2}
- {id: d, title: Back, happens: D., decider: Congress, law: sec. 4, stage: 2, aside: true}
"""


def test_routes_are_a_choice_and_what_leads_back_is_none(project):
    site = Site.read(project({"data/way.yml": STEPS, "docs/index.md": f'{PAGE}\n{{{{ flow("way") }}}}\n'}))
    assert [str(problem) for problem in site.problems] == []
    routes, status = site.markdown["index.md"].split('<div class="flow__stage')[1:]
    assert routes.startswith(" flow__stage--choice") and routes.count('<div class="flow__step" markdown>') == 2
    assert status.startswith('" markdown>')
    assert status.index("**Column 1**") < status.index('<div class="flow__step flow__step--aside" markdown>')

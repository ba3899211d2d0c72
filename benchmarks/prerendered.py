"""A project as it stands, and beside it the same pages already rendered, for an engine without our macros."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["prerender"]

_RENDER = """\
import sys
from pathlib import Path
from macros.export.files import write
from macros.site.site import Site
root, out = Path(sys.argv[1]), Path(sys.argv[2])
site = Site.read(root)
assert not site.problems, site.problems[:3]
write(site, out)
"""


def prerender(project: Path, plain: Path) -> Path:
    """Writes `project` without data and macros into `plain`, its calls filled in; answers `plain`."""
    config = (project / "mkdocs.yml").read_text("utf-8")
    bare = config.replace("hooks: [macros/engine/hook.py]\n", "").replace("  - macros.engine.extension\n", "")
    shutil.copytree(project / "docs", plain / "docs")
    if (project / "overrides").exists():
        shutil.copytree(project / "overrides", plain / "overrides")
    (plain / "mkdocs.yml").write_text(bare, "utf-8")
    subprocess.run([sys.executable, "-c", _RENDER, str(project), str(plain / "docs")], cwd=project, check=True)
    return plain

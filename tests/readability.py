"""Finds Mozilla's Readability, on which reader views of browsers rest, or gets it with npm.

Run as a script by `make test`. No kept package of Python carries the program itself; ports of it judge otherwise.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

__all__ = ["find"]

_PACKAGE = "@mozilla/readability@0.6.0"  # as in Firefox 153
_DIGEST = "6d3c3cc50dad51b543925deadc66d5b58cd2262d1d585f2ae0a44975627ad919"  # SHA-256 of what npm packs
_FOLDER = Path(__file__).resolve().parent.parent / "build" / "readability"
_SCRIPT = _FOLDER / "Readability.js"


def find() -> Path | None:
    """The path of the program's one file, or None where it was not fetched."""
    return _SCRIPT if _SCRIPT.exists() else None


def _fetch() -> str:
    """Fetches the package of the known digest; answers what went wrong, or nothing."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["npm", "pack", "--silent", "--pack-destination", str(_FOLDER), _PACKAGE],
                          check=False, capture_output=True, text=True)
    if done.returncode:
        return f"npm could not fetch {_PACKAGE}; reader views are not tested"
    package = _FOLDER / done.stdout.split()[-1]
    if hashlib.sha256(package.read_bytes()).hexdigest() != _DIGEST:
        return f"{_PACKAGE} is not the package that was known; reader views are not tested"
    with tarfile.open(package) as packed:
        _SCRIPT.write_bytes(packed.extractfile("package/Readability.js").read())
    return ""


if __name__ == "__main__":
    if not find():
        print(_fetch() if shutil.which("npm") else "no npm, so reader views are not tested")
        sys.exit(0)

"""The files of another state of the project: a git revision, or a folder."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["Unknown", "files_of"]

_FOLDERS = ("data/", "docs/")


class Unknown(Exception):
    """Neither a folder nor a revision; its text says so."""


@contextmanager
def files_of(root: Path, state: str) -> Iterator[Path]:
    """A folder with `data/` and `docs/` of `state`, gone afterwards if it was taken from git."""
    if Path(state).is_dir():
        yield Path(state).resolve()
        return
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{state}^{{commit}}").decode().strip()
    if not commit:
        raise Unknown(f"{state!r} is neither a folder nor a git revision")
    with TemporaryDirectory() as folder:
        _unpack(_git(root, "archive", "--format=tar", commit), Path(folder))
        yield Path(folder)


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False).stdout
    except OSError as error:
        raise Unknown(f"git cannot be run: {error.strerror}; name a folder in place of a revision") from None


def _unpack(archive: bytes, folder: Path) -> None:
    """Writes the plain files of `_FOLDERS`; links and all else stay out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            target = (folder / member.name).resolve()
            if member.isfile() and member.name.startswith(_FOLDERS) and target.is_relative_to(folder.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(files.extractfile(member).read())

"""Measures commands: runs alternate, so that what else the machine does falls on all of them."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

__all__ = ["Run", "alternate", "build", "machine", "middle", "run", "show"]


class Run(NamedTuple):
    """Seconds by the clock, seconds of a core's work, and the most memory held at once in megabytes."""

    seconds: float
    work: float
    megabytes: float


def run(command: list[str | Path], folder: Path) -> Run:
    """One run of `command` in `folder`; a command that fails is an error."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read())
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def build(python: str | Path, folder: Path) -> Run:
    """One build of the MkDocs project in `folder`."""
    return run([python, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")], folder)


def alternate(cases: Mapping[str, Callable[[], Run]], runs: int) -> dict[str, list[Run]]:
    """`runs` runs of each case, in turns."""
    done: dict[str, list[Run]] = {name: [] for name in cases}
    for _ in range(runs):
        for name, case in cases.items():
            done[name].append(case())
    return done


def show(done: Mapping[str, list[Run]]) -> None:
    """Prints the medians of each case, and their ratios to the last one."""
    last = middle(done[list(done)[-1]])
    print(f"  {'':22}      clock (range)           work   memory   ratios of clock and work")
    for name, runs in done.items():
        mine, seconds = middle(runs), [one.seconds for one in runs]
        print(f"  {name:22} {mine.seconds:6.2f} s ({min(seconds):.2f} to {max(seconds):.2f})  {mine.work:6.2f} s  "
              f"{mine.megabytes:4.0f} MB  {mine.seconds / last.seconds:.2f}  "
              f"{mine.work / last.work if last.work else 0:.2f}", flush=True)


def middle(runs: list[Run]) -> Run:
    """The median of each measure."""
    return Run(*map(statistics.median, zip(*runs, strict=True)))


def machine() -> str:
    """What the figures were measured on, and how busy it was."""
    cpu = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
                if line.startswith("model name")), platform.processor()) if Path("/proc/cpuinfo").exists() else ""
    return (f"{os.cpu_count()} cores, {cpu or platform.machine()}, {platform.system()}, "
            f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}")

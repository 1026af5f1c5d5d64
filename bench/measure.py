"""Whole processes, timed by the operating system: CPU seconds, wall seconds, peak memory; medians over several runs."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figures:
    """One run, or the median of several."""

    cpu: float
    """User and system seconds."""
    wall: float
    """Seconds from start to end."""
    peak: float
    """Largest resident size in MB."""
    code: int
    least: float
    """The fewest user and system seconds of all runs: what others do on the machine at the time adds to the rest."""


_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Programs are measured as an installation leaves them, compiled: the warm-up does that for a checkout."""


def run(command: Sequence[str], cwd: Path) -> Figures:
    """Run a command once, its output thrown away."""
    start = time.perf_counter()
    with open(os.devnull, "wb") as sink:  # noqa: PTH123
        child = subprocess.Popen(list(command), cwd=cwd, stdout=sink, stderr=sink, env=_ENVIRONMENT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    cpu = usage.ru_utime + usage.ru_stime
    return Figures(cpu, time.perf_counter() - start, peak, child.returncode, cpu)


def measure(commands: dict[str, Sequence[str]], cwd: Path, runs: int) -> dict[str, Figures]:
    """Run commands in turn, one warm-up each, and give the median of every figure."""
    taken: dict[str, list[Figures]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            found = run(command, cwd)
            if turn:
                taken[name].append(found)
    return {
        name: Figures(
            statistics.median(f.cpu for f in figures),
            statistics.median(f.wall for f in figures),
            statistics.median(f.peak for f in figures),
            figures[-1].code,
            min(f.cpu for f in figures),
        )
        for name, figures in taken.items()
    }

"""Some 1,500 hostile registers, each given to several commands: what each cost, and whether it ended as it should.

    python -m bench.hostile [--check | --others] [--seconds N] [--part K/N] [--chance N] [--done FILE] [WORD ...]

With words, only the cases whose names hold one of them; with `--check` only that command as JSON, with `--others` all
but it. `--part 2/8` takes every eighth case from the second on. `--chance 80` takes registers that chance made instead
of the listed ones. With `--done`, each case that has ended is noted in that file with what it cost, and one that stands
there is not run again: so a run may be stopped and taken up later.

Each command runs in a process of its own, forked from one that has everything loaded, so that a run takes some
milliseconds. A run fails when it takes longer than 2 seconds of CPU or more than 256 MiB, prints a traceback, ends
with exit code 4 or by a signal, or leaves a file behind.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from bench.hostile_cases import Case, cases
from bench.hostile_chance import cases_by_chance

SECONDS = 2.0
MIB = 256
COMMANDS = (
    ("check", "--format", "json"),
    ("check",),
    ("due", "--within", "100 years"),
    ("chart", "all", "--format", "text", "--format", "dot", "--format", "mermaid", "--out", "../charts"),
    ("show", "r"),
)


def main() -> int:
    """Run all cases and print those that fail, then what the worst cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--check", action="store_true", help="run no other command")
    which.add_argument("--others", action="store_true", help="run all other commands")
    parser.add_argument("--part", default="1/1", help="every Nth case from the Kth on: K/N")
    parser.add_argument("--chance", type=int, metavar="N", help="instead, N cases of each sort that chance decides")
    parser.add_argument("--done", type=Path, help="a file that keeps which cases have ended")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="the most that a run may take")
    given = parser.parse_args()
    commands = COMMANDS[:1] if given.check else COMMANDS[1:] if given.others else COMMANDS
    _load()
    sys.setrecursionlimit(5_000)  # folders a thousand deep are walked and taken away; igreg has the usual limit
    failed = runs = number = 0
    worst_time = worst_memory = (0.0, "")
    every = cases() if given.chance is None else cases_by_chance(given.chance)
    for case in _chosen(every, given.words, given.part, given.done):
        number += 1
        costs = []
        with tempfile.TemporaryDirectory() as folder:
            register = Path(folder) / "register"
            _apart(case.build, register)
            before = _names(register)
            for command in commands:
                name = f"{case.name}: {' '.join(command)}"
                seconds, mib, code, err = run(register, command)
                runs += 1
                costs.append(f"{seconds:.2f} s {mib:.0f} MiB")
                worst_time, worst_memory = max(worst_time, (seconds, name)), max(worst_memory, (mib, name))
                bad = told(seconds, mib, code, err, given.seconds)
                if bad:
                    failed += 1
                    print(f"{name}: {', '.join(bad)}", flush=True)
            if _names(register) != before:
                failed += 1
                print(f"{case.name}: files were left behind", flush=True)
            _open_up(Path(folder))
        if given.done:
            with given.done.open("a") as file:
                file.write("\t".join((repr(case.name), *costs)) + "\n")
    print(f"{number} cases, {runs} runs, {failed} failed")
    print(f"longest: {worst_time[0]:.2f} s ({worst_time[1]}); largest: {worst_memory[0]:.0f} MiB ({worst_memory[1]})")
    return 1 if failed else 0


def told(seconds: float, mib: float, code: int, err: str, most: float = SECONDS) -> list[str]:
    """What is wrong with a run."""
    out = []
    if seconds > most:
        out.append(f"{seconds:.1f} s")
    if mib > MIB:
        out.append(f"{mib:.0f} MiB")
    if code not in (0, 1, 2, 3):
        out.append(f"exit {code}: {err[-300:].strip()}")
    if "Traceback" in err:
        out.append("a traceback")
    return out


def _apart(build: Callable[[Path], None], register: Path) -> None:
    """Make a register in a process of its own, so that its texts do not count for those that follow."""
    child = os.fork()
    if not child:
        try:
            build(register)
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def run(register: Path, command: tuple[str, ...]) -> tuple[float, float, int, str]:
    """One command in a process of its own: seconds of CPU, MiB at most, exit code and what it said."""
    at = 2 if command[0] in ("chart", "show") else 1
    rest = [str(register.parent / "charts") if word == "../charts" else word for word in command[at:]]
    words = ["igreg", *command[:at], str(register), *rest, "--today", "2026-11-24"]
    with tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            _become(words, err.fileno())
        _, status, used = os.wait4(child, 0)
        err.seek(0)
        said = err.read(100_000).decode("utf-8", "replace")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), said


def _become(words: list[str], err: int) -> None:
    """The child: igreg's own process from here on, with memory and time bounded so that a bad run harms nobody."""
    sys.setrecursionlimit(1_000)
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (6, 6))
    void = os.open(os.devnull, os.O_RDWR)
    os.dup2(void, 0)
    os.dup2(void, 1)
    os.dup2(err, 2)
    sys.argv = words
    try:
        from igreg.__main__ import run as igreg

        igreg()
    finally:
        os._exit(70)


def _load() -> None:
    """Everything that a command may load, once."""
    with tempfile.TemporaryDirectory() as folder:
        register = Path(folder) / "register"
        register.mkdir()
        (register / "organisation.yaml").write_text("name: X\ntype: other\n")
        (register / "roles.yaml").write_text("- {id: r, title: R, colour: &a blue}\n")
        import yaml  # noqa: F401

        import igreg.cli.app
        import igreg.register.read
        import igreg.render.findings.formats
        import igreg.source.reading.exact
        import igreg.store.read  # noqa: F401
        from igreg.check.engine import check  # noqa: F401


def _chosen(every: Iterator[Case], words: list[str], part: str, done: Path | None) -> Iterator[Case]:
    """The cases to run: those with one of the words, of this part, and not among those that have ended."""
    start = time.perf_counter()
    first, step = map(int, part.split("/"))
    ended = {line.split("\t")[0] for line in done.read_text().splitlines()} if done and done.exists() else set()
    named = (case for case in every if not words or any(word in case.name for word in words))
    for case in islice(named, first - 1, None, step):
        if repr(case.name) not in ended:
            yield case
    print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)


def _names(register: Path) -> list[str]:
    return sorted(os.path.join(place, name) for place, _, names in os.walk(register) for name in names)  # noqa: PTH118


def _open_up(folder: Path) -> None:
    """Make folders that may not be read fit to be taken away."""
    for place, folders, _ in os.walk(folder):
        for name in folders:
            path = Path(place, name)
            if not path.is_symlink():
                path.chmod(0o700)
    shutil.rmtree(folder / "register", ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())

"""Change the code in small ways, one at a time, and see whether a test fails.

`python -m tools.mutants [--each 12] [--seed 1] [ROOM ...]`: a sample of each room, drawn by a seed, so that a run takes
minutes. A mutant that no test notices is a survivor: it is printed, and either a test is missing or it changes nothing,
which docs/mutants.md then says in a word. `--only TEXT` tries only those of the sample whose name holds it, `--anew`
finds out anew which tests run which lines (`tools/covering.py`), `--suite "tests/due -m 'not thorough'"` among those
that pytest chooses by these words: a short look, in which a mutant may survive that a test elsewhere notices. Why not
mutmut or cosmic-ray: decision 66.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import importlib
import os
import random
import re
import resource
import shlex
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from tools.covering import ROOT, Covering, covering
from tools.mutations import Mutant, mutant, spots, text_of

WORK = ROOT / "build" / "mutants" / "tree"
KNOWN = ROOT / "docs" / "mutants.md"
ROOMS = ("source", "register", "analysis", "deadlines", "changes", "store")
"""What is mutated unless rooms are named: what everything else stands on."""
ELSEWHERE = {"deadlines": "due", "changes": "cli"}
"""Rooms whose tests are mostly those of the room that uses them."""
FIRST = 8.0
"""Seconds of tests that are run first: most mutants are noticed by them."""
MOST = 60.0
"""Seconds of tests that are run at most, the room's own and the quickest first: too strict for what only a slow test
elsewhere would notice."""
LEAST = 0.9
"""The share of a sample that must be noticed."""


def sample(rooms: list[str], each: int, seed: int) -> list[Mutant]:
    """So many mutants of each room, drawn at random."""
    chosen = []
    for room in rooms:
        every = []
        for path in sorted((ROOT / "src/igreg" / room).rglob("*.py")):
            count = sum(1 for _ in spots(ast.parse(path.read_text(encoding="utf-8"))))
            every += [(path, number) for number in range(count)]
        chance = random.Random(f"{seed} {room}")
        chosen += [mutant(path, number) for path, number in chance.sample(every, min(each, len(every)))]
    return chosen


def noticed(mutant: Mutant, tests: Covering) -> bool:
    """Whether a test fails with the mutant in place: of the module's own tests, then of those that run its lines, first
    those of its room."""
    path = WORK / mutant.path.relative_to(ROOT)
    before = path.read_text(encoding="utf-8")
    path.write_text(text_of(mutant), encoding="utf-8")
    for old in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        old.unlink()
    folder = ROOT / "tests" / mutant.path.parent.relative_to(ROOT / "src/igreg")
    own = [test.relative_to(ROOT).as_posix() for test in sorted(folder.glob("test_*.py")) if _is_own(test, mutant)]
    others = [test for test in tests.of(mutant.path, mutant.lines) if test.split("::")[0] not in own]
    room = mutant.path.relative_to(ROOT / "src/igreg").parts[0]
    room = f"tests/{ELSEWHERE.get(room, room)}/"
    first, then = _batches(tests, sorted(others, key=lambda test: not test.startswith(room)))
    try:
        return any(batch and _fails(batch, 30 + 4 * tests.expected(batch)) for batch in ([*own, *first], then))
    finally:
        path.write_text(before, encoding="utf-8")


def _is_own(test: Path, mutant: Mutant) -> bool:
    """Whether a file of tests is a module's own: by its name; for what is set when the module is loaded, which no line
    of a test is noted to run, also by importing it."""
    stem, package = mutant.path.stem, mutant.path.parent.name
    if test.stem.startswith(f"test_{stem}"):
        return True
    imported = rf"\b{package}(?:\.| import [\w\s,(]*\b){stem}\b"
    return not mutant.lines and re.search(imported, test.read_text(encoding="utf-8")) is not None


def _batches(tests: Covering, names: list[str]) -> tuple[list[str], list[str]]:
    """The quickest tests, and those after them; what would take too long is left out."""
    first: list[str] = []
    then: list[str] = []
    spent = 0.0
    for name in names:
        spent += tests.expected([name])
        if spent > MOST:
            break
        (first if spent <= FIRST and len(first) < 400 else then).append(name)
    return first, then


def _fails(tests: list[str], seconds: float) -> bool:
    """Whether a test fails, goes round for ever, or cannot even be loaded; each time in a fork of this process."""
    child = os.fork()
    if not child:
        _become(tests)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _become(tests: list[str]) -> None:
    """The child: pytest over the changed tree, with memory bounded so that no mutant takes all of it."""
    code = 70
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        for name in (1, 2):
            os.dup2(os.open(os.devnull, os.O_RDWR), name)
        os.environ |= {"PYTHONPATH": str(WORK / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(WORK / "src"))
        words = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
        code = pytest.main([*words, *tests])
    finally:
        os._exit(code)


def _load() -> None:
    """What every run of tests loads, once; nothing of ours, which is what changes."""
    for name in (
        "hypothesis",
        "jsonschema",
        "pydantic",
        "ruamel.yaml",
        "typer.testing",
        "yaml",
        "yaml_rs",
        "xdist.plugin",
    ):
        importlib.import_module(name)
    os.chdir(ROOT)


def main() -> None:
    """Try a sample and print the survivors; ends in a fault where too few mutants of a room are noticed."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("rooms", nargs="*", default=list(ROOMS))
    words.add_argument("--each", type=int, default=12, help="how many mutants of each room")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--only", default="", help="only those whose name holds this")
    words.add_argument("--anew", action="store_true", help="find out anew which tests run which lines")
    words.add_argument("--suite", default="", help="with --anew, which tests count: words for pytest (usually: all)")
    asked = words.parse_args()
    tests = covering(asked.anew, shlex.split(asked.suite))
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree(ROOT / "src", WORK / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", WORK / "templates")
    compileall.compile_dir(WORK / "src", quiet=2)
    _load()
    known = KNOWN.read_text(encoding="utf-8") if KNOWN.exists() else ""
    if _fails(["--collect-only", *tests.tests], 600) or _fails(_batches(tests, tests.tests)[0], 300):
        sys.exit("tests fail without any change, or are no longer there: put them right, or find them --anew")
    few = [room for room in asked.rooms if _share(room, asked, tests, known) < LEAST]
    if few:
        sys.exit(f"at least {LEAST:.0%} must be noticed: {', '.join(few)}")


def _share(room: str, asked: argparse.Namespace, tests: Covering, known: str) -> float:
    """Try the sample of a room; what share of it is noticed."""
    start = time.monotonic()
    found = [one for one in sample([room], asked.each, asked.seed) if asked.only in one.name]
    left = 0
    for number, one in enumerate(found, 1):
        if not noticed(one, tests):
            left += 1
            word = "known" if f"`{one.name}`" in known else "NEW"
            print(f"{room} {number}/{len(found)} survives ({word}): {one.lines.start} {one.name}", flush=True)
    share = 1 - left / max(len(found), 1)
    print(
        f"{room}: {len(found) - left} of {len(found)} noticed: {share:.0%}, {time.monotonic() - start:.0f} s",
        flush=True,
    )
    return share


if __name__ == "__main__":
    main()

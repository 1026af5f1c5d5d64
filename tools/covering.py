"""Which tests run which lines, and how long each takes: one run of the whole suite, kept in build/mutants."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "build" / "mutants" / "covering.json"
_TIME = re.compile(r"^([\d.]+)s (?:call|setup|teardown)\s+(tests/.+)$")
_LEAST = 0.003
"""Seconds of a test that is too quick to be listed."""


@dataclass(frozen=True)
class Covering:
    """What one run of the suite told: the tests of each line of each module, and the seconds of each test."""

    tests: list[str]
    seconds: list[float]
    lines: dict[str, dict[str, list[int]]]
    """For each module, for each of its lines, the tests that run it."""
    digests: dict[str, str]

    def of(self, path: Path, lines: Iterable[int]) -> list[str]:
        """The tests that run some lines of a module, quickest first; those of the whole module where none does, or
        where the module has changed since."""
        name = path.relative_to(ROOT).as_posix()
        known = self.lines.get(name, {})
        found: set[int] = set()
        if self.digests.get(name) == digest(path):
            found = {test for line in lines for test in known.get(str(line), ())}
        found = found or {test for tests in known.values() for test in tests}
        return [self.tests[test] for test in sorted(found, key=lambda test: (self.seconds[test], test))]

    def expected(self, tests: Iterable[str]) -> float:
        """The seconds that tests take."""
        return sum(self.known.get(test, 1.0) for test in tests)

    @cached_property
    def known(self) -> dict[str, float]:
        """The seconds of each test, by its name."""
        return dict(zip(self.tests, self.seconds, strict=True))


def digest(path: Path) -> str:
    """What a file's content is known by."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def covering(anew: bool, suite: Sequence[str] = ()) -> Covering:
    """What is kept, or the suite run anew where nothing is; of the suite, what pytest chooses by some words."""
    if anew or not KEPT.exists():
        KEPT.parent.mkdir(parents=True, exist_ok=True)
        KEPT.write_text(json.dumps(_run(suite)), encoding="utf-8")
    return Covering(**json.loads(KEPT.read_text(encoding="utf-8")))


def _run(suite: Sequence[str]) -> dict[str, object]:
    """The suite under coverage, each line noted with the tests that ran it."""
    data, said = KEPT.with_name("coverage"), KEPT.with_name("suite.txt")
    words = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "loadfile", "-p", "no:cacheprovider"]
    words += [
        "--cov",
        "--cov-context=test",
        "--cov-report=",
        "--cov-fail-under=0",
        "--durations=0",
        "--durations-min=0.005",
        *suite,
    ]
    with said.open("w", encoding="utf-8") as out:
        subprocess.run(words, cwd=ROOT, env=os.environ | {"COVERAGE_FILE": str(data)}, stdout=out, check=False)
    return told(data, said, suite)


def told(data: Path, said: Path, suite: Sequence[str] = ()) -> dict[str, object]:
    """What coverage noted and what pytest said, as it is kept; only tests that can be run by their name count."""
    from coverage import CoverageData

    spent: dict[str, float] = {}
    for line in said.read_text(encoding="utf-8").splitlines():
        if match := _TIME.match(line):
            spent[match[2]] = spent.get(match[2], 0.0) + float(match[1])
    words = [sys.executable, "-m", "pytest", "--collect-only", "-n0", "-p", "no:cacheprovider", *suite]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    tests = [line for line in listed if line.startswith("tests/") and "::" in line]
    number = {test: index for index, test in enumerate(tests)}
    noted = CoverageData(str(data))
    noted.read()
    lines: dict[str, dict[str, list[int]]] = {}
    digests: dict[str, str] = {}
    for file in noted.measured_files():
        path = Path(file)
        if not path.is_relative_to(ROOT / "src"):
            continue
        name = path.relative_to(ROOT).as_posix()
        digests[name] = digest(path)
        lines[name] = {
            str(line): sorted({number[test] for test in (c.rpartition("|")[0] for c in contexts) if test in number})
            for line, contexts in noted.contexts_by_lineno(file).items()
        }
    seconds = [spent.get(test, _LEAST) for test in tests]
    return {"tests": tests, "seconds": seconds, "lines": lines, "digests": digests}

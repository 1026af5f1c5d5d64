"""Change the code in small ways, one at a time, and see whether a test fails.

`python -m tools.mutants [--each 12] [--seed 1] [ROOM ...]`: a sample of each room, drawn by a seed, so that a run takes
minutes. A mutant that no test notices is a survivor: it is printed, and either a test is missing or it changes nothing,
which docs/mutants.md then says in a word. Why not mutmut or cosmic-ray: decision 66.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import copy
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORK = ROOT / "build" / "mutants"
KNOWN = ROOT / "docs" / "mutants.md"
ROOMS = ("source", "register", "analysis", "deadlines", "changes", "store")
"""What is mutated unless rooms are named: what everything else stands on."""
NEAR: dict[str, tuple[str, ...]] = {
    "analysis": ("tests/analysis", "tests/test_rule_pages.py", "tests/due"),
    "changes": ("tests/changes", "tests/cli/test_acting.py", "tests/model"),
    "deadlines": ("tests/due", "tests/render/due"),
    "register": ("tests/register", "tests/test_rule_pages.py", "tests/check", "tests/store/test_read.py"),
    "source": ("tests/source", "tests/register", "tests/test_rule_pages.py", "tests/cli/test_hostile.py"),
    "store": ("tests/store", "tests/cli/test_check.py", "tests/cli/test_init.py", "tests/cli/test_chart.py"),
}
"""The tests that are run first, nearest first; then all others."""
SECONDS = 600.0
"""A mutant whose tests run longer goes round for ever, and is noticed."""
LEAST = 0.9
"""The share of a sample that must be noticed."""

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: where it is, what it changes into what, and the whole module with it."""

    path: Path
    place: str
    before: str
    after: str
    text: str

    @property
    def name(self) -> str:
        """What it is called in docs/mutants.md; lines may move without its name changing."""
        return f"{self.path.relative_to(ROOT / 'src/igreg').as_posix()} {self.place}: {self.before} -> {self.after}"


def changed(node: ast.AST) -> Iterator[ast.AST]:
    """A node as it is not meant: each way in which it can be changed."""
    other = copy.deepcopy(node)
    match other:
        case ast.Compare(ops=[op, *_]) if type(op) in _SWAPS:
            other.ops[0] = _SWAPS[type(op)]()  # type: ignore[call-overload]
            yield other
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in _SWAPS:
            other.op = _SWAPS[type(op)]()  # type: ignore[assignment]
            yield other
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.UnaryOp):
            other.test = ast.Constant(value=False)
            yield other
        case ast.Constant(value=bool(value)):
            yield ast.Constant(value=not value)
        case ast.Constant(value=int(number)):
            yield ast.Constant(value=number + 1)
        case ast.Continue():
            yield ast.Break()


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: dict[ast.AST, str] = {}
    for node in ast.walk(tree):
        inside = names.get(node, "")
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            inside = f"{inside}.{node.name}".lstrip(".")
        for child in ast.iter_child_nodes(node):
            names[child] = inside
    marks = {
        id(node) for owner in ast.walk(tree) for mark in getattr(owner, "decorator_list", ()) for node in ast.walk(mark)
    }
    for parent in [node for node in ast.walk(tree) if id(node) not in marks]:
        for field, value in ast.iter_fields(parent):
            for index, node in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(node, ast.AST) or field in ("annotation", "returns") or id(node) in marks:
                    continue
                for other in changed(node):
                    _put(parent, field, index, other)
                    text = ast.unparse(ast.fix_missing_locations(tree))
                    _put(parent, field, index, node)
                    yield Mutant(path, names.get(node) or "module", _short(node), _short(other), text)


def _put(parent: ast.AST, field: str, index: int, node: ast.AST) -> None:
    value = getattr(parent, field)
    if isinstance(value, list):
        value[index] = node
    else:
        setattr(parent, field, node)


def _short(node: ast.AST) -> str:
    """The first line of a piece of code, cut."""
    return ast.unparse(node).splitlines()[0][:80]


def sample(rooms: list[str], each: int, seed: int) -> list[Mutant]:
    """So many mutants of each room, drawn at random."""
    chosen = []
    for room in rooms:
        every = [m for path in sorted((ROOT / "src/igreg" / room).rglob("*.py")) for m in mutants(path)]
        chance = random.Random(f"{seed} {room}")
        chosen += chance.sample(every, min(each, len(every)))
    return chosen


def noticed(mutant: Mutant, near: bool) -> bool:
    """Whether a test fails with the mutant in place of its module; with `near` only the tests nearest to it are run."""
    path = WORK / mutant.path.relative_to(ROOT)
    before = path.read_text(encoding="utf-8")
    path.write_text(mutant.text, encoding="utf-8")
    for old in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        old.unlink()
    room = mutant.path.relative_to(ROOT / "src/igreg").parts[0]
    try:
        end = time.monotonic() + SECONDS
        own = sorted(
            (ROOT / "tests" / mutant.path.parent.relative_to(ROOT / "src/igreg")).glob(f"test_{path.stem}*.py")
        )
        nearest = [test.relative_to(ROOT).as_posix() for test in own]
        for tests in (*nearest, *NEAR.get(room, ()), *(() if near else ("tests",))):
            if (ROOT / tests).exists() and _fails(tests, end - time.monotonic()):
                return True
        return False
    finally:
        path.write_text(before, encoding="utf-8")


def _fails(tests: str, seconds: float) -> bool:
    words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", tests]
    environment = os.environ | {"PYTHONPATH": str(WORK / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            words, cwd=ROOT, env=environment, capture_output=True, timeout=max(seconds, 1), check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode not in (0, 5)


def main() -> None:
    """Try a sample and print the survivors; ends in a fault where too few mutants are noticed."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("rooms", nargs="*", default=list(ROOMS))
    words.add_argument("--each", type=int, default=12, help="how many mutants of each room")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--near", action="store_true", help="only the tests nearest to each room: quick, and too strict")
    asked = words.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree(ROOT / "src", WORK / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", WORK / "templates")
    compileall.compile_dir(WORK / "src", quiet=2)
    known = KNOWN.read_text(encoding="utf-8") if KNOWN.exists() else ""
    found = sample(asked.rooms, asked.each, asked.seed)
    left = []
    for number, mutant in enumerate(found, 1):
        if noticed(mutant, asked.near):
            print(f"{number}/{len(found)}", end="\r", flush=True)
        else:
            left.append(mutant)
            word = "known" if f"`{mutant.name}`" in known else "NEW"
            print(f"{number}/{len(found)} survives ({word}): {mutant.name}", flush=True)
    share = 1 - len(left) / max(len(found), 1)
    print(f"{len(found) - len(left)} of {len(found)} noticed: {share:.0%}")
    if share < LEAST:
        sys.exit(f"at least {LEAST:.0%} must be")


if __name__ == "__main__":
    main()

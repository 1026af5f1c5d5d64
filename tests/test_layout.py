"""The house itself: each room has its tests where one looks for them, and whatever has a public name says what it is."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "igreg"
TESTS = ROOT / "tests"

ELSEWHERE = {
    "changes": "cli/test_acting.py",
    "deadlines": "due/test_pages.py",
    "model/kinds": "model/test_schema.py",
    "rules": "test_rule_pages.py",
}
"""Rooms of which one test goes through every file, or whose tests are those of the room that uses them."""
NO_ROOMS = {"ci", "browser", "field", "front_door", "registers", "rules"}
"""Folders of tests that are no room of the source: files of CI, a real browser, cases of the field, what new users meet, sample registers, cases of rules."""


def modules() -> list[Path]:
    """Every module of the source."""
    return sorted(path for path in SRC.rglob("*.py") if path.name != "__init__.py")


def rooms() -> list[str]:
    """Every folder of the source with modules in it, but for families of rules, which are one room."""
    found = {path.parent.relative_to(SRC).as_posix() for path in modules()} - {"."}
    return sorted({name.split("/")[0] if name.startswith("rules/") else name for name in found})


@pytest.mark.parametrize("room", rooms())
def test_a_room_has_its_tests(room: str) -> None:
    if room in ELSEWHERE:
        assert (TESTS / ELSEWHERE[room]).is_file()
    else:
        assert list((TESTS / room).glob("test_*.py")), f"no tests/{room}/test_*.py"


def test_tests_stand_in_the_room_of_what_they_test() -> None:
    folders = {path.parent.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py")} - {"."}
    assert folders - set(rooms()) - NO_ROOMS == set()


@dataclass(frozen=True)
class Module:
    """What is asked of the source of a module; it is taken apart once for all questions."""

    imports: set[str]
    """What it imports, anywhere in it, by its whole name."""
    is_empty: bool
    is_told: bool
    """Whether it has a docstring."""
    undocumented: list[str]


@cache
def module(path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return Module(imports(tree), not tree.body, bool(ast.get_docstring(tree)), list(undocumented(tree.body)))


def imports(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    left: list[ast.AST] = [tree]
    while left:
        node = left.pop()
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):  # no import stands in an expression
            inside = getattr(node, name, ())
            left += inside if isinstance(inside, list) else ()
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.thorough
def test_no_module_is_out_of_reach_of_the_tests() -> None:
    """Whatever is found by its folder is run by its name; every other module is imported on some way from a test."""
    names = {".".join(path.relative_to(SRC.parent).with_suffix("").parts): path for path in modules()}
    reached: set[str] = set()
    by_folder = (
        "igreg.cli.",
        "igreg.rules.",
        "igreg.model.kinds.",
        "igreg.deadlines.",
        "igreg.render.findings.",
        "igreg.report.papers.",
        "igreg.site.pages.",
    )
    left = [name for path in TESTS.rglob("*.py") for name in module(path).imports]
    left += [name for name in names if name.startswith(by_folder)]
    while left:
        name = left.pop()
        if name in names and name not in reached:
            reached.add(name)
            left += module(names[name]).imports
    assert names.keys() - reached == {"igreg.__main__"}


MARKS = {"rule", "dates"}
"""Marks of the one function of a module that is found by its folder: the module's own docstring says what it does."""


def undocumented(body: list[ast.stmt], inside: str = "") -> Iterator[str]:
    """Public classes and functions, and public methods of public classes, without a docstring."""
    for node in body:
        if not isinstance(node, (ast.ClassDef, ast.FunctionDef)) or node.name.startswith("_"):
            continue
        marks = {getattr(mark.func if isinstance(mark, ast.Call) else mark, "id", "") for mark in node.decorator_list}
        if ast.get_docstring(node) is None and not marks & MARKS:
            yield f"{inside}{node.name}"
        if isinstance(node, ast.ClassDef):
            yield from undocumented(node.body, f"{node.name}.")


@pytest.mark.parametrize("path", [pytest.param(p, id=p.relative_to(SRC).as_posix()) for p in sorted(SRC.rglob("*.py"))])
def test_whatever_is_public_says_what_it_is(path: Path) -> None:
    found = module(path)
    assert found.is_empty or found.is_told, "the module has no docstring"
    assert found.undocumented == []


def test_the_floors_of_the_architecture_are_those_that_are_held() -> None:
    """Each room stands in the table of ARCHITECTURE.md, on the floor that `lint-imports` gives it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {one["name"]: one for one in project["tool"]["importlinter"]["contracts"]}
    held = [floor.split(" | ") for floor in contracts["Dependencies point down"]["layers"]]
    told: list[list[str]] = []
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for number, named in re.findall(r"^\| *(\d*) *\| (`[^|]*) \|", page, re.MULTILINE):
        if number:
            assert int(number) == len(told) + 1
            told.append([])
        told[-1] += re.findall(r"`(\w+)`", named)
    assert told == held

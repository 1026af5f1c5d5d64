"""No state in frozen values: what they hold cannot grow, and what they remember is an answer that could be asked anew.

A field, or an answer that a `cached_property` keeps, whose type is read-only cannot be changed by anybody: `mypy --strict`
refuses it in every module. So it is enough to look at the types that frozen classes declare, and for ways round them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "igreg"

GROWS = re.compile(
    r"(?<![\w.])(list|dict|set|bytearray|defaultdict|Counter|deque|OrderedDict|Mutable\w+|StringIO|BytesIO"
    r"|Iterator|Iterable|Generator)\b"
)
"""Types of what can be changed; also of what is used up when it is looked at."""
CHANGES = frozenset(
    [
        "append",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "clear",
        "sort",
        "reverse",
        "add",
        "discard",
        "update",
        "setdefault",
        "difference_update",
        "intersection_update",
        "symmetric_difference_update",
        "appendleft",
        "popleft",
        "move_to_end",
        "subtract",
    ]
)
DICTIONARY = {
    "dataclass.py": "makes values",
    "once.py": "keeps answers, as `cached_property` does",
    "publish/charts.py": "hands on what was laid out already",
}
"""Modules that write into a value behind its back, and what for."""


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the source, taken apart."""
    return {
        path.relative_to(SRC).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SRC.rglob("*.py"))
    }


def is_frozen(one: ast.ClassDef) -> bool:
    """Whether a class says that its objects do not change: a frozen data class, or a tuple with names."""
    return any("frozen=True" in ast.unparse(mark) for mark in one.decorator_list) or any(
        ast.unparse(base) == "NamedTuple" for base in one.bases
    )


def frozen() -> Iterator[tuple[str, ast.ClassDef]]:
    """Every frozen class of the source, with its module."""
    for name, tree in trees().items():
        yield from ((name, one) for one in ast.walk(tree) if isinstance(one, ast.ClassDef) and is_frozen(one))


def held(one: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """What an object of a class holds, by name, with the type that is declared: its fields, and the answers it keeps."""
    for part in one.body:
        if isinstance(part, ast.AnnAssign):
            yield ast.unparse(part.target), ast.unparse(part.annotation)
        elif isinstance(part, ast.FunctionDef) and part.returns is not None:
            marks = {ast.unparse(mark) for mark in part.decorator_list}
            if marks & {"cached_property", "once_for_each", "once_for_each_record"}:
                yield part.name, ast.unparse(part.returns)


def growing(one: ast.ClassDef) -> list[str]:
    """What an object of a class holds that can grow."""
    return [f"{name}: {type}" for name, type in held(one) if GROWS.search(type)]


def changed(one: ast.ClassDef) -> list[str]:
    """The statements of a class that change something that an object of it holds."""
    return [ast.unparse(node) for node in ast.walk(one) if _changes_itself(node)]


def _changes_itself(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=attr)):
            return attr in CHANGES and _is_held(value)
        case ast.Assign(targets=targets) | ast.Delete(targets=targets):
            return any(_is_part(one) for target in targets for one in ast.walk(target))
        case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
            return _is_part(target)
    return False


def _is_part(target: ast.AST) -> bool:
    return (
        isinstance(target, ast.Attribute | ast.Subscript) and not isinstance(target.ctx, ast.Load) and _is_held(target)
    )


def _is_held(node: ast.AST) -> bool:
    """Whether something is held by `self`, however deep."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
            return True
        node = node.func if isinstance(node, ast.Call) else node.value
    return False


def test_there_are_frozen_classes() -> None:
    assert len(list(frozen())) > 500


def test_what_a_frozen_class_holds_is_of_a_type_that_cannot_grow() -> None:
    assert {f"{module} {one.name}": found for module, one in frozen() if (found := growing(one))} == {}


def test_no_frozen_class_changes_what_its_objects_hold() -> None:
    assert {f"{module} {one.name}": found for module, one in frozen() if (found := changed(one))} == {}


def test_nothing_is_written_into_a_value_behind_its_back() -> None:
    found = set()
    for module, tree in trees().items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="object"), attr="__setattr__" | "__delattr__")):
                    found.add(module)
                case ast.Subscript(value=ast.Attribute(attr="__dict__"), ctx=ast.Store() | ast.Del()):
                    found.add(module)
                case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="__dict__"), attr=attr)) if attr in CHANGES:
                    found.add(module)
    assert found == set(DICTIONARY)


@pytest.mark.parametrize(
    ("body", "grows", "changes"),
    [
        pytest.param("names: dict[str, str]", ["names: dict[str, str]"], [], id="a field"),
        pytest.param("names: Mapping[str, list[str]]", ["names: Mapping[str, list[str]]"], [], id="deeper"),
        pytest.param("names: Mapping[str, Sequence[str]]", [], [], id="read only"),
        pytest.param("names: frozenset[str]", [], [], id="a frozen set"),
        pytest.param(
            "@cached_property\n    def known(self) -> set[str]: ...",
            ["known: set[str]"],
            [],
            id="an answer that is kept",
        ),
        pytest.param("def made(self) -> list[str]: ...", [], [], id="an answer that is made anew"),
        pytest.param("def f(self): self.out.append(1)", [], ["self.out.append(1)"], id="put to"),
        pytest.param("def f(self): self.out.names[1].add(1)", [], ["self.out.names[1].add(1)"], id="put to, deeper"),
        pytest.param("def f(self): self.out[1] = 2", [], ["self.out[1] = 2"], id="an item"),
        pytest.param(
            "def f(self): found = self.out[1] = 2", [], ["found = self.out[1] = 2"], id="an item, among others"
        ),
        pytest.param("def f(self): self.out[:] = []", [], ["self.out[:] = []"], id="all items"),
        pytest.param("def f(self): self.out += [1]", [], ["self.out += [1]"], id="longer"),
        pytest.param("def f(self): del self.out[1]", [], ["del self.out[1]"], id="an item taken out"),
        pytest.param("def f(self): out = []; out.append(self.out[1])", [], [], id="a list of its own"),
        pytest.param("def f(self): out[self.key] = 1", [], [], id="a key of its own"),
    ],
)
def test_it_is_seen(body: str, grows: list[str], changes: list[str]) -> None:
    tree = ast.parse(f"@dataclass(frozen=True)\nclass One:\n    {body}\n")
    (one,) = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert is_frozen(one)
    assert (growing(one), changed(one)) == (grows, changes)

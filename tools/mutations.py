"""Small changes of a module, one at a time: a boundary moved, a condition turned, a number one up, no answer given."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tools.covering import ROOT

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: where it is, and what it changes into what."""

    path: Path
    number: int
    """Which of the module's mutants it is."""
    place: str
    before: str
    after: str
    lines: range

    @property
    def name(self) -> str:
        """What it is called in docs/mutants.md; lines may move without its name changing."""
        return f"{self.path.relative_to(ROOT / 'src/igreg').as_posix()} {self.place}: {self.before} -> {self.after}"


class Spot(NamedTuple):
    """A place in a module's tree, and what may stand there instead."""

    parent: ast.AST
    field: str
    at: int
    node: ast.AST
    other: ast.AST


def changed(node: ast.AST) -> Iterator[ast.AST]:
    """A node as it is not meant: each way in which it can be changed."""
    other = copy.copy(node)
    match other:
        case ast.Compare(ops=[op, *more]) if type(op) in _SWAPS:
            other.ops = [_SWAPS[type(op)](), *more]  # type: ignore[list-item]
            yield other
        case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in _SWAPS:
            other.op = _SWAPS[type(op)]()  # type: ignore[assignment]
            yield other
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.If(test=test) | ast.IfExp(test=test) if "TYPE_CHECKING" not in ast.dump(test):
            for value in (False, True):
                if not (isinstance(test, ast.UnaryOp) and not value):
                    turned = copy.copy(node)
                    turned.test = ast.Constant(value=value)  # type: ignore[attr-defined]
                    yield turned
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(value=ast.Constant(value=None))
        case ast.Constant(value=bool(value)):
            yield ast.Constant(value=not value)
        case ast.Constant(value=int(number)):
            yield ast.Constant(value=number + 1)
        case ast.Continue():
            yield ast.Break()


def spots(tree: ast.AST) -> Iterator[Spot]:
    """Every change of a module. What stands above a class or function, and types, are left alone."""
    marks = {
        id(node) for owner in ast.walk(tree) for mark in getattr(owner, "decorator_list", ()) for node in ast.walk(mark)
    }
    for parent in [node for node in ast.walk(tree) if id(node) not in marks]:
        for field, value in ast.iter_fields(parent):
            for index, node in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(node, ast.AST) or field in ("annotation", "returns") or id(node) in marks:
                    continue
                for other in changed(node):
                    yield Spot(parent, field, index, node, other)


def mutant(path: Path, number: int) -> Mutant:
    """One of a module's mutants, by its number."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    spot = list(spots(tree))[number]
    return Mutant(path, number, _place(tree, spot.node), _short(spot.node), _short(spot.other), _lines(tree, spot.node))


def text_of(mutant: Mutant) -> str:
    """The whole module with the change."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    spot = list(spots(tree))[mutant.number]
    _put(*spot[:3], spot.other)
    return ast.unparse(ast.fix_missing_locations(tree))


def _place(tree: ast.AST, node: ast.AST) -> str:
    """The functions and classes around a node."""
    around = [
        one
        for one in ast.walk(tree)
        if isinstance(one, (ast.FunctionDef, ast.ClassDef)) and any(inner is node for inner in ast.walk(one))
    ]
    return ".".join(one.name for one in around) or "module"


def _lines(tree: ast.AST, node: ast.AST) -> range:
    """The lines of a change, from where its statement begins; of a condition, without what stands below it.

    None where it is not within a function: what runs while a module is loaded is noted for whichever test came first.
    """
    around = [one for one in ast.walk(tree) if isinstance(one, ast.stmt) and any(i is node for i in ast.walk(one))]
    if not any(isinstance(one, ast.FunctionDef) for one in around[:-1]):
        return range(0)
    last = node.test if isinstance(node, ast.If) else node
    end = getattr(last, "end_lineno", None) or around[-1].lineno
    return range(min(around[-1].lineno, end), end + 1)


def _put(parent: ast.AST, field: str, index: int, node: ast.AST) -> None:
    value = getattr(parent, field)
    if isinstance(value, list):
        value[index] = node
    else:
        setattr(parent, field, node)


def _short(node: ast.AST) -> str:
    """The first line of a piece of code, cut."""
    return ast.unparse(node).splitlines()[0][:80]

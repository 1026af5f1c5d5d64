"""A sentence with gaps: a small part of Jinja2, in a sandbox, that can neither run long nor grow large (ruling E36).

What a template may do is settled before it runs: it fills in values, asks the functions that it is given, chooses with
`if`, and goes through one list at a time. It cannot multiply, call methods or build on what it has built, so that its
work is no more than its own length times the length of a list.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from igreg.dataclass import dataclass

LONGEST = 4_000
"""So many characters has a template at most."""
MOST = 20_000
"""So many characters come of one at most."""
FILTERS = (
    *("capitalize", "count", "d", "default", "first", "int", "join", "last", "length", "list"),
    *("lower", "round", "sort", "string", "title", "trim", "unique", "upper"),
)
TESTS = ("defined", "undefined", "none", "string", "number", "eq", "ne", "gt", "ge", "lt", "le", "in", "even", "odd")
_LOOP = ("first", "last", "index", "length")
_NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Getattr, nodes.Getitem),
    *(nodes.Call, nodes.Keyword, nodes.Filter, nodes.Test, nodes.If, nodes.For, nodes.CondExpr, nodes.Compare),
    *(nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.List, nodes.Tuple, nodes.Neg),
    *(nodes.Dict, nodes.Pair),
)


class Unfilled(Exception):
    """A template that cannot be filled in, and why."""


@dataclass(frozen=True)
class Call:
    """One call of a function in a template, as far as its arguments are plain: others are None."""

    function: str
    given: tuple[Any, ...]
    named: Mapping[str, Any]


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which a dot leads to the key of a mapping, and to nothing else."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, dict | list | tuple):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                pass
        return self.undefined(obj=obj, name=str(argument))


@functools.cache
def _environment() -> _Environment:
    found = _Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.globals = {}
    found.filters = {name: found.filters[name] for name in FILTERS}
    found.tests = {name: found.tests[name] for name in TESTS}
    return found


def amiss(template: str, names: Collection[str]) -> list[str]:
    """What is wrong in a template, each in a sentence; `names` are those that it may use."""
    return list(_looked_at(template, frozenset(names))[0])


def calls(template: str, names: Collection[str]) -> Sequence[Call]:
    """Every call of a function in a template in which nothing is wrong."""
    return _looked_at(template, frozenset(names))[1]


@functools.lru_cache(maxsize=1024)
def _looked_at(template: str, names: frozenset[str]) -> tuple[Sequence[str], Sequence[Call]]:
    """What is wrong in a template and what it calls; items of a pack often have the same one, and it is read once."""
    if len(template) > LONGEST:
        return (f"the template has {len(template)} characters, and {LONGEST} are the most",), ()
    if "{" not in template:
        return (), ()
    try:
        parsed = _environment().parse(template)
        found = tuple(dict.fromkeys(_refused(parsed, names, frozenset(), in_loop=False)))
        if not found:
            _compiled(template)
            return (), tuple(_calls(parsed))
    except TemplateSyntaxError as error:
        return (f"the template cannot be read: {error.message}",), ()
    except Exception as error:
        return (f"the template cannot be read ({type(error).__name__})",), ()
    return found, ()


def _calls(parsed: nodes.Template) -> Iterator[Call]:
    for call in parsed.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            given = tuple(map(_plain, call.args))
            yield Call(call.node.name, given, {one.key: _plain(one.value) for one in call.kwargs})


def fill(template: str, names: Mapping[str, object]) -> str:
    """A template filled in; raises Unfilled where it is not one that may run, or lacks something."""
    wrong = amiss(template, names)
    if wrong:
        raise Unfilled(wrong[0])
    out: list[str] = []
    size = 0
    try:
        for part in _compiled(template).generate(**names):
            size += len(part)
            if size > MOST:
                raise Unfilled(f"more than {MOST} characters come of the template")
            out.append(part)
    except (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise Unfilled(str(error)) from None
    return "".join(out).strip()


@functools.lru_cache(maxsize=1024)
def _compiled(template: str) -> Any:
    return _environment().from_string(template)


def _refused(node: nodes.Node, names: frozenset[str], own: frozenset[str], *, in_loop: bool) -> Iterator[str]:
    """What a template may not do, and the names that it does not know. `own` are those that a loop gives it."""
    if not isinstance(node, _NODES):
        yield f"the template uses {type(node).__name__.lower()}, which a template of an answer may not"
        return
    check: Callable[..., Iterator[str]] = functools.partial(_refused, names=names, in_loop=in_loop)
    match node:
        case nodes.Name() if node.name not in names and node.name not in own:
            yield f"the template uses the name {node.name!r}, which is none of {', '.join(sorted(names))}"
        case nodes.Filter() if node.name not in FILTERS:
            yield f"the template uses the filter {node.name!r}, which is none of {', '.join(FILTERS)}"
        case nodes.Test() if node.name not in TESTS:
            yield f"the template uses the test {node.name!r}, which is none of {', '.join(TESTS)}"
        case nodes.Call() if not isinstance(node.node, nodes.Name) or node.node.name in own:
            yield "the template calls what is none of its functions"
            return
        case nodes.For() if in_loop or node.recursive:
            yield "the template has a loop in a loop"
            return
        case nodes.For():
            targets = frozenset(one.name for one in node.find_all(nodes.Name) if one.ctx == "store") | {"loop"}
            yield from check(node.iter, own=own)
            for one in (*node.body, *node.else_, *((node.test,) if node.test else ())):
                yield from _refused(one, names, own | targets, in_loop=True)
            return
    for child in node.iter_child_nodes():
        yield from check(child, own=own)


def _plain(node: nodes.Expr) -> Any:
    if isinstance(node, nodes.List | nodes.Tuple):
        return [_plain(one) for one in node.items]
    if isinstance(node, nodes.Dict):
        return {_plain(one.key): _plain(one.value) for one in node.items}
    return node.value if isinstance(node, nodes.Const) else None

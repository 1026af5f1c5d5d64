"""The sandbox in which templates of reports run: text is data, a dot leads to a name of a record and nowhere else.

Jinja's own sandbox forbids much and allows what Python's values can do. Here a template can do what is listed, and all
that it does is counted: each round of a loop, each call, each letter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateNotFound, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.loaders import BaseLoader
from jinja2.runtime import BlockReference, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from igreg.language.english import listed
from igreg.render.report.template.filters import TOGETHER, as_text, filters, number, tests
from igreg.render.report.template.meter import Meter
from igreg.render.report.template.shipped import FOLDER
from igreg.render.report.template.writing import WRITTEN, Writes, Written, behind, sha256

_LOOP = ("first", "last", "index", "index0", "revindex", "revindex0", "length", "previtem", "nextitem", "depth")
_CALLED = ("cycle", "changed")
_EACH, _SAID = "_each", "_said"
_CALL = 20
"""A call takes as long as so many rounds."""


class Texts(BaseLoader):
    """The templates that stand in the folders for them, and no other file."""

    def __init__(self, own: Mapping[str, str], ours: Mapping[str, str]) -> None:
        """`ours` are those of igreg, each with `igreg/` before its name: an own one of the same name comes first."""
        self.own, self.ours = own, ours

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, and its name. Raises TemplateNotFound, which says what there is."""
        if template in self.own:
            return self.own[template], template, lambda: True
        for name in (template, FOLDER + template):
            if name in self.ours:
                return self.ours[name], name, lambda: True
        there = sorted({*self.own, *self.ours})
        said = f"there are {listed(there)}" if there else "a Word document includes none"
        raise TemplateNotFound(template, f"there is no template {template!r} to include; {said}")

    def list_templates(self) -> list[str]:
        """The names of all."""
        return sorted({*self.own, *self.ours, *(name.removeprefix(FOLDER) for name in self.ours)})


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one run of a template, with what is left of its steps and letters."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(
        self, own: Mapping[str, str], writes: Writes, meter: Meter, ours: Mapping[str, str] | None = None
    ) -> None:
        """`writes` are the ways to write a text so that the format shows it and does not obey it.

        `own` and `ours` are the templates that may be included.
        """
        self.meter = meter
        self.writes = writes
        super().__init__(
            undefined=StrictUndefined,
            autoescape=True,
            loader=Texts(own, ours or {}),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,
        )
        self.globals = {}
        ways = {
            _EACH: meter.each,
            _SAID: pass_context(lambda _, count: self._said(count)),
            WRITTEN: pass_context(lambda _, value: self._written(value)),
            "prose": lambda value: self._written(value, writes.prose),
            "code": lambda value: self._written(value, writes.code),
            "contact": lambda value: self._written(value, writes.contact),
            "sha256": self._sha256,
        }
        self.filters = cast(Any, filters(meter.step, meter.said, self._written) | ways)
        self.tests = cast(Any, tests())

    def _written(self, value: Any, way: Callable[[str], str] | None = None) -> Markup:
        """A value as it is written, and counted; what is written already, such as a macro's text, stays as it is.

        It is no `finalize` of Jinja's, which looks at constants when a template is read, and escapes them before.
        """
        found = value if isinstance(value, Markup) else Markup((way or self.writes.text)(as_text(value)))
        self.meter.said(len(found))
        return found

    def _sha256(self, value: Any) -> str:
        text = as_text(value)
        self.meter.said(len(text))
        return sha256(text)

    def _said(self, count: int) -> Markup:
        self.meter.said(count)
        return Markup("")

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a dot leads to."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self._missing(obj, attribute)
        if isinstance(obj, LoopContext) and attribute in (*_LOOP, *_CALLED):
            return getattr(obj, attribute)
        if hasattr(obj, "_body_stream") and attribute in obj.__dict__ and not attribute.startswith("_"):
            return obj.__dict__[attribute]  # a template that was imported
        if type(obj).__name__ == "TemplateReference" and not attribute.startswith("_"):
            return obj[attribute]  # `self`, and the blocks of a template
        return self._missing(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What stands in brackets."""
        if isinstance(obj, str | list | tuple) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                pass
        return self.getattr(obj, str(argument))

    def _missing(self, obj: Any, name: str) -> Undefined:
        """A name that is not there, which says so when it is used."""
        if isinstance(obj, Undefined):
            return obj
        if isinstance(obj, dict):
            there = f"it has {listed(map(str, obj))}" if obj else "it is empty"
        elif isinstance(obj, list | tuple):
            there = "this is a list: go through it with {% for one in ... %}"
        else:
            there = "this is no record, and has no names"
        return self.undefined(f"there is no {name!r} here: {there}", obj=obj, name=name)

    def call(self, context: Any, called: Any, /, *given: Any, **named: Any) -> Any:
        """A macro, a block, or a word of a loop; nothing else is called."""
        self.meter.step(_CALL)
        if isinstance(called, Undefined):
            called._fail_with_undefined_error()
        own = isinstance(called, Macro | BlockReference | LoopContext)
        if not own and not (isinstance(getattr(called, "__self__", None), LoopContext) and called.__name__ in _CALLED):
            raise SecurityError(
                "only macros of the template are called; what changes a value is a filter: {{ a | upper }}"
            )
        return context.call(called, *given, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckoning: numbers only, but for texts and lists that are put together."""
        self.meter.step()
        if operator == "+":
            if isinstance(left, str) and isinstance(right, str):
                return self.filters[TOGETHER]([left, right])
            if isinstance(left, list | tuple) and isinstance(right, list | tuple):
                self.meter.step(len(left) + len(right))
                return (*left, *right)
        if operator == "**":
            raise SecurityError("a template does not raise to a power")
        left, right = number(left), number(right)
        return number(super().call_binop(context, operator, left, right))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        self.meter.said(len(source))
        return _Counting().visit(super()._parse(source, name, filename))  # type: ignore[no-any-return]

    def _load_template(self, name: Any, globals: Any) -> Any:
        self.meter.step(_CALL)
        return super()._load_template(name, globals)


class _Counting(Written):
    """Puts the counting into a template: of loops, of its own text, and of texts put together with `~`."""

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        node.iter = behind(node.iter, _EACH)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        letters = sum(len(one.data) for one in node.nodes if isinstance(one, nodes.TemplateData))
        super().visit_Output(node)
        if letters:
            node.nodes.insert(0, behind(nodes.Const(letters, lineno=node.lineno), _SAID))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return behind(nodes.List(node.nodes, lineno=node.lineno), TOGETHER)

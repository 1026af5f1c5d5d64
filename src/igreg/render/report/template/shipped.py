"""The templates that come with igreg: a page and a text, and the blocks of each, in an environment that trusts them.

They use nothing but what the template of an organisation may use, so that each part of them can be replaced by one.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, nodes
from jinja2.runtime import LoopContext
from markupsafe import Markup

from igreg.render.report.template.filters import as_day, as_text
from igreg.render.report.template.writing import WRITES, WRITTEN, Written, marked, sha256

FOLDER = "igreg/"
"""Before the name of a template that comes with igreg; an own one may have the same name without it."""
ENDINGS = {"html": ".html.j2", "markdown": ".md.j2"}
PAGE, BLOCKS = "report", "blocks"
OF_BODY = ("unread", "parts")
"""The parts of a page that stand in the body of another."""
Macros = Mapping[str, Any]


def called(name: str, format: str) -> str:
    """What a template of a format is called: `blocks.html.j2`."""
    return f"{name}{ENDINGS[format]}"


@functools.cache
def texts(format: str) -> Mapping[str, str]:
    """The templates of a format by their names, each with `igreg/` before it."""
    return {f"{FOLDER}{one}": _file(one) for one in (called(PAGE, format), called(BLOCKS, format))}


def page(format: str, names: Mapping[str, Any]) -> str:
    """A report as igreg writes it; `names` are what stands on top, the parts, and a page's style."""
    template = _environment(format).get_template(FOLDER + called(PAGE, format))
    return template.render({**names, BLOCKS: macros(format, {})})


def parts(format: str) -> list[str]:
    """The names of the parts of a page that another template may take the place of, in their order."""
    return list(_environment(format).get_template(FOLDER + called(PAGE, format)).blocks)


def body(format: str, names: Mapping[str, Any]) -> Markup:
    """What could not be read, and the parts, for a page of somebody else's; `names` have the blocks too."""
    template = _environment(format).get_template(FOLDER + called(PAGE, format))
    context = template.new_context(dict(names))
    return Markup("".join(text for block in OF_BODY for text in template.blocks[block](context)))


def macros(format: str, blocks: dict[str, Any]) -> dict[str, Any]:
    """The blocks by their names, put into `blocks`: there they find one another, and whatever takes their place."""
    template = _environment(format).get_template(FOLDER + called(BLOCKS, format))
    module = template.make_module({BLOCKS: blocks})
    blocks |= {name: one for name, one in sorted(vars(module).items()) if not name.startswith("_")}
    return blocks


@functools.cache
def _environment(format: str) -> Environment:
    """Ours write as fast as they can: a page as Jinja does by itself, Markdown through its own way of writing."""
    made = (_Ours if format == "html" else _Writing)(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,
        loader=FunctionLoader(lambda name: (texts(format)[name], name, lambda: True)),
    )
    writes = WRITES[format]
    made.filters |= {
        "day": as_day,
        "prose": marked(writes.prose, as_text),
        "code": marked(writes.code, as_text),
        "contact": marked(writes.contact, as_text),
        WRITTEN: marked(writes.text, as_text),
        "sha256": sha256,
    }
    return made


class _Ours(Environment):
    """An environment in which a dot leads to a name of a mapping alone: a template of theirs may give ours anything."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What stands in brackets."""
        if isinstance(obj, list | tuple) and isinstance(argument, int | slice):
            return super().getitem(obj, argument)
        return self.getattr(obj, str(argument))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a dot leads to: a name of a record, or of a loop."""
        if isinstance(obj, LoopContext):
            return super().getattr(obj, attribute)
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return self.undefined(f"there is no {attribute!r} here", obj=obj, name=attribute)


class _Writing(_Ours):
    """An environment whose texts are written as a format asks that is none of Jinja's."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return Written().visit(super()._parse(source, name, filename))  # type: ignore[no-any-return]


def _file(name: str) -> str:
    return resources.files("igreg.render.report").joinpath("page", name).read_text(encoding="utf-8")

"""The one place where templates are filled in."""

from __future__ import annotations

import functools
import traceback
from typing import TYPE_CHECKING

from igreg.errors import IgregError
from igreg.language.english import listed
from igreg.render.escape.markdown import md
from igreg.render.escape.terminal import plain
from igreg.source.editing.inline import inline

if TYPE_CHECKING:
    from jinja2 import Template


def fill(name: str, template: str, /, **names: object) -> str:
    """A template filled in, in a sandbox: text that is filled in is data, never template.

    The filters `yaml` and `markdown` write a text as one value of YAML, and as Markdown that shows it.
    """
    from jinja2 import TemplateError

    try:
        return _made(template, ".html" in name).render(**names)
    except (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise IgregError(
            f"the template {name}{_line(error)} cannot be filled in: {plain(str(error))}",
            f"it may use the names {listed(sorted(names))}",
        ) from None


@functools.lru_cache(maxsize=64)
def _made(text: str, autoescape: bool) -> Template:
    """A template made ready: to make it takes much longer than to fill it in, and `init` fills in each twice."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"yaml": inline, "markdown": md}
    return environment.from_string(text)


def _line(error: Exception) -> str:
    """Where in a template an error stands, as far as it says."""
    steps = traceback.extract_tb(error.__traceback__)
    lines = [step.lineno for step in steps if step.filename in ("<template>", "<unknown>")]
    number = getattr(error, "lineno", None) or (lines[-1] if lines else None)
    return f", line {number}," if number else ""

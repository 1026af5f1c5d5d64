"""What is wrong in a template, told with its file, its line, and the names that it may use."""

from __future__ import annotations

import traceback
from collections.abc import Collection

from jinja2 import TemplateAssertionError, TemplateNotFound, UndefinedError
from jinja2.exceptions import TemplateSyntaxError

from igreg.errors import IgregError
from igreg.language.english import listed
from igreg.language.suggest import one_of
from igreg.render.escape.terminal import plain
from igreg.render.report.template.filters import OF_JINJA, OWN, TESTS
from igreg.render.report.template.meter import TooMuch
from igreg.render.report.template.shipped import FOLDER


def told(error: Exception, file: str, names: Collection[str], report: str, near: str = "") -> IgregError:
    """The error in words. `near` is the text about it, of a document that has no lines."""
    name, line = where(error, file)
    place = f" near {plain(near)[:80]!r}" if near else f", line {line}" if line else ""
    return IgregError(f"the template {plain(name)}{place}: {_why(error)}", _help(error, names, report))


def where(error: Exception, file: str) -> tuple[str, int | None]:
    """The template in which an error stands, and its line as far as it says."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or file, error.lineno
    steps = [step for step in traceback.extract_tb(error.__traceback__) if not step.filename.endswith(".py")]
    if not steps:
        return file, None
    own = [step for step in steps if not step.filename.startswith(FOLDER)]
    last = (own or steps)[-1]  # whoever called a template of igreg's can put it right
    return (file if last.filename.startswith("<") else last.filename), last.lineno


def _why(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it includes itself, or a macro calls itself, without an end"
    if isinstance(error, ZeroDivisionError):
        return "it divides by nothing"
    if isinstance(error, MemoryError):
        return "it takes too much memory"
    text = getattr(error, "message", None) or str(error) or type(error).__name__
    return plain(str(text).removesuffix("."))[:400]


def _help(error: Exception, names: Collection[str], report: str) -> str:
    if isinstance(error, TooMuch):
        return "a template goes through what the report holds, and no further"
    if isinstance(error, TemplateAssertionError):
        return f"the filters are {listed(sorted({*OF_JINJA, *OWN}))}; the tests {listed(sorted(TESTS))}"
    if isinstance(error, TemplateNotFound):
        return "a template includes those that stand beside it"
    more = f"`igreg report {report} --names` tells what is in each"
    if isinstance(error, UndefinedError) and str(error).endswith("is undefined"):
        meant = one_of(str(error).split(chr(39))[1], sorted(names))
        return f"{meant}{' ' if meant.endswith('?') else '; '}{more}"
    return f"it may use the names {listed(sorted(names))}; {more}"

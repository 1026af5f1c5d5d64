"""A report through a template of text: HTML or Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from markupsafe import Markup

from igreg.render.escape.markdown import md
from igreg.render.report.template.meter import Meter
from igreg.render.report.template.sandbox import Sandbox
from igreg.render.report.template.told import told

BODY = "body"
"""The name under which a template finds the report as it is written without one."""

STYLE = "style"
"""The name of the style by which that looks as it does, of a page of HTML."""


def _markdown(text: str) -> str:
    return md(text.replace("\n", " "))


WRITES: Mapping[str, Callable[[str], str]] = {"html": escape, "markdown": _markdown}
"""How a text is written in each format, so that it is shown and not obeyed."""


def fill_text(
    format: str, file: str, texts: Mapping[str, str], names: Mapping[str, object], body: str, report: str
) -> str:
    """The template `file`, filled in; `texts` are all templates that it may include, by their names.

    Raises IgregError for a mistake in it, with its place, and for one that would go on for too long.
    """
    sandbox = Sandbox(texts, WRITES[format], Meter())
    known = {**names, BODY: Markup(body)}
    if STYLE in names:
        known[STYLE] = Markup(names[STYLE])
    try:
        return sandbox.get_template(file).render(known)
    except Exception as error:
        raise told(error, file, known, report) from None

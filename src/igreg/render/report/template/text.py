"""A report through templates of text: HTML or Markdown, an organisation's own and, for the rest, those of igreg."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from igreg.errors import IgregError
from igreg.render.report.template import shipped
from igreg.render.report.template.meter import Meter
from igreg.render.report.template.overrides import refuse_unknown_parts
from igreg.render.report.template.sandbox import Sandbox
from igreg.render.report.template.told import told
from igreg.render.report.template.writing import WRITES

BODY = "body"
"""The name under which a template finds the report as it is written without one."""
STYLE = "style"
"""The name of the style by which that looks as it does, of a page of HTML."""
OURS = "igreg"
"""The name under which a template finds the blocks as igreg writes them, whatever takes their place."""


def fill_text(format: str, file: str, own: Mapping[str, str], names: Mapping[str, Any], report: str) -> str:
    """The template `file`, filled in; `own` are all templates that stand beside it, by their names, itself among them.

    A file of blocks takes the place of igreg's own where it has them, here and in the body of every page. `names` are
    those of the report, what stands on top of it, and its parts. Raises IgregError for a mistake in a template, with
    its place, and for one that would go on for too long.
    """
    blocks = shipped.called(shipped.BLOCKS, format)
    sandbox = Sandbox(own, WRITES[format], Meter(), shipped.texts(format))
    known = dict(names)
    try:
        if STYLE in known:
            known[STYLE] = Markup(known[STYLE])
        found = known[shipped.BLOCKS] = shipped.macros(format, {})
        known[OURS] = dict(found)
        root = shipped.FOLDER + shipped.called(shipped.PAGE, format) if file == blocks else file
        refuse_unknown_parts(sandbox, root, own, blocks, tuple(known[OURS]))
        if blocks in own:
            made = sandbox.get_template(blocks).make_module(known)
            found |= {name: one for name, one in vars(made).items() if name in known[OURS]}
        if any(BODY in text for text in own.values()):
            known[BODY] = shipped.body(format, known)
        return sandbox.get_template(root).render(known)
    except IgregError:
        raise
    except Exception as error:
        raise told(error, file, {*known, BODY}, report) from None

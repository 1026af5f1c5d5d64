"""igreg breach."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import among, ids
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import IgregError, unknown

if TYPE_CHECKING:
    from igreg.breach.desk import Desk
    from igreg.model.kinds.incidents import Incident
    from igreg.register.register import Register

FORMATS = ("text", "markdown", "html", "json", "docx")


@reads
def breach(
    at: Session,
    incident: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="The incident: id or title.", autocompletion=ids("incidents"))
    ],
    format: Annotated[
        str,
        typer.Option(metavar="FORMAT", help="text, markdown, html, json or docx.", autocompletion=among(*FORMATS)),
    ] = "text",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write into this file; docx needs one.")] = None,
) -> None:
    """Say who must be told of an incident, by when and how, and what the regulator will ask."""
    from igreg.breach.set_up import set_up

    if format not in FORMATS:
        raise unknown("--format", "format", format, FORMATS)
    if format == "docx" and out is None:
        raise IgregError("--format docx needs --out", "for example: --format docx --out desk.docx")
    asked = at.open()
    incident = at.meant(asked.register, "INCIDENT", incident, "incidents")
    desk = set_up(asked, _incident(asked.register, incident))
    if out is None:
        console.write(_text(at, desk, format))
    else:
        _write(at, desk, format, out)


def _incident(register: Register, id: str) -> Incident:
    from igreg.analysis.unread import refuse_to_call_unknown
    from igreg.model.kinds import KINDS, model_of
    from igreg.model.kinds.incidents import Incident

    found = register.get(Incident, id)
    if found is not None and found.id == id:
        return found
    kind = register.kind_of.get(id)
    if kind is not None:
        one = model_of(kind).one if kind in KINDS else f"one of the {kind}"
        raise IgregError(
            f"INCIDENT: {id!r} is {one}, not an incident", register.lookup.hint(id, ("incidents",), "name an incident")
        )
    refuse_to_call_unknown(register, id)
    raise IgregError(f"INCIDENT: there is no incident {id!r}", register.lookup.hint(id, ("incidents",)))


def _text(at: Session, desk: Desk, format: str, *, width: int | None = None) -> str:
    """The desk in a format that is text."""
    from igreg.render.breach.html import breach_html
    from igreg.render.breach.json import breach_json
    from igreg.render.breach.markdown import breach_markdown
    from igreg.render.breach.text import breach_text
    from igreg.render.escape.colour import Style
    from igreg.store.templates import read_template

    match format:
        case "json":
            return breach_json(desk)
        case "markdown":
            return breach_markdown(desk)
        case "html":
            return breach_html(desk, read_template(at.folder, "breach.html.j2"))
    if width is not None:
        return breach_text(desk, width=width, style=Style())
    return breach_text(desk, width=console.width(), style=at.style)


def _write(at: Session, desk: Desk, format: str, out: Path) -> None:
    from igreg.store.write import write_files

    at.refuse_target(out, "the desk", "desk.docx")
    if format == "docx":
        from igreg.render.breach.docx import breach_docx

        data = breach_docx(desk)
    else:
        data = _text(at, desk, format, width=_PAPER).encode()
    write_files({out: data})
    at.remark(f"wrote {out.as_posix()}\n")


_PAPER = 80
"""How wide text is in a file."""

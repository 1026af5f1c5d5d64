"""igreg chart."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igreg.cli._drawings import to_folder, to_standard_output
from igreg.cli.complete import among, areas, days, ids
from igreg.cli.options import reads
from igreg.cli.session import Session, typed_day
from igreg.errors import IgregError, unknown

if TYPE_CHECKING:
    from igreg.chart.view import View
    from igreg.drawing.pages import Direction
    from igreg.drawing.paper import Choice
    from igreg.register.register import Register

BOTH = ("structure", "communication")
CHARTS = (*BOTH, "data-flows", "delegation", "skills")
DRILLS = ("incident",)
FORMATS = ("svg", "png", "pdf", "dot", "mermaid", "text", "html")
KINDS = ("units", "roles", "staff", "groups", "flows", "bodies")
"""What a chart is drawn from; nothing else is read."""
OF_DATA = ("assets", "data-flows", "sharing-agreements", "contracts")
"""What a map of data flows is drawn from beside."""

OF_ELECTIONS = ("decisions",)
"""What charts of who answers to whom, and of delegation, are drawn from beside."""
OF_SKILLS = ("skills", "courses")
"""What a chart of skills is drawn from beside."""


@reads
def chart(
    at: Session,
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="CHART",
            help="structure, communication, data-flows, delegation, skills or all (the default).",
            autocompletion=among(*CHARTS, "all"),
        ),
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT",
            help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}; repeatable; default: svg.",
            autocompletion=among(*FORMATS),
        ),
    ] = None,
    out: Annotated[
        str, typer.Option(metavar="DIR", help="The folder to draw into; - is standard output, for one chart.")
    ] = "charts",
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Draw who held what on this day.", autocompletion=days)
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="Only this unit, those below it, and its line up.", autocompletion=ids("units")
        ),
    ] = None,
    area: Annotated[
        str | None, typer.Option(metavar="AREA", help="Only this area, and its line up.", autocompletion=areas)
    ] = None,
    depth: Annotated[int | None, typer.Option(metavar="N", min=0, help="Only so many steps below the top.")] = None,
    names: Annotated[bool, typer.Option("--names/--no-names", help="With names, or roles only, to publish.")] = True,
    risks: Annotated[bool, typer.Option("--risks", help="Mark leads for whom nobody stands in.")] = False,
    drill: Annotated[
        str | None,
        typer.Option(
            metavar="incident",
            help="Draw the way of a breach report, timed against the limit.",
            autocompletion=among(*DRILLS),
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="STAFF", help="With --drill: somebody who is away; repeatable.", autocompletion=ids("staff")
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if files on disk are not current.")
    ] = False,
    dpi: Annotated[int, typer.Option(metavar="N", min=24, max=1200, help="Dots per inch of a PNG.")] = 150,
    paper: Annotated[
        str,
        typer.Option(
            metavar="SIZE",
            help="a4, a3, or auto: the smallest on which words have 8 points.",
            autocompletion=among("a4", "a3", "auto"),
        ),
    ] = "auto",
    direction: Annotated[
        str,
        typer.Option(
            metavar="WAY",
            help="across, down, or auto: which reads best; structure charts of at most 25 boxes.",
            autocompletion=among("auto", "across", "down"),
        ),
    ] = "auto",
    engine: Annotated[
        str | None, typer.Option(metavar="DOT", help="A system's Graphviz, instead of igreg's own.")
    ] = None,
    time_limit: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.01, help="How long each drawing may take.")
    ] = 120.0,
) -> None:
    """Draw who answers to whom, who tells whom what, and where data go, from the register."""
    from dataclasses import replace

    from igreg.publish.charts import Drawing

    size, way = _paper(paper), _direction(direction)
    at, wanted = _which(at, which)
    wanted = _drilled(wanted, drill, without or ())
    if depth is not None and "structure" not in wanted:
        raise IgregError("--depth goes with the structure chart", "for a smaller chart of flows: --unit or --area")
    if way != "auto" and "structure" not in wanted:
        raise IgregError("--direction goes with the structure chart", "a chart of flows runs as its arrows need")
    formats = _formats(format or ["svg"])
    of_data = wanted == ("data-flows",) or (wanted == BOTH and area is None)
    of_skills = wanted in (("skills",), BOTH)
    more = (*(OF_DATA if of_data else ()), *(OF_SKILLS if of_skills else ()))
    more += OF_ELECTIONS if {"structure", "delegation"} & {*wanted} else ()
    more += ("delegations",) if "delegation" in wanted else ()
    view = replace(_view(at, as_of, more), risks=risks, unit=unit, area=area, depth=depth)
    view = _meant(at, view, without or ())
    view = view if names else _without_names(view)
    wanted = _with_others(view, wanted, of_data)
    drawing = Drawing(view, dpi=dpi, engine=engine, seconds=time_limit, paper=size, direction=way)
    if out == "-":
        to_standard_output(at, drawing, wanted, formats)
    else:
        to_folder(at, drawing, wanted, formats, Path(out), check)


def _which(at: Session, which: str | None) -> tuple[Session, tuple[str, ...]]:
    """The charts that are wanted; a folder in the first place is the register."""
    from dataclasses import replace

    from igreg.language.suggest import one_of

    if which is None or which == "all":
        return at, BOTH
    if which in CHARTS:
        return at, (which,)
    if at.register is None and (Path(which).is_dir() or "/" in which or "\\" in which):
        return replace(at, register=Path(which)), BOTH
    meant = "structure" if which.casefold() in _USUAL else which
    raise IgregError(f"there is no chart {which!r}", one_of(meant, (*CHARTS, "all")))


_USUAL = ("organisation", "organogram", "org", "orgchart", "org chart", "organisation chart", "hierarchy", "leads")
"""What people call the structure chart."""


def _drilled(wanted: tuple[str, ...], drill: str | None, without: Collection[str]) -> tuple[str, ...]:
    """The drill, where one is asked for, instead of the charts."""
    if drill not in (None, *DRILLS):
        raise unknown("--drill", "drill", drill, DRILLS)
    if without and not drill:
        raise IgregError("--without goes with --drill", "for example: igreg chart --drill incident --without j-osei")
    return (f"drill-{drill}",) if drill else wanted


def _with_others(view: View, wanted: tuple[str, ...], of_data: bool) -> tuple[str, ...]:
    """The charts that are wanted; all of them are data flows and skills too, where the register has any."""
    if view.area is not None and "data-flows" in wanted:
        raise IgregError("--area does not go with the data flows, which are about no area", "draw those of a --unit")
    if wanted != BOTH:
        return wanted
    from igreg.model.kinds.data_flows import DataFlow
    from igreg.model.kinds.skills import LeadingSkill

    flows = ("data-flows",) if of_data and view.register.of(DataFlow) else ()
    return (*wanted, *flows, *(("skills",) if view.register.of(LeadingSkill) else ()))


def _view(at: Session, as_of: str | None, more: tuple[str, ...]) -> View:
    """The whole register as it is drawn; `--as-of` wins over `--today` (ruling A111)."""
    from igreg.chart.view import View

    asked = at.open((*KINDS, *more))
    _warn(at, asked.register)
    day = asked.today if as_of is None else typed_day("--as-of", as_of)
    return View(asked.register, day, dated=as_of is not None, figures=asked.figures)


def _meant(at: Session, view: View, without: Collection[str]) -> View:
    """The view with ids where units, areas and people were named otherwise."""
    from dataclasses import replace

    register = view.register
    unit = None if view.unit is None else at.meant(register, "--unit", view.unit, "units")
    area = None if view.area is None else at.meant(register, "--area", view.area, "areas")
    away = tuple(at.meant(register, "--without", person, "staff") for person in without)
    return replace(view, unit=unit, area=area, without=away)


def _without_names(view: View) -> View:
    from igreg.cli._no_names import warn_if_unknown

    warn_if_unknown(view.register)
    return view.without_names()


def _formats(given: list[str]) -> list[str]:
    found = [name for text in given for name in text.split(",")]
    for name in found:
        if name not in FORMATS:
            raise unknown("--format", "format", name, FORMATS)
    return list(dict.fromkeys(found))


def _paper(given: str) -> Choice:
    """The paper that is asked for."""
    from igreg.drawing.paper import PAPERS

    for name in PAPERS:
        if name == given.lower():
            return name
    raise unknown("--paper", "size", given, tuple(PAPERS))


def _direction(given: str) -> Direction:
    """The direction that is asked for."""
    from igreg.drawing.pages import DIRECTIONS

    for name in DIRECTIONS:
        if name == given.lower():
            return name
    raise unknown("--direction", "direction", given, DIRECTIONS)


def _warn(at: Session, register: Register) -> None:
    """A word about what cannot be in the chart because the register has faults."""
    count = sum(len(faults) for faults in register.faults.values())
    if count:
        some = "one fault" if count == 1 else f"{count} faults"
        at.remark(f"the register has {some} in its files, and the charts show what is left: see `igreg check`")

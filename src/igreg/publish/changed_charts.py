"""The charts of two states, before and after, with changed boxes marked; and which of them change (ruling H20)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from igreg.analysis.consequences import Consequence
from igreg.analysis.evidence.lost import lost_kinds
from igreg.analysis.record_changes import renames_of
from igreg.chart.changed import changes, marked
from igreg.chart.graph import Graph
from igreg.chart.view import View, is_drawn
from igreg.dataclass import dataclass
from igreg.diff.difference import Difference, Side
from igreg.drawing.pages import whole
from igreg.language.english import counted, listed, long_day
from igreg.model.kinds.data_flows import DataFlow
from igreg.model.kinds.skills import LeadingSkill
from igreg.publish.charts import Drawing
from igreg.wording.boxes import CHANGES

_CHARTS: Mapping[str, tuple[str, ...]] = {
    "structure": ("organisation", "units", "roles", "staff", "groups"),
    "communication": ("organisation", "units", "roles", "staff", "groups", "flows", "bodies"),
    "data-flows": ("units", "roles", "staff", "groups", "bodies", "assets", "data-flows", "contracts"),
    "skills": ("units", "roles", "staff", "groups", "skills", "courses"),
}
"""The charts that are drawn, and what each is drawn from; with something of that broken no box is marked."""
_NO_BOX = Graph("structure", "", "", "", "", (), ())


@dataclass(frozen=True)
class ChangedCharts:
    """The files by their path in the folder, what is to be told of the charts, and what of their drawing."""

    files: Mapping[str, bytes]
    changed: tuple[Consequence, ...]
    remarks: tuple[str, ...]


def changed_charts(found: Difference) -> ChangedCharts:
    """Every chart of both states that there is something to draw of, as SVG."""
    sides = {"before": found.before, "after": found.after}
    graphs = {word: {name: whole(name, _view(side)) for name in _drawn(side)} for word, side in sides.items()}
    counts, remarks = _mark(found, graphs["before"], graphs["after"])
    files: dict[str, bytes] = {}
    of: dict[tuple[str, str], tuple[str, ...]] = {}
    for word, side in sides.items():
        titled = {name: _titled(graph, word, side) for name, graph in graphs[word].items()}
        drawing = Drawing(_view(side), given=titled)
        for name in titled:
            drawn = {f"{word}/{file}": data for file, data in drawing.files((name,), ("svg",)).items()}
            files |= drawn
            of[word, name] = tuple(drawn)
        remarks += drawing.remarks
    changed = (
        _told(found, name, words, *(of.get((word, name), ()) for word in sides)) for name, words in counts.items()
    )
    return ChangedCharts(files, tuple(changed), tuple(remarks))


def _mark(found: Difference, was: dict[str, Graph], now: dict[str, Graph]) -> tuple[dict[str, str], list[str]]:
    """Mark the boxes of the charts of both states; how many there are of each that differs, and what is not marked."""
    renamed = renames_of(found.records)
    lost = lost_kinds(found.before.register) | lost_kinds(found.after.register)
    counts: dict[str, str] = {}
    unmarked = []
    for name, kinds in _CHARTS.items():
        if not lost.isdisjoint(kinds):
            unmarked.append(f"no box of the chart {name} is marked: some of what it is drawn from cannot be read")
            continue
        old, new = marked(was.get(name, _NO_BOX), now.get(name, _NO_BOX), renamed)
        was |= {name: old} if name in was else {}
        now |= {name: new} if name in now else {}
        boxes = changes(old, new)
        if boxes and found.before.is_there and found.after.is_there:
            counts[name] = listed(f"{counted(count, 'box', 'boxes')} {word}" for word, count in boxes.items())
    return counts, unmarked


def is_ours(target: Path) -> bool:
    """Whether a folder holds nothing but charts before and after a change, and may be replaced."""
    if target.is_symlink() or not target.is_dir():
        return False
    for path in target.rglob("*"):
        place = path.relative_to(target).parts
        if path.is_symlink() or place[0] not in ("before", "after") or len(place) > 2:
            return False
        if not (path.is_dir() if len(place) == 1 else path.suffix == ".svg" and is_drawn(path.read_bytes())):
            return False
    return True


def _drawn(side: Side) -> tuple[str, ...]:
    """The charts of a state: those of the structure and of who tells whom, and others that it has records for."""
    if not side.is_there:
        return ()
    register = side.register
    of_data = ("data-flows",) if register.of(DataFlow) else ()
    return ("structure", "communication", *of_data, *(("skills",) if register.of(LeadingSkill) else ()))


def _view(side: Side) -> View:
    return View(side.register, side.context.today, figures=side.context.figures)


def _titled(graph: Graph, word: str, side: Side) -> Graph:
    """The chart with the state that it is of in its head, and what is marked in it."""
    rev = side.state.rev
    state = f"commit {rev[:7]} of {long_day(side.state.date)}" if rev else "as the register stands here"
    here = {one.change for one in graph.nodes if one.change}
    note = (
        f"; {listed(CHANGES[one] for one in CHANGES if one in here)} in capitals, with a heavy outline" if here else ""
    )
    return replace(graph, subtitle=f"{graph.subtitle}, {word} the change ({state}){note}")


def _told(found: Difference, name: str, words: str, before: tuple[str, ...], after: tuple[str, ...]) -> Consequence:
    called = {"structure": "who answers to whom", "communication": "who tells whom what", "data-flows": "where data go"}
    text = f"the chart of {called.get(name, name)} changes: {words}"
    return Consequence("chart-changed", name, before, after, found.today, None, text)

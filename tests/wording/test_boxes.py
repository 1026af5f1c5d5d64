"""The lines of a box in words, each at its edges: with names and without, alone and among others, over and not yet."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.chart.graph import AreaRow, Node
from igreg.chart.lines import (
    Absent,
    Balloted,
    BuiltBy,
    Count,
    Deputises,
    Elect,
    HangsOnOne,
    HasLeft,
    Holds,
    InPost,
    InUnit,
    Line,
    LineEnds,
    LineKind,
    NextElection,
    NotBegun,
    NotReached,
    Said,
    Seat,
    Sit,
    Vacant,
)
from igreg.model.kinds.decisions import Ballot
from igreg.wording.boxes import all_said, headed, held, led, said, who

DAY = dt.date(2026, 12, 1)
LINES: tuple[tuple[Line, LineKind, str], ...] = (
    (Holds("Jo"), "person", "Jo"),
    (Holds("Jo", roles=2), "person", "Jo (2 roles)"),
    (Holds(None), "person", "In post"),
    (Holds("Jo", acting=True), "acting", "Acting: Jo"),
    (Holds("Jo", acting=True, until=DAY, roles=3), "acting", "Acting until 1 December 2026: Jo (3 roles)"),
    (Holds(None, acting=True, until=DAY), "acting", "Acting until 1 December 2026"),
    (Deputises("Bo"), "deputy", "Deputy: Bo"),
    (Deputises(None), "deputy", "Deputy: in place"),
    (Vacant(), "vacant", "Vacant"),
    (Vacant(DAY), "vacant", "Vacant since 1 December 2026"),
    (Vacant(filled=DAY), "vacant", "Vacant; filled from 1 December 2026"),
    (Absent(None, None, None), "absent", "Absent, no cover named"),
    (Absent("Jo", DAY, None), "absent", "Jo absent until 1 December 2026, no cover named"),
    (Absent(None, DAY, "Bo"), "absent", "Absent until 1 December 2026, covered by Bo"),
    (Absent(None, None, "Bo", "away"), "absent", "Absent, no cover: Bo is away too"),
    (Absent("Jo", None, "Bo", "gone"), "absent", "Jo absent, no cover: Bo is not employed"),
    (HasLeft(None, DAY), "absent", "Left on 1 December 2026, and is still named"),
    (HasLeft("Jo", DAY), "absent", "Jo left on 1 December 2026, and is still named"),
    (NotBegun(None, DAY), "absent", "Begins on 1 December 2026, and is named already"),
    (NotBegun("Jo", DAY), "absent", "Jo begins on 1 December 2026, and is named already"),
    (HangsOnOne(), "risk", "Single point of failure: nobody stands in"),
    (NotReached(), "vacant", "Not reached from staff by incident flows"),
    (InUnit("East"), "note", "East"),
    (LineEnds(), "note", "No line to the top"),
    (LineEnds("CEO", "not there"), "risk", "Accountable to CEO, which is not there on this day"),
    (LineEnds("ceo", "not known"), "risk", "Accountable to 'ceo', which is not a role or group in the register"),
    (LineEnds(None, "not known"), "risk", "Accountable to somebody, which is not a role or group in the register"),
    (Sit("chair", ("SIRO",)), "list", "Chair: SIRO"),
    (Sit("chair", ("SIRO", "DPO")), "list", "Chairs: SIRO; DPO"),
    (Sit("deputy chair", ("DPO",)), "list", "Deputy chair: DPO"),
    (Sit("members", ("DPO", "Jo")), "list", "Members: DPO; Jo"),
    (Sit("members", ("DPO",), 2), "list", "Members: DPO; 2 members of staff"),
    (Sit("in attendance", (), 1), "list", "In attendance: 1 member of staff"),
    (Count(1), "list", "1 member"),
    (Seat("Nurses", "", "", None, over=False), "list", "Nurses: elected"),
    (Seat("Nurses", "all staff", "3 years", DAY, over=False), "list", "Nurses: elected by all staff for 3 years, until 1 December 2026"),
    (Seat("Nurses", "", "", DAY, over=True), "risk", "Nurses: elected; term over since 1 December 2026"),
    (Elect(1, "Council"), "note", "Elect 1 seat"),
    (NextElection(DAY, late=False), "list", "Next election: 1 December 2026"),
    (NextElection(DAY, late=True), "risk", "The election was to be on 1 December 2026"),
    (Balloted(DAY, "Two seats", Ballot(voted=5)), "list", "Ballot on 1 December 2026: Two seats: 5 voted"),
    (InPost("Jo", acting=False), "person", "Jo"),
    (InPost(None, acting=True), "person", "Acting: In post"),
    (BuiltBy(("A", "B", "C")), "note", "Built by A, B and C"),
    (Said("risk", "2 NEW"), "risk", "2 NEW"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "kind", "words"), [pytest.param(*one, id=one[2]) for one in LINES])
def test_each_line_has_its_words_and_its_mark(line: Line, kind: LineKind, words: str) -> None:
    assert (said(line), line.kind) == (words, kind)


def test_facts_of_two_sorts_are_never_the_same() -> None:
    lines = [line for line, _, _ in LINES]
    assert all(lines.index(line) == place for place, line in enumerate(lines))


def test_a_box_and_an_area() -> None:
    siro = Node("siro", "role", "SIRO", (Holds("Jo"), Deputises("Bo")), change="new")
    assert (headed(siro), all_said(siro), who(siro)) == ("NEW: SIRO", "Jo; Deputy: Bo", "SIRO (Jo; Deputy: Bo)")
    row = AreaRow("Risk", "SIRO", siro.lines, gap=False)
    assert (led(row), held(row)) == ("SIRO", "Jo; Deputy: Bo")
    nobody = AreaRow("Risk", None, (), gap=True)
    assert (led(nobody), held(nobody)) == ("No role is named as lead", "Nobody")

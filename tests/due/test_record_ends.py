"""Records that end, of a kind whose end needs no more than its day; no kind of ours is such a one yet."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Annotated, ClassVar

from pydantic import Field

from igreg.deadlines.record_ends import due
from igreg.model.base import Record
from igreg.model.marks import Ends, Needed
from igreg.model.values import Day, Id
from tests.analysis.registers import day


class Contract(Record):
    """A contract with somebody who keeps records for us."""

    kind: ClassVar[str] = "contracts"
    order: ClassVar[int] = 999
    one: ClassVar[str] = "a contract"
    many: ClassVar[str] = "contracts"
    void: ClassVar[frozenset[str]] = frozenset({"withdrawn"})

    id: Annotated[Id | None, Needed()] = Field(description="Its id.")
    end: Annotated[Day | None, Ends()] = Field(None, description="Its last day.")
    away: Annotated[Day | None, Ends(due=False)] = Field(None, description="A day of which nobody need be told.")
    status: str = Field("open", description="Where it stands.")


def test_those_that_end_and_count() -> None:
    Contract.model_rebuild()
    records = [
        Contract(id="C1", end="2026-11-01"),
        Contract(id="C2", away="2026-11-01"),
        Contract(id="C3", end="2026-12-01", status="withdrawn"),
        Contract(id="C4", end="2026-12-01"),
    ]
    as_of = SimpleNamespace(
        today=day("2026-11-22"), register=SimpleNamespace(kinds={"contracts": records, "empty": []})
    )
    found = list(due.find(as_of, day("2027-01-01")))  # type: ignore[arg-type]
    assert [(one.record.identity, one.day.isoformat(), one.why, one.path) for one in found] == [
        ("C1", "2026-11-01", "a contract that ends", ("end",)),
        ("C4", "2026-12-01", "a contract that ends", ("end",)),
    ]

"""Who points at whom."""

from __future__ import annotations

import pytest

from igreg.register import references
from tests.analysis.registers import register

MADE = register(
    organisation="name: Example\ntype: other\ntop: board\n",
    roles="- {id: dpo, title: DPO, accountable_to: board, reports_to: [siro, board], holders: [{staff: ann}, {staff: dpo}]}",
    groups="- {id: board, title: Board, members: [dpo]}",
    staff="- {id: ann, name: Ann}",
)


def test_pointers_say_who_and_where() -> None:
    found = {id: [(one.record.kind, one.path) for one in all] for id, all in MADE.references.pointers.items()}
    assert found["board"] == [("organisation", ("top",)), ("roles", ("accountable_to",)), ("roles", ("reports_to", 1))]
    assert found["dpo"] == [("roles", ("holders", 1, "staff")), ("groups", ("members", 0))]
    assert found["ann"] == [("roles", ("holders", 0, "staff"))]
    assert found["siro"] == [("roles", ("reports_to", 0))]
    assert MADE.references.pointers.keys() == {"board", "dpo", "ann", "siro", "ico"}  # whom breaches are reported to


def test_references_to_some_ids() -> None:
    found = [
        (record.identity, one.path, one.target) for record, one in MADE.references.to_any({"ann", "siro", "nobody"})
    ]
    assert found == [("dpo", ("reports_to", 0), "siro"), ("dpo", ("holders", 0, "staff"), "ann")]
    assert list(MADE.references.to_any(())) == []


def test_only_records_that_name_one_of_them_are_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of kinds in which nobody names any, no record is even asked."""
    made = register(
        roles="- {id: a, title: A, holders: [{staff: ann}]}\n- {id: b, title: B, holders: [{staff: ben}]}",
        groups="- {id: board, title: Board, members: [a, b]}",
        staff="- {id: ann, name: Ann}\n- {id: ben, name: Ben}",
    )
    asked, walked = list[object](), list[object]()
    names_any, walk = references.names_any, references.references_of
    monkeypatch.setattr(references, "names_any", lambda one, *more: asked.append(one.identity) or names_any(one, *more))
    monkeypatch.setattr(references, "references_of", lambda one: walked.append(one.identity) or walk(one))
    assert [found.target for _, found in made.references.to_any({"ann"})] == ["ann"]
    assert (asked, walked) == (["a", "b"], ["a"])


def test_targets_by_what_may_stand_there() -> None:
    by_kinds: dict[tuple[str, ...], set[str]] = {}
    for ref, ids in MADE.references.targets.items():
        by_kinds.setdefault(ref.kinds, set()).update(ids)
    assert by_kinds["staff",] == {"ann", "dpo"}
    assert set().union(*by_kinds.values()) == MADE.references.pointers.keys()

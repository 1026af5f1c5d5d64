"""Ways through a record: parts of a sort, however deep, and the ids that stand inside."""

from __future__ import annotations

from igreg.model.kinds.audits import Audit, AuditFinding
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.risks import Risk
from igreg.model.shared import Action, Document
from igreg.model.walk import all_words, can_hold, inner_ids, inner_models, parts, texts, that_may_hold
from tests.analysis.registers import register

AUDIT = (
    "- {id: a, title: A, report: {path: docs/a.md}, findings: ["
    "{id: f, what: F}, {id: g, what: G, action: {id: x, what: X}}]}"
)


def test_parts_are_found_however_deep_each_with_its_path() -> None:
    audit = register(audits=AUDIT).by_id["a"]
    assert [(path, part.id) for path, part in parts(audit, Action)] == [(("findings", 1, "action"), "x")]
    assert [path for path, _ in parts(audit, AuditFinding)] == [("findings", 0), ("findings", 1)]
    assert [(path, part.path) for path, part in parts(audit, Document)] == [(("report",), "docs/a.md")]


def test_ids_inside_say_what_they_are_of() -> None:
    assert list(inner_ids(register(audits=AUDIT).by_id["a"])) == [
        (("findings", 0, "id"), "f", "findings"),
        (("findings", 1, "id"), "g", "findings"),
        (("findings", 1, "action", "id"), "x", "actions"),
    ]


def test_what_a_model_can_hold() -> None:
    assert can_hold(Audit, Action) and can_hold(Risk, Action) and not can_hold(Policy, Action)
    assert inner_models(Audit) == {"findings": AuditFinding, "actions": Action}
    assert (inner_models(Risk), inner_models(Policy)) == ({"actions": Action}, {})


def test_records_that_hold_no_part_are_passed_over() -> None:
    risk = "- {id: r, title: T, actions: [{id: y, title: T}]}\n- {id: s, title: T}"
    found = register(audits=AUDIT, risks=risk, policies="- {id: p, title: T}")
    assert [record.identity for record in that_may_hold(found.of(Risk), Action)] == ["r"]
    assert [record.identity for record in that_may_hold(found.of(Audit), Action)] == ["a"]
    assert not [*that_may_hold(found.of(Policy), Action)] and not [*that_may_hold((), Action)]


def test_all_words_are_every_text_that_was_written() -> None:
    incident = (
        "- {id: a, title: T, aware: 2026-01-02, status: open, near_miss: true, data_categories: [health, 'no'],"
        " decision: {report: true, by: siro, reason: R}, lessons: [{lesson: L, shared_by: [c]}, {lesson: M}],"
        " extra: {ours: {deep: [x, {y: z}]}, number: 7700900123}, tags: [t]}"
    )
    for record in register(incidents=incident, audits=AUDIT).records():
        found = sorted(all_words(record).split("\n"))
        assert found == sorted(text for path, text in texts(record) if path[-1] != "status" or text == "open")
        assert len(found) > 4


def test_all_words_are_those_of_a_record_with_faults_too() -> None:
    (record,) = register(incidents="- {id: a, title: T, likelihood: 9, summary: S, root_cause: 1}").records()
    assert set(all_words(record).split("\n")) == {"a", "T", "S", "1"}

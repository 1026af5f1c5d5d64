"""`silent`: exceptions off, and nothing shown by an empty house (ruling E33)."""

from __future__ import annotations

import pytest

from igreg.model.kinds import KINDS
from igreg.register.read import read
from igreg.register.register import Register
from igreg.rules._about import NOT_ASKED, kinds_of, read_by
from igreg.rules._rule import Context, Rule, catalogue, page
from tests.analysis.evidence.proving import outcome
from tests.pages import blocks, moment, sources

ASSET = "- {id: A1, title: Care records, owner: x, special_category: true, personal_data: true"


def test_an_empty_register_shows_nothing() -> None:
    found = outcome({"silent": ["asset-without-basis"]})
    assert (found.holds, found.opposite, found.missing) == (False, False, "no assets are in the register")


@pytest.mark.parametrize(
    ("rule", "files", "holds"),
    [
        ("finding-without-action", {"audits": "- {id: A, title: A, status: cancelled}\n"}, False),
        ("finding-without-action", {"audits": "- {id: A, title: A, status: planned, due: 2027-01-01}\n"}, True),
        ("closed-without-lesson", {"incidents": "- {id: I, title: I, status: withdrawn, aware: 2026-10-01}\n"}, False),
        ("request-overdue", {"requests": "- {id: R, title: R, outcome: withdrawn, received: 2026-10-01}\n"}, False),
        ("contract-without-clauses", {"contracts": "- {id: C, title: C, end: 2026-11-01}\n"}, False),
        ("contract-without-clauses", {"contracts": "- {id: C, title: C, end: 2026-11-02}\n"}, True),
        ("flow-uncovered", {"data_flows": "- {id: D, title: D, end: 2026-11-01}\n"}, False),
    ],
)
def test_silence_over_what_is_cancelled_withdrawn_or_over_shows_nothing(
    rule: str, files: dict[str, str], holds: bool
) -> None:
    found = outcome({"silent": [rule]}, **files)
    assert (found.holds, found.opposite) == (holds, False)
    assert found.missing.endswith("the register has only drafts, and what is cancelled or over") is not holds


def test_what_a_rule_finds_in_what_is_over_is_still_the_opposite() -> None:
    agreement = "- {id: S, title: S, partners: [x], expires: 2026-11-01}\n"
    found = outcome({"silent": ["expired-agreement"]}, sharing_agreements=agreement)
    assert (found.holds, found.opposite) == (False, True)


def test_only_what_counts_is_counted() -> None:
    audits = "- {id: A, title: A, status: cancelled}\n- {id: B, title: B, status: planned, due: 2027-01-01}\n"
    (one,) = outcome({"silent": ["finding-without-action"]}, audits=audits).evidence
    assert one.why == "the rule finding-without-action finds nothing among 1 audit"


def test_silence_over_records_shows_something() -> None:
    assets = "- {id: A1, title: Paper, personal_data: false}\n"
    found = outcome({"silent": ["IG804", "no-dpia"]}, assets=assets)
    assert found.holds
    assert [one.record for one in found.evidence] == ["organisation", "organisation"]


def test_what_rules_find_is_the_opposite_and_exceptions_do_not_hide_it() -> None:
    assets = "- {id: A1, title: Care records, personal_data: true}\n"
    exceptions = "- {id: X1, rule: asset-without-basis, record: A1, reason: later, until: 2027-01-01}\n"
    found = outcome({"silent": ["IG804"]}, assets=assets, exceptions=exceptions)
    assert (found.holds, found.opposite) == (False, True)
    assert "asset-without-basis" in found.missing
    assert "X1" in found.missing


@pytest.mark.parametrize(
    ("count", "exceptions", "missing"),
    [
        (0, [], ""),
        (1, [], "the rule asset-without-basis finds something once, for A1"),
        (2, [], "the rule asset-without-basis finds something 2 times, first for A1"),
        (1, ["2026-11-02"], "finds something once, for A1; X1 sets it aside, and does not show it"),
        (1, ["2027-01-01", "2026-11-02"], "for A1; X1 and X2 set it aside, and do not show it"),
    ],
)
def test_how_much_a_rule_finds_and_what_explains_it_away(count: int, exceptions: list[str], missing: str) -> None:
    files = {
        "assets": "- {id: P, title: Paper, personal_data: false}\n- {id: Q, title: More, personal_data: false}\n"
        + "".join(f"- {{id: A{number}, personal_data: true}}\n" for number in range(1, count + 1)),
        "exceptions": "".join(
            f"- {{id: X{number}, rule: IG804, record: A1, reason: later, until: {until}}}\n"
            for number, until in enumerate(exceptions, 1)
        ),
    }
    found = outcome({"silent": ["asset-without-basis"]}, **files)
    assert missing in found.missing and bool(missing) is not found.holds
    assert [one.why for one in found.evidence] == (
        [] if count else ["the rule asset-without-basis finds nothing among 2 information assets"]
    )


@pytest.mark.parametrize(("count", "among"), [(1, "1 asset"), (3, "3 information assets")])
def test_how_many_a_rule_looked_at_without_finding_anything(count: int, among: str) -> None:
    assets = "".join(f"- {{id: P{number}, title: Paper, personal_data: false}}\n" for number in range(count))
    found = outcome({"silent": ["asset-without-basis"]}, assets=assets)
    assert [one.why for one in found.evidence] == [f"the rule asset-without-basis finds nothing among {among}"]


@pytest.mark.parametrize(
    ("kind", "record", "missing"),
    [
        ("requests", "actions: [{id: R1-1, what: Ask, due: 2026-01-05}]", "finds something once, for One"),
        ("assessments", "actions: [{id: R1-1, what: Ask, due: 2026-01-05}]", "finds something once, for One"),
        ("requests", "category: erasure", ""),
        ("dpias", "owner: x", "are in the register"),
    ],
)
def test_whatever_can_have_an_action_is_something_to_look_at(kind: str, record: str, missing: str) -> None:
    found = outcome({"silent": ["overdue-action"]}, **{kind: f"- {{id: R1, title: One, {record}}}\n"})
    assert found.holds == (missing == "")
    assert missing in found.missing


def test_an_exception_that_has_ended_explains_nothing_away() -> None:
    exceptions = "- {id: X1, rule: IG804, record: A1, reason: later, until: 2026-11-01}\n"
    found = outcome({"silent": ["IG804"]}, assets="- {id: A1, personal_data: true}\n", exceptions=exceptions)
    assert found.missing == "the rule asset-without-basis finds something once, for A1"


def test_an_unknown_rule_is_no_fault_of_igreg() -> None:
    assert not outcome({"silent": ["no-such-rule"]}).holds


ASKED = [rule for rule in catalogue() if not rule.code.startswith(("IG0", "IG1", *NOT_ASKED))]


@pytest.mark.parametrize("rule", ASKED, ids=lambda rule: rule.name)
def test_a_rule_speaks_of_the_kinds_that_its_page_shows(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    about = set(kinds_of(rule.name, rule.family))
    assert about <= set(KINDS)
    if not about:
        return
    looked: set[str] = set()
    of, get = Register.of, Register.get
    monkeypatch.setattr(Register, "of", lambda self, model: (looked.add(model.kind), of(self, model))[1])
    monkeypatch.setattr(Register, "get", lambda self, model, id: (looked.add(model.kind), get(self, model, id))[1])
    found = set()
    for block in blocks(page(rule)):
        register = read(sources(block.files, block.documents))
        faults = rule.check(Context(register, moment(block.today, block.now)))
        found |= {register.kind_of.get(fault.record) for fault in faults if fault.record}
    assert found - {None} <= about
    assert looked <= set(read_by(rule.name, rule.family))

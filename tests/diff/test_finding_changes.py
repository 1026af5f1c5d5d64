"""Which findings appear with a change, and which go."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from igreg.check.settings import parse
from igreg.findings import Finding
from igreg.register.register import Register
from tests.analysis.registers import register
from tests.diff.states import difference

SIRO = "id: siro, title: SIRO, function: siro"
RULE = "unknown-reference"


def names(findings: Sequence[Finding], rule: str = RULE) -> list[str | None]:
    return [one.record for one in findings if one.rule == rule]


def roles(*lines: str) -> Register:
    return register(roles="".join(f"- {{{line}}}\n" for line in lines))


@pytest.mark.parametrize(
    ("before", "after", "new", "gone"),
    [
        pytest.param([SIRO], [f"{SIRO}, reports_to: [no-one]"], ["siro"], [], id="new"),
        pytest.param([f"{SIRO}, reports_to: [no-one]"], [SIRO], [], ["siro"], id="gone"),
        pytest.param(
            [f"{SIRO}, reports_to: [no-one]"],
            ["id: new, title: New", f"{SIRO}, reports_to: [no-one]"],
            [],
            [],
            id="moved lines",
        ),
        pytest.param(
            [f"{SIRO}, reports_to: [siro, no-one]"],
            [f"{SIRO}, reports_to: [no-one, siro]"],
            [],
            [],
            id="another order of a list",
        ),
        pytest.param(
            [f"{SIRO}, reports_to: [siro, no-one]"], [f"{SIRO}, reports_to: [no-one]"], [], [], id="another place"
        ),
        pytest.param(
            [f"{SIRO}, reports_to: [no-one]"],
            [f"{SIRO}, reports_to: [no-one, nobody]"],
            ["siro"],
            [],
            id="a second one",
        ),
        pytest.param(
            [f"{SIRO}, accountable_to: no-one"],
            [f"{SIRO}, reports_to: [no-one]"],
            ["siro"],
            ["siro"],
            id="of another field",
        ),
        pytest.param(
            [f"{SIRO}, accountable_to: no-one"],
            ["id: si, title: SIRO, function: siro, accountable_to: no-one"],
            [],
            [],
            id="of a record that is renamed",
        ),
    ],
)
def test_what_is_one(before: list[str], after: list[str], new: list[str], gone: list[str]) -> None:
    found = difference(roles(*before), roles(*after))
    assert (names(found.new), names(found.gone)) == (new, gone)


def test_the_same_state_has_none() -> None:
    one = roles(f"{SIRO}, accountable_to: nobody-there")
    found = difference(one, one)
    assert (found.new, found.gone, found.records, found.settings, found.consequences) == ([], [], [], [], [])


VACANT = f"- {{{SIRO}}}\n"
EXCEPTION = "- {id: EX-1, rule: vacant-role, record: siro, reason: soon, until: 2027-01-01, approved_by: x}\n"


def test_exceptions_hide_and_show() -> None:
    bare, silenced = register(roles=VACANT), register(roles=VACANT, exceptions=EXCEPTION)
    assert names(difference(register(), bare).new, "vacant-role") == ["siro"]
    there, back = difference(bare, silenced), difference(silenced, bare)
    assert names(there.gone, "vacant-role") == []
    assert names(back.new, "vacant-role") == ["siro"]


def test_a_rule_that_is_off_hides_what_it_would_find() -> None:
    off = parse("igreg.toml", 'ignore = ["vacant-role"]')
    found = difference(register(roles=VACANT), register(roles=VACANT), None, off)
    assert names(found.gone, "vacant-role") == []
    assert [one.text for one in found.settings] == ["vacant-role is no longer checked (IG203)"]
    back = difference(register(roles=VACANT), register(roles=VACANT), off, None)
    assert names(back.new, "vacant-role") == ["siro"]


BROKEN = "- {id: siro, title: [\n"


def test_a_broken_file_is_told_and_nothing_that_follows_from_it() -> None:
    groups = "- {id: g, title: G, members: [siro]}\n"
    whole, broken = register(roles=VACANT, groups=groups), register(roles=BROKEN, groups=groups)
    there, back = difference(whole, broken), difference(broken, whole)
    assert [one.rule for one in there.new] == ["invalid-yaml"]
    assert [one.rule for one in there.gone] == []
    assert [one.rule for one in back.gone] == ["invalid-yaml"]
    assert [one.rule for one in back.new] == []
    assert there.incomplete == ((), ("register/roles.yaml",))


def test_of_other_kinds_all_is_said() -> None:
    policies = "- {id: P-1, title: One, status: in-froce}\n"
    before = register(roles=VACANT)
    after = register(roles=VACANT, policies=policies, risks="- {id: R, title: [\n")
    assert "invalid-value" in [one.rule for one in difference(before, after).new]


def test_what_hangs_on_other_rules_is_not_said() -> None:
    """An exception that silences a finding about what a broken file holds looks as if nobody needed it."""
    held = f"- {{{SIRO}}}\n"
    exceptions = "- {id: EX-1, rule: vacant-role, record: siro, reason: soon, until: 2027-01-01, approved_by: x}\n"
    before = register(roles=held, exceptions=exceptions)
    found = difference(before, register(roles=BROKEN, exceptions=exceptions))
    assert [one.rule for one in found.new] == ["invalid-yaml"]


def test_a_finding_of_a_training_record_of_somebody_who_is_renamed() -> None:
    line = "- {staff: ann, course: nowhere, completed: 2026-01-02}\n"
    before = register(staff="- {id: ann, name: Ann}\n", training_records=line)
    after = register(staff="- {id: a-ash, name: Ann}\n", training_records=line.replace("ann", "a-ash"))
    found = difference(before, after)
    assert (names(found.new), names(found.gone)) == ([], [])
    assert names(difference(register(), after).new) == ["a-ash/nowhere/2026-01-02"]


POLICY = "- {id: %s, title: Title %s, owner: siro%s}\n"
DOCUMENT = ", document: {path: docs/a.md}"


@pytest.mark.parametrize(
    ("before", "after", "new", "gone"),
    [
        pytest.param(["P", "Q"], ["Q", "P"], [], [], id="another order"),
        pytest.param(["P", "Q"], ["A", "P", "Q"], [], [], id="one more before the first"),
        pytest.param(["P", "Q", "R"], ["Q", "R"], [], [], id="the first is taken out"),
        pytest.param(["P", "Q"], ["P"], [], [], id="one is left, and it is told of it as before"),
        pytest.param(["P+", "Q+"], ["P", "Q"], ["P"], [], id="new of all"),
        pytest.param(["P", "Q"], ["P", "Q", "R+"], ["Q"], [], id="of the first as before, and of each other one"),
    ],
)
def test_what_is_told_once_for_all(before: list[str], after: list[str], new: list[str], gone: list[str]) -> None:
    def state(ids: list[str]) -> Register:
        lines = (POLICY % (one[0], one[0], DOCUMENT if one.endswith("+") else "") for one in ids)
        return register(policies="".join(lines))

    found = difference(state(before), state(after))
    assert names(found.new, "policy-without-document") == new
    assert names(found.gone, "policy-without-document") == gone

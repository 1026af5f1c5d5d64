"""Which contracts bind on a day, and how soon either side tells the other of a breach."""

from __future__ import annotations

import pytest

from igreg.analysis.contracts import contracts_on, is_about_personal_data, they_tell_within, we_tell
from igreg.model.kinds.contracts import Contract
from tests.analysis.registers import day, register

DAY = day("2026-11-24")


def contracts(*lines: str) -> str:
    return "".join(f"- {{id: K-{number}, title: T, with: it, {line}}}\n" for number, line in enumerate(lines))


@pytest.mark.parametrize(
    ("days", "binds"),
    [
        ("start: 2026-11-24", True),
        ("start: 2026-11-25", False),
        ("start: 2026-01-01, end: 2026-11-24", True),
        ("start: 2026-01-01, end: 2026-11-23", False),
    ],
)
def test_which_bind(days: str, binds: bool) -> None:
    assert len(contracts_on(register(contracts=contracts(days)), DAY)) == binds


@pytest.mark.parametrize(
    ("says", "is_so"),
    [
        ("processes_personal_data: true", True),
        ("processes_personal_data: false", False),
        ("processes_personal_data: false, processing: [p]", False),
        ("processing: [p]", True),
        ("start: 2026-01-01", False),
    ],
)
def test_which_are_about_personal_data(says: str, is_so: bool) -> None:
    (contract,) = register(contracts=contracts(says)).of(Contract)
    assert is_about_personal_data(contract) is is_so


ON = "start: 2026-01-01"


@pytest.mark.parametrize(
    ("lines", "they", "we"),
    [
        pytest.param([ON], None, [], id="none says"),
        pytest.param([f"{ON}, our_part: customer, breach_within: 24 hours"], "K-0", [], id="they tell us"),
        pytest.param([f"{ON}, breach_within: 24 hours"], "K-0", [], id="nobody says which part is ours"),
        pytest.param([f"{ON}, our_part: provider, breach_within: 24 hours"], None, ["K-0"], id="we tell them"),
        pytest.param(
            [f"{ON}, our_part: customer, breach_within: 2 days", f"{ON}, our_part: customer, breach_within: 24 hours"],
            "K-1", [], id="the shortest for them",
        ),
        pytest.param(
            [f"{ON}, our_part: provider, breach_within: 2 days", f"{ON}, our_part: partner, breach_within: 24 hours"],
            None, ["K-1"], id="and for us",
        ),
        pytest.param(
            [f"{ON}, our_part: provider, breach_within: 24 hours", f"{ON}, our_part: partner, breach_within: 1 day"],
            None, ["K-0"], id="the first of two as short",
        ),
        pytest.param(["start: 2027-01-01, breach_within: 1 hour"], None, [], id="not yet"),
        pytest.param([f"{ON}, our_part: provider"], None, [], id="a part and no time"),
    ],
)  # fmt: skip
def test_how_soon_who_tells_whom(lines: list[str], they: str | None, we: list[str]) -> None:
    made = register(contracts=contracts(*lines))
    found = they_tell_within(made, "it", DAY)
    assert (found[1].id if found else None) == they
    assert they_tell_within(made, "other", DAY) is None
    assert [(to, contract.id, within == contract.breach_within) for to, within, contract in we_tell(made, DAY)] == [
        ("it", id, True) for id in we
    ]

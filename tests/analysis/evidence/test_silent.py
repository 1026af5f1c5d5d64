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

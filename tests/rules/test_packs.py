"""Packs against the rules: every name in a shipped one is a real one (ruling E16)."""

from __future__ import annotations

import pytest

from igreg.facts import pack_names
from igreg.facts.frameworks import read_pack, shipped
from igreg.register.read import read
from igreg.rules._packs import faults_of
from igreg.rules._rule import Context
from tests.pages import moment, sources

CONTEXT = Context(
    read(sources({"register/organisation.yaml": b"name: Home\ntype: care-provider\n"})), moment("2026-11-02")
)


@pytest.mark.parametrize("name", pack_names())
def test_a_shipped_pack_names_what_there_is(name: str) -> None:
    assert [fault.message for fault in faults_of(CONTEXT, shipped(name))] == []


@pytest.mark.parametrize(
    ("proof", "message"),
    [
        ("{silent: [IG901]}", "expired-exception says nothing of what is done, and is not asked"),
        ("{silent: [no-dpias]}", "no rule is called 'no-dpias'"),
        ("{held: {area: riks}}", "no area is called 'riks'"),
        ("{records: policies, areas: [riks]}", "no area is called 'riks'"),
        ("{told: everybody}", "no party has the id 'everybody'"),
        ("{share: training, course: none}", "no course is called 'none'"),
    ],
)
def test_what_only_a_register_can_tell(proof: str, message: str) -> None:
    text = (
        "id: ours\ntitle: T\nedition: a\nstatuses: [{id: met, title: Met}]\ngroups: [{id: g, title: G}]\n"
        f"items: [{{id: i, title: I, group: g, input: text, need: mandatory, proofs: [{proof}]}}]\n"
    )
    assert [fault.message for fault in faults_of(CONTEXT, read_pack("frameworks/ours.yaml", text))] == [message]


@pytest.mark.parametrize(
    ("template", "part"),
    [
        ("{{ held('sirro') }}", "no function is called 'sirro'"),
        ("{{ count('polices') }}", "no kind is called 'polices'"),
        ("{{ count('policies', area='risk') }}", "policies have no field 'area'"),
        ("{{ last('policies', areas=['riks']) }}", "no area is called 'riks'"),
        ("{{ share('none') }}", "no course is called 'none'"),
        ("{{ name }}", "uses the name 'name'"),
        ("{{ held('siro'", "cannot be read"),
    ],
)
def test_what_is_wrong_in_a_template(template: str, part: str) -> None:
    text = (
        "id: ours\ntitle: T\nedition: a\nstatuses: [{id: met, title: Met}]\ngroups: [{id: g, title: G}]\n"
        f'items: [{{id: i, title: I, group: g, input: text, need: mandatory, answer: "{template}"}}]\n'
    )
    (fault,) = faults_of(CONTEXT, read_pack("frameworks/ours.yaml", text))
    assert part in fault.message

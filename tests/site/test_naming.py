"""Which records name another one is told by the fields that are seen, and values that are equal are said alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.site.audience import Audience
from igreg.site.labels import named_as
from igreg.site.naming import _MANY_NAMES
from tests.site.made import site_of

TODAY = "2026-11-24"
REGISTER = {
    "organisation.yaml": "name: Willow Court\ntype: care-provider\n",
    "staff.yaml": "- {id: ana, name: Ana Reid}\n",
    "roles.yaml": (
        "- {id: siro, title: Owner, function: siro, areas: [risk]}\n"
        "- {id: lead, title: Lead, accountable_to: siro, advises: [siro], areas: [risk]}\n"
    ),
    "policies.yaml": "- {id: pol, title: Privacy, owner: siro, approver: siro, in_force_from: 2026-01-01}\n",
    "audits.yaml": "- {id: aud, title: Locks, lead: siro, policies: [pol]}\n",
}


def _page(files: dict[str, str], audience: Audience, folder: Path) -> str:
    return site_of(files, audience, folder, TODAY).page("roles/siro.html")


def test_the_first_field_that_names_it_is_told_and_a_record_stands_there_once(tmp_path: Path) -> None:
    page = _page(REGISTER, "staff", tmp_path)
    assert '<li><a href="../policies/pol.html">Privacy</a> (as its owner)</li>' in page
    assert '<li><a href="../roles/lead.html">Lead</a> (answers to it)</li>' in page
    assert page.count(">Privacy</a>") == page.count(">Lead</a>") == 1


@pytest.mark.parametrize(("audience", "told"), [("public", False), ("staff", False), ("board", True)])
def test_a_record_that_is_not_seen_names_nothing(tmp_path: Path, audience: Audience, told: bool) -> None:
    assert ("Locks" in _page(REGISTER, audience, tmp_path)) == told


def test_a_field_that_is_not_seen_names_nothing(tmp_path: Path) -> None:
    files = {**REGISTER, "policies.yaml": "- {id: pol, title: Privacy, approver: siro, in_force_from: 2026-01-01}\n"}
    assert "Privacy" not in _page(files, "public", tmp_path / "public")
    assert "(as its approver)" in _page(files, "staff", tmp_path / "staff")


def test_of_very_many_that_name_it_the_rest_is_counted(tmp_path: Path) -> None:
    many = "".join(
        f"- {{id: pol-{n}, title: Rule {n}, owner: siro, in_force_from: 2026-01-01}}\n" for n in range(_MANY_NAMES + 3)
    )
    page = _page({**REGISTER, "policies.yaml": many}, "staff", tmp_path)
    assert "<li>and 3 more</li>" in page
    assert page.count("(as its owner)") == _MANY_NAMES


def test_equal_values_of_two_fields_are_each_said_as_their_field_says(tmp_path: Path) -> None:
    files = {
        **REGISTER,
        "assets.yaml": "- {id: a1, name: siro, owner: siro, purposes: [siro]}\n- {id: a2, name: b, owner: siro, purposes: [siro]}\n",
    }
    site = site_of(files, "staff", tmp_path, TODAY)
    for page in (site.page("assets/a1.html"), site.page("assets/a2.html")):
        assert '<dd><a href="../roles/siro.html">Owner</a></dd>' in page
        assert "<dd>siro</dd>" in page


def test_one_moment_by_two_clocks_is_said_by_each(tmp_path: Path) -> None:
    files = {
        **REGISTER,
        "incidents.yaml": (
            "- {id: i1, title: One, aware: '2026-07-01T12:00+01:00'}\n"
            "- {id: i2, title: Two, aware: '2026-07-01T11:00+00:00'}\n"
        ),
    }
    site = site_of(files, "board", tmp_path, TODAY)
    assert "1 July 2026, 12:00" in site.page("incidents/i1.html")
    assert "1 July 2026, 11:00" in site.page("incidents/i2.html")


@pytest.mark.parametrize(
    ("key", "many", "told"),
    [
        ("owner", False, "as its owner"),
        ("deputy_chair", False, "as its deputy chair"),
        ("policies", True, "among its policies"),
        ("accountable_to", False, "answers to it"),
        ("to", True, "goes to it"),
        ("parent", False, "is part of it"),
    ],
)
def test_how_one_names_another_is_said_from_the_other_side(key: str, many: bool, told: str) -> None:
    assert named_as(key, many=many) == told

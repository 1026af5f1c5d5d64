"""Fields by their dotted names, and kinds by the words that people have for them."""

from __future__ import annotations

import pytest

from igreg.model.kind_words import kind_meant, singular
from igreg.model.kinds import KINDS
from igreg.model.kinds.policies import Policy
from igreg.model.kinds.roles import Role
from igreg.model.leaf import NoSuchField, leaf


def test_a_field_in_a_part() -> None:
    found = leaf(Policy, "Review.every")
    assert (found.path, found.sort, found.many, found.name) == (("review", "every"), "span", False, "review.every")
    assert leaf(Policy, "in-force-from").path == ("in_force_from",)
    assert leaf(Policy, "extra.ours.ref").path == ("extra", "ours", "ref")
    assert leaf(Role, "holders").many


@pytest.mark.parametrize(
    ("name", "near"),
    [("ownr", "owner"), ("review.evry", "review.every"), ("title.x", None), ("zzz", None), ("", None)],
)
def test_no_such_field(name: str, near: str | None) -> None:
    with pytest.raises(NoSuchField) as error:
        leaf(Policy, name)
    assert error.value.near == near


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("incident", "incidents"),
        ("Policies", "policies"),
        ("policy", "policies"),
        ("training record", "training-records"),
        ("training_plans", "training-plans"),
        ("DPIA", "dpias"),
        ("person", "staff"),
        ("staff member", "staff"),
        ("a body", "bodies"),
        ("information assets", "assets"),
        ("guidance", "guidance"),
        ("thing", None),
        ("", None),
    ],
)
def test_a_kind_by_its_word(word: str, kind: str | None) -> None:
    assert kind_meant(word) == kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_meant_by_its_singular(kind: str) -> None:
    assert kind_meant(singular(kind)) == kind

"""A plan: what it changes, file by file, how lines of new files end, and which record an id means."""

from __future__ import annotations

import pytest

from igreg.changes.next_reviews import set_next
from igreg.changes.plan import Plan, find
from igreg.errors import IgregError
from igreg.source.editing.edit import Append, Set
from tests.analysis.registers import day, register
from tests.changes.planned import new_lines

MADE = register(
    risks="- {id: R, title: Fire, tags: [a]}\n- {id: S, title: Flood}\n",
    roles="- {id: siro, title: SIRO}\n- {id: dpo, title: DPO}\n",
    groups="".join(f"- {{id: g-{number}, title: G{number}}}\n" for number in range(7)),
)


def test_values_are_set_added_and_taken_away() -> None:
    plan = Plan("many")
    risk = MADE.by_id["R"]
    plan.add(risk, ("title",), Set, "Smoke")
    plan.add(risk, ("tags",), Append, "b")
    plan.drop(MADE.by_id["S"], ("title",))
    assert new_lines(plan, MADE) == {"risks": ["- {id: R, title: Smoke, tags: [a, b]}", "- {id: S}"]}


def test_what_stays_the_same_is_no_change() -> None:
    plan = Plan("none")
    plan.add(MADE.by_id["R"], ("title",), Set, "Fire")
    assert plan.texts(MADE.sources.texts) == {}


def test_what_cannot_be_changed_is_told_with_its_file() -> None:
    plan = Plan("none")
    plan.add(MADE.by_id["R"], ("owner", 3, "x"), Set, "Fire")
    with pytest.raises(IgregError, match=r"register/risks\.yaml: ") as told:
        plan.texts(MADE.sources.texts)
    assert told.value.hint == "nothing was written"


def test_records_for_one_file_are_written_together() -> None:
    plan = Plan("many")
    plan.insert("register/risks.yaml", {"id": "T", "title": "T"})
    plan.insert("register/risks.yaml", {"id": "U", "title": "U"})
    plan.insert("register/roles.yaml", {"id": "x", "title": "X"})
    assert {file: len(changes) for file, changes in plan.changes.items()} == {
        "register/risks.yaml": 1,
        "register/roles.yaml": 1,
    }
    assert new_lines(plan, MADE) == {
        "risks": ["- {id: T, title: T}", "- {id: U, title: U}"],
        "roles": ["- {id: x, title: X}"],
    }


@pytest.mark.parametrize(
    ("texts", "windows"),
    [
        pytest.param([], False, id="no file yet"),
        pytest.param(["a\r\nb\n"], True, id="the first line of one tells"),
        pytest.param(["a\nb\r\n"], False, id="the second does not"),
        pytest.param(["a\r\n", "b\n"], False, id="as many of either sort"),
        pytest.param(["a\r\n", "b\r\n", "c\n"], True, id="more of Windows"),
        pytest.param(["a\r\n", "b\n", "c\n"], False, id="fewer of Windows"),
        pytest.param(["a\r\n", "no end", "", "\nb"], True, id="what has no first line with an end tells nothing"),
    ],
)
def test_how_the_lines_of_a_new_file_end(texts: list[str], windows: bool) -> None:
    plan = Plan("new")
    plan.create("register/new.yaml", "- a\n- b\n")
    found = plan.texts({f"register/{number}.yaml": text for number, text in enumerate(texts)})
    assert found == {"register/new.yaml": (None, "- a\r\n- b\r\n" if windows else "- a\n- b\n")}


def test_a_record_by_its_id() -> None:
    assert find(MADE, "R") is MADE.by_id["R"]
    assert find(MADE, "siro", "roles", "groups") is MADE.by_id["siro"]


@pytest.mark.parametrize(
    ("id", "kinds", "said", "hint"),
    [
        ("zed", (), "no record has the id 'zed'", "check the id"),
        ("sirro", (), "no record has the id 'sirro'", "did you mean 'siro'?"),
        ("R", ("roles",), "'R' is none of the roles", "there are siro (SIRO) and dpo (DPO); or for a new one: igreg add role"),
        ("R", ("roles", "groups"), "'R' is none of the roles or groups", "check the id"),
        ("zed", ("groups",), "'zed' is none of the groups", "check the id, or for a new one: igreg add group"),
        ("zed", ("policies",), "'zed' is none of the policies", "there are none yet; for a new one: igreg add policy"),
        ("Fire", ("roles",), "'Fire' is none of the roles", "'Fire' is R (Fire), a risk"),
    ],
)  # fmt: skip
def test_an_id_that_means_none(id: str, kinds: tuple[str, ...], said: str, hint: str) -> None:
    with pytest.raises(IgregError) as told:
        find(MADE, id, *kinds)
    assert (told.value.sentence, told.value.hint) == (said, hint)


@pytest.mark.parametrize(
    ("count", "hint"), [(6, "there are g-0"), (7, "check the id, or"), (1, "there is g-0 (G0); or")]
)
def test_so_many_are_named(count: int, hint: str) -> None:
    made = register(groups="".join(f"- {{id: g-{number}, title: G{number}}}\n" for number in range(count)))
    with pytest.raises(IgregError) as told:
        find(made, "zed", "groups")
    assert told.value.hint.startswith(hint)


def test_an_id_that_two_records_have() -> None:
    made = register(risks="- {id: R, title: A}\n- {id: R, title: B}\n- {id: S, title: C}\n")
    with pytest.raises(IgregError, match="two records have the id 'R'"):
        find(made, "R")
    assert find(made, "S").identity == "S"


def test_a_broken_file_may_hold_it() -> None:
    with pytest.raises(IgregError) as told:
        find(register(risks="- {id: R\n"), "S", "risks")
    assert "none of the" not in told.value.sentence


def test_reviews_are_set_for_other_days() -> None:
    plan = set_next(MADE, {"R": day("2027-01-02"), "siro": day("2027-03-04")})
    assert plan.message == "Level reviews: 2 records on another day"
    assert new_lines(plan, MADE) == {
        "risks": ["- {id: R, title: Fire, tags: [a], review: {next: 2027-01-02}}"],
        "roles": ["- {id: siro, title: SIRO, review: {next: 2027-03-04}}"],
    }
    assert set_next(MADE, {}).texts(MADE.sources.texts) == {}
    with pytest.raises(IgregError):
        set_next(register(risks="- {id: R\n"), {})

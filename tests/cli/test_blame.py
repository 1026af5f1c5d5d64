"""`igreg blame`: with which commit each value of a record came to be (ruling H34)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran
from tests.git.repositories import Repository, begin, needs_git

Igreg = Callable[..., Ran]
pytestmark = needs_git
ORGANISATION = "name: E\ntype: other\n"
POLICY = "- title: Records\n  id: P-1\n  areas: [security, risk]\n  review: {every: 12 months, last: 2026-01-01}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=POLICY)
    return made


def blamed(igreg: Igreg, repository: Repository, id: str = "P-1") -> Any:
    ran = igreg("blame", id, repository.register, "--format", "json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def days(found: Any) -> dict[str, str]:
    return {".".join(map(str, one["path"])): one["date"] for one in found["fields"]}


def test_one_for_each_value_in_the_order_of_the_record(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-02-01", policies=POLICY.replace("2026-01-01", "2026-02-01"))
    found = blamed(igreg, repository)
    first, second = repository.git("rev-list", "--reverse", "HEAD").split()
    by = {"author": "(address)", "message": "x"}
    old, new = {"rev": first, "date": "2026-01-05", **by}, {"rev": second, "date": "2026-02-01", **by}
    assert found == {
        "version": 1,
        "record": "P-1",
        "kind": "policies",
        "shallow": False,
        "fields": [
            {"path": ["title"], "value": "Records", **old},
            {"path": ["id"], "value": "P-1", **old},
            {"path": ["areas", 0], "value": "security", **old},
            {"path": ["areas", 1], "value": "risk", **old},
            {"path": ["review", "every"], "value": "12 months", **old},
            {"path": ["review", "last"], "value": "2026-02-01", **new},
        ],
    }


def test_in_words(igreg: Igreg, repository: Repository) -> None:
    rev = repository.git("rev-parse", "HEAD")[:10]
    when = f"5 January 2026, (address) ({rev})"
    assert (
        igreg("blame", "P-1", repository.register).out
        == f"""\
Records (P-1)
title: Records           {when}
id: P-1                  {when}
areas 1: security        {when}
areas 2: risk            {when}
review every: 12 months  {when}
review last: 2026-01-01  {when}
"""
    )


def test_a_move_keeps_it_and_so_does_another_order(igreg: Igreg, repository: Repository) -> None:
    (repository.register / "policies.yaml").unlink()
    moved = POLICY.replace("[security, risk]", "[governance, risk, security]")
    repository.commit("2026-02-01", **{"policies/P-1": moved})
    found = days(blamed(igreg, repository))
    assert found["title"] == "2026-01-05"
    assert [found[f"areas.{place}"] for place in range(3)] == ["2026-02-01", "2026-01-05", "2026-01-05"]


def test_a_value_that_was_changed_and_changed_back(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-02-01", policies=POLICY.replace("Records", "Files"))
    repository.commit("2026-03-01", policies=POLICY)
    assert days(blamed(igreg, repository))["title"] == "2026-03-01"


def test_a_branch_counts_and_its_merge_does_not(igreg: Igreg, repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("2026-02-01", policies=POLICY.replace("Records", "Files"))
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-02-02", policies=POLICY.replace("12 months", "24 months"))
    repository.git("merge", "--quiet", "--no-commit", "-s", "ours", "side")
    repository.commit("2026-02-03", policies=POLICY.replace("Records", "Files").replace("12 months", "24 months"))
    found = days(blamed(igreg, repository))
    assert (found["title"], found["review.every"], found["id"]) == ("2026-02-01", "2026-02-02", "2026-01-05")


def test_another_id_keeps_the_rest(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-02-01", policies=POLICY.replace("P-1", "P-2"))
    found = days(blamed(igreg, repository, "P-1"))
    assert (found["id"], found["title"]) == ("2026-02-01", "2026-01-05")


def test_what_is_not_committed(igreg: Igreg, repository: Repository) -> None:
    repository.write(policies=POLICY.replace("Records", "Files"))
    found = blamed(igreg, repository)["fields"][0]
    assert found == {"path": ["title"], "value": "Files", "rev": None, "date": None, "author": None, "message": None}
    assert "title: Files             Not committed yet\n" in igreg("blame", "P-1", repository.register).out


def test_a_record_that_is_gone(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-02-01", policies="[]\n")
    assert blamed(igreg, repository)["fields"] == []
    assert "not in the register any more" in igreg("blame", "P-1", repository.register).out


def test_a_default_is_blamed_only_where_it_is_written(igreg: Igreg, repository: Repository) -> None:
    assert "status" not in days(blamed(igreg, repository))
    repository.commit("2026-02-01", policies=POLICY + "  status: in-force\n")
    assert days(blamed(igreg, repository))["status"] == "2026-01-05"


def test_an_action(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-02-01", risks="- {id: R-1, title: Loss, actions: [{id: A-1, what: Train}]}\n")
    repository.commit(
        "2026-03-01", risks="- {id: R-1, title: Loss, actions: [{id: A-1, what: Train, due: 2026-05-01}]}\n"
    )
    assert days(blamed(igreg, repository, "A-1")) == {"id": "2026-02-01", "what": "2026-02-01", "due": "2026-03-01"}


def test_never_heard_of_and_another_format(igreg: Igreg, repository: Repository) -> None:
    assert igreg("blame", "P-3", repository.register).code == 2
    assert igreg("blame", "P-1", repository.register, "--format", "markdown").code == 2


def test_long_lines_are_folded(igreg: Igreg, repository: Repository) -> None:
    repository.write(policies=POLICY.replace("Records", "A very long title " * 9))
    assert igreg("blame", "P-1", repository.register, columns=60).code == 0

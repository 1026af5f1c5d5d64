"""With which commit a review came to be written down, and what the record said then."""

from __future__ import annotations

from pathlib import Path

from igreg.git.history import history_of
from igreg.git.run import Git
from igreg.lives.life import Lives, fields_between
from igreg.lives.reviewed import reviewed
from igreg.store.read import read_sources
from tests.git.repositories import needs_git
from tests.lives.made import ORGANISATION, Made, write

pytestmark = needs_git


def policy(title: str, last: str | None, id: str = "P-1") -> str:
    review = f"\n  review: {{every: 1 year, last: {last}}}" if last else ""
    return f"- id: {id}\n  title: {title}{review}\n"


def told(root: Path, *texts: str, id: str = "P-1", here: str | None = None) -> list[tuple[str, int, str, list[str]]]:
    """Of each review the day, the number of its commit, the title then, and the fields that are otherwise now."""
    commits = [Made((number - 1,) if number else (), {**ORGANISATION, "register/policies.yaml": text}) for number, text in enumerate(texts)]  # fmt: skip
    written = write(root / "r", commits, {**ORGANISATION, "register/policies.yaml": here} if here else None)
    life = Lives(history_of(Git(written.root), read_sources(written.register))).of(id)
    assert life is not None
    now = life.state(life.history.last)
    assert now is not None
    return [
        (one.last, one.commit, one.state.content["title"], [str(field.path[0]) for field in fields_between(one.state, now)])
        for one in reviewed(life)
    ]  # fmt: skip


def test_each_review_and_what_was_said_then(tmp_path: Path) -> None:
    texts = [policy("a", None), policy("a", "2026-01-01"), policy("b", "2026-01-01"), policy("b", "2026-02-01"), policy("c", "2026-02-01")]  # fmt: skip
    assert told(tmp_path, *texts) == [("2026-02-01", 3, "b", ["title"]), ("2026-01-01", 1, "a", ["title", "review"])]


def test_a_day_that_is_not_committed(tmp_path: Path) -> None:
    found = told(tmp_path, policy("a", "2026-01-01"), here=policy("a", "2026-02-01"))
    assert [(day, number) for day, number, _, _ in found] == [("2026-02-01", 1), ("2026-01-01", 0)]


def test_through_another_id(tmp_path: Path) -> None:
    found = told(tmp_path, policy("a", "2026-01-01"), policy("a", "2026-01-01", "P-2"), policy("b", "2026-01-01", "P-2"), id="P-2")  # fmt: skip
    assert found == [("2026-01-01", 0, "a", ["title"])]


def test_a_day_that_was_changed_and_changed_back_counts_from_the_last(tmp_path: Path) -> None:
    texts = [policy("a", day) for day in ("2026-01-01", "2026-02-01", "2026-01-01")]
    assert [one[1] for one in told(tmp_path, *texts)] == [2, 1, 0]


def test_none(tmp_path: Path) -> None:
    assert told(tmp_path, policy("a", "2026-01-01"), policy("a", None)) == []

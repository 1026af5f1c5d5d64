"""review, done, hold, assign, leave: what they write, what they refuse, and that nothing else changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

SAMPLE = Path(__file__).parents[1] / "registers" / "council"
DAY = ("--today", "2026-11-24")
Igreg = Callable[..., Ran]


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A copy of the council's register that may be written to."""
    return shutil.copytree(SAMPLE, tmp_path / "council") / "register"


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def changed(before: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The lines that are new, by file."""
    after = content(folder)
    assert after.keys() == before.keys()
    return {
        name: [line for line in data.decode().split("\n") if line not in before[name].decode().split("\n")]
        for name, data in after.items()
        if data != before[name]
    }


def test_review(council: Path, igreg: Igreg) -> None:
    before = content(council)
    ran = igreg("review", "POL-2", "--outcome", "changed", "--by", "dpo", "--register", council, *DAY)
    assert ran.code == 0, ran.err
    assert changed(before, council) == {
        "policies/POL-2.yaml": ["review: {every: 12 months, last: 2026-11-24, by: dpo, outcome: changed}"]
    }
    assert 'commit with: git commit -am "Review POL-2: changed, by dpo on 2026-11-24"' in ran.err


def test_done_and_its_dry_run(council: Path, igreg: Igreg) -> None:
    before = content(council)
    dry = igreg("done", "IGB-2026-09-1", "--register", council, *DAY, "--dry-run")
    assert content(council) == before
    ran = igreg("done", "IGB-2026-09-1", "--register", council, *DAY)
    assert dry.out == ran.out
    assert "due: 2026-10-30, done: 2026-11-24}" in changed(before, council)["meetings/2026.yaml"][0]
    assert igreg("done", "IGB-2026-09-1", "--register", council, *DAY).code == 2


def test_hold(council: Path, igreg: Igreg) -> None:
    before = content(council)
    words = ("--present", "siro", "--present", "dpo", "--on", "2026-11-23")
    assert igreg("hold", "IGB-2026-12", "--register", council, *DAY, *words).code == 0
    (line,) = changed(before, council)["meetings/2026.yaml"]
    assert "date: 2026-11-23, status: held" in line
    assert "present: [siro, dpo]" in line


def test_a_meeting_ahead_cannot_have_been_held(council: Path, igreg: Igreg) -> None:
    before = content(council)
    ran = igreg("hold", "IGB-2026-12", "--register", council, *DAY)
    assert ran.code == 1
    assert "dates-out-of-order (IG108)" in ran.err
    assert content(council) == before


def test_assign_ends_the_one_before(council: Path, igreg: Igreg) -> None:
    before = content(council)
    words = ("--from", "2026-12-01", "--as", "acting", "--by", "letter of 20 November 2026")
    assert igreg("assign", "records", "v-rossi", *words, "--register", council, *DAY).code == 0
    (line,) = changed(before, council)["roles/leads.yaml"]
    assert "{staff: c-dunn, from: 2015-10-12, until: 2026-11-30}" in line
    assert "{staff: v-rossi, from: 2026-12-01, as: acting, assigned_by: letter of 20 November 2026}" in line


def test_leave_shows_what_is_held_and_what_follows(council: Path, igreg: Igreg) -> None:
    before = content(council)
    ran = igreg("leave", "p-wilde", "--on", "2026-12-31", "--register", council, *DAY)
    assert ran.code == 0, ran.err
    assert "holds Caldicott Guardian (guardian); then Tom Avery deputises" in ran.out
    assert "leads caldicott" in ran.out
    assert "is registered with Caldicott Guardian Register" in ran.out
    assert "answers for the policy Confidentiality and Caldicott policy (POL-3)" in ran.out
    assert "now: area-without-lead (IG201) caldicott" in ran.err
    assert set(changed(before, council)) == {"roles/leads.yaml", "staff/adults.yaml"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("review", "POL-9", "--outcome", "changed", "--by", "dpo"), "did you mean 'POL-", id="unknown id"),
        pytest.param(
            ("review", "POL-2", "--outcome", "fine", "--by", "dpo"), "'fine' is no outcome", id="unknown outcome"
        ),
        pytest.param(
            ("review", "A-1", "--outcome", "changed", "--by", "dop"), "did you mean 'dpo'?", id="unknown role"
        ),
        pytest.param(("done", "IGB-2026-9-1"), "did you mean 'IGB-2026-09-1'?", id="unknown action"),
        pytest.param(
            ("assign", "siro", "o-baines", "--from", "2026-12-01"), "holds siro already", id="holds it already"
        ),
        pytest.param(("leave", "o-bains", "--on", "2026-12-01"), "did you mean 'o-baines'?", id="unknown person"),
    ],
)
def test_mistakes_are_told_and_nothing_is_written(
    council: Path, igreg: Igreg, words: tuple[str, ...], said: str
) -> None:
    before = content(council)
    ran = igreg(*words, "--register", council, *DAY)
    assert ran.code == 2
    assert said in ran.err
    assert content(council) == before


def test_a_file_that_changed_meanwhile_is_left_alone(council: Path) -> None:
    from igreg.errors import IgregError
    from igreg.store.change import change_files

    before = content(council)
    with pytest.raises(IgregError, match="somebody else"):
        change_files(council, {"register/risks.yaml": ("not what is there", "new")})
    assert content(council) == before

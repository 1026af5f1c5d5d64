"""review, done, hold, assign, leave: what they write, what they refuse, and that nothing else changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

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
    assert ran.out == "Review POL-2: changed, by dpo on 2026-11-24\n"
    assert "+review: {every: 12 months, last: 2026-11-24, by: dpo, outcome: changed}" in ran.err


def test_done_and_its_dry_run(council: Path, igreg: Igreg) -> None:
    before = content(council)
    dry = igreg("done", "IGB-2026-09-1", "--register", council, *DAY, "--dry-run")
    assert content(council) == before
    ran = igreg("done", "IGB-2026-09-1", "--register", council, *DAY)
    assert dry.out == ran.err
    assert ran.out == "Done: IGB-2026-09-1 of IGB-2026-09, on 2026-11-24\n"
    assert "due: 2026-10-30, done: 2026-11-24}" in changed(before, council)["meetings/2026.yaml"][0]
    assert igreg("done", "IGB-2026-09-1", "--register", council, *DAY).code == 2


def test_done_on_another_day(council: Path, igreg: Igreg) -> None:
    words = ("done", "IGB-2026-09-1", "--on", "2026-11-20", "--outcome", "sent round", "--register", council, *DAY)
    before = content(council)
    assert igreg(*words).out == "Done: IGB-2026-09-1 of IGB-2026-09, on 2026-11-20\n"
    assert "done: 2026-11-20, outcome: sent round}" in changed(before, council)["meetings/2026.yaml"][0]


def test_hold(council: Path, igreg: Igreg) -> None:
    before = content(council)
    words = ("--present", "siro", "--present", "dpo", "--apologies", "v-rossi", "--on", "2026-11-23")
    assert igreg("hold", "IGB-2026-12", "--register", council, *DAY, *words).code == 0
    (line,) = changed(before, council)["meetings/2026.yaml"]
    assert "date: 2026-11-23, status: held" in line
    assert "present: [siro, dpo]" in line
    assert "apologies: [v-rossi]" in line


def test_a_meeting_ahead_cannot_have_been_held(council: Path, igreg: Igreg) -> None:
    before = content(council)
    ran = igreg("hold", "IGB-2026-12", "--register", council, *DAY)
    assert ran.code == 1
    assert "igreg hold IGB-2026-12 --on 2026-11-24" in ran.err
    assert content(council) == before


def test_assign_ends_the_one_before(council: Path, igreg: Igreg) -> None:
    before = content(council)
    words = ("--from", "2026-12-01", "--by", "letter of 20 November 2026")
    assert igreg("assign", "records", "v-rossi", *words, "--register", council, *DAY).code == 0
    (line,) = changed(before, council)["roles/leads.yaml"]
    assert "{staff: c-dunn, from: 2015-10-12, until: 2026-11-30}" in line
    assert "{staff: v-rossi, from: 2026-12-01, assigned_by: letter of 20 November 2026}" in line


def test_somebody_acting_ends_nobody_but_another_acting(council: Path, igreg: Igreg) -> None:
    before = content(council)
    ran = igreg("assign", "records", "v-rossi", "--from", "2026-12-01", "--as", "acting", "--register", council, *DAY)
    (line,) = changed(before, council)["roles/leads.yaml"]
    assert "{staff: c-dunn, from: 2015-10-12}, {staff: v-rossi, from: 2026-12-01, as: acting}" in line
    assert "note: c-dunn stays the substantive holder of records" in ran.err
    words = ("assign", "records", "t-avery", "--from", "2027-01-01", "--as", "acting", "--register", council, *DAY)
    assert igreg(*words).code == 0
    (line,) = changed(before, council)["roles/leads.yaml"]
    assert (
        "{staff: c-dunn, from: 2015-10-12}, {staff: v-rossi, from: 2026-12-01, as: acting, until: 2026-12-31}" in line
    )


def test_leave_shows_what_is_held_and_what_follows(council: Path, igreg: Igreg) -> None:
    before = content(council)
    ran = igreg("leave", "p-wilde", "--on", "2026-12-31", "--register", council, *DAY)
    assert ran.code == 0, ran.err
    assert "holds Caldicott Guardian (guardian); then Tom Avery deputises" in ran.out
    assert "leads Caldicott" in ran.out
    assert "is registered with Caldicott Guardian Register" in ran.out
    assert "answers for the policy Confidentiality and Caldicott policy (POL-3)" in ran.out
    assert "now: area-without-lead (IG201) caldicott" in ran.err
    assert set(changed(before, council)) == {"roles/leads.yaml", "staff/adults.yaml"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("review", "POL-9", "--outcome", "changed", "--by", "dpo"), "did you mean 'POL-", id="unknown id"),
        pytest.param(
            ("review", "POL-2", "--outcome", "fine", "--by", "dpo"), "there is no outcome 'fine'", id="unknown outcome"
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


SMALL = {
    "organisation.yaml": "name: Example\ntype: other\ntop: owner\n",
    "roles.yaml": "- {id: owner, title: Owner, holders: [{staff: a, from: 2020-01-01}]}\n"
    "- id: lead   # the lead\n"
    "  title: Lead\n"
    "  areas: [risk]\n"
    "  accountable_to: owner\n"
    "  holders:\n"
    "  - staff: b\n"
    "    from: 2020-01-01\n"
    "  - {staff: c, from: 2021-01-01, as: deputy}\n",
    "staff.yaml": "- {id: a, name: Ada}\n- {id: b, name: Ben, left: 2027-06-30}\n- {id: c, name: Cy, manager: b}\n"
    "- {id: d, name: Di, absences: [{from: 2026-12-01, until: 2026-12-20, cover: b}]}\n",
    "groups.yaml": "- {id: board, title: Board, chair: owner, secretary: lead, members: [b]}\n",
    "assets.yaml": "- {id: A, name: Records, owner: lead, administrator: owner}\n",
    "policies.yaml": "- {id: P, title: T, owner: lead, review: {next: 2027-01-01}}\n- {id: W, title: T, owner: lead, status: withdrawn}\n"
    "- id: N\n  title: T\n  owner: lead\n  notes: |\n    one\n    two\n  review:\n    every: 1 year\n",
    "risks.yaml": "- {id: R, title: T, owner: lead, actions: [{id: X, what: Do it, owner: b, due: 2026-12-01}]}\n",
    "meetings.yaml": "- {id: M, group: board, date: 2026-11-02}\n- {id: C, group: board, date: 2026-11-02, status: cancelled}\n"
    "- {id: H, group: board, date: 2026-10-02, status: held, present: [owner]}\n",
}


@pytest.fixture
def small(write: Write) -> Path:
    """A small register that may be written to."""
    return write(SMALL)


def test_everything_that_is_held_or_owed_is_shown(small: Path, igreg: Igreg) -> None:
    ran = igreg("leave", "b", "--on", "2026-12-10", "--register", small, *DAY, "--dry-run")
    assert ran.out.split("\n---")[0].splitlines() == [
        "Ben on 2026-12-10:",
        "  holds Lead (lead); then Cy deputises",
        "    leads risk",
        "    is secretary of Board (board)",
        "    answers for the policy T (P)",
        "    answers for the policy T (N)",
        "    owns the risk T (R)",
        "    owns the information asset Records (A)",
        "  owes the action X of R, due 2026-12-01: Do it",
        "  manages Cy (c)",
        "  covers an absence of Di (d)",
        "  is a member of Board (board)",
    ]


def test_a_deputy_who_takes_over_deputises_no_more(small: Path, igreg: Igreg) -> None:
    before = content(small)
    assert igreg("assign", "lead", "c", "--from", "2026-12-01", "--register", small, *DAY).code == 0
    assert changed(before, small)["roles.yaml"] == [
        "    until: 2026-11-30",
        "  - {staff: c, from: 2021-01-01, as: deputy, until: 2026-11-30}",
        "  - {staff: c, from: 2026-12-01}",
    ]


@pytest.mark.parametrize(
    ("words", "new"),
    [
        pytest.param(
            ("--instead-of", "b"), ["  - {staff: b, from: 2020-01-01, until: 2026-11-30}"], id="instead of one"
        ),
        pytest.param(("--beside",), [], id="beside those who are there"),
    ],
)
def test_of_a_job_share_it_is_said_who_ends(write: Write, igreg: Igreg, words: tuple[str, ...], new: list[str]) -> None:
    shared = (
        "- id: lead\n  title: Lead\n  holders:\n  - {staff: b, from: 2020-01-01}\n  - {staff: c, from: 2020-01-01}\n"
    )
    folder = write(SMALL | {"roles.yaml": SMALL["roles.yaml"].split("- id: lead")[0] + shared})
    before = content(folder)
    typed = ("assign", "lead", "d", "--from", "2026-12-01", "--register", folder, *DAY)
    assert igreg(*typed).code == 2
    assert igreg(*typed, *words).code == 0
    assert changed(before, folder)["roles.yaml"] == [*new, "  - {staff: d, from: 2026-12-01}"]


def test_an_appointment_that_lies_ahead_is_told(small: Path, igreg: Igreg) -> None:
    assert igreg("assign", "owner", "d", "--from", "2027-01-01", "--register", small, *DAY).code == 0
    ran = igreg("assign", "owner", "c", "--from", "2026-12-15", "--register", small, *DAY)
    assert ran.code == 2
    assert "d is down for owner from 2027-01-01, which is not before 2026-12-15" in ran.err
    gone = igreg("leave", "d", "--on", "2026-12-21", "--register", small, *DAY)
    assert "is to hold Owner (owner) from 2027-01-01" in gone.out
    assert "note: d is down for owner from 2027-01-01: take that out by hand" in gone.err


def test_nobody_leaves_before_they_started(small: Path, igreg: Igreg) -> None:
    """Somebody may leave whether it suits or not, but a fault of the fields is never written."""
    (small / "staff.yaml").write_text("- {id: a, name: Ada, started: 2020-01-01}\n")
    before = content(small)
    ran = igreg("leave", "a", "--on", "2019-12-31", "--register", small, *DAY)
    assert ran.code == 1
    assert "refused: dates-out-of-order (IG108) a" in ran.err
    assert "nothing was written" in ran.err
    assert content(small) == before
    assert igreg("leave", "a", "--on", "2020-01-01", "--register", small, *DAY).code == 0


def test_what_a_review_leaves_as_it_is_is_told(small: Path, igreg: Igreg) -> None:
    ran = igreg("review", "P", "P", "--outcome", "unchanged", "--by", "owner", "--register", small, *DAY)
    assert ran.out == "Review P: unchanged, by owner on 2026-11-24\n"
    assert "note: P stays due on 2027-01-01, as its `next` says" in ran.err
    assert "note: P has no `every`: without it no further review comes up" in ran.err
    again = igreg("review", "P", "--outcome", "unchanged", "--by", "owner", "--register", small, *DAY)
    assert (again.out, again.code) == ("", 0)
    assert "nothing to change" in again.err


def test_a_next_that_is_past_goes_and_a_note_goes_on(small: Path, igreg: Igreg) -> None:
    before = content(small)
    words = ("--outcome", "changed", "--by", "c", "--on", "2027-01-04", "--note", "Seen: fine", "--today", "2027-01-05")
    assert igreg("review", "P", "N", *words, "--register", small).code == 0
    assert changed(before, small)["policies.yaml"] == [
        "- {id: P, title: T, owner: lead, review: {last: 2027-01-04, by: c, outcome: changed}, notes: 'Seen: fine'}",
        "    Seen: fine",
        "    last: 2027-01-04",
        "    by: c",
        "    outcome: changed",
    ]


def test_who_was_there_can_be_added_later(small: Path, igreg: Igreg) -> None:
    before = content(small)
    assert igreg("hold", "H", "--present", "b", "--present", "owner", "--register", small, *DAY).code == 0
    assert changed(before, small)["meetings.yaml"] == [
        "- {id: H, group: board, date: 2026-10-02, status: held, present: [owner, b]}"
    ]


def test_minutes_that_are_not_there_are_told(small: Path, igreg: Igreg) -> None:
    ran = igreg("hold", "M", "--minutes", "docs\\none.md", "--register", small, *DAY)
    assert "minutes: {path: docs/none.md}" in ran.err
    assert "now: missing-document (IG109) M: the repository has no file 'docs/none.md'" in ran.err


def test_crlf_files_stay_so(write: Write, igreg: Igreg) -> None:
    folder = write({name: text.replace("\n", "\r\n") for name, text in SMALL.items()})
    before = content(folder)
    ran = igreg("leave", "b", "--on", "2026-12-10", "--register", folder, *DAY)
    assert ran.code == 0, ran.err
    assert set(changed(before, folder)) == {"staff.yaml", "roles.yaml"}
    for data in content(folder).values():
        assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")


def test_a_configuration_that_looks_elsewhere_hides_no_fault_of_the_fields(small: Path, igreg: Igreg) -> None:
    (small.parent / "igreg.toml").write_text('select = ["IG5"]\n')
    before = content(small)
    ran = igreg("review", "P", "--outcome", "changed", "--by", "c", "--on", "2027-01-01", "--register", small, *DAY)
    assert ran.code == 1
    assert "refused: dates-out-of-order (IG108) P" in ran.err
    assert content(small) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("hold", "C"), "the meeting C was cancelled", id="a cancelled meeting"),
        pytest.param(("hold", "H"), "is down as held already", id="a meeting held already"),
        pytest.param(("assign", "lead", "b", "--from", "2027-07-01"), "leaves on 2027-06-30", id="gone by then"),
        pytest.param(("assign", "lead", "d", "--from", "2020-01-01"), "not before 2020-01-01", id="the day of another"),
        pytest.param(
            ("assign", "lead", "b", "--from", "2026-12-01", "--as", "deputy"),
            "b holds lead already (substantive)",
            id="a deputy of themselves",
        ),
        pytest.param(
            ("assign", "lead", "b", "--from", "2026-12-01", "--as", "acting"),
            "b holds lead already (substantive)",
            id="acting for themselves",
        ),
        pytest.param(("assign", "lead", "d", "--from", "soon"), "--from: 'soon' is not a day", id="no day"),
        pytest.param(
            ("leave", "b", "--on", "2026-02-30"), "--on: '2026-02-30' is not a day that exists", id="no such day"
        ),
        pytest.param(("done", "R"), "'R' is none of the actions", id="no action"),
        pytest.param(("review", "X", "--outcome", "changed", "--by", "c"), "has no review", id="an action's review"),
    ],
)
def test_refusals_say_why(small: Path, igreg: Igreg, words: tuple[str, ...], said: str) -> None:
    before = content(small)
    ran = igreg(*words, "--register", small, *DAY)
    assert ran.code in (1, 2)
    assert said in ran.err
    assert content(small) == before


def test_an_id_that_two_records_have_is_no_address(write: Write, igreg: Igreg) -> None:
    folder = write(SMALL | {"risks/R.yaml": "id: R\ntitle: Another\nowner: lead\n"})
    ran = igreg("review", "R", "--outcome", "changed", "--by", "c", "--register", folder, *DAY)
    assert ran.code == 2
    assert "two records have the id 'R'" in ran.err

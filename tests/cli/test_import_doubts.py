"""On a terminal somebody is asked whom a doubtful row of staff means (ruling X08)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from igreg.cli import console
from tests.cli.test_import import FILES, Igreg, Place
from tests.conftest import Ran, Write

STAFF = (
    "- {id: p-lunn, name: Petra Lunn, job_title: Clerk, unit: ash-house, started: 2020-01-01}\n"
    "- {id: o-ody, name: Omar Ody, unit: ash-house, started: 2019-05-01, left: 2025-03-31}\n"
)
UNITS = "- {id: ash-house, name: Ash House}\n- {id: oak-lodge, name: Oak Lodge}\n"
MOVED = "Name,Unit,Start Date\nPetra Lunn,Oak Lodge,\n"
BACK = "Name,Unit,Start Date\nOmar Ody,Ash House,1/11/2026\n"


@pytest.fixture
def place(igreg: Igreg, write: Write) -> Place:
    return Place(igreg, write, FILES | {"staff.yaml": STAFF, "units.yaml": UNITS})


@pytest.fixture
def answer(place: Place, monkeypatch: pytest.MonkeyPatch) -> object:
    """Run it on a terminal on which somebody answers one line after the other."""

    def run(table: str, answers: Iterable[str | None], *words: str) -> Ran:
        left = iter(answers)

        def ask(prompt: str, words: Sequence[str] = ()) -> str | None:
            found = next(left)
            if found == "^C":
                raise KeyboardInterrupt
            return found

        monkeypatch.setattr(console, "can_ask", lambda: True)
        monkeypatch.setattr(console, "ask", ask)
        ran = place.run("--missing", "keep", *words, table=table)
        assert next(left, "all asked") == "all asked"
        return ran

    return run


@pytest.mark.parametrize("answers", [("1", "y"), ("P-Lunn", "y"), ("who?", "2", "1", "y")])
def test_one_of_those_whom_it_may_mean(place: Place, answer: object, answers: tuple[str, ...]) -> None:
    ran = answer(MOVED, answers)  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert place.staff == STAFF.replace("Clerk, unit: ash-house", "Clerk, unit: oak-lodge")
    assert "row 2: 'Petra Lunn' may be p-lunn (Petra Lunn) in ash-house, who works in another unit\n" in ran.err
    assert "  1  p-lunn (Petra Lunn), Clerk, Ash House\n  n  a new person\n" in ran.err


def test_a_new_person(place: Place, answer: object) -> None:
    ran = answer(MOVED, ["n", "y"])  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert place.staff == STAFF + "- {id: p-lunn-2, name: Petra Lunn, unit: oak-lodge}\n"


def test_somebody_who_has_come_back(place: Place, answer: object) -> None:
    ran = answer(BACK, ["1", "y"])  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert place.staff == STAFF.replace("started: 2019-05-01, left: 2025-03-31", "started: 2026-11-01")


def test_enter_leaves_the_row_refused(place: Place, answer: object) -> None:
    ran = answer(MOVED + "Nora New,Oak Lodge,\n", [""])  # type: ignore[operator]
    assert (ran.code, place.staff) == (1, STAFF)
    assert "cell A2, 'Name': 'Petra Lunn'" in ran.out


def test_every_row_is_asked_for_and_the_others_are_written(place: Place, answer: object) -> None:
    ran = answer(MOVED + BACK.partition("\n")[2], ["", "n", "y"], "--accept-partly")  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert place.staff == STAFF + "- {id: o-ody-2, name: Omar Ody, unit: ash-house, started: 2026-11-01}\n"


@pytest.mark.parametrize(("word", "code"), [("^C", 130), (None, 2)])
def test_broken_off_nothing_is_written(place: Place, answer: object, word: str | None, code: int) -> None:
    ran = answer(MOVED, [word])  # type: ignore[operator]
    assert (ran.code, place.staff) == (code, STAFF)
    assert "nothing was written" in ran.err


@pytest.mark.parametrize("words", [("--yes",), ("--dry-run",), ("--format", "json")])
def test_nobody_is_asked_where_nobody_is_to_answer(place: Place, answer: object, words: tuple[str, ...]) -> None:
    assert answer(MOVED, [], *words).code == 1  # type: ignore[operator]
    assert place.staff == STAFF


# Training: the same question, once for each person


TWO = STAFF + "- {id: p-lunn-2, name: Petra Lunn, unit: oak-lodge, job_title: Nurse}\n"
COURSES = "- {id: DSA, title: Data Security Awareness}\n- {id: FS, title: Fire Safety}\n"
DONE = "Name,Course,Completed\nPetra Lunn,DSA,3/2/2026\nPetra Lunn,FS,4/2/2026\nOmar Ody,DSA,1/2/2025\n"


@pytest.fixture
def trained(place: Place, monkeypatch: pytest.MonkeyPatch) -> object:
    """Bring in training on a terminal on which somebody answers."""
    (place.register / "staff.yaml").write_text(TWO, encoding="utf-8")
    (place.register / "courses.yaml").write_text(COURSES, encoding="utf-8")

    def run(table: str, answers: Iterable[str], *words: str) -> tuple[Ran, str]:
        left = iter(answers)
        monkeypatch.setattr(console, "can_ask", lambda: True)
        monkeypatch.setattr(console, "ask", lambda prompt, words=(): next(left))
        ran = place.run(*words, table=table, kind="training-records")
        assert next(left, "all asked") == "all asked"
        file = place.register / "training-records.yaml"
        return ran, file.read_text(encoding="utf-8") if file.exists() else ""

    return run


def test_one_answer_counts_for_all_training_of_a_person(trained: object) -> None:
    ran, found = trained(DONE, ["n", "2", "y"])  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert found.count("staff: p-lunn-2") == 2
    assert found.count("staff: o-ody") == 1
    assert ran.err.count("'Petra Lunn' may be") == 1
    assert "Oak Lodge\n  Enter leaves every row of this person" in ran.err
    assert "type a number from 1 to 2, or nothing" in ran.err
    assert "a new person" not in ran.err


def test_enter_leaves_all_training_of_a_person_refused(trained: object) -> None:
    ran, found = trained(DONE, ["", "y"], "--accept-partly")  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert "p-lunn" not in found
    assert found.count("staff: o-ody") == 1


def test_a_column_a_course_asks_once_too(trained: object) -> None:
    ran, found = trained("Name,DSA,FS\nPetra Lunn,3/2/2026,4/2/2026\n", ["p-lunn", "y"])  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert found.count("staff: p-lunn\n") + found.count("staff: p-lunn,") == 2


def test_a_long_list_of_training_asks_once_too(trained: object) -> None:
    plain = "".join(f"Omar Ody,{course},{day}/1/2025\n" for day in range(1, 29) for course in ("DSA", "FS"))
    twice = "".join(f"Petra Lunn,{course},{day}/1/2026\n" for day in range(1, 11) for course in ("DSA", "FS"))
    ran, found = trained("Name,Course,Completed\n" + plain + twice, ["1", "y"])  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert (found.count("o-ody"), found.count("p-lunn")) == (56, 20)


def test_what_is_said_of_a_key_is_kept_for_next_month(trained: object) -> None:
    table = "Employee Number,Name,Course,Completed\n11,Petra Lunn,DSA,3/2/2026\n12,Petra Lunn,DSA,5/2/2026\n"
    ran, found = trained(table, ["2", "1", "y"])  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert "p-lunn-2" in found
    ran, found = trained(table.replace("DSA", "FS"), ["y"])  # type: ignore[operator]
    assert ran.code == 0, ran.err
    assert found.count("staff: p-lunn-2") == 2

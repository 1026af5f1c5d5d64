"""igreg fix: what is certain is put right, seen first, and nothing else is touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Igreg = Callable[..., Ran]
Write = Callable[..., Path]

DAY = ("--today", "2026-11-22")
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "roles.yaml": "# who leads\n- id: ig-lead\n  title: Carer: nights  # the lead\n  holders:\n    - {staff: p-shah from: 2020-01-01}\n",
    "staff.yaml": "- id: p-shah   # Pat\n  name: “Pat Shah”\n  started: 31/03/2019\n  long_absence: no\n",
    "policies.yaml": "- id: POL-1\n  title: Q\n  owner: IG-Lead\n  in_force_from: 01/04/2026\n  review: {every: yearly}\n",
    "flows.yaml": "- {id: f, title: F, from: ig-lea, to: [ig-lead]}\n",
}


def test_what_is_certain_is_put_right_and_the_rest_stays(write: Write, igreg: Igreg) -> None:
    folder = write(FILES)
    ran = igreg("fix", "--register", folder, "--yes", *DAY)
    assert ran.code == 0, ran.err
    assert (folder / "roles.yaml").read_text("utf-8") == FILES["roles.yaml"].replace(
        "Carer: nights", '"Carer: nights"'
    ).replace("p-shah from", "p-shah, from")
    assert (folder / "staff.yaml").read_text("utf-8") == (
        '- id: p-shah   # Pat\n  name: "Pat Shah"\n  started: 2019-03-31\n  long_absence: false\n'
    )
    policies = (folder / "policies.yaml").read_text("utf-8")
    assert "owner: ig-lead\n" in policies
    assert "01/04/2026" in policies
    assert "every: 1 year}" in policies
    assert "from: ig-lead," in (folder / "flows.yaml").read_text("utf-8")
    assert "'yearly'" in ran.err
    assert "a colon followed by a space" in ran.err


def test_the_difference_alone(write: Write, igreg: Igreg) -> None:
    folder = write(FILES)
    ran = igreg("fix", "--register", folder, "--diff", *DAY)
    assert ran.code == 0
    assert "-  started: 31/03/2019\n" in ran.out
    assert "+  started: 2019-03-31\n" in ran.out
    assert (folder / "staff.yaml").read_text("utf-8") == FILES["staff.yaml"]


def test_one_file_alone(write: Write, igreg: Igreg) -> None:
    folder = write(FILES)
    assert igreg("fix", "staff.yaml", "--register", folder, "--yes", *DAY).code == 0
    assert (folder / "policies.yaml").read_text("utf-8") == FILES["policies.yaml"]
    assert "2019-03-31" in (folder / "staff.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("3 May, 2026", "9 May, 2026"),
        ("May 3, 2026", "May 9, 2026"),
        ("Mon, 4 May 2026", "Mon, 4 May 2026"),
        ("3 May, 2026", "9 May, 2027"),
    ],
)
def test_days_with_commas_in_braces_are_left_to_people(first: str, second: str, write: Write, igreg: Igreg) -> None:
    roles = f"- id: ig-lead\n  title: A\n  holders:\n    - {{staff: p-shah, from: {first}, until: {second}}}  # first\n"
    folder = write({"organisation.yaml": FILES["organisation.yaml"], "roles.yaml": roles})
    told = igreg("check", folder, "--format", "json", "--select", "invalid-value,repeated-key,unknown-field", *DAY)
    messages = sorted(one["message"] for one in json.loads(told.out)["findings"])
    assert [message.partition(" ends at its comma")[0] for message in messages] == [
        f"the day {first!r}",
        f"the day {second!r}",
    ]
    assert igreg("fix", "--register", folder, "--yes", *DAY).code == 0
    assert (folder / "roles.yaml").read_text("utf-8") == roles


def test_where_nobody_can_be_asked_nothing_is_written(write: Write, igreg: Igreg) -> None:
    folder = write(FILES)
    ran = igreg("fix", "--register", folder, *DAY)
    assert ran.code == 2
    assert "--yes" in ran.err
    assert (folder / "staff.yaml").read_text("utf-8") == FILES["staff.yaml"]


def test_a_file_that_is_not_there(write: Write, igreg: Igreg) -> None:
    ran = igreg("fix", "no.yaml", "--register", write(FILES), "--yes", *DAY)
    assert (ran.code, "no file of the register" in ran.err) == (2, True)


def test_nothing_to_put_right(write: Write, igreg: Igreg) -> None:
    ran = igreg("fix", "--register", write({"organisation.yaml": "name: X\ntype: other\n"}), "--yes", *DAY)
    assert (ran.code, "nothing is amiss" in ran.err) == (0, True)


def test_a_digit_is_no_letter(write: Write, igreg: Igreg) -> None:
    policies = "- {id: POL-001, title: A, owner: lead}\n- {id: POL-003, title: B, owner: lead, under: POL-002}\n"
    folder = write({"organisation.yaml": "name: X\ntype: other\n", "policies.yaml": policies})
    assert igreg("fix", "--register", folder, "--yes", *DAY).code == 0
    assert (folder / "policies.yaml").read_text("utf-8") == policies


LEFT = {
    "organisation.yaml": "name: X\ntype: other\n",
    "staff.yaml": "- {id: p-shah, name: Pat}\n- {id: q-reed, name: Quinn}\n",
    "roles.yaml": "- id: lead\n  title: L\n  holders: [{staff:p-shah, from: 2020-01-01},   {staff: q-reed, from:2021-01-01}]\n",
    "courses.yaml": "- {id: awareness, title: A}\n",
    "training-records.yaml": "- {staff: p-sahh, course: awareness, completed: 2026-01-01}\n"
    "- {staff: Q-Reed, course: awarenes, completed: 2026-01-02}\n",
    "policies.yaml": "- {id: P, title: P, owner: laed}\n",
}


def test_swapped_letters_tight_fields_and_training_records_are_put_right(write: Write, igreg: Igreg) -> None:
    folder = write(LEFT)
    ran = igreg("fix", "--register", folder, "--yes", *DAY)
    assert ran.code == 0, ran.err
    assert (folder / "roles.yaml").read_text("utf-8") == LEFT["roles.yaml"].replace("staff:p", "staff: p").replace(
        "from:2021", "from: 2021"
    )
    assert (folder / "training-records.yaml").read_text("utf-8") == (
        "- {staff: p-shah, course: awareness, completed: 2026-01-01}\n"
        "- {staff: q-reed, course: awareness, completed: 2026-01-02}\n"
    )
    assert "owner: lead}" in (folder / "policies.yaml").read_text("utf-8")
    assert "a space is missing behind the colon of `staff`" in ran.err


def test_of_two_that_may_be_meant_none_is_taken(write: Write, igreg: Igreg) -> None:
    folder = write({**LEFT, "staff.yaml": "- {id: p-shah, name: Pat}\n- {id: p-sahha, name: Sam}\n"})
    assert igreg("fix", "training-records.yaml", "--register", folder, "--yes", *DAY).code == 0
    assert "staff: p-sahh," in (folder / "training-records.yaml").read_text("utf-8")


def test_a_file_that_was_put_right_is_not_called_unread_at_the_end(write: Write, igreg: Igreg) -> None:
    ran = igreg("fix", "--register", write(FILES), "--yes", *DAY)
    assert "could not be read in full" not in ran.err


@pytest.mark.parametrize("how", ["--yes", "--diff"])
def test_a_file_that_stays_unread_is_said_once_at_the_end(write: Write, igreg: Igreg, how: str) -> None:
    ran = igreg("fix", "--register", write({**LEFT, "risks.yaml": "- id: a\n  title\n  owner: lead\n"}), how, *DAY)
    assert ran.err.count("could not be read in full") == 1
    assert "risks.yaml could not be read in full" in ran.err.splitlines()[-1]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("\"Night lead'", id="opened by one sign and closed by another"),
        pytest.param("''Night lead''", id="two apostrophes at either end"),
        pytest.param("*Night lead*", id="signs of a chat"),
        pytest.param("`Night lead`", id="signs of a web page"),
    ],
)
def test_what_may_mean_two_things_stays_as_it_is(write: Write, igreg: Igreg, title: str) -> None:
    folder = write({"organisation.yaml": "name: X\ntype: other\n", "roles.yaml": f"- id: r\n  title: {title}\n"})
    assert igreg("fix", "--register", folder, "--diff", *DAY).out == ""
    assert "Night lead" in igreg("check", folder, *DAY).out


def test_bullets_at_the_margin_are_not_made_records(write: Write, igreg: Igreg) -> None:
    text = "- id: r\n  title: R\n  duties:\n\u2022\tOne\n\u2022\tTwo\n"
    folder = write({"organisation.yaml": "name: X\ntype: other\n", "roles.yaml": text})
    assert igreg("fix", "--register", folder, "--diff", *DAY).out == ""


@pytest.mark.parametrize("indent", ["", "  "])
@pytest.mark.parametrize("words", [(), ("staff.yaml",)])
def test_a_file_with_an_unfinished_merge_is_left(
    indent: str, words: tuple[str, ...], write: Write, igreg: Igreg
) -> None:
    ours, theirs = "  name: “Pat Shah”\n", "  name: “Pat S\u200bhaw”\n"
    text = f"- id: p-shah\n{indent}<<<<<<< ours\n{ours}{indent}=======\n{theirs}{indent}>>>>>>> theirs\n"
    folder = write({"organisation.yaml": FILES["organisation.yaml"], "staff.yaml": text})
    ran = igreg("fix", *words, "--register", folder, "--yes", *DAY)
    assert (folder / "staff.yaml").read_text("utf-8") == text
    assert "staff.yaml could not be read in full" in ran.err

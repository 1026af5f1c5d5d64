"""The weekly list reaches everybody: one message a person, people of one name told apart, hours that can be grasped."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "staff.yaml": "- {id: sam, name: Sam Hill, email: sam@x.example, job_title: Nurse}\n"
    "- {id: sam2, name: Sam Hill, email: s.hill@x.example, job_title: Cook}\n- {id: zoe, name: Zoe Reed}\n",
    "roles.yaml": "- {id: a, title: Lead, holders: [{staff: sam, from: 2020-01-01}]}\n"
    "- {id: b, title: Guardian, holders: [{staff: sam, from: 2020-01-01}]}\n"
    "- {id: c, title: Officer, holders: [{staff: sam2, from: 2020-01-01}]}\n"
    "- {id: d, title: Owner, holders: [{staff: zoe, from: 2020-01-01}]}\n",
    "policies.yaml": "".join(
        f"- {{id: P-{role}, title: Policy of {role}, owner: {role}, review: {{every: 1 year, last: 2025-11-30}}}}\n"
        for role in "abcd"
    ),
}


def _messages(folder: Path) -> dict[str, EmailMessage]:
    found = sorted(folder.glob("*.eml"))
    return {file.stem: message_from_bytes(file.read_bytes(), policy=default) for file in found}  # type: ignore[misc]


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


@pytest.fixture
def sent(write: Write, igreg: Igreg, tmp_path: Path) -> dict[str, EmailMessage]:
    """The messages of the week."""
    assert igreg("due", write(FILES), *DAY, "--format", "eml", "--out", tmp_path / "m").code == 0
    return _messages(tmp_path / "m")


def test_a_person_has_one_message_with_all_their_roles(sent: dict[str, EmailMessage]) -> None:
    assert list(sent) == ["sam", "sam2", "zoe"]
    text = _text(sent["sam"])
    assert all(words in text for words in ("Lead", "Guardian", "P-a", "P-b"))
    assert "P-c" not in text


def test_people_of_one_name_are_told_apart_and_each_has_their_address(sent: dict[str, EmailMessage]) -> None:
    to = {name: str(message["To"]) for name, message in sent.items()}
    assert "<sam@x.example>" in to["sam"] and "Nurse" in to["sam"]
    assert "<s.hill@x.example>" in to["sam2"] and "Cook" in to["sam2"]
    assert sent["sam"]["Subject"] != sent["sam2"]["Subject"]


def test_a_message_without_an_address_says_so(sent: dict[str, EmailMessage]) -> None:
    assert sent["zoe"]["To"] is None
    assert "e-mail" in _text(sent["zoe"])


@pytest.mark.parametrize(
    ("now", "says"),
    [
        pytest.param("2026-11-22T10:00", "72 hours left", id="at once"),
        pytest.param("2026-11-29T13:00", "99 hours overdue", id="under a hundred"),
        pytest.param("2026-11-29T14:00", "4 days overdue", id="a hundred"),
    ],
)
def test_hours_are_told_while_they_are_fewer_than_a_hundred(write: Write, igreg: Igreg, now: str, says: str) -> None:
    folder = write({**FILES, "incidents.yaml": "- {id: I, title: T, aware: 2026-11-22T10:00}\n"})
    assert says in igreg("due", folder, "--now", now, "--kind", "breach-clock").out


def test_a_communication_that_carried_out_a_flow_is_offered(write: Write, igreg: Igreg) -> None:
    flows = "- {id: news, title: Word of the month, from: a, to: [all-staff], about: [risk], every: 1 month}\n"
    sent = "- {id: C-1, title: Word, date: 2026-11-02, from: a, to: [all-staff], areas: [risk]}\n"
    folder = write({**FILES, "flows.yaml": flows, "communications.yaml": sent})
    shown = " ".join(igreg("due", folder, *DAY, "--kind", "flow", columns=240).out.split())
    assert "C-1 of 2026-11-02 looks like it: write `flow: news` there if it was" in shown

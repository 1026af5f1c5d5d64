"""One message per owner: to the right person, in no other header, in no other folder, the same bytes each time."""

from __future__ import annotations

import email
import email.policy
import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-22")


def sent(
    write: Write, igreg: Igreg, out: Path, address: str | None, owner: str = "r"
) -> tuple[Ran, list[EmailMessage]]:
    """The messages for a register with one held role `r`, one vacant role `v` below it, and one risk."""
    person = {"id": "s", "name": "Sam O'Neill", "email": address}
    roles: list[dict[str, Any]] = [{"id": "r", "title": "Lead", "holders": [{"staff": "s", "from": "2020-01-01"}]}]
    roles.append({"id": "v", "title": "Archivist", "accountable_to": "r"})
    risk = {"id": "R", "title": "Risk", "owner": owner, "review": {"next": "2026-11-30"}}
    folder = write(
        {
            "organisation.yaml": json.dumps({"name": "Example", "type": "other"}),
            "staff.yaml": json.dumps([person]),
            "roles.yaml": json.dumps(roles),
            "risks.yaml": json.dumps([risk]),
        }
    )
    ran = igreg("due", folder, *DAY, "--format", "eml", "--out", out / "deep" / "out")
    found = sorted(out.rglob("*.eml"))
    assert all(path.parent == out / "deep" / "out" for path in found)
    return ran, [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in found]  # type: ignore[misc]


def text(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_the_whole_text(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    ran, (message,) = sent(write, igreg, tmp_path, "s@b.example")
    assert ran.code == 0
    assert message["To"] == "Sam O'Neill <s@b.example>"
    assert message["Subject"] == "Due for Lead, 2026-11-22"
    assert text(message) == (
        "Dear Sam O'Neill,\n\nThis is what is due for Lead: 0 overdue, 1 due; as on 2026-11-22.\n\n"
        "2026-11-30, in 8 days\n  review: R Risk\n  never reviewed, next set for 2026-11-30\n  register/risks.yaml:1\n\n"
        "This message was made from the register of Example. When something is done, write it down there.\n"
    )


@pytest.mark.parametrize(
    "address",
    [
        None,
        "none",
        "a b@c.example",
        "a@b.example\r\nBcc: x@y.example",
        "a@b.example, c@d.example",
        "Jo <a@b.example>",
        "jö@b.example",
        "@b.example",
        "a@",
        "a@" + "b" * 70 + ".example",
    ],
)
def test_what_is_no_address_is_told_and_left_out(
    write: Write, igreg: Igreg, tmp_path: Path, address: str | None
) -> None:
    ran, (message,) = sent(write, igreg, tmp_path, address)
    assert ran.code == 0
    assert "r.eml: s has no e-mail address that can be used" in ran.err
    assert set(message.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}


def test_a_domain_with_accents_is_an_address(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    _, (message,) = sent(write, igreg, tmp_path, "jo@bücher.example")
    assert message["To"].addresses[0].addr_spec == "jo@xn--bcher-kva.example"


def test_a_vacant_role_goes_up(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    ran, (message,) = sent(write, igreg, tmp_path, "s@b.example", owner="v")
    assert message["To"].addresses[0].addr_spec == "s@b.example"
    assert "Nobody holds this role now, so that it goes up to you." in text(message)
    assert "has no e-mail" not in ran.err


@pytest.mark.parametrize("owner", ["../../zz", "/zz", "nobody", "..\\zz", "CON"])
def test_an_owner_that_is_no_record_names_no_file(write: Write, igreg: Igreg, tmp_path: Path, owner: str) -> None:
    ran, messages = sent(write, igreg, tmp_path, "s@b.example", owner=owner)
    assert messages == []
    assert "1 line without an owner in no message" in ran.err


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("Dear\n{{ nosuch }}", "the template due.txt.j2, line 2, cannot be filled in: 'nosuch' is undefined"),
        ("{% for %}", "the template due.txt.j2, line 1, cannot be filled in: "),
        ("{{ rows[0].__class__ }}", "the template due.txt.j2, line 1, cannot be filled in: access to attribute"),
        ("{% include '/etc/passwd' %}", "the template due.txt.j2, line 1, cannot be filled in: "),
        ("{{ 1 / 0 }}", "the template due.txt.j2, line 1, cannot be filled in: division by zero"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "the template due.txt.j2"),
    ],
)
def test_a_mistake_in_the_organisations_own_template_is_told_as_theirs(
    write: Write, igreg: Igreg, tmp_path: Path, template: str, told: str
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "due.txt.j2").write_text(template)
    ran, messages = sent(write, igreg, tmp_path, "s@b.example")
    assert (ran.code, messages) == (2, [])
    assert told in ran.err
    assert "it may use the names gone, organisation, owner, people, rows, summary, today and vacant" in ran.err


def test_a_message_of_last_week_is_told(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    sent(write, igreg, tmp_path, "s@b.example")
    ran, messages = sent(write, igreg, tmp_path, "s@b.example", owner="v")
    assert len(messages) == 2
    assert "r.eml: from an earlier run, not written now" in ran.err
    assert "v.eml: from an earlier run" not in ran.err


def test_no_message_goes_into_the_register(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write({"organisation.yaml": "name: E\ntype: other\n"})
    for out in (folder, folder / "mail", tmp_path / "x" / ".." / "register"):
        assert igreg("due", folder, *DAY, "--format", "eml", "--out", out).code == 2
    assert [path.name for path in folder.iterdir()] == ["organisation.yaml"]

"""One message per person: through every role, to the right one, in no other header, in no other folder, the same bytes each time."""

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
    assert message["Subject"] == "Due for Sam O'Neill, 2026-11-22"
    assert text(message) == (
        "Dear Sam O'Neill,\n\nThis is what is due for Lead: 0 overdue, 1 due; as on 2026-11-22.\n\n"
        "2026-11-30, in 8 days\n  review: R Risk\n  never reviewed, next set for 2026-11-30\n"
        "  Lead: Sam O'Neill\n  register/risks.yaml:1\n\n"
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
    assert "s.eml: s has no e-mail address that can be used, and the message says so" in ran.err
    assert "The register has no e-mail address for Sam O'Neill. Please hand this on." in text(message)
    page = message.get_body(("html",))
    assert page is not None and "The register has no e-mail address for Sam O&#39;Neill." in page.get_content()
    assert set(message.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}


def test_a_domain_with_accents_is_an_address(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    _, (message,) = sent(write, igreg, tmp_path, "jo@bücher.example")
    assert message["To"].addresses[0].addr_spec == "jo@xn--bcher-kva.example"


def test_a_vacant_role_goes_up(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    ran, (message,) = sent(write, igreg, tmp_path, "s@b.example", owner="v")
    assert message["To"].addresses[0].addr_spec == "s@b.example"
    assert "  Archivist: vacant, goes up to Lead\n" in text(message)
    assert "has no e-mail" not in ran.err


@pytest.mark.parametrize("owner", ["../../zz", "/zz", "nobody", "..\\zz", "CON"])
def test_an_owner_that_is_no_record_names_no_file(write: Write, igreg: Igreg, tmp_path: Path, owner: str) -> None:
    """What belongs to nobody whom the register knows reaches whoever answers for the organisation."""
    _, (message,) = sent(write, igreg, tmp_path, "s@b.example", owner=owner)
    assert [path.name for path in tmp_path.rglob("*.eml")] == ["s.eml"]
    assert f"  {owner}: not in the register\n" in text(message)


def test_a_holder_that_is_no_record_names_no_file(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write(
        {
            "organisation.yaml": "{name: E, type: other}\n",
            "roles.yaml": "- {id: r, title: Lead, holders: [{staff: ../../zz, from: 2020-01-01}]}\n",
            "risks.yaml": "- {id: R, title: T, owner: r, review: {next: 2026-11-30}}\n",
        }
    )
    ran = igreg("due", folder, *DAY, "--format", "eml", "--out", tmp_path / "a" / "b")
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.eml")] == ["a/b/r.eml"]
    assert "r.eml: nobody does it now, and nobody is above, so it is addressed to nobody" in ran.err


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
    assert (
        "it may use the names gone, no_address, organisation, owner, people, rows, summary, today and vacant" in ran.err
    )


def test_a_message_of_last_week_is_told(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    sent(write, igreg, tmp_path, "s@b.example")
    (tmp_path / "deep" / "out" / "t.eml").write_bytes(b"")
    ran, messages = sent(write, igreg, tmp_path, "s@b.example", owner="v")
    assert len(messages) == 2
    assert "t.eml: from an earlier run, not written now" in ran.err
    assert "s.eml: from an earlier run" not in ran.err


AWAY = {
    "organisation.yaml": "{name: E, type: other}\n",
    "staff.yaml": "- {id: jo, name: Jo, email: jo@e.example, absences: [{from: 2026-11-01, until: 2026-11-30, cover: pri}]}\n"
    "- {id: pri, name: Pri, email: pri@e.example}\n- {id: dee, name: Dee, email: dee@e.example}\n"
    "- {id: top, name: Top, email: top@e.example}\n",
    "roles.yaml": "- {id: r, title: Lead, accountable_to: t, holders: [{staff: jo, from: 2020-01-01},"
    " {staff: dee, from: 2020-01-01, as: deputy}]}\n"
    "- {id: t, title: Top, holders: [{staff: top, from: 2020-01-01}]}\n"
    "- {id: o, title: Other, holders: [{staff: pri, from: 2020-01-01}]}\n",
    "risks.yaml": "- {id: R, title: T, owner: r, review: {next: 2026-11-29}}\n"
    "- {id: S, title: T, owner: o, review: {next: 2026-11-30}}\n",
}


def posted(write: Write, igreg: Igreg, out: Path, **files: str) -> dict[str, str]:
    """The text of each message by the name of its file."""
    folder = write(AWAY | {f"{name}.yaml": text for name, text in files.items()})
    igreg("due", folder, *DAY, "--format", "eml", "--out", out)
    return {path.stem: path.read_bytes().decode().split("--=_igreg")[1].replace("\r\n", "\n") for path in out.iterdir()}


def test_who_stands_in_gets_the_lines_too_and_sees_for_whom(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    found = posted(write, igreg, tmp_path / "out")
    assert sorted(found) == ["dee", "jo", "pri"]
    assert "  Lead: Jo, away; Pri and Dee stand in\n" in found["jo"]
    assert "  Lead: covering for Jo\n" in found["dee"]
    assert "This is what is due for Lead and Other: 0 overdue, 2 due" in found["pri"]
    assert "  Lead: covering for Jo\n" in found["pri"] and "  Other: Pri\n" in found["pri"]


def test_what_nobody_covers_goes_up_as_well(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    alone = AWAY["roles.yaml"].replace(", {staff: dee, from: 2020-01-01, as: deputy}", "")
    left = AWAY["staff.yaml"].replace("name: Pri,", "name: Pri, left: 2026-11-21,")
    assert "deputy" not in alone
    found = posted(write, igreg, tmp_path / "out", roles=alone, staff=left)
    assert "  Lead: Jo, away, not covered\n" in found["top"]
    assert "  Lead: Jo, away, not covered\n" in found["jo"]


def test_no_message_goes_into_the_register(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    folder = write({"organisation.yaml": "name: E\ntype: other\n"})
    for out in (folder, folder / "mail", tmp_path / "x" / ".." / "register"):
        assert igreg("due", folder, *DAY, "--format", "eml", "--out", out).code == 2
    assert [path.name for path in folder.iterdir()] == ["organisation.yaml"]


def test_nobody_who_has_left_is_written_to(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    alone = AWAY["roles.yaml"].replace(", {staff: dee, from: 2020-01-01, as: deputy}", "")
    gone = "- {id: jo, name: Jo, email: jo@e.example, left: 2026-11-21}\n" + AWAY["staff.yaml"].partition("\n")[2]
    found = posted(write, igreg, tmp_path / "out", roles=alone, staff=gone)
    assert sorted(found) == ["pri", "top"]
    assert "  Lead: Jo (not employed now)\n" in found["top"]


def test_what_a_leaver_owes_with_nobody_above_goes_to_whoever_answers_for_the_record(
    write: Write, igreg: Igreg, tmp_path: Path
) -> None:
    risk = "- {id: R, title: T, owner: o, actions: [{id: X, what: W, owner: gone, due: 2026-11-29}]}\n"
    found = posted(
        write,
        igreg,
        tmp_path / "out",
        risks=risk,
        staff=AWAY["staff.yaml"] + "- {id: gone, name: Gil, left: 2026-01-01}\n",
    )
    assert "  Gil: not employed now, goes to Pri\n" in found["pri"]
    assert sorted(found) == ["pri"]


def test_a_vacant_secretary_below_nobody_leaves_it_to_the_chair(write: Write, igreg: Igreg, tmp_path: Path) -> None:
    groups = "- {id: g, title: G, secretary: s, chair: o, meets_every: 1 month}\n"
    roles = AWAY["roles.yaml"] + "- {id: s, title: Secretary}\n"
    found = posted(write, igreg, tmp_path / "out", risks="[]", roles=roles, groups=groups)
    assert "  Secretary: vacant, goes to Pri\n" in found["pri"]
    assert sorted(found) == ["pri"]

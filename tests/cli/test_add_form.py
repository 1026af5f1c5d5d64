"""igreg add KIND FILE: what somebody sent becomes a plan, and the record once it is agreed."""

from __future__ import annotations

import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
DAY = ("--today", "2026-11-24")
FILES = {
    "organisation.yaml": "name: X\ntype: other\n",
    "units.yaml": "- {id: ward-1, name: Ward one}\n- {id: ward-2, name: Ward two}\n",
    "roles.yaml": "- {id: ig-lead, title: IG lead, function: ig-lead}\n- {id: siro, title: Risk owner, function: siro}\n",
    "courses.yaml": "- {id: dsa, title: Data security awareness}\n- {id: sar, title: Requests}\n",
    "assets.yaml": (
        "# kept\n- id: AST-001\n  name: Care system\n  owner: siro\n  review: {every: 1 year, last: 2025-11-01, next: 2026-11-01}\n"
        "- {id: AST-002, name: Pay, owner: siro}\n"
    ),
}
BODY = "title: Letter to the wrong house\naware: 2026-11-24T09:30\nsummary: It came back\n  the next day.\nareas: security; data-protection\n"


def text(body: str = BODY, form: str = "incident") -> str:
    return f"Hello\n\n-----BEGIN IGREG {form} 1-----\n{body}-----END IGREG-----\n\nZoe\n"


@pytest.fixture
def add(igreg: Igreg, write: Write, tmp_path: Path) -> Callable[..., Ran]:
    """Take in a text as a form."""
    folder = write(FILES)

    def run(kind: str, what: str | bytes, *options: str, name: str = "form.txt") -> Ran:
        file = tmp_path / name
        file.write_bytes(what if isinstance(what, bytes) else what.encode())
        return igreg("add", kind, file, "--register", folder, *DAY, *options)

    return run


def record(tmp_path: Path, name: str = "incidents") -> str:
    return (tmp_path / "register" / f"{name}.yaml").read_text(encoding="utf-8")


def test_the_plan_is_shown_and_the_record_written(add: Callable[..., Ran], tmp_path: Path) -> None:
    ran = add("incident", text(), "--yes")
    assert ran.code == 0, ran.err
    assert "1 new" in ran.out and "New: INC-001 in incidents" in ran.out
    assert record(tmp_path).startswith("- id: INC-001\n  title: Letter to the wrong house\n  aware: 2026-11-24T09:30\n")
    assert 'summary: "It came back\\nthe next day."' in record(tmp_path)


@pytest.mark.parametrize(("options", "code"), [((), 2), (("--dry-run", "--yes"), 0), (("--format", "json"), 2)])
def test_nothing_is_written_where_nobody_agreed(
    add: Callable[..., Ran], tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    ran = add("incident", text(), *options)
    assert (ran.code, "INC-001" in ran.out) == (code, True)
    assert not (tmp_path / "register/incidents.yaml").exists()


def test_the_plan_as_json(add: Callable[..., Ran]) -> None:
    ran = add("incident", text(BODY + "id: INC-77\n"), "--format", "json", "--yes")
    plan = json.loads(ran.out)
    assert (ran.code, plan["command"], plan["kind"], plan["written"]) == (0, "add", "incidents", True)
    assert plan["file"] == "form.txt"
    assert plan["new"][0]["id"] == "INC-001", "an id in the text is not taken"
    assert plan["summary"] == {"rows": 1, "new": 1, "changed": 0, "unchanged": 0, "gone": 0, "refused": 0, "left_out": 0}  # fmt: skip


def test_a_near_miss_says_so(add: Callable[..., Ran], tmp_path: Path) -> None:
    assert add("near-miss", text(BODY + "near_miss: no\n", "NEAR-MISS"), "--yes").code == 0
    assert "near_miss: true" in record(tmp_path)


def test_a_request_and_a_training_plan(add: Callable[..., Ran], tmp_path: Path) -> None:
    body = "title: Records of a former resident\ncategory: Subject access\nreceived: 24/11/2026\nunit: Ward one\n"
    assert add("request", text(body, "request"), "--yes").code == 0
    assert "category: subject-access\n  received: 2026-11-24\n  unit: ward-1\n" in record(tmp_path, "requests")
    body = "title: Reception\naudience: ward-1; ward-2\ncourses: dsa; Requests\nreview.every: 12 months\n"
    assert add("training-plan", text(body, "training-plan"), "--yes").code == 0
    assert "courses:" in record(tmp_path, "training-plans")
    assert "course: dsa" in record(tmp_path, "training-plans") and "course: sar" in record(tmp_path, "training-plans")


def test_a_confirmation_writes_the_review_of_the_asset(add: Callable[..., Ran], tmp_path: Path) -> None:
    body = "asset: Care system\nby: siro\noutcome: unchanged\nid: AST-002\n"
    ran = add("asset-confirmation", text(body, "asset-confirmation"), "--yes")
    assert ran.code == 0, ran.err
    written = record(tmp_path, "assets")
    assert "last: 2026-11-24" in written and "by: siro" in written and "outcome: unchanged" in written
    assert "next" not in written and written.startswith("# kept\n")
    assert "- {id: AST-002, name: Pay, owner: siro}\n" in written
    ran = add("asset-confirmation", text(body, "asset-confirmation"), "--yes", "--format", "json")
    assert (ran.code, json.loads(ran.out)["unchanged"]) == (0, ["AST-001"])


@pytest.mark.parametrize(
    ("kind", "form", "body", "field", "said"),
    [
        ("incident", "incident", "title: A\n", "aware", "missing"),
        ("incident", "incident", BODY + "unit: ward-9\n", "unit", "'ward-9' is not a unit"),
        ("incident", "incident", BODY + "colour: red\n", "colour", "no field 'colour'"),
        ("incident", "incident", BODY + "title: B\n", "title", "given twice"),
        ("incident", "incident", "title: A\naware: 31/02/2026\n", "aware", "February 2026 has no day 31"),
        ("asset-confirmation", "asset-confirmation", "asset: AST-9\nby: siro\noutcome: unchanged\n", "asset", "not an asset"),
        ("asset-confirmation", "asset-confirmation", "asset: AST-001\nby: siro\n", "outcome", "missing"),
        ("asset-confirmation", "asset-confirmation", "asset: AST-001\nby: zoe\noutcome: changed\n", "by", "'zoe' is not"),
        ("asset-confirmation", "asset-confirmation", "asset: AST-001\nby: siro\noutcome: fine\n", "outcome", "'fine'"),
    ],
)  # fmt: skip
def test_what_is_refused_is_said_and_nothing_written(
    add: Callable[..., Ran], tmp_path: Path, kind: str, form: str, body: str, field: str, said: str
) -> None:
    ran = add(kind, text(body, form), "--yes", "--format", "json")
    plan = json.loads(ran.out)
    assert ran.code == 1
    assert [(one["field"], said in one["message"]) for one in plan["refused"]] == [(field, True)]
    assert not (tmp_path / "register/incidents.yaml").exists()
    assert record(tmp_path, "assets") == FILES["assets.yaml"]


@pytest.mark.parametrize("field", ["summary", "colour", "title"])
def test_a_number_of_a_person_is_refused_and_not_repeated(add: Callable[..., Ran], field: str) -> None:
    body = "title: A\naware: 2026-11-24\n" if field != "title" else "aware: 2026-11-24\n"
    for form in ("text", "json"):
        ran = add("incident", text(f"{body}{field}: it is 943 476 5919\n"), "--yes", "--format", form)
        assert (ran.code, "5919" in ran.out + ran.err) == (1, False)


def test_set_fills_in_and_goes_first(add: Callable[..., Ran], tmp_path: Path) -> None:
    body = "title: A\nunit: the ward\n"
    ran = add("incident", text(body), "--set", "aware=24/11/2026", "--set", "unit=ward-1", "--yes")
    assert ran.code == 0, ran.err
    assert "aware: 2026-11-24\n  unit: ward-1\n" in record(tmp_path)
    assert "--set" in ran.out


@pytest.mark.parametrize(
    ("kind", "what", "said"),
    [
        ("incident", "nothing here", "holds no form"),
        ("incident", "", "holds no form"),
        ("incident", b"\xff\xfe\x00\xd8", "holds no form"),
        ("incident", text(form="request"), "igreg add request"),
        ("incident", text(form="invoice"), "no form 'invoice'"),
        ("incident", text().replace("-----END", ""), "cut off"),
        ("policy", text(), "a form is one of"),
        ("polcy", text(), "did you mean 'policies'"),
    ],
)
def test_wrong_usage(add: Callable[..., Ran], kind: str, what: str | bytes, said: str) -> None:
    ran = add(kind, what, "--yes")
    assert (ran.code, said in ran.err) == (2, True), ran.err


def test_a_file_that_is_not_there(igreg: Igreg, write: Write) -> None:
    assert igreg("add", "incident", "no-such.txt", "--register", write(FILES), *DAY).code == 2


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_a_mail(add: Callable[..., Ran], tmp_path: Path, cte: str, charset: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "zoe@example.org", "ig@example.org", "title: 943 476 5919"
    body = text(BODY.replace("It came back", "Café " + "long words and more of them " * 8))
    mail.set_content(body, charset=charset, cte=cte)
    mail.add_alternative("<p>-----BEGIN IGREG incident 1-----</p>", subtype="html")
    mail.add_attachment(text("title: Attached\naware: 2020-01-01\n"), filename="a.txt")
    ran = add("incident", mail.as_bytes(), "--yes", name="report.eml")
    assert ran.code == 0, ran.err
    assert "Caf\u00e9 long words" in record(tmp_path) and "Attached" not in record(tmp_path)


def test_a_mail_that_holds_only_attachments(add: Callable[..., Ran]) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "zoe@example.org", "ig@example.org"
    mail.add_attachment(text(), filename="a.txt")
    ran = add("incident", mail.as_bytes(), "--yes", name="report.eml")
    assert (ran.code, "no part in plain text" in ran.err) == (2, True)


def test_the_body_of_an_issue(add: Callable[..., Ran], tmp_path: Path) -> None:
    body = (
        "### What happened, in a few words?\n\nLetter to the wrong house\n\n### aware\n\n24/11/2026 9.30\n\n"
        "### What happened?\n\nIt came back.\n\n### No head of ours\n\nand that.\n\n### Where did it happen?\n\nward-1 (Ward one)\n\n"
        "### When did it happen?\n\n_No response_\n\n### What was lost?\n\n- [X] confidentiality\n- [ ] integrity\n- [x] availability\n"
    )
    ran = add("incident", body, "--yes")
    assert ran.code == 0, ran.err
    written = record(tmp_path)
    assert "aware: 2026-11-24T09:30\n" in written and "  unit: ward-1\n" in written and "occurred" not in written
    assert "effects: [confidentiality, availability]\n" in written
    assert "It came back.\\n\\n### No head of ours\\n\\nand that." in written


def test_heads_that_are_no_question_are_told(add: Callable[..., Ran]) -> None:
    """Whoever renamed a question sees where its answer went."""
    body = (
        "### My own heading\n\nlost\n\n### What happened, in a few words?\n\nA\n\n### aware\n\n2026-11-24\n\n"
        "### What became of it, 943 476 5919?\n\nIt came back.\n"
    )
    ran = add("incident", body, "--dry-run", "--format", "json")
    notes = [one for one in json.loads(ran.out)["notes"] if one["what"] == "unknown-head"]
    assert [one["column"] for one in notes] == [None, "aware"]
    assert notes[0]["message"] == "'My own heading' is no question of this form: what stands under it is left out"
    assert "part of `aware`" in notes[1]["message"]
    assert "5919" not in ran.out + ran.err
    assert "'My own heading' is no question" in add("incident", body, "--dry-run").out


@pytest.mark.parametrize(
    ("kind", "slip", "near"),
    [
        ("incident", "titel=x", "title"),
        ("asset-confirmation", "outcom=x", "outcome"),
        ("near-miss", "aware.x=y", "aware"),
    ],
)
def test_a_slip_in_set_is_wrong_usage(add: Callable[..., Ran], kind: str, slip: str, near: str) -> None:
    ran = add(kind, text(form=kind), "--set", slip, "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert repr(slip.partition("=")[0]) in ran.err


def test_what_mail_programs_put_in_or_take_out(add: Callable[..., Ran], tmp_path: Path) -> None:
    body = "\u200btitle:Letter\u200b to the wrong house\naware:2026-11-24\nsummary: see\nhttps://x.example/\n"
    assert add("incident", text(body), "--yes").code == 0
    written = record(tmp_path)
    assert "title: Letter to the wrong house\n" in written
    assert "https://x.example/" in written

"""`igreg log`: the life of a record, commit by commit (rulings H31, H32, H33, H45, H46, H50)."""

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
DRAFT = "- id: P-1\n  title: Records\n  status: draft\n  review: {every: 12 months}\n"
IN_FORCE = DRAFT.replace("draft", "in-force").replace("12 months", "24 months")
OTHER = "- id: P-2\n  title: Email\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A policy that is added, changed, moved to a file of its own, and called otherwise."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=DRAFT)
    made.commit("2026-02-01", policies=IN_FORCE + OTHER)
    made.commit("2026-03-01", policies=OTHER, **{"policies/P-1": IN_FORCE})
    return made


def asked(igreg: Igreg, repository: Repository, *words: str, code: int = 0) -> Any:
    ran = igreg("log", *words, repository.register, "--format", "json")
    assert (ran.code, ran.err if code == 0 else "") == (code, ""), ran.err
    return json.loads(ran.out)


def told(found: Any) -> list[tuple[str, str, str]]:
    return [(one["date"], one["change"], one["file"]) for one in found["commits"]]


def test_a_life(igreg: Igreg, repository: Repository) -> None:
    found = asked(igreg, repository, "P-1")
    revs = repository.git("rev-list", "--reverse", "HEAD").split()
    who = {"author": "x@y", "committer": None, "message": "x", "was": None, "now": None}
    who["author"] = "(address)"
    assert found == {
        "version": 1,
        "record": "P-1",
        "kind": "policies",
        "shallow": False,
        "commits": [
            {"rev": revs[0], "date": "2026-01-05", "written": "2026-01-05", "change": "added", "file": "register/policies.yaml", "fields": [], **who},
            {
                "rev": revs[1], "date": "2026-02-01", "written": "2026-02-01", "change": "changed", "file": "register/policies.yaml", **who,
                "fields": [
                    {"path": ["status"], "before": "draft", "after": "in-force"},
                    {"path": ["review", "every"], "before": "12 months", "after": "24 months"},
                ],
            },
            {"rev": revs[2], "date": "2026-03-01", "written": "2026-03-01", "change": "moved", "file": "register/policies/P-1.yaml", "fields": [], **who},
        ],
        "uncommitted": None,
        "incomplete": [],
    }  # fmt: skip


def test_in_words(igreg: Igreg, repository: Repository) -> None:
    ran = igreg("log", "P-1", repository.register)
    first, second, third = (rev[:10] for rev in repository.git("rev-list", "--reverse", "HEAD").split())
    assert (
        ran.out
        == f"""\
Records (P-1), a policy: 3 commits

5 January 2026, (address) ({first})
  “x”
  added in register/policies.yaml
    status: draft
    review: every 12 months

1 February 2026, (address) ({second})
  “x”
  changed
    status draft → in-force
    review every 12 months → 24 months

1 March 2026, (address) ({third})
  “x”
  moved from register/policies.yaml to register/policies/P-1.yaml
"""
    )


def test_as_markdown(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-04-01", **{"policies/P-1": IN_FORCE.replace("Records", "'# <b>|`@me` [x](y)'")})
    out = igreg("log", "P-1", repository.register, "--format", "markdown").out
    assert out.startswith("# ")
    assert "<b>" not in out
    assert "@me" not in out
    assert "[x](y)" not in out
    assert "\n- title Records → " in out


@pytest.mark.parametrize("columns", [60, 120])
def test_lines_fit(igreg: Igreg, repository: Repository, columns: int) -> None:
    ran = igreg("log", "P-1", repository.register, columns=columns)
    assert ran.code == 0


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\n" + DRAFT,
        "- status: draft\n  title: 'Records'\n  review:\n    every: '12 months'\n  id: P-1\n",
        DRAFT.replace("\n", "\r\n"),
        "---\n" + DRAFT,
        OTHER + DRAFT,
        DRAFT + "  notes: ''\n  areas: []\n",
    ],
)
def test_what_does_not_count(igreg: Igreg, tmp_path: Path, text: str) -> None:
    """Comments, order, quotes, line ends and empty fields."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=DRAFT)
    made.commit("2026-01-06", policies=text)
    assert [change for _, change, _ in told(asked(igreg, made, "P-1"))] == ["added"]


def test_each_form_of_file(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=OTHER + DRAFT)
    made.commit(
        "2026-01-06",
        policies=OTHER,
        **{"policies/P-1": "id: P-1\ntitle: Records\nstatus: draft\nreview: {every: 12 months}\n"},
    )
    (made.register / "policies/P-1.yaml").unlink()
    made.commit("2026-01-07", **{"policies/all/of-them": DRAFT})
    (made.register / "policies/all/of-them.yaml").unlink()
    (made.register / "policies.yaml").unlink()
    (made.register / "policies.yml").write_text(DRAFT + OTHER, encoding="utf-8")
    made.commit("2026-01-08")
    assert told(asked(igreg, made, "P-1")) == [
        ("2026-01-05", "added", "register/policies.yaml"),
        ("2026-01-06", "moved", "register/policies/P-1.yaml"),
        ("2026-01-07", "moved", "register/policies/all/of-them.yaml"),
        ("2026-01-08", "moved", "register/policies.yml"),
    ]  # fmt: skip


def test_another_id_is_followed_both_ways(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-04-01", **{"policies/P-1": IN_FORCE.replace("P-1", "POL-1")})
    found = asked(igreg, repository, "POL-1")
    assert (found["record"], found["commits"][-1]["change"]) == ("POL-1", "renamed")
    assert (found["commits"][-1]["was"], found["commits"][-1]["now"]) == ("P-1", "POL-1")
    assert len(found["commits"]) == 4
    former = igreg("log", "P-1", repository.register, "--format", "json")
    assert json.loads(former.out) == found
    assert former.err == "P-1 is called POL-1 now\n"
    assert igreg("log", "P-1", "-q", repository.register).err == ""
    assert "It was called P-1 before." in igreg("log", "POL-1", repository.register).out


def test_what_points_to_it_is_put_through(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    staff = "- {id: ann, name: Ann}\n"
    role = "- {id: siro, title: SIRO, holders: [{staff: ann}]}\n"
    made.commit("2026-01-05", organisation=ORGANISATION, staff=staff, roles=role)
    made.commit(
        "2026-01-06",
        staff=staff.replace("ann", "a-ash"),
        roles=role.replace("ann", "a-ash").replace("siro", "risk-owner"),
    )
    assert [one["was"] for one in asked(igreg, made, "risk-owner")["commits"]] == [None, "siro"]
    assert [one["was"] for one in asked(igreg, made, "a-ash")["commits"]] == [None, "ann"]


def test_gone_and_added_again_is_one_life(igreg: Igreg, repository: Repository) -> None:
    repository.git("rm", "--quiet", "register/policies/P-1.yaml")
    repository.commit("2026-04-01")
    assert told(asked(igreg, repository, "P-1"))[-1] == ("2026-04-01", "gone", "register/policies/P-1.yaml")
    repository.commit("2026-05-01", policies=OTHER + IN_FORCE.replace("24", "36"))
    found = asked(igreg, repository, "P-1")
    assert [change for _, change, _ in told(found)] == ["added", "changed", "moved", "gone", "added"]
    assert found["commits"][-1]["fields"] == [{"path": ["review", "every"], "before": "24 months", "after": "36 months"}]  # fmt: skip
    assert "added again" in igreg("log", "P-1", repository.register).out


def test_an_id_that_is_used_for_something_else(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=DRAFT)
    made.commit("2026-01-06", policies="[]\n", risks="- {id: P-1, title: Loss}\n")
    found = asked(igreg, made, "P-1")
    assert found["kind"] == "risks"
    assert told(found)[1:] == [
        ("2026-01-06", "gone", "register/policies.yaml"),
        ("2026-01-06", "added", "register/risks.yaml"),
    ]


def test_an_id_that_was_given_to_another(igreg: Igreg, tmp_path: Path) -> None:
    """P-1 became P-9, and the P-1 of now is another policy."""
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=DRAFT)
    made.commit("2026-01-06", policies=DRAFT.replace("P-1", "P-9"))
    made.commit("2026-01-07", policies=DRAFT.replace("P-1", "P-9") + OTHER.replace("P-2", "P-1"))
    assert [one["change"] for one in asked(igreg, made, "P-1")["commits"]] == ["added", "gone", "added"]
    assert [one["change"] for one in asked(igreg, made, "P-9")["commits"]] == ["added", "renamed"]


def test_actions_and_findings(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    risk = "- {id: R-1, title: Loss, actions: [{id: A-1, what: Train}]}\n"
    audit = "- {id: AU-1, title: Spot check, findings: [{id: F-1, what: Doors}]}\n"
    made.commit("2026-01-05", organisation=ORGANISATION, risks=risk, audits=audit)
    made.commit("2026-01-06", risks=risk.replace("what: Train", "what: Train, done: 2026-01-06"))
    made.commit("2026-01-07", risks=risk.replace("A-1", "A-2"), audits=audit.replace("Doors", "Windows"))
    found = asked(igreg, made, "A-1")
    assert (found["record"], found["kind"]) == ("A-1", "actions")
    assert [(one["change"], one["fields"]) for one in found["commits"][1:2]] == [
        ("changed", [{"path": ["done"], "before": None, "after": "2026-01-06"}])
    ]
    found = asked(igreg, made, "F-1")
    assert [one["change"] for one in found["commits"]] == ["added", "changed"]
    assert igreg("log", "A-1", made.register).out.startswith("Train (A-1), an action: ")


def test_an_action_that_is_moved_to_another_record(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    risks = "- {id: R-1, title: Loss, actions: [{id: A-1, what: Train}]}\n- {id: R-2, title: Theft, actions: []}\n"
    made.commit("2026-01-05", organisation=ORGANISATION, risks=risks)
    action = "[{id: A-1, what: Train}]"
    made.commit("2026-01-06", risks=risks.replace("[]", "X").replace(action, "[]").replace("X", action))
    assert told(asked(igreg, made, "A-1"))[1:] == [("2026-01-06", "moved", "register/risks.yaml")]
    assert "moved from R-1 to R-2" in igreg("log", "A-1", made.register).out


def test_never_heard_of(igreg: Igreg, repository: Repository) -> None:
    ran = igreg("log", "P-12", repository.register)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "igreg: no record has or had the id 'P-12'\nhelp: did you mean 'P-2'?\n"


def test_a_title_is_taken_to_mean_the_record(igreg: Igreg, repository: Repository) -> None:
    ran = igreg("log", "records", repository.register, "--format", "json")
    assert json.loads(ran.out)["record"] == "P-1"
    assert "is taken to mean P-1" in ran.err


def test_work_that_is_not_committed(igreg: Igreg, repository: Repository) -> None:
    repository.write(**{"policies/P-1": IN_FORCE.replace("24", "36")})
    found = asked(igreg, repository, "P-1")
    field = {"path": ["review", "every"], "before": "24 months", "after": "36 months"}
    assert found["uncommitted"] == {"change": "changed", "file": "register/policies/P-1.yaml", "fields": [field]}
    assert len(found["commits"]) == 3
    out = igreg("log", "P-1", repository.register).out
    assert out.endswith("Not committed yet\n  changed\n    review every 24 months → 36 months\n")
    (repository.register / "policies/P-1.yaml").unlink()
    assert asked(igreg, repository, "P-1")["uncommitted"]["change"] == "gone"
    repository.write(**{"policies/P-1": IN_FORCE + "- {id: P-7, title: New}\n"})
    assert asked(igreg, repository, "P-7")["commits"] == []


def test_line_ends_of_a_checkout_are_no_work(igreg: Igreg, repository: Repository) -> None:
    path = repository.register / "policies/P-1.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert asked(igreg, repository, "P-1")["uncommitted"] is None


@pytest.mark.parametrize("broken", ["<<<<<<< x\n", "- {id: P-9, title: [\n", "\t:\n"])
def test_a_commit_that_cannot_be_read_is_passed_over(igreg: Igreg, repository: Repository, broken: str) -> None:
    rev = repository.commit("2026-04-01", **{"policies/P-1": IN_FORCE.replace("24", "30") + broken})
    repository.commit("2026-05-01", **{"policies/P-1": IN_FORCE.replace("24", "36")})
    found = asked(igreg, repository, "P-1")
    assert found["incomplete"] == [{"rev": rev, "file": "register/policies/P-1.yaml"}]
    assert told(found)[3:] == [("2026-05-01", "changed", "register/policies/P-1.yaml")]
    assert found["commits"][-1]["fields"][0]["before"] == "24 months"


def test_a_broken_file_may_hold_what_is_seen_nowhere(igreg: Igreg, repository: Repository) -> None:
    """Never a false `gone`."""
    repository.git("rm", "--quiet", "register/policies/P-1.yaml")
    rev = repository.commit("2026-04-01", policies="- {id: P-2, title: [\n")
    found = json.loads(igreg("log", "P-2", repository.register, "--format", "json").out)
    assert found["incomplete"] == [{"rev": rev, "file": "register/policies.yaml"}]
    ran = igreg("log", "P-1", repository.register, "--format", "json")
    assert [one["change"] for one in json.loads(ran.out)["commits"]] == ["added", "changed", "moved"]
    repository.commit("2026-05-01", policies=OTHER)
    assert told(asked(igreg, repository, "P-1"))[-1] == ("2026-05-01", "gone", "register/policies/P-1.yaml")


def test_merges_count_where_they_differ_from_each_parent(igreg: Igreg, repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    repository.commit("2026-04-01", **{"policies/P-1": IN_FORCE.replace("24", "30")})
    repository.git("checkout", "--quiet", "main")
    repository.commit("2026-04-02", policies=OTHER.replace("Email", "Mail"))
    repository.git("merge", "--quiet", "--no-edit", "side", day="2026-04-03")
    assert [day for day, _, _ in told(asked(igreg, repository, "P-1"))][3:] == ["2026-04-01"]
    repository.git("checkout", "--quiet", "-b", "other", "HEAD~1")
    repository.commit("2026-04-04", **{"policies/P-1": IN_FORCE.replace("24", "36")})
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-commit", "-s", "ours", "other")
    repository.commit("2026-04-05", **{"policies/P-1": IN_FORCE.replace("24", "48")})
    assert [day for day, _, _ in told(asked(igreg, repository, "P-1"))][3:] == [
        "2026-04-01",
        "2026-04-04",
        "2026-04-05",
    ]


def test_author_and_committer(igreg: Igreg, repository: Repository) -> None:
    tree = repository.git("write-tree")
    repository.write(**{"policies/P-1": IN_FORCE.replace("24", "36")})
    repository.git("add", "-A")
    tree, head = repository.git("write-tree"), repository.git("rev-parse", "HEAD")
    text = (
        f"tree {tree}\nparent {head}\nauthor Ann Ash <ann@x.example> 1772366400 +0000\n"
        "committer Bob <b@x.example> 1775044800 +0000\n\nThe first line\nand more\n"
    )
    rev = repository.git("hash-object", "-t", "commit", "-w", "--stdin", given=text.encode())
    repository.git("reset", "--quiet", "--hard", rev)
    last = asked(igreg, repository, "P-1")["commits"][-1]
    assert (last["author"], last["committer"]) == ("Ann Ash", "Bob")
    assert (last["written"], last["date"], last["message"]) == ("2026-03-01", "2026-04-01", "The first line")
    ran = igreg("log", "P-1", repository.register)
    assert f"1 April 2026, Ann Ash ({rev[:10]}), committed by Bob, written on 1 March 2026\n" in ran.out
    assert "example" not in ran.out


def test_the_folder_of_the_register_has_moved(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    made.commit("2026-01-05", organisation=ORGANISATION, policies=DRAFT)
    made.git("mv", "register", "old")
    made.git("commit", "--quiet", "-m", "x", day="2026-01-06")
    made.git("mv", "old", "register")
    made.commit("2026-01-07", policies=IN_FORCE)
    assert told(asked(igreg, made, "P-1"))[1:] == [
        ("2026-01-06", "moved", "old/policies.yaml"),
        ("2026-01-07", "changed", "register/policies.yaml"),
    ]


def test_a_shallow_clone_says_so(igreg: Igreg, repository: Repository, tmp_path: Path) -> None:
    clone = Repository(tmp_path / "c")
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.root}", str(clone.root))
    found = asked(igreg, clone, "P-1")
    assert (found["shallow"], len(found["commits"])) == (True, 1)
    assert "shallow clone" in igreg("log", "P-1", clone.register).out


def test_numbers_of_people_are_not_shown_again(igreg: Igreg, repository: Repository) -> None:
    secret = "943 476 5919"
    repository.commit("2026-04-01", **{"policies/P-1": IN_FORCE + f"  notes: about {secret}\n"})
    repository.commit("2026-05-01", **{"policies/P-1": IN_FORCE})
    for format in ("text", "markdown", "json"):
        out = igreg("log", "P-1", repository.register, "--format", format).out
        assert secret not in out
        assert "not shown: IG801" in out
    assert secret not in igreg("blame", "P-1", repository.register).out


def test_control_characters(igreg: Igreg, repository: Repository) -> None:
    repository.write(**{"policies/P-1": IN_FORCE + '  notes: "a\\e[31mb"\n'})
    repository.git("add", "-A")
    repository.git("-c", "user.name=A\x1b[2J", "commit", "--quiet", "-m", "red \x1b[31m line")
    for format in ("text", "markdown"):
        out = igreg("log", "P-1", repository.register, "--format", format).out
        assert "\x1b" not in out
    ran = igreg("log", "P-1", repository.register, "--format", "json")
    assert "\x1b" not in ran.out
    assert json.loads(ran.out)["commits"][-1]["message"] == "red \x1b[31m line"


def test_without_a_history(igreg: Igreg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = begin(tmp_path / "r")
    made.write(organisation=ORGANISATION, policies=DRAFT)
    ran = igreg("log", "P-1", made.register)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "igreg: nothing has been committed here")
    plain = Repository(tmp_path / "plain")
    plain.write(organisation=ORGANISATION, policies=DRAFT)
    assert igreg("log", "P-1", plain.register).code == 2
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "there is no git here" in igreg("log", "P-1", made.register).err
    assert igreg("log", "P-1", tmp_path / "nowhere").code == 3


def test_another_format(igreg: Igreg, repository: Repository) -> None:
    ran = igreg("log", "P-1", repository.register, "--format", "html")
    assert (ran.code, "there is no format 'html'" in ran.err) == (2, True)


def test_a_training_record_goes_by_person_course_and_day(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    line = "- {staff: ann, course: dsa, completed: 2026-01-02}\n"
    files = {"organisation": ORGANISATION, "training_records": line, "staff": "- {id: ann, name: Ann}\n"}
    made.commit("2026-01-05", **files)
    made.commit("2026-01-06", training_records=line.replace("}", ", expires: 2027-01-01}"))
    found = asked(igreg, made, "ann/dsa/2026-01-02")
    assert (found["kind"], [one["change"] for one in found["commits"]]) == ("training-records", ["added", "changed"])


def test_the_organisation(igreg: Igreg, repository: Repository) -> None:
    repository.commit("2026-04-01", organisation=ORGANISATION.replace("E", "F"))
    found = asked(igreg, repository, "organisation")
    assert [(one["change"], one["fields"]) for one in found["commits"]] == [
        ("added", []),
        ("changed", [{"path": ["name"], "before": "E", "after": "F"}]),
    ]


def test_what_stands_here_cannot_be_read(igreg: Igreg, repository: Repository) -> None:
    repository.write(**{"policies/P-1": IN_FORCE + "<<<<<<< x\n"})
    ran = igreg("log", "P-1", repository.register, "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, len(found["commits"]), found["uncommitted"]) == (0, 3, None)
    assert found["incomplete"] == [{"rev": None, "file": "register/policies/P-1.yaml"}]
    assert "could not be read" in ran.err


def test_an_id_that_is_a_number_of_somebody(igreg: Igreg, tmp_path: Path) -> None:
    made = begin(tmp_path / "r")
    secret = "943-476-5919"
    made.commit("2026-01-05", organisation=ORGANISATION, policies=DRAFT.replace("P-1", secret))
    made.commit("2026-01-06", policies=DRAFT, **{f"risks/{secret}": "- {id: R-1, title: Loss}\n"})
    for id in ("P-1", "R-1"):
        for format in ("text", "markdown", "json"):
            assert secret not in igreg("log", id, made.register, "--format", format).out
    assert secret not in igreg("blame", "R-1", made.register, "--format", "json").out

"""Reading a folder: whatever cannot be read is told and hides nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.model.kinds.policies import Policy
from igreg.register.read import read
from igreg.store.find import find_register, find_root
from igreg.store.read import read_sources
from tests.conftest import Write

ORGANISATION = "name: Example\ntype: other\n"


def rules(folder: Path) -> dict[str, list[str]]:
    """The faults of reading: rule to files."""
    register = read(read_sources(folder))
    return {rule: [f.origin.file for f in faults] for rule, faults in register.faults.items()}


def test_links_that_lead_outside_or_nowhere(write: Write, tmp_path: Path) -> None:
    folder = write({"organisation.yaml": ORGANISATION, "roles.yaml": "- {id: a, title: A}\n"})
    (tmp_path / "secret.yaml").write_text("- {id: b, title: B}\n")
    (folder / "staff.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "risks.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "units").mkdir()
    (folder / "units" / "same.yaml").symlink_to(folder / "roles.yaml")
    assert rules(folder)["invalid-yaml"] == ["register/risks.yaml", "register/staff.yaml"]


def test_folders_behind_links_are_not_followed(write: Write, tmp_path: Path) -> None:
    folder = write({"organisation.yaml": ORGANISATION})
    (folder / "policies").symlink_to(tmp_path)
    assert rules(folder) == {"invalid-yaml": ["register/policies"]}


def test_no_plain_file(write: Write) -> None:
    folder = write({"organisation.yaml": ORGANISATION})
    os.mkfifo(folder / "roles.yaml")
    assert rules(folder) == {"invalid-yaml": ["register/roles.yaml"]}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_no_permission(write: Write) -> None:
    folder = write({"organisation.yaml": ORGANISATION, "roles.yaml": "- {id: a, title: A}\n"})
    (folder / "roles.yaml").chmod(0)
    assert rules(folder) == {"invalid-yaml": ["register/roles.yaml"]}


def test_names_that_are_passed_over(write: Write) -> None:
    names = (
        "_draft.yaml",
        ".hidden.yaml",
        "policies/_old.yaml",
        "policies/.x/y.yaml",
        "_folder/roles.yaml",
        "README.md",
    )
    folder = write({"organisation.yaml": ORGANISATION} | dict.fromkeys(names, "{"))
    assert rules(folder) == {}


def test_both_endings_of_a_file_are_read(write: Write) -> None:
    policy = "- {id: %s, title: T, owner: o}\n"
    folder = write({
        "organisation.yml": ORGANISATION, "policies.yml": policy % "A", "policies.yaml": policy % "B",
        "policies/c.yml": policy % "C",
    })  # fmt: skip
    assert rules(folder) == {}
    assert {record.identity for record in read(read_sources(folder)).of(Policy)} == {"A", "B", "C"}


@pytest.mark.parametrize("name", ["_archive", ".archive", "policies/_archive"])
def test_a_link_that_is_passed_over_is_not_told(write: Write, tmp_path: Path, name: str) -> None:
    folder = write({"organisation.yaml": ORGANISATION, "policies/p.yaml": ""})
    (folder / name).symlink_to(tmp_path)
    assert rules(folder) == {}


def test_unknown_kinds_are_told_once_each(write: Write) -> None:
    files = {"organisation.yaml": ORGANISATION, "polices.yaml": "", "rolls/a.yaml": "", "rolls/b.yaml": ""}
    folder = write(files | {"organisation/x.yaml": ""})
    (folder / "empty").mkdir()
    assert rules(folder) == {
        "unknown-kind": ["register/empty", "register/organisation", "register/polices.yaml", "register/rolls"]
    }


def test_one_bad_file_hides_no_other(write: Write) -> None:
    folder = write({"organisation.yaml": ORGANISATION, "roles.yaml": "- {", "staff.yaml": "- id: a\n"})
    assert rules(folder) == {"invalid-yaml": ["register/roles.yaml"], "missing-field": ["register/staff.yaml"]}


@pytest.mark.parametrize("files", [{}, {"organisation.yaml": ""}, {"organisation.yaml": "# later\n"}])
def test_no_organisation(write: Write, tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "register").mkdir()
    write(files)
    assert rules(tmp_path / "register") == {"no-organisation": ["register/organisation.yaml"]}


def test_root_is_where_git_is(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "ig" / "register"
    folder.mkdir(parents=True)
    assert find_root(folder) == tmp_path
    (folder / "organisation.yaml").write_text(ORGANISATION)
    assert list(read_sources(folder).texts) == ["ig/register/organisation.yaml"]


def test_no_register_is_exit_code_3(tmp_path: Path) -> None:
    with pytest.raises(IgregError) as caught:
        find_register(tmp_path / "nowhere")
    assert caught.value.code == 3


def test_folders_nested_without_end(write: Write) -> None:
    folder = write({"organisation.yaml": ORGANISATION, "roles.yaml": "- [\n"})
    deep = os.open(folder, os.O_RDONLY)
    for _ in range(1100):
        os.mkdir("policies", dir_fd=deep)
        deep = step("policies", deep)
    try:
        assert "register/roles.yaml" in rules(folder)["invalid-yaml"]
    finally:  # pytest's own clearing up recurs
        for _ in range(1100):
            deep = step("..", deep)
            os.rmdir("policies", dir_fd=deep)
        os.close(deep)


def step(name: str, folder: int) -> int:
    """Go from an open folder to the one of that name."""
    there = os.open(name, os.O_RDONLY, dir_fd=folder)
    os.close(folder)
    return there


def test_a_document_behind_a_link_out_of_the_repository_is_not_there(write: Write, tmp_path: Path) -> None:
    folder = write({"organisation.yaml": ORGANISATION})
    (tmp_path / "inside.md").write_text("x")
    (tmp_path / "same.md").symlink_to("inside.md")
    (tmp_path / "outside.md").symlink_to("/etc")
    has = read_sources(folder).has_document
    assert [has(name) for name in ("inside.md", "same.md", "outside.md", "none.md")] == [True, True, False, False]


def test_only_files_of_some_kinds_are_opened(write: Write) -> None:
    """Those of no known kind are named all the same, for they may be meant as one of them."""
    folder = write({
        "organisation.yaml": ORGANISATION, "roles.yaml": "roles", "staff.yaml": "staff", "rolls.yaml": "rolls",
        "policies/a.yaml": "policy",
    })  # fmt: skip
    texts = read_sources(folder, {"roles"}).texts
    assert {name.removeprefix("register/"): text for name, text in texts.items()} == {
        "organisation.yaml": ORGANISATION,
        "roles.yaml": "roles",
        "rolls.yaml": "",
    }


def test_folders_are_named_and_files_come_in_order(write: Write) -> None:
    folder = write({"organisation.yaml": ORGANISATION, "roles/b/c.yaml": "1", "roles/a.yaml": "2", "audits.yaml": "3"})
    found = read_sources(folder)
    assert found.folders == ("roles",)
    assert list(found.texts) == [
        f"register/{name}" for name in ("audits.yaml", "organisation.yaml", "roles/a.yaml", "roles/b/c.yaml")
    ]


def test_a_file_as_large_as_may_be_and_one_byte_more(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igreg.store.read.MOST_BYTES", 100)
    folder = write({"organisation.yaml": ORGANISATION, "roles.yaml": "#" * 100, "staff.yaml": "#" * 101})
    found = read_sources(folder)
    assert found.unreadable == ("register/staff.yaml",)
    assert [told.rule for told in found.faults] == ["too-much"]
    assert len(found.texts["register/roles.yaml"]) == 100


def test_what_can_be_made_out_of_a_file_that_is_no_text_is_kept(write: Write) -> None:
    folder = write({"organisation.yaml": ORGANISATION})
    (folder / "roles.yaml").write_bytes(b"9434765919 \xff")
    found = read_sources(folder)
    assert found.garbled == {"register/roles.yaml": "9434765919 \ufffd"}
    assert "register/roles.yaml" not in found.texts


def test_a_file_that_grows_while_it_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says that it is empty, as it does of some files that it makes up itself."""
    folder = write({"organisation.yaml": ORGANISATION, "roles.yaml": "# " + "x" * 200_000})
    stat, size = os.fstat, len(ORGANISATION)

    def fstat(descriptor: int) -> os.stat_result:
        had = stat(descriptor)
        return os.stat_result((*had[:6], min(had.st_size, size), *had[7:10]))

    monkeypatch.setattr("igreg.store.read.os.fstat", fstat)
    assert len(read_sources(folder).texts["register/roles.yaml"]) == 200_002


def test_a_text_that_the_user_names(tmp_path: Path) -> None:
    from igreg.store.read import read_text

    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbfa,b\n")
    assert read_text(tmp_path / "a.csv") == "a,b\n"
    (tmp_path / "b.csv").write_bytes(b"\xff")
    for name in ("b.csv", "none.csv"):
        with pytest.raises(IgregError, match=f"^{name} cannot be read: "):
            read_text(tmp_path / name)

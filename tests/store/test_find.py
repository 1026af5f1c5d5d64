"""Where the register is, and its repository and configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.errors import NO_REGISTER, IgregError
from igreg.store.ci import ci_in, is_repository
from igreg.store.find import (
    find_config,
    find_register,
    find_repository,
    find_root,
    holds_nothing,
    holds_register,
    reason,
)


def made(folder: Path, *files: str) -> Path:
    """Empty files below a folder; a name that ends in `/` is a folder."""
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir(exist_ok=True)
        else:
            path.touch()
    return folder


@pytest.mark.parametrize(
    ("files", "here", "found"),
    [
        pytest.param(["register/organisation.yaml"], ".", "register", id="here"),
        pytest.param(["register/"], ".", "register", id="here, and empty"),
        pytest.param(["register/organisation.yaml", "a/b/"], "a/b", "register", id="in a folder above"),
        pytest.param(["register/organisation.yaml", "register/roles/"], "register/roles", "register", id="within it"),
        pytest.param(["a/register/x", "register/x"], "a", "a/register", id="the nearest"),
        pytest.param(["x/register/organisation.yml"], "x/register", "x/register", id="it is the folder itself"),
    ],
)
def test_one_that_is_not_named(tmp_path: Path, files: list[str], here: str, found: str) -> None:
    made(tmp_path, *files)
    assert find_register(None, tmp_path / here) == (tmp_path / found).resolve()


def test_a_folder_of_another_name_is_none(tmp_path: Path) -> None:
    made(tmp_path, "other/organisation.yaml")
    with pytest.raises(IgregError, match="no register here") as told:
        find_register(None, tmp_path / "other", "due")
    assert told.value.code == NO_REGISTER
    assert told.value.hint.endswith("igreg due path/to/register")


@pytest.mark.parametrize(
    ("files", "given", "found"),
    [
        pytest.param(["x/organisation.yaml"], "x", "x", id="its organisation is there"),
        pytest.param(["x/organisation.yml"], "x", "x", id="with the short ending"),
        pytest.param(["x/register/", "x/README.md"], "x", "x/register", id="the folder that holds it"),
        pytest.param(["x/register/", "x/organisation.yaml"], "x", "x", id="both: the one that was named"),
        pytest.param(["x/roles.yaml", "x/README.md"], "x", "x", id="a kind of record is there"),
        pytest.param(["x/Policies/"], "x", "x", id="a folder of a kind, with a capital"),
        pytest.param(["x/.git/", "x/_old/"], "x", "x", id="nothing in it yet"),
        pytest.param(["register/README.md"], "register", "register", id="called so"),
    ],
)
def test_one_that_is_named(tmp_path: Path, files: list[str], given: str, found: str) -> None:
    made(tmp_path, *files)
    assert find_register(tmp_path / given) == (tmp_path / found).resolve()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("x", "x is not a register: there is no organisation.yaml in it"),
        ("x/README.md", "README.md is a file, and a register is a folder"),
        ("y", "there is no folder"),
        ("y" * 300, "cannot be read: File name too long"),
    ],
)
def test_what_is_none(tmp_path: Path, given: str, said: str) -> None:
    made(tmp_path, "x/README.md", "x/rolls.yaml")
    with pytest.raises(IgregError) as told:
        find_register(tmp_path / given)
    assert told.value.code == NO_REGISTER
    assert said in told.value.sentence


def test_the_repository_is_the_nearest_with_git_else_the_parent(tmp_path: Path) -> None:
    made(tmp_path, "a/.git/", "a/b/register/")
    assert find_root(tmp_path / "a/b/register") == tmp_path / "a"
    made(tmp_path, "c/register/")
    assert find_root(tmp_path / "c/register") == tmp_path / "c"


def test_the_configuration(tmp_path: Path) -> None:
    made(tmp_path, "register/")
    assert find_config(tmp_path / "register", None) is None
    made(tmp_path, "igreg.toml", "own.toml")
    assert find_config(tmp_path / "register", None) == tmp_path / "igreg.toml"
    assert find_config(tmp_path / "register", tmp_path / "own.toml") == tmp_path / "own.toml"
    with pytest.raises(IgregError, match="there is no configuration file"):
        find_config(tmp_path / "register", tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("error", "said"),
    [(OSError(13, "Permission denied", "x"), "Permission denied"), (ValueError("odd"), "odd"), (OSError(), "OSError")],
)
def test_why_the_system_refused(error: Exception, said: str) -> None:
    assert reason(error) == said


def test_the_repository_of_a_register_and_its_folder_in_it(tmp_path: Path) -> None:
    made(tmp_path, "trust/ig/register/roles.yaml")
    register = tmp_path / "trust/ig/register"
    assert find_repository(register) == (tmp_path / "trust/ig", "register")
    (tmp_path / "trust/.git").mkdir()
    assert find_repository(register) == (tmp_path / "trust", "ig/register")
    (register / ".git").mkdir()
    assert find_repository(register) == (register, ".")


@pytest.mark.parametrize(
    ("remote", "files", "ci"),
    [
        pytest.param(None, [".gitlab-ci.yml"], "none", id="no repository"),
        pytest.param("", [], "none", id="a repository without any"),
        pytest.param("", [".gitlab-ci.yml"], "gitlab", id="by its file"),
        pytest.param("", ["azure-pipelines.yml", ".github/x"], "github", id="by the first of its files"),
        pytest.param("git@github.com:a/b.git", [".gitlab-ci.yml"], "github", id="by its remote before all files"),
        pytest.param("https://x:y@GitLab.trust.example/a", [], "gitlab", id="a remote of its own"),
        pytest.param("ssh://dev.azure.com/a", [], "azure", id="the third"),
        pytest.param("/srv/git/github", [".gitlab-ci.yml"], "gitlab", id="a remote that is a folder"),
    ],
)
def test_which_ci_a_repository_has(tmp_path: Path, remote: str | None, files: list[str], ci: str) -> None:
    made(tmp_path, *files)
    if remote is not None:
        (tmp_path / ".git").mkdir()
        if remote:
            (tmp_path / ".git/config").write_text(f'[remote "origin"]\n\turl = {remote}\n')
    assert ci_in(tmp_path) == ci


@pytest.mark.parametrize(
    ("files", "register", "nothing"),
    [
        pytest.param([], False, True, id="nothing"),
        pytest.param([".git/", "_old/"], False, True, id="what is hidden"),
        pytest.param(["README.md"], False, False, id="something else"),
        pytest.param(["organisation.yaml"], True, False, id="a register"),
        pytest.param(["organisation.yml"], True, False, id="with the short ending"),
        pytest.param(["register/organisation.yaml"], True, False, id="the folder that holds it"),
        pytest.param(["register/roles.yaml"], False, False, id="a kind of record alone"),
        pytest.param(["organisation.yaml.bak"], False, False, id="a copy"),
    ],
)
def test_what_a_folder_holds(tmp_path: Path, files: list[str], register: bool, nothing: bool) -> None:
    made(tmp_path, *files)
    assert (holds_register(tmp_path), holds_nothing(tmp_path)) == (register, nothing)


def test_a_folder_that_there_is_not_holds_neither(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path / ("n" * 300)):
        assert (holds_register(path), holds_nothing(path)) == (False, False)


def test_whether_a_folder_is_in_a_repository(tmp_path: Path) -> None:
    made(tmp_path, "a/.git/", "a/b/", "c/")
    assert [is_repository(tmp_path / name) for name in ("a", "a/b", "c")] == [True, True, False]

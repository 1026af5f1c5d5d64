"""Where igreg may write: beside the register, however the way there is written, and never in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from igreg.errors import IgregError
from igreg.store.target import refuse_around, refuse_inside


@pytest.fixture
def register(tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("out", "inside", "around"),
    [
        ("register", True, True),
        ("register/x.html", True, True),
        ("register/a/b/x.html", True, True),
        ("x/../register/x.html", True, True),
        ("register/../x.html", False, False),
        ("register.html", False, False),
        ("beside/x.html", False, False),
        (".", False, True),
        ("..", False, True),
    ],
)
def test_what_is_refused(register: Path, out: str, inside: bool, around: bool) -> None:
    path = register.parent / out
    assert refused(lambda: refuse_inside(path, register, "a form", "x.html")) == inside
    assert refused(lambda: refuse_around(path, register, "a site")) == around


def test_a_link_into_the_register_leads_there(register: Path) -> None:
    link = register.parent / "away"
    try:
        link.symlink_to(register, target_is_directory=True)
    except OSError:
        pytest.skip("links may not be made here")
    assert refused(lambda: refuse_inside(link / "x.html", register, "a form", "x.html"))
    assert refused(lambda: refuse_around(register, link, "a site"))


def test_what_is_said(register: Path) -> None:
    with pytest.raises(IgregError) as error:
        refuse_inside(register / "x", register, "a form", "x.html", option="--github")
    assert (error.value.code, error.value.sentence) == (2, "--github: a form cannot go into the register")
    assert error.value.hint == "for example: --github x.html"
    with pytest.raises(IgregError) as error:
        refuse_around(register, register, "charts", option="--charts")
    assert error.value.sentence == "--charts: charts cannot stand in the register or around it"
    assert error.value.hint == "name a place beside it"


def refused(ask: object) -> bool:
    assert callable(ask)
    try:
        ask()
    except IgregError:
        return True
    return False

"""GitHub's workflow commands: what stands in a value ends neither the value nor the line."""

from __future__ import annotations

import datetime as dt

import pytest

from igreg.findings import CheckResult, Finding, Place, Severity
from igreg.render.escape.colour import Style
from igreg.render.findings.github import github


def line(file: str, message: str) -> str:
    """The annotation of one finding."""
    place = Place(3, 5, 9)
    finding = Finding("a-rule", "IG999", Severity.ERROR, file, place, "X", None, None, (), message, "mend it")
    return github(CheckResult(dt.date(2026, 11, 22), (finding,)), {}, Style())


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        pytest.param("register/roles.yaml", "register/roles.yaml", id="plain"),
        pytest.param("register/policies/a,b.yaml", "register/policies/a%2Cb.yaml", id="a comma"),
        pytest.param("register/policies/a:b.yaml", "register/policies/a%3Ab.yaml", id="a colon"),
        pytest.param("register/policies/a%2Cb.yaml", "register/policies/a%252Cb.yaml", id="a percent sign"),
        pytest.param("register/policies/a\r\nb.yaml", "register/policies/a%0D%0Ab.yaml", id="line ends"),
        pytest.param(
            "register/policies/a\x1b[31mb.yaml", "register/policies/a\\x1b[31mb.yaml", id="a control character"
        ),
    ],
)
def test_the_name_of_a_file_is_one_value(file: str, shown: str) -> None:
    wanted = f"::error file={shown},line=3,col=5,endColumn=9,title=a-rule (IG999)::X: wrong. mend it\n"
    assert line(file, "wrong") == wanted


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        pytest.param("one\r::error::two", "one%0D::error::two", id="a carriage return"),
        pytest.param("one\n::error::two", "one%0A::error::two", id="a line feed"),
        pytest.param("100%, a:b", "100%25, a:b", id="a comma and a colon stay in a message"),
    ],
)
def test_a_message_is_one_line(message: str, shown: str) -> None:
    assert line("f", message).endswith(f"::X: {shown}. mend it\n")

"""The screen as it is read: how wide, how long, and with text that would be obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Write
from tests.status.screens import FILES, Igreg, text

SAMPLE = Path(__file__).parents[3] / "register"


@pytest.mark.parametrize("columns", [60, 72, 80, 100, 120])
def test_one_screen(igreg: Igreg, columns: int) -> None:
    """The sample register, with something in every part."""
    lines = igreg("status", SAMPLE, "--today", "2026-11-24", columns=columns).out.splitlines()
    assert max(map(len, lines)) <= columns
    assert len(lines) <= (52 if columns < 80 else 40)


def test_much_of_everything_stays_one_screen(igreg: Igreg, write: Write) -> None:
    many = "".join(
        f"- {{id: Q{n}, title: {'Very long ' * 60}, owner: siro, review: {{every: 1 year, last: 2025-11-23}}}}\n"
        for n in range(40)
    )
    clocks = "".join(
        f"- {{id: I{n}, title: {'Lost' * 50}, aware: 2026-11-22T09:00, severity: high}}\n" for n in range(40)
    )
    out = text(igreg, write(FILES | {"policies.yaml": many, "incidents.yaml": clocks}), columns=60)
    assert len(out.splitlines()) <= 80
    assert max(map(len, out.splitlines())) <= 60
    assert out.count("and 35 more") == 1


def test_hostile_text_is_shown_and_never_obeyed(igreg: Igreg, write: Write) -> None:
    roles = '- {id: siro, title: "S\\e[31m\\nBoo\\u202e", areas: [risk], holders: [{staff: ann}]}\n'
    files = {
        "organisation.yaml": 'name: "X\\e]0;owned\\a"\ntype: other\n',
        "roles.yaml": roles,
        "staff.yaml": '- {id: ann, name: "<b>Ann</b>"}\n',
    }
    out = text(igreg, write(files))
    assert "<b>Ann</b>" in out
    assert not any(mark in out for mark in ("\x1b", "\a", "\u202e"))

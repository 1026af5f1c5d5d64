"""How often a file is looked at: what is plain once, and only what is odd in it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from igreg.register import file as files
from igreg.register.file import read_file
from igreg.source.reading import exact
from igreg.source.reading.met_rows import MetRows

TRAINED = "- {staff: a, course: c, completed: 2026-01-02}\n"
NOTED = "- {staff: a, course: c, completed: 2026-01-02, notes: x}\n"


@pytest.mark.parametrize(
    ("file", "text", "done"),
    [
        pytest.param("roles.yaml", "- {id: a, title: A}\n- id: b\n  title: B\n", {}, id="records"),
        pytest.param("roles/a.yaml", "id: a\ntitle: A\n", {}, id="a record alone"),
        pytest.param("training-records.yaml", TRAINED * 4, {"take": 1}, id="training"),
        pytest.param("organisation.yaml", "name: A\ntype: other\n", {"parse": 1, "build": 1}, id="the organisation"),
        pytest.param(
            "roles.yaml", "- {id: a, title: A}\n- {id: b, title: B, ours: x}\n- {id: c, title: C}\n",
            {"is_flat": 1, "build": 1}, id="one record that is odd",
        ),
        pytest.param(
            "training-records.yaml", TRAINED * 4 + NOTED, {"take": 1, "is_flat": 1, "build": 1}, id="training with notes"
        ),
        pytest.param(
            "roles.yaml", "- {id: a, title: A, ours: x, ours: y}\n",
            {"parse": 1, "exact": 1, "build": 1}, id="what was looked at closely is looked at no more",
        ),
    ],
)  # fmt: skip
def test_what_is_plain_is_looked_at_once(
    file: str, text: str, done: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And only what is odd again: whether it is too deep, and what is wrong with it."""
    counted = Counter[str]()

    def counting(name: str, inside: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *given, **named: (counted.update([name]), inside(*given, **named))[1]

    for name in ("parse", "build", "is_flat"):
        monkeypatch.setattr(files, name, counting(name, getattr(files, name)))
    monkeypatch.setattr(exact, "read", counting("exact", exact.read))
    monkeypatch.setattr(MetRows, "take", counting("take", MetRows.take))
    found = read_file(f"register/{file}", text)
    assert len(found.records) + len(found.training) > 0
    assert counted == done

"""The list in a terminal: its columns, and the same lines in colour as without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.conftest import Ran, Write

Igreg = Callable[..., Ran]
TABLE = """\
Due             What                                     Who
────────────────────────────────────────────────────────────────────────────────
2026-11-21      review: p A long title of a policy       The lead: Jo Osei
1 day overdue   that goes on
                every 12 months, last reviewed
                2025-11-21
                register/policies.yaml:1
1 overdue, 0 due; as on 2026-11-22.
"""
STACK = """\
2026-11-21  1 day overdue
  review: p A long title of a policy
  that goes on
  every 12 months, last reviewed
  2025-11-21
  register/policies.yaml:1
  The lead: Jo Osei

1 overdue, 0 due; as on 2026-11-22.
"""


@pytest.mark.parametrize(("columns", "expected"), [(80, TABLE), (36, STACK)])
def test_lines(write: Write, igreg: Igreg, monkeypatch: pytest.MonkeyPatch, columns: int, expected: str) -> None:
    where = write(
        {
            "organisation.yaml": "name: Elm\ntype: other",
            "policies.yaml": "- {id: p, title: A long title of a policy that goes on, owner: r, "
            "review: {every: 12 months, last: 2025-11-21}}",
            "roles.yaml": "- {id: r, title: The lead, holders: [{staff: s, from: 2020-01-01}]}",
            "staff.yaml": "- {id: s, name: Jo Osei}",
        }
    )
    assert igreg("due", where, "--today", "2026-11-22", columns=columns).out == expected
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = igreg("due", where, "--today", "2026-11-22", columns=columns).out
    assert "\x1b[31m2026-11-21" in coloured
    assert "\x1b[1mreview:\x1b[0m p A long title" in coloured
    assert "\x1b[2mregister/policies.yaml:1\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9]*m", "", coloured) == expected

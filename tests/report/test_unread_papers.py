"""A paper on a register in part says so on top; a handover, which is signed as a whole, is refused."""

from __future__ import annotations

import pytest

from igreg.errors import IgregError
from igreg.report.catalogue import reports
from tests.report.asking import asked

REGISTER = """
# file: staff.yaml
- {id: ann, name: Ann Lee}
# file: groups.yaml
- {id: ig, title: IG group, ig_group: true}
# file: meetings.yaml
- {id: M-1, group: ig, date: 2026-09-01, status: held}
# file: risks.yaml
- {id: RSK-1, title: 'x
"""
ONE_OF = ("handover",)
"""Reports on one record, which may be asked of it alone."""


@pytest.mark.parametrize("name", [name for name in reports() if name not in ONE_OF])
def test_what_could_not_be_read_is_said_on_top(name: str) -> None:
    wanted = reports()[name]
    paper = wanted.paper(wanted.values(asked(REGISTER)))
    assert paper.unread.startswith("Not everything could be read: register/risks.yaml.")


def test_a_handover_is_refused() -> None:
    with pytest.raises(IgregError, match="what somebody holds and owes cannot be said for certain"):
        reports()["handover"].values(asked(REGISTER, of="ann"))

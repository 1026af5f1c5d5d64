"""What a change would bring: only what is new, each as often as it is new."""

from __future__ import annotations

import pytest

from igreg.check.compare import new_findings
from igreg.check.config import Config
from igreg.register.read import read
from igreg.register.sources import Sources
from tests.pages import moment

BEFORE = {
    "register/organisation.yaml": "name: X\ntype: other\n",
    "register/policies.yaml": "- {id: P, title: P, areas: [nowhere]}\n",
}


@pytest.mark.parametrize(
    ("text", "new"),
    [
        pytest.param("- {id: P, title: P, areas: [nowhere]}\n", [], id="no change"),
        pytest.param("# moved\n\n- {id: P, title: Q, areas: [nowhere]}\n", [], id="on another line, in other words"),
        pytest.param("- {id: P, title: P}\n", [], id="better"),
        pytest.param("- {id: P, title: P, areas: [nowhere, elsewhere]}\n", ["P"], id="one more"),
        pytest.param(
            "- {id: P, title: P, areas: [nowhere]}\n- {id: Q, title: Q, areas: [nowhere]}\n", ["Q"], id="another record"
        ),
    ],
)
def test_only_what_is_new(text: str, new: list[str]) -> None:
    settings = Config(select=("IG103",))
    found = new_findings(
        read(Sources(BEFORE)), BEFORE | {"register/policies.yaml": text}, moment("2026-11-25"), settings
    )
    assert [finding.record for finding in found] == new

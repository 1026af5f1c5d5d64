"""Which assets have been looked at."""

from __future__ import annotations

from igreg.analysis.assets import assets_with_dpia, assets_with_risk
from tests.analysis.registers import register


def test_assets_by_what_names_them() -> None:
    made = register(
        dpias="- {id: d, title: D, assets: [a, b], decision: proceed}\n- {id: e, title: E, assets: [x]}",
        risks="- {id: r, title: R, assets: [c]}",
    )
    assert assets_with_dpia(made) == {"a", "b"}
    assert assets_with_risk(made) == {"c"}

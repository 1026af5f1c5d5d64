"""What a chart command puts together: file names by format, each page drawn once, and what has to be remarked."""

from __future__ import annotations

import pytest

from igreg.publish.charts import ENDINGS, Drawing
from igreg.store import raster
from tests.chart.registers import view


@pytest.mark.parametrize("format", ENDINGS)
def test_each_format_has_its_file(format: str) -> None:
    files = Drawing(view(), dpi=40).files(["structure"], [format])
    assert set(files) == {f"structure.{ENDINGS[format]}"}
    assert all(files.values())


def test_both_charts_are_one_page() -> None:
    assert set(Drawing(view()).files(["structure", "communication"], ["html", "dot"])) == {
        "charts.html", "structure.dot", "communication.dot",
    }  # fmt: skip


@pytest.mark.parametrize("format", ["html", "text"])
def test_one_file_is_the_same_as_among_all(format: str) -> None:
    drawing = Drawing(view())
    assert drawing.one(["structure"], format) == next(iter(drawing.files(["structure"], [format]).values()))
    assert drawing.remarks == []


def test_a_picture_that_would_be_too_large_is_made_smaller_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "MOST_PIXELS", 2_000_000)
    drawing = Drawing(view(), dpi=20_000)
    assert drawing.files(["structure"], ["png"])
    assert [remark.split(" has ")[0] for remark in drawing.remarks] == ["structure.png"]
    assert "at 20000 it would be too large" in drawing.remarks[0]

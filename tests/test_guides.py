"""The guides: their commands run in an empty folder, and say what the page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.guides import GUIDES, walked

ROOT = Path(__file__).parents[1]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_runs_from_an_empty_folder_and_shows_what_comes_out(name: str) -> None:
    page = (ROOT / "docs" / "guides" / f"{name}.md").read_text(encoding="utf-8")
    text, pictures = walked(page)
    assert text == page, "write it anew with `make docs`"
    assert {f"{name}-{one}" for one in pictures} == {one.name for one in (ROOT / "docs/guides").glob(f"{name}-*.png")}

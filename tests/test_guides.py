"""The guides: their commands run in an empty folder, and say what the page shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tools.guides import GUIDES, walked

ROOT = Path(__file__).parents[1]


@pytest.mark.thorough  # in `make test` the generated pages are held against what comes out, of which guides are some
@pytest.mark.no_cover
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_runs_from_an_empty_folder_and_shows_what_comes_out(name: str) -> None:
    page = (ROOT / "docs" / "guides" / f"{name}.md").read_text(encoding="utf-8")
    text, pictures = walked(page)
    assert text == page, "write it anew with `make docs`"
    assert {f"{name}-{one}" for one in pictures} == {one.name for one in (ROOT / "docs/guides").glob(f"{name}-*.png")}


def test_the_page_in_their_own_look_is_as_the_guide_says(igreg: Callable[..., Ran], tmp_path: Path) -> None:
    page = (ROOT / "docs" / "guides" / "reports-in-our-own-look.md").read_text(encoding="utf-8")
    for name, text in re.findall(r"<!-- write: (\S+) -->\n```\w+\n(.*?)```\n", page, re.DOTALL):
        if "leads" not in name:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
    found = igreg("report", "leads", tmp_path / "register", "--today", "2026-11-24", "--out", "-").out
    assert ".top { background: #4a2545; }" in found and "max-width" in found
    assert '<header class="top"><p>Rosewood House: looking after what we know of you</p></header>' in found
    assert "<footer><p>Questions? Ask Zoe, extension 12.</p></footer>" in found
    assert re.search(r'</table>\n</div>\s*<p class="note">6 rows</p>', found) and "Grace Mensah" in found

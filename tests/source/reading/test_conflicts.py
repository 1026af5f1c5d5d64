"""Lines that an unfinished merge left, where they begin the line and where somebody set all of them in."""

from __future__ import annotations

import pytest

from igreg.findings import CONFLICT_MARKER
from igreg.source.reading.conflicts import conflict

SET_IN = {
    "all of it": ("- id: a\n  <<<<<<< HEAD\n  owner: b\n  =======\n  owner: c\n  >>>>>>> other\n", 2, "<<<<<<<"),
    "its end lost": ("- id: a\n  <<<<<<< HEAD\n  owner: b\n  =======\n", 2, "<<<<<<<"),
    "its beginning lost": ("- id: a\n  owner: b\n  =======\n  owner: c\n  >>>>>>> other\n", 3, "======="),
    "its end alone": ("- id: a\n  owner: b\n  >>>>>>> other\n", 3, ">>>>>>>"),
    "with its base": ("- id: a\n  ||||||| base\n  owner: b\n  =======\n", 2, "|||||||"),
    "in a list": ("- id: a\n  areas:\n    - b\n    <<<<<<< HEAD\n    - c\n    >>>>>>> x\n", 4, "<<<<<<<"),
    "with tabs": ("- id: a\n\t<<<<<<< HEAD\n  owner: b\n\t>>>>>>> x\n", 2, "<<<<<<<"),
    "line ends of Windows": ("- id: a\r\n  =======\r\n  owner: b\r\n  >>>>>>>\r\n", 2, "======="),
    "as part of a title, which it is to YAML": ("- id: a\n  title: T\n    <<<<<<< HEAD\n  owner: b\n", 3, "<<<<<<<"),
    "right below a text in lines": ("- id: a\n  notes: |\n    one\n  >>>>>>> x\n", 4, ">>>>>>>"),
    "behind a text that quotes one": ("- notes: |\n    <<<<<<< a\n  id: a\n  >>>>>>> x\n", 4, ">>>>>>>"),
}


@pytest.mark.parametrize(("text", "line", "sign"), SET_IN.values(), ids=SET_IN)
def test_set_in_it_is_told_at_its_first_line(text: str, line: int, sign: str) -> None:
    told = conflict("roles.yaml", text)
    assert told is not None and told.fault.place is not None
    assert (told.rule, told.fault.place.line) == (CONFLICT_MARKER, line)
    assert told.fault.message == f"an unfinished merge: the line begins with {sign}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- id: a\n  notes: |\n    <<<<<<< HEAD\n    =======\n    >>>>>>> x\n", id="a block of text"),
        pytest.param("- id: a\n  notes: >-\n    a\n      >>>>>>> x\n\n  owner b\n", id="a block in a broken file"),
        pytest.param('- id: a\n  notes: "a\n    >>>>>>> x"\n', id="quotes"),
        pytest.param("- id: a\n  notes: 'a\n    <<<<<<< x\n    b'\n", id="single quotes"),
        pytest.param("- id: a\n  # <<<<<<< HEAD\n  owner: b\n", id="a remark"),
        pytest.param("- id: a\n  title: A\n    =======\n  notes: <<<<<<< x\n", id="a line under a heading"),
        pytest.param("- id: a\n  <<<<<<<< HEAD\n", id="eight of them"),
    ],
)
def test_what_is_text_is_no_merge(text: str) -> None:
    assert conflict("roles.yaml", text) is None


@pytest.mark.parametrize("signs", [0, 1, 999, 1000, 1001, 3000])
def test_it_is_found_behind_however_many_signs_of_other_texts(signs: int) -> None:
    text = "- notes: a > b\n" * signs + ">>>>>>> x\n"
    told = conflict("roles.yaml", text)
    assert told is not None and told.fault.place is not None
    assert told.fault.place.line == signs + 1
    assert conflict("roles.yaml", "- notes: a > b\n" * signs) is None

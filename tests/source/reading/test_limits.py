"""What is counted on a text, at its very bounds; with small ones, so that the texts can be seen."""

from __future__ import annotations

import pytest

from igreg.source.reading import limits
from igreg.source.reading.limits import excess, too_involved, too_large, too_many_faults

LONG = "a" * 1_100
MOST = {name: value for name, value in vars(limits).items() if name.startswith("MOST_")}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A KiB for a record, four above it, and 700 values."""
    for name, most in {"MOST_RECORD": 1024, "MOST_IDLE": 4096, "MOST_VALUES": 700}.items():
        monkeypatch.setattr(limits, name, most)


def item(length: int) -> str:
    """An item of a list, so many characters long without its line end."""
    return "- " + "a" * (length - 2)


LONG_RECORD = "a record of 1 KiB, and 1 KiB is the most"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("id: " + "r" * 1020, None, id="one record, as long as may be"),
        pytest.param("id: " + "r" * 1021, (1, LONG_RECORD), id="one record, a letter too long"),
        pytest.param("[" + "1," * 699 + "]", None, id="as many values as may be"),
        pytest.param(
            "[" + "1," * 700 + "]", (1, "a list in brackets of some 701 values, and 700 is the most"), id="one more"
        ),
        pytest.param("[" + "1,\n" * 699 + "]", None, id="a line end behind a comma is none"),
        pytest.param(
            "[" + "1,\n" * 699 + "\n]",
            (1, "a list in brackets of some 701 values, and 700 is the most"),
            id="a lone one is",
        ),
        pytest.param(
            "[" + "{1," * 350 + "]",
            (1, "a list in brackets of some 701 values, and 700 is the most"),
            id="braces are values",
        ),
        pytest.param(
            "[" + "[1," * 350 + "]",
            (1, "a list in brackets of some 701 values, and 700 is the most"),
            id="brackets too",
        ),
        pytest.param(" \t\r\n[" + "1," * 600 + "]", None, id="blanks above brackets"),
        pytest.param("# c\n[" + "1," * 600 + "]", None, id="a comment above brackets"),
        pytest.param("a: [" + "1," * 600 + "]", (1, LONG_RECORD), id="brackets in a record are a part of it"),
        pytest.param("- 1\n" * 300, None, id="as many items as may be"),
        pytest.param("- 1\n" * 301, (1, "301 records in one file, and 300 is the most"), id="an item more"),
        pytest.param("# c\n" + "- 1\n" * 300, None, id="a comment is no item"),
        pytest.param(
            "# c\n" + "- 1\n" * 301, (1, "301 records in one file, and 300 is the most"), id="nor counted above"
        ),
        pytest.param("  - 1\n  - - 2\n" * 150, None, id="items within items are not counted"),
        pytest.param(f"- 1\n{item(1023)}\n- 2\n", None, id="an item as long as may be"),
        pytest.param(f"- 1\n{item(1025)}\n- 2\n", (2, LONG_RECORD), id="an item too long"),
        pytest.param(
            "- 1\n" * 200 + f"{item(2048)}\n- 2\n", (201, "a record of 2 KiB, and 1 KiB is the most"), id="far down"
        ),
        pytest.param(f"{item(1030)}\n- 2\n", (1, LONG_RECORD), id="the first too long"),
        pytest.param(f"- 1\n- 2\n{item(1023)}", None, id="the last as long as may be"),
        pytest.param(f"- 1\n- 2\n{item(1024)}", (3, LONG_RECORD), id="the last a letter too long"),
        pytest.param(
            f"- 1\n- 2\n- 3\n{item(3072)}", (4, "a record of 3 KiB, and 1 KiB is the most"), id="the last too long"
        ),
        pytest.param("\n" * 4095 + "- 1\n", None, id="as many blank lines as may be"),
        pytest.param(
            "\n" * 4096 + "- 1\n", (1, "nothing but blanks and comments in the first 0 MiB"), id="one more blank"
        ),
        pytest.param("\n" * 4096, None, id="nothing but blanks, and not too many"),
    ],
)
def test_what_is_too_much(text: str, told: tuple[int, str] | None) -> None:
    found = excess("f.yaml", text, 300)
    if found is None or told is None:
        assert found is told
        return
    assert found.fault.place is not None
    assert (found.fault.place.line, found.fault.message) == told


def test_what_is_told_besides() -> None:
    assert too_large("f", 65 * 1024 * 1024).fault.message == "the file has 65 MiB, and 64 MiB is the most"
    assert too_many_faults("f").fault.message == "more than 5000 faults in this file: what follows is not read"
    for told in (too_many_faults("f", 3, 4), too_involved("f", 3, 4)):
        assert told.fault.place is not None
        assert (told.fault.place.line, told.fault.place.column) == (3, 4)
    first = too_many_faults("f").fault.place
    assert first is not None and (first.line, first.column) == (1, 1)


def test_how_much_a_file_may_hold() -> None:
    """The figures that the page on the format gives."""
    assert MOST == {
        "MOST_BYTES": 67_108_864, "MOST_RECORD": 524_288, "MOST_IDLE": 4_194_304, "MOST_RECORDS": 500_000,
        "MOST_OF_A_KIND": 50_000, "MOST_VALUES": 500_000, "MOST_DEPTH": 50, "MOST_FAULTS": 5_000, "MOST_EVENTS": 600_000,
    }  # fmt: skip

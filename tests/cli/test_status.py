"""`igreg status`: broken files, an empty register, a format that does not exist."""

from __future__ import annotations

import pytest

from tests.conftest import Write
from tests.status.screens import DAY, FILES, Igreg, screen, text


@pytest.mark.parametrize(
    "broken", ["- id: P\n  title T\n", "- id: P\n  title: \udcff\n", "---\n- id: P\n---\n- id: Q\n", "policies\n"]
)
def test_a_broken_file_is_said_and_the_rest_is_shown(igreg: Igreg, write: Write, broken: str) -> None:
    folder = write(FILES)
    (folder / "policies.yaml").write_bytes(broken.encode("utf-8", "surrogateescape"))
    ran = igreg("status", folder, *DAY)
    assert ran.code == 0
    assert ran.out.splitlines()[1].startswith("  Not complete: register/policies.yaml could not be read in full")
    assert "SIRO: Ann" in ran.out
    assert ran.err.startswith("warning: register/policies.yaml could not be read in full")
    assert screen(igreg, folder)["incomplete"] == ["register/policies.yaml"]


def test_an_empty_register_has_a_screen(igreg: Igreg, write: Write) -> None:
    out = text(igreg, write({"organisation.yaml": "name: New\ntype: other\n"}))
    assert out.startswith("New: Sunday 22 November 2026\n")
    assert out.count("vacant: no post leads it") == 6


def test_a_format_that_does_not_exist(igreg: Igreg, write: Write) -> None:
    ran = igreg("status", write(FILES), "--format", "jsn")
    assert ran.code == 2
    assert "json" in ran.err

"""What the names of a register's files begin with, and the texts of which lines may be shown."""

from __future__ import annotations

import pytest

from igreg.register.overlooked import overlooked
from igreg.register.read import read
from igreg.register.sources import Sources


@pytest.mark.parametrize(("root", "prefix"), [("register", "register/"), ("ig/register", "ig/register/"), ("", "")])
def test_files_are_named_from_the_top_of_the_repository(root: str, prefix: str) -> None:
    """A register may also be all of it."""
    texts = {f"{prefix}roles.yaml": "- {id: a, title: A}\n", f"{prefix}rolls.yaml": "- {id: b}\n"}
    sources = Sources(texts, root=root, names=(*texts, f"{prefix}staff.csv"))
    assert sources.prefix == prefix
    made = read(sources)
    assert list(made.by_file) == [f"{prefix}roles.yaml"]
    assert [one.origin.file for one in made.faults["unknown-kind"]] == [f"{prefix}rolls.yaml"]
    assert [one.file for one in overlooked(sources)] == [f"{prefix}staff.csv"]


@pytest.mark.parametrize("packs", [{}, {"frameworks/own.yaml": "id: own\n"}])
def test_lines_of_packs_may_be_shown_beside_those_of_the_register(packs: dict[str, str]) -> None:
    texts = {"register/roles.yaml": "- {id: a, title: A}\n"}
    assert Sources(texts, frameworks=packs).every_text == texts | packs

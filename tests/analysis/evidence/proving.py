"""A register as text, and proofs put to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from igreg.analysis.evidence.prover import Prover
from igreg.analysis.evidence.shown import Outcome, Shown
from igreg.model.packs.pack import Item
from igreg.model.packs.reading import proofs_of
from igreg.register.read import read
from igreg.rules._rule import Context
from tests.pages import moment, sources

ORGANISATION = {"register/organisation.yaml": b"name: Home\ntype: care-provider\n"}


def prover(files: Mapping[str, str], today: str = "2026-11-02") -> Prover:
    """What may be asked of a register of these files, named by kind, on a day."""
    texts = {f"register/{name.replace('_', '-')}.yaml": text.encode() for name, text in files.items()}
    return Context(read(sources({**ORGANISATION, **texts})), moment(today)).prover


def outcome(proof: dict[str, Any], today: str = "2026-11-02", **files: str) -> Outcome:
    """What comes of one proof."""
    (one,) = proofs_of([proof])
    return prover(files, today).outcome(one)


def shown(proofs: list[dict[str, Any]], today: str = "2026-11-02", **files: str) -> Shown:
    """What a register shows of an item with these proofs."""
    item = Item.model_validate(
        {"id": "1", "title": "t", "group": "1", "input": "text", "need": "mandatory", "proofs": proofs}
    )
    return prover(files, today).item(item)

"""What each audience of a site sees, as the table on its page: made from the table that decides it."""

from __future__ import annotations

from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds import in_order, model_of
from igreg.model.shared import Document
from igreg.site.audience import AUDIENCES, FIELDS, RECORDS, granted

_CALLED = {"public": "the public", "staff": "staff", "board": "the board"}


def site_table() -> str:
    """A row a kind: the fields that each audience sees beside those before it, and those that nobody sees."""
    rows = ["| Kind | The public | Staff, besides | The board, besides | Nobody |", "| --- | --- | --- | --- | --- |"]
    for kind in in_order():
        cells = [_fields(FIELDS.get(kind, {}).get(audience, "").split()) for audience in AUDIENCES]
        page = f"[{kind}](kinds/{kind}.md)"
        rows.append(f"| {page} | {' | '.join(cells)} | {_fields(_left(kind))} |")
    lines = ["", "Not every record is shown to everybody:", ""]
    for kind in in_order():
        if kind in RECORDS:
            said = "; ".join(f"{_CALLED[audience]}: {words}" for audience, words in RECORDS[kind].items())
            lines.append(f"* {kind}: {said}.")
    return "\n".join([*rows, *lines]) + "\n"


def _fields(paths: list[str]) -> str:
    return ", ".join(f"`{path}`" for path in paths)


def _left(kind: str) -> list[str]:
    """The fields that nobody sees; a part of which nobody sees anything by its own name alone."""
    seen = granted(kind)
    out: dict[str, None] = {}
    for path in _paths(model_of(kind)):
        if path not in seen:
            above = path.partition(".")[0]
            out[path if any(one.startswith(f"{above}.") for one in seen) else above] = None
    return list(out)


def _paths(model: type[Part], before: str = "") -> list[str]:
    out = []
    for key, field in fields_of(model).items():
        if field.parts and field.parts[0] is not Document:
            out += _paths(field.parts[0], f"{before}{key}.")
        else:
            out.append(f"{before}{key}")
    return out

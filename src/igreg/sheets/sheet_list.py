"""Which sheets a workbook of Excel lists, in which part each of them lies, and whether it is hidden."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from igreg.dataclass import dataclass
from igreg.sheets.book import Shown
from igreg.sheets.elements import parse
from igreg.sheets.scanned import Odd


@dataclass(frozen=True)
class Listed:
    """A sheet as the workbook lists it."""

    name: str
    path: str
    shown: Shown


class _Workbook:
    """Takes the elements of the list of sheets."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, Shown]] = []

    def start(self, name: str, given: dict[str, str]) -> None:
        if name.rpartition("}")[2] == "sheet":
            states = {"hidden": Shown.HIDDEN, "veryHidden": Shown.VERY_HIDDEN}
            relation = next((value for key, value in given.items() if key.endswith("}id")), "")
            self.sheets.append((given.get("name", ""), relation, states.get(given.get("state", ""), Shown.VISIBLE)))

    def end(self, name: str) -> None:
        """Nothing is done where an element ends."""

    def text(self, data: str) -> None:
        """No text of it is used."""


class _Relations:
    """Takes the elements of a list of relations."""

    def __init__(self) -> None:
        self.targets: dict[str, tuple[str, str]] = {}

    def start(self, name: str, given: dict[str, str]) -> None:
        if name.rpartition("}")[2] == "Relationship":
            self.targets[given.get("Id", "")] = (given.get("Type", "").rpartition("/")[2], given.get("Target", ""))

    def end(self, name: str) -> None:
        """Nothing is done where an element ends."""

    def text(self, data: str) -> None:
        """No text of it is used."""


def listed(found: Mapping[str, bytes]) -> list[Listed]:
    """The sheets with cells, in order. Raises Odd where the workbook does not say which there are."""
    book, relations = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
    if book not in found or relations not in found:
        raise Odd("no list of sheets")
    workbook, targets = _Workbook(), _Relations()
    parse(found[book], workbook)
    parse(found[relations], targets)
    out: list[Listed] = []
    for name, relation, shown in workbook.sheets:
        kind, target = targets.targets.get(relation, ("", ""))
        path = posixpath.normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        if kind == "worksheet":
            if path not in found or any(path == one.path or name == one.name for one in out):
                raise Odd(f"no part for the sheet {name!r}, or one for two")
            out.append(Listed(name, path, shown))
    return out

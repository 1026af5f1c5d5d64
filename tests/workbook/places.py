"""A small register, its workbook, and what somebody does to it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from tests.conftest import Ran

Igreg = Callable[..., Ran]

FILES = {
    "organisation.yaml": "name: Ash Trust\ntype: other\n# who we are\nareas:\n  - {id: cctv, title: Cameras}\n",
    "units.yaml": "- {id: ward, name: Ward}\n- {id: office, name: Office}\n",
    "staff.yaml": (
        "# People.\n"
        "- {id: p-hollis, name: Pat Hollis, job_title: Porter, unit: ward, started: 2020-01-01}  # long here\n"
        "- id: p-lunn\n  name: 'Petra Lunn'\n  # her post\n  job_title: Clerk\n  unit: office\n  hours_per_week: 37.5\n"
        "  skills:\n    # first\n    - {skill: Excel, level: 2}\n    - {skill: Word, level: 3}\n"
        "- {id: t-ames, name: Tom Ames, unit: ward, extra: {badge: 12}}\n"
    ),
    "roles.yaml": (
        "- id: ig-lead\n  title: IG lead\n  function: ig-lead\n  areas: [governance, cctv]\n  holders:\n"
        "    - {staff: p-lunn, from: 2024-01-01}  # since then\n"
        "  review: {every: 12 months, last: 2026-03-01}\n"
    ),
    "incidents/INC-001.yaml": (
        "id: INC-001\ntitle: A letter went astray\naware: 2026-11-20T14:10\nareas: [governance]\nstatus: open\n"
        "near_miss: true\nnotes: |\n  First line.\n  Second line.\n"
    ),
    "training-records.yaml": (
        "- {staff: p-lunn, course: dsa, completed: 2026-01-02}\n- {staff: p-hollis, course: dsa, completed: 2026-01-03}\n"
    ),
    "courses.yaml": "- {id: dsa, title: Data security awareness, valid_for: 12 months}\n",
}


_MADE: dict[str, bytes] = {}
"""Workbooks by what they are made of: the same register gives the same bytes (`test_unchanged.py`)."""


@dataclass
class Desk:
    """A register of its own, and a workbook of it."""

    igreg: Igreg
    root: Path
    files: dict[str, str]

    @classmethod
    def made(cls, igreg: Igreg, root: Path, files: dict[str, str] | None = None, *kinds: str) -> Desk:
        """Write the register and its workbook; the second time with the same, the workbook is the first's."""
        one = cls(igreg, root, FILES if files is None else files)
        one.reset()
        key = repr((one.files, kinds))
        if key in _MADE:
            one.file.write_bytes(_MADE[key])
        else:
            one.out(*kinds)
            _MADE[key] = one.file.read_bytes()
        return one

    @property
    def register(self) -> Path:
        return self.root / "register"

    @property
    def file(self) -> Path:
        return self.root / "w.xlsx"

    def reset(self) -> None:
        """The files as they were at first."""
        shutil.rmtree(self.register, ignore_errors=True)
        for name, text in self.files.items():
            path = self.register / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    def out(self, *kinds: str) -> Ran:
        """Write the workbook."""
        ran = self.igreg(
            "sheet", "--register", self.register, "--out", self.file, "--force", "--today", "2026-11-22", "-q", *kinds
        )
        assert ran.code == 0, ran.err
        return ran

    def bring(self, *words: str) -> Ran:
        """Bring it back."""
        return self.igreg(
            "sheet", "--register", self.register, "--in", self.file, "--today", "2026-11-22", "--yes", *words
        )

    def plan(self, *words: str) -> dict[str, Any]:
        """The plan as JSON."""
        ran = self.bring("--format", "json", *words)
        assert ran.out, ran.err
        found: dict[str, Any] = json.loads(ran.out)
        return found

    def book(self) -> Any:
        """The workbook as another program reads it."""
        return openpyxl.load_workbook(self.file)

    def set(self, sheet: str, row: int, head: str, value: Any) -> str:
        """Put a value into a cell; gives the cell's name."""
        book = self.book()
        cell = book[sheet].cell(row, column(book[sheet], head))
        cell.value = value
        book.save(self.file)
        return str(cell.coordinate)

    def add(self, sheet: str, **values: Any) -> int:
        """Fill in the first empty row; gives its number."""
        book = self.book()
        page = book[sheet]
        row = max(number for number, cells in enumerate(page.iter_rows(values_only=True), 1) if any(cells)) + 1
        for head, value in values.items():
            page.cell(row, column(page, head.replace("_", " "))).value = value
        book.save(self.file)
        return row

    def content(self) -> dict[str, str]:
        """What each file holds."""
        found = (path for path in self.register.rglob("*") if path.is_file() and not path.name.startswith("."))
        return {path.relative_to(self.register).as_posix(): path.read_bytes().decode() for path in found}

    def changed(self) -> list[tuple[str, str, str]]:
        """The lines that differ from those at first: file, before, after."""
        return list(self._changed())

    def _changed(self) -> Iterator[tuple[str, str, str]]:
        import difflib

        now = self.content()
        for name in sorted({*now, *self.files}):
            old, new = (files.get(name, "").splitlines() for files in (self.files, now))
            for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
                if tag != "equal":
                    yield name, "\n".join(old[a:b]), "\n".join(new[c:d])


def column(page: Any, head: str) -> int:
    """The number of a column by its head."""
    heads = [cell.value for cell in page[1]]
    return next(number for number, one in enumerate(heads, 1) if str(one).casefold() == head.casefold())

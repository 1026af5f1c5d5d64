"""Tables of each kind as other systems write them, and the plan that each comes to, whole.

A plan that is to be another one is written anew with `python -m tests.exchange.test_exports`; read what changed.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

HERE = Path(__file__).parent / "exports"
TABLES: dict[str, tuple[str, ...]] = {
    "Appointments": ("roles",),
    "Audit programme": ("audits",),
    "Compliance (ESR)": ("training-records",),
    "Contract register": ("contracts",),
    "Course catalogue": ("courses",),
    "Data flows": ("data-flows",),
    "Datix IG incidents": ("incidents",),
    "Datix, own numbers": ("incidents",),
    "Employees (rota)": ("staff",),
    "FOI log 2026-27": ("requests",),
    "ICO documentation template": ("processing", "--set", "owner=siro", "--set", "our_role=controller"),
    "Information asset register": ("assets",),
    "Meetings": ("meetings",),
    "Policies (SharePoint)": ("policies",),
    "Policies (SharePoint, own numbers)": ("policies",),
    "Risk register export": ("risks",),
    "Staff in post (ESR)": ("staff",),
    "Suppliers": ("bodies",),
    "Teams": ("units",),
    "Training matrix": ("training-records",),
}
"""The kind and the options of each table."""


def planned(name: str) -> dict[str, Any]:
    """The plan of a table, which is not written."""
    from igreg.cli.app import app

    kind, *words = TABLES[name]
    file = HERE / "files" / f"{name}.csv"
    line = ["import", kind, str(file), "--register", str(HERE / "register"), "--today", "2026-11-22"]
    ran = CliRunner().invoke(app, [*line, "--dry-run", "--format", "json", *words])
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_another_system_comes_to_its_plan(name: str) -> None:
    assert planned(name) == json.loads((HERE / "plans" / f"{name}.json").read_text(encoding="utf-8"))


def test_no_cell_of_a_column_that_is_never_read_is_in_any_plan() -> None:
    for name in TABLES:
        shown = json.dumps(planned(name), ensure_ascii=False)
        for secret in ("Somebody", "943 476 5919", "A Journalist", "A Patient", "QQ1234", "2001-11-09", "Smith, Jane"):
            assert secret not in shown


def write() -> None:
    """Write the plans anew."""
    for name in TABLES:
        text = json.dumps(planned(name), indent=1, ensure_ascii=False)
        (HERE / "plans" / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()

"""What an audience sees of records: their titles, told apart where several have the same."""

from __future__ import annotations

import pytest

from igreg.model.base import Record
from igreg.site.seen import Seen
from tests.report.asking import asked

SAME = "".join(f"- {{id: INC-{n}, title: Lost, aware: 2026-03-01T09:00}}\n" for n in range(300))


def test_titles_of_very_many_records_of_one_name_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Seen(asked(f"# file: incidents.yaml\n{SAME}", "2026-11-24"), "board", {})
    looks, of = list[str](), Seen.of
    monkeypatch.setattr(Seen, "of", lambda self, kind: looks.append(kind) or of(self, kind))
    records: list[Record] = list(of(seen, "incidents"))
    assert [seen.title(one) for one in records] == [f"Lost (INC-{n})" for n in range(300)]
    assert looks == ["incidents"]

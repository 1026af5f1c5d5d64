"""Each row means a record that is there, a new one, or nobody that can be told."""

from __future__ import annotations

from igreg.exchange.cells.read import Reader
from igreg.exchange.identity.meant import Identity
from tests.exchange.test_plan import NOW, register, row


def test_by_its_id_or_its_name_a_row_is_of_a_record_or_of_a_new_one() -> None:
    known = register()
    rows = [row(2, id="p-lunn", name="Petra Lunn"), row(3, name="Pat Hollis"), row(4, name="Jane Osei")]
    meant = Identity(Reader(known, "staff", NOW)).of(rows)
    assert [one.record and one.record.identity for one in meant] == ["p-lunn", "p-hollis", None]
    assert [one.id for one in meant] == [None, None, "j-osei"]


def test_a_name_that_two_have_is_refused() -> None:
    known = register(**{"staff/more": "- {id: p-hollis-2, name: Pat Hollis}\n"})
    (meant,) = Identity(Reader(known, "staff", NOW)).of([row(2, name="Pat Hollis")])
    assert meant.refused is not None

"""The list as messages, one for each person, from templates that the organisation can change."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from igreg.dataclass import dataclass
from igreg.due.item import DueList, Row
from igreg.language.english import counted, listed
from igreg.render.due.html import rows_of
from igreg.render.due.phrases import summary
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain


@dataclass(frozen=True)
class Post:
    """Messages by the name of their file, and what the sender should know of them."""

    files: Mapping[str, bytes]
    remarks: tuple[str, ...]


def due_messages(due_list: DueList, text: str, html: str, organisation: str, addresses: dict[str, str]) -> Post:
    """One message for each person with anything due (RFC 5322): through all roles held, covered, or gone up to them.

    What reaches nobody stands in a message to nobody, by its owner; that, and addresses that are none, are told in the
    remarks.
    """
    by_reader: dict[str, list[Row]] = {}
    by_owner: dict[str, list[Row]] = {}
    left = 0
    for row in due_list.rows:
        readers = _readers(row, due_list)
        for reader, shown in readers.items():
            by_reader.setdefault(reader, []).append(shown)
        if not readers and row.item.owner in due_list.names:
            by_owner.setdefault(row.item.owner or "", []).append(row)
        elif not readers:
            left += 1
    files, remarks = {}, []
    for reader, rows in by_reader.items():
        to = _address(due_list.name(reader), addresses.get(reader, ""))
        files[f"{reader}.eml"] = _message(_part(due_list, rows), reader, text, html, organisation, to)
        if to is None:
            remarks.append(f"{reader}.eml: {reader} has no e-mail address that can be used, and the message says so")
    for owner, rows in by_owner.items():
        files[f"{owner}.eml"] = _message(_part(due_list, rows), None, text, html, organisation, None)
        remarks.append(f"{owner}.eml: nobody does it now, and nobody is above, so it is addressed to nobody")
    if left:
        remarks.append(f"{counted(left, 'line')} without an owner in no message: see igreg due --by owner")
    return Post(files, tuple(remarks))


def _readers(row: Row, due_list: DueList) -> dict[str, Row]:
    """Whom a line reaches, of those who are in the register, and the line as it is shown to each."""
    shown = dict.fromkeys(row.above, row)
    shown |= dict.fromkeys(row.stand_ins, replace(row, covering_for=row.away))
    shown |= dict.fromkeys((id for id in row.people if id not in row.left), replace(row, covering_for=None))
    return {person: own for person, own in shown.items() if person in due_list.names}


def _part(due_list: DueList, rows: list[Row]) -> DueList:
    """Some lines of the list as a list of their own."""
    return replace(due_list, rows=tuple(rows))


def _message(
    due_list: DueList, reader: str | None, text: str, html: str, organisation: str, recipient: Address | None
) -> bytes:
    """The bytes of one message; every header value is one line, whatever the register says."""
    owners = dict.fromkeys(row.item.owner or "" for row in due_list.rows)
    roles = plain(listed(due_list.name(owner) for owner in owners))
    names: dict[str, object] = {
        "organisation": plain(organisation),
        "today": str(due_list.today),
        "summary": summary(due_list),
        "owner": roles,
        "people": plain(due_list.name(reader)),
        "vacant": all(not row.people and not row.gone for row in due_list.rows),
        "gone": all(row.gone for row in due_list.rows),
        "no_address": reader is not None and recipient is None,
    }
    message = EmailMessage(policy=SMTP)
    message["Subject"] = plain(f"Due for {due_list.name(reader) or roles}, {due_list.today}")
    if recipient is not None:
        message["To"] = recipient
    message["X-Unsent"] = "1"
    body = rows_of(due_list.rows, due_list, people=False)
    message.set_content(fill("due.txt.j2", text, rows=body, **names))
    page = fill(
        "due.html.j2",
        html,
        title=f"Due for {names['people'] or roles}",
        groups=[{"heading": "", "rows": body}],
        **names,
    )
    message.add_alternative(page, subtype="html")
    # The same bytes every time: the boundary between the parts is made from whom it is for, not by chance.
    message.set_boundary(f"=_igreg_{hashlib.sha256((reader or roles).encode()).hexdigest()[:24]}")
    return message.as_bytes()


def _address(name: str, address: str) -> Address | None:
    """A person's address; nothing when the text is none, so that nothing but one address can get into a header."""
    local, _, domain = address.rpartition("@")
    try:
        found = Address(plain(name), addr_spec=f"{local}@{domain.encode('idna').decode()}")
    except (ValueError, MessageError, IndexError):
        return None
    return found if found.username and found.domain and address.isprintable() else None

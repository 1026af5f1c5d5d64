"""The list as messages, one for each owner, from templates that the organisation can change."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from igreg.due.item import DueList, Row
from igreg.language.english import counted
from igreg.render.due.html import rows_of
from igreg.render.due.phrases import summary
from igreg.render.escape.template import fill
from igreg.render.escape.terminal import plain


@dataclass(frozen=True)
class Post:
    """Messages by the name of their file, and what the sender should know of them."""

    files: dict[str, bytes]
    remarks: tuple[str, ...]


def due_messages(due_list: DueList, text: str, html: str, organisation: str, addresses: dict[str, str]) -> Post:
    """One message for each owner with anything due (RFC 5322): to the holder, or to whom a vacant role goes up to.

    What has no owner in the register is in no message; that, and addresses that are none, are told in the remarks.
    """
    by_owner: dict[str, list[Row]] = {}
    left = 0
    for row in due_list.rows:
        if row.item.owner in due_list.names:
            by_owner.setdefault(row.item.owner or "", []).append(row)
        else:
            left += 1
    files, remarks = {}, []
    for owner, rows in by_owner.items():
        to = [(id, _address(due_list.name(id), addresses.get(id, ""))) for id in rows[0].people or rows[0].above]
        own = DueList(due_list.today, tuple(rows), due_list.names)
        files[f"{owner}.eml"] = _message(own, owner, text, html, organisation, [found for _, found in to if found])
        remarks += [f"{owner}.eml: {id} has no e-mail address that can be used" for id, found in to if not found]
        if not to:
            remarks.append(f"{owner}.eml: nobody does it now, and nobody is above, so it is addressed to nobody")
    if left:
        remarks.append(f"{counted(left, 'line')} without an owner in no message: see igreg due --by owner")
    return Post(files, tuple(remarks))


def _message(
    due_list: DueList, owner: str, text: str, html: str, organisation: str, recipients: list[Address]
) -> bytes:
    """The bytes of one message; every header value is one line, whatever the register says."""
    first = due_list.rows[0]
    role = plain(due_list.name(owner))
    names: dict[str, object] = {
        "organisation": plain(organisation),
        "today": str(due_list.today),
        "summary": summary(due_list),
        "owner": role,
        "people": plain(", ".join(due_list.name(id) for id in first.people or first.above)),
        "vacant": not first.people and not first.gone,
        "gone": first.gone,
    }
    message = EmailMessage(policy=SMTP)
    message["Subject"] = plain(f"Due for {due_list.name(owner)}, {due_list.today}")
    if recipients:
        message["To"] = recipients
    message["X-Unsent"] = "1"
    body = rows_of(due_list.rows, due_list, people=False)
    message.set_content(fill("due.txt.j2", text, rows=body, **names))
    page = fill("due.html.j2", html, title=f"Due for {role}", groups=[{"heading": "", "rows": body}], **names)
    message.add_alternative(page, subtype="html")
    # The same bytes every time: the boundary between the parts is made from the owner, not by chance.
    message.set_boundary(f"=_igreg_{hashlib.sha256(owner.encode()).hexdigest()[:24]}")
    return message.as_bytes()


def _address(name: str, address: str) -> Address | None:
    """A person's address; nothing when the text is none, so that nothing but one address can get into a header."""
    local, _, domain = address.rpartition("@")
    try:
        found = Address(plain(name), addr_spec=f"{local}@{domain.encode('idna').decode()}")
    except (ValueError, MessageError, IndexError):
        return None
    return found if found.username and found.domain and address.isprintable() else None

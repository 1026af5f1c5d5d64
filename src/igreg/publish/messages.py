"""The due list as messages: the organisation's own templates, and the addresses of its staff."""

from __future__ import annotations

from pathlib import Path

from igreg.due.item import DueList
from igreg.model.kinds.staff import StaffMember
from igreg.register.register import Register
from igreg.render.due.mail import Post, due_messages
from igreg.store.templates import read_template


def messages(register: Register, found: DueList, folder: Path) -> Post:
    """One message for each person with anything due; nothing is written yet."""
    addresses = {person.id: person.email for person in register.of(StaffMember) if person.id and person.email}
    text, html = (read_template(folder, f"due.{ending}.j2") for ending in ("txt", "html"))
    return due_messages(found, text, html, register.organisation.name or "", addresses)

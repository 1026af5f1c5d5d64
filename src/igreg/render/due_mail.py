"""The list as a page of HTML, and as messages, one for each owner, from templates that the organisation can change."""

from __future__ import annotations

from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from igreg.due.item import Agenda, Row
from igreg.render.due_words import about, detail, groups, summary, when, who
from igreg.render.plain import plain


def rows_of(rows: list[Row], agenda: Agenda, *, people: bool) -> list[dict[str, Any]]:
    """What a template may say of each row; plain text only, which the HTML template escapes by itself."""
    return [
        {
            "due": str(row.item.due),
            "when": when(row),
            "overdue": row.overdue,
            "what": row.item.what,
            "about": plain(about(row, agenda)),
            "detail": plain(detail(row, agenda, people=people)),
            "who": plain(who(row, agenda)),
            "where": f"{plain(row.file)}:{row.line}",
        }
        for row in rows
    ]


def fill(template: str, *, html: bool, **names: object) -> str:
    """A template filled in, in a sandbox: register text is data, never template."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    return environment.from_string(template).render(**names)


def due_html(agenda: Agenda, template: str, organisation: str, *, by: str | None, people: bool) -> str:
    """The list as one page of HTML that needs nothing else."""
    found = [
        {"heading": plain(heading), "rows": rows_of(rows, agenda, people=people)}
        for heading, rows in groups(agenda, by)
        if rows
    ]
    names = {"title": "What is due", "organisation": plain(organisation), "today": str(agenda.today)}
    return fill(template, html=True, groups=found, summary=summary(agenda), **names)


def due_messages(
    agenda: Agenda, text: str, html: str, organisation: str, addresses: dict[str, str]
) -> Iterator[tuple[str, bytes]]:
    """One message for each owner with anything due: the file's name and its bytes, ready to send (RFC 5322)."""
    owners = dict.fromkeys(row.item.owner for row in agenda.rows if row.item.owner)
    for owner in owners:
        rows = [row for row in agenda.rows if row.item.owner == owner]
        own = Agenda(agenda.today, tuple(rows), agenda.names)
        people = list(rows[0].people)
        names = {"organisation": plain(organisation), "today": str(agenda.today), "summary": summary(own)}
        message = EmailMessage(policy=SMTP)
        message["Subject"] = plain(f"Due for {agenda.name(owner)}, {agenda.today}")
        message["To"] = [Address(plain(agenda.name(p)), addr_spec=addresses[p]) for p in people if p in addresses]
        message["X-Unsent"] = "1"
        body = rows_of(rows, own, people=False)
        told = ", ".join(agenda.name(person) for person in people)
        role = plain(agenda.name(owner))
        message.set_content(fill(text, html=False, owner=role, people=plain(told), rows=body, **names))
        group = {"heading": "", "rows": body}
        page = fill(html, html=True, title=f"Due for {role}", groups=[group], **names)
        message.add_alternative(page, subtype="html")
        _fixed_boundary(message, owner)
        yield f"{owner}.eml", message.as_bytes()


def _fixed_boundary(message: EmailMessage, owner: str) -> None:
    """The same bytes every time: the boundary between the parts is made from the owner, not by chance."""
    import hashlib

    message.set_boundary(f"=_igreg_{hashlib.sha256(owner.encode()).hexdigest()[:24]}")

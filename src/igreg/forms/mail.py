"""A mail that was saved: the first part of it that is plain text, and nothing else of it."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message

from igreg.errors import IgregError

_HEADER = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[^\n]*\n)*?\r?\n")
_OF_MAIL = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID):",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(r"^-- ?\r?\n", re.MULTILINE)


def is_mail(name: str, data: bytes) -> bool:
    """Whether a file is a mail: by its name, or since it begins with two heads of one."""
    if name.casefold().endswith(".eml"):
        return True
    head = _HEADER.match(data[:100_000])
    return head is not None and len(set(_OF_MAIL.findall(head[0]))) > 1


def text_of_mail(data: bytes) -> str:
    """The first part in plain text; heads, attachments and mails inside it are not read. Raises IgregError."""
    part = _first_text(message_from_bytes(data.removeprefix(b"\xef\xbb\xbf")))
    if part is None:
        raise IgregError("the mail has no part in plain text", "save the form's text from it as a file of its own")
    payload = part.get_payload(decode=True)
    return decoded(payload if isinstance(payload, bytes) else b"", part.get_content_charset())


def without_signature(text: str) -> str:
    """A text down to the line that begins a signature."""
    return _SIGNATURE.split(text, maxsplit=1)[0]


def decoded(data: bytes, charset: str | None = None) -> str:
    """Bytes as text, by the character set that is named, else UTF-16 with a mark, UTF-8 or Windows-1252."""
    marked = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else None
    for one in (charset, marked, "utf-8-sig"):
        try:
            if one is not None and one != "us-ascii":
                return data.decode(one)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _first_text(message: Message) -> Message | None:
    if message.get_content_disposition() == "attachment":
        return None
    if message.get_content_maintype() == "multipart":
        parts = message.get_payload()
        inside = [one for one in parts if isinstance(one, Message)] if isinstance(parts, list) else []
        return next((found for one in inside if (found := _first_text(one)) is not None), None)
    return message if message.get_content_type() == "text/plain" else None

"""Send the messages that `igreg due --format eml --out messages` wrote: python send.py messages

By SMTP, when SMTP_HOST is set: SMTP_PORT (587), SMTP_USER, SMTP_PASSWORD. It is encrypted, unless SMTP_PLAIN=yes.
By Microsoft 365, when MS_TENANT is set: MS_CLIENT and MS_SECRET, of an app registration that may `Mail.Send`.
MAIL_FROM is the sender, and is sent what has no address. With --dry-run nothing is sent, and each message is named.
Python alone is needed. It ends in 1 when anything could not be sent, after it has tried all of them.
"""

from __future__ import annotations

import base64
import json
import os
import smtplib
import ssl
import sys
import urllib.parse
import urllib.request
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path

LOGIN = os.environ.get("MS_LOGIN", "https://login.microsoftonline.com")
GRAPH = os.environ.get("MS_GRAPH", "https://graph.microsoft.com")


def main() -> None:
    """Send every message of a folder."""
    folder, dry = Path(sys.argv[1]), "--dry-run" in sys.argv
    sender = os.environ["MAIL_FROM"]
    send = (lambda message: None) if dry else by_microsoft(sender) if "MS_TENANT" in os.environ else by_smtp()
    failed = 0
    for path in sorted(folder.glob("*.eml")):
        message = ready(path, sender)
        try:
            send(message)
            print(f"{'would send' if dry else 'sent'} {path.name} to {message['To']}")
        except OSError as error:
            failed += 1
            print(f"NOT sent: {path.name} to {message['To']}: {error}", file=sys.stderr)
    sys.exit(1 if failed else 0)


def ready(path: Path, sender: str) -> EmailMessage:
    """A message with a sender and a day; one without an address goes to the sender, to be handed on."""
    message = message_from_bytes(path.read_bytes(), policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    to = str(message["To"] or "")
    for name in ("From", "To", "Date", "Message-ID", "X-Unsent"):
        del message[name]
    message["From"] = sender
    message["To"] = to if "@" in to else sender
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    return message


def by_smtp() -> Callable[[EmailMessage], object]:
    """Through a mail server; a connection a message, so that one that breaks takes no other with it."""

    def send(message: EmailMessage) -> None:
        port = int(os.environ.get("SMTP_PORT", "587"))
        secure = ssl.create_default_context()
        host = os.environ["SMTP_HOST"]
        with (
            smtplib.SMTP_SSL(host, port, context=secure)
            if port == 465
            else smtplib.SMTP(host, port, timeout=60) as server
        ):
            if port != 465 and os.environ.get("SMTP_PLAIN") != "yes":
                server.starttls(context=secure)
            if "SMTP_USER" in os.environ:
                server.login(os.environ["SMTP_USER"], os.environ["SMTP_PASSWORD"])
            server.send_message(message)

    return send


def by_microsoft(sender: str) -> Callable[[EmailMessage], object]:
    """Through Microsoft Graph, which takes a message as it is, in base64."""
    asked = {
        "client_id": os.environ["MS_CLIENT"],
        "client_secret": os.environ["MS_SECRET"],
        "scope": f"{GRAPH}/.default",
        "grant_type": "client_credentials",
    }
    address = f"{LOGIN}/{os.environ['MS_TENANT']}/oauth2/v2.0/token"
    with urllib.request.urlopen(address, urllib.parse.urlencode(asked).encode(), timeout=60) as answer:
        token = json.load(answer)["access_token"]

    def send(message: EmailMessage) -> None:
        request = urllib.request.Request(
            f"{GRAPH}/v1.0/users/{urllib.parse.quote(sender)}/sendMail",
            base64.b64encode(message.as_bytes()),
            {"Authorization": f"Bearer {token}", "Content-Type": "text/plain"},
        )
        urllib.request.urlopen(request, timeout=60).close()

    return send


if __name__ == "__main__":
    main()

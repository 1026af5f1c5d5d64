"""A private mailbox or a mobile number in staff or roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.facts import values
from igreg.findings import Fault, Severity
from igreg.model.walk import texts
from igreg.rules._rule import Context, rule

_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+)\.(?:com|co\.uk)\b", re.IGNORECASE)
_MOBILE = re.compile(r"(?<![\d+])(?:07|\+44[ -]?\(?0?\)?[ -]?7|00447)(?:[ -]?\d){9}(?!\d)")


@rule("IG803", Severity.WARNING)
def check(ctx: Context) -> Iterator[Fault]:
    providers = frozenset(values("mail-providers"))
    for kind in ("staff", "roles"):
        for record in ctx.register.kinds.get(kind, ()):
            for path, text in texts(record):
                if "@" in text:
                    for match in _ADDRESS.finditer(text):
                        if match[1].lower() in providers:
                            message = f"a private mailbox at {match[1].lower()}"
                            yield record.fault(path, message, "write the work address, or a mailbox of the role")
                if "7" in text and _MOBILE.search(text):
                    yield record.fault(path, "a mobile number", "write the switchboard or the number of the office")

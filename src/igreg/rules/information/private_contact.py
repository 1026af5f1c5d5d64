"""A private mailbox or a mobile number in staff or roles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.walk import texts
from igreg.register.personal_details import ADDRESS, MOBILE
from igreg.rules._rule import Context, rule

_SHAPES = (
    re.compile(r"07(?:[ -]?[0-9]){9}"),
    re.compile(r"\+44[ ()0-]*7"),
    re.compile(r"0044[ ()0-]*7(?:[ -]?[0-9]){9}"),
)
_KINDS = ("staff", "roles")
_DOMAIN = re.compile(r"@([\w-]+)\.co")


@rule("IG803", Severity.WARNING, "law", "uk-gdpr", "lists.mail-providers")
def check(ctx: Context) -> Iterator[Fault]:
    providers = frozenset(ctx.facts.values("mail-providers"))
    sources = ctx.register.sources.texts
    files = {file: records[0].kind for file, records in ctx.register.by_file.items()}  # a file holds one kind
    suspects = {file for file, kind in files.items() if kind in _KINDS and _may_be_private(sources[file], providers)}
    for record in (one for kind in _KINDS for one in ctx.register.kinds.get(kind, ()) if suspects):
        if record.where.file in suspects:
            for path, text in texts(record):
                found = {match[1].lower() for match in ADDRESS.finditer(text)} if "@" in text else set()
                for provider in sorted(found & providers):
                    message = f"a private mailbox at {provider}"
                    yield record.fault(path, message, "write the work address, or a mailbox of the role")
                if "7" in text and (MOBILE.search(text) or _bare(text, sources[record.where.file])):
                    yield record.fault(path, "a mobile number", "write the switchboard or the number of the office")


def _bare(digits: str, source: str) -> bool:
    """Whether a number under `extra` is a mobile number without quotes: YAML drops its nought or its plus."""
    return any(
        len(digits) == length and digits.startswith(start) and sign + digits in source
        for sign, start, length in (("0", "7", 10), ("+", "447", 12))
    )


def _may_be_private(text: str, providers: frozenset[str]) -> bool:
    """A quick look at a whole file: whether any such address or number can be in it."""
    if any(match[1].lower() in providers for match in _DOMAIN.finditer(text)):
        return True
    return any(shape.search(text) for shape in _SHAPES)

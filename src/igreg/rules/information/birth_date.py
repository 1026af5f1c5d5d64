"""A date of birth in a text."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, KeyPath, Severity
from igreg.model.base import Record
from igreg.model.walk import texts
from igreg.register.birth_dates import birth_dates, may_hold_birth_dates
from igreg.register.suspects import suspect_texts
from igreg.rules._rule import Context, rule


@rule("IG802", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    message = "what looks like somebody's date of birth"
    help = "take it out, here and from the Git history: a register needs nobody's birth date"
    register = ctx.register
    others: dict[str, list[Record]] = {}
    for record in (register.organisation, *register.noted):
        others.setdefault(record.where.file, []).append(record)
    given = register.sources.texts
    texts_of = {file: given[file] for file in (*others, *register.by_file) if file in given}
    suspects = set(suspect_texts(texts_of, may_hold_birth_dates))
    for file in sorted(suspects):
        for record in (*others.get(file, ()), *register.by_file.get(file, ())):
            for path, text in texts(record):
                if birth_dates(_said(path, text)):
                    yield record.fault(path, message, help)


def _said(path: KeyPath, text: str) -> str:
    """What the file says; under `extra` the user's own keys speak too: `dob: 1961-03-12`."""
    keys = [key.replace("_", " ") for key in path[1:] if isinstance(key, str)] if path[0] == "extra" else []
    return " ".join((*keys, text))

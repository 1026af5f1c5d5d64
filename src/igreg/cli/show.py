"""igreg show."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import ids
from igreg.cli.options import reads
from igreg.cli.session import Session
from igreg.errors import IgregError


@reads
def show(
    at: Session,
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A record by id, name, title or function; or the id of an action or finding.",
            autocompletion=ids(),
        ),
    ],
) -> None:
    """Print a record, what it points to and what points to it."""
    from igreg.analysis.unread import refuse_to_call_unknown
    from igreg.model.kinds.organisation import Organisation
    from igreg.render.record.text import organisation_text, record_text

    register = at.open().register
    if id == Organisation.kind and id not in register.by_id and register.has_organisation:
        console.write(organisation_text(register))
        return
    kinds = tuple(dict.fromkeys(register.kind_of.values()))  # areas are no records
    id = at.meant(register, "", id, *kinds)
    if id not in register.by_id:
        refuse_to_call_unknown(register, id)
        raise IgregError(f"no record has the id {id!r}", _instead(id) or register.lookup.hint(id, kinds))
    console.write(record_text(register, id))


def _instead(word: str) -> str:
    """What to type for a word that names something else than a record: a rule, or a kind of record."""
    from igreg.model.kind_words import kind_meant
    from igreg.rules._rule import by_word

    if word.lower() in by_word() or word.upper() in by_word():
        return f"it is a rule: igreg explain {word}"
    kind = kind_meant(word)
    return f"that is a kind of record: name one of the {kind} by its id or name" if kind else ""

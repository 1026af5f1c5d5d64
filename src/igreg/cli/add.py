"""igreg add."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from igreg.cli import console
from igreg.cli._bringing import FORMATS, Bringing, NoNames, as_json, bring, set_pairs
from igreg.cli.complete import among, fields, kinds
from igreg.cli.editing import Editing, agreed, editing
from igreg.cli.options import kind_of_record, writes
from igreg.cli.session import Session
from igreg.errors import FINDINGS, IgregError

if TYPE_CHECKING:
    from igreg.analysis.as_of import AsOf
    from igreg.changes.filled import Filled

LARGEST_FORM = 30 * 1024 * 1024
"""A mail of more bytes is not read, with all that is attached to it."""


@writes
def add(
    at: Session,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What it is, such as incident or policy.", autocompletion=kinds)
    ],
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="The text of a form, a mail (.eml) with it, or the body of a GitHub issue form; - reads it from "
            "standard input.",
        ),
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="A field, such as review.every='1 year'; repeatable; a list with ; between. Then nothing is asked.",
            autocompletion=fields,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text or json.", autocompletion=among(*FORMATS))
    ] = "text",
    no_names: NoNames = False,
) -> None:
    """Add a record: answer question by question, give its fields, or take in a form; it is shown before it is written.

    KIND may also be near-miss, and with a form asset-confirmation, which is no record of its own.
    """
    from igreg.changes.filled import fill, refuse_where_unseen

    how = Bringing(yes, as_json(form), no_names=no_names, single=True)
    if file is not None:
        _take_in(at, kind, file, set_pairs(given), how)
        return
    near_miss = kind.strip().lower().replace("_", "-").replace(" ", "-") in ("near-miss", "near-misses")
    kind = "incidents" if near_miss else kind_of_record(kind)
    pairs = [_pair(text) for text in given or ()]
    if not pairs and (how.as_json or not console.can_ask()):
        raise _nobody_to_ask(kind)
    found = at.open()
    refuse_where_unseen(found.register, kind)
    start: dict[str, Any] = {"near_miss": True} if near_miss else {}
    at = replace(at, quiet=at.quiet and (yes or at.dry_run))
    if not pairs:
        _ask(at, found, kind, start, how)
        return
    filled = fill(found.register, kind, pairs, found.now)
    filled.values = start | filled.values
    with editing(at) as work:
        _carry_out(work, kind, filled, how)


def _take_in(at: Session, word: str, file: str, given: Mapping[str, str], how: Bringing) -> None:
    """Bring in the one record of a form that somebody sent."""
    from igreg.changes.filled import refuse_where_unseen
    from igreg.forms.kinds import FORMS, form_meant
    from igreg.forms.read import read_form
    from igreg.forms.received import Received, received

    form = form_meant(word)
    if form is None:
        kind_of_record(word)
        raise IgregError(f"there is no form for {word!r}", f"a form is one of: {', '.join(FORMS)}")
    name, data = _read(file)
    sent = read_form(form, name, data)
    with editing(replace(at, quiet=at.quiet and (how.yes or at.dry_run))) as work:
        refuse_where_unseen(work.register, form.record)
        whole = Received(form, name, sent.pairs, tuple(given.items()), sent.notes)
        bring(work, received(work.register, whole, work.now), how)


def _read(file: str) -> tuple[str, bytes]:
    """The name and the bytes of a form's file, or of standard input."""
    from igreg.store.given import read_given

    if file == "-":
        return "-", console.read_bytes(LARGEST_FORM)
    return Path(file).name, read_given(file, LARGEST_FORM)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise IgregError(f"--set: {text!r} has no `=`", "for example: --set title='Letter to the wrong house'")
    return name.strip(), value


def _nobody_to_ask(kind: str) -> IgregError:
    from igreg.changes.filled import missing
    from igreg.model.kind_words import singular
    from igreg.model.kinds import model_of

    needed = " ".join(f"--set {name}=..." for name in missing(model_of(kind), {}) if name != "id")
    return IgregError(
        "nobody can be asked here: `igreg add` asks its questions on a terminal",
        f"give the fields: igreg add {singular(kind)} {needed}; or begin one to fill in: igreg new {singular(kind)}",
    )


def _ask(at: Session, found: AsOf, kind: str, start: dict[str, Any], how: Bringing) -> None:
    """Ask for a record and write it; what check refuses can be changed, so that no answer is lost."""
    from igreg.changes.answers import Answers
    from igreg.changes.filled import Filled
    from igreg.cli.asking import Asking
    from igreg.model.kinds import model_of

    asking = Asking(Answers(found.register, model_of(kind), found.now), kind, start)
    asking.ask()
    while True:
        try:
            with editing(at) as work:
                _carry_out(work, kind, Filled(asking.values), how)
            return
        except IgregError as error:
            if error.code != FINDINGS:
                raise
            console.say("nothing was written yet: change what was refused, or end with Ctrl-C")
        asking.ask_again()


def _carry_out(work: Editing, kind: str, filled: Filled, how: Bringing) -> None:
    """Make the plan of the record, show it, and write it where it is agreed."""
    from igreg.changes.filled import give_id, missing, ordered
    from igreg.changes.new_record import add as plan
    from igreg.model.kinds import model_of

    give_id(work.register, kind, filled.values, work.now.date())
    lacks = [
        name for name in missing(model_of(kind), filled.values) if all(one.field != name for one in filled.refused)
    ]
    if lacks:
        raise _lacking(kind, lacks)
    values = ordered(model_of(kind), filled.values)
    if how.as_json or how.no_names:
        _as_plan(work, kind, values, filled, how)
        return
    if filled.refused:
        for one in filled.refused:
            console.say(f"refused: {one.field}: {one.message}{f'; {one.help}' if one.help else ''}")
        raise IgregError("nothing was written", "put right what was refused", FINDINGS)
    work.carry_out(plan(work.register, kind, values), facts=True, agreed=None if how.yes or work.at.dry_run else agreed)


def _lacking(kind: str, lacks: list[str]) -> IgregError:
    from igreg.language.english import listed
    from igreg.model.kinds import model_of

    several = "fields are" if len(lacks) > 1 else "field is"
    return IgregError(
        f"{model_of(kind).one} needs more: the {several} missing: {listed(f'`{name}`' for name in lacks)}",
        f"add {' '.join(f'--set {name}=...' for name in lacks)}",
    )


def _as_plan(work: Editing, kind: str, values: Mapping[str, Any], filled: Filled, how: Bringing) -> None:
    """The record as that of an import: as JSON, which never asks, or where no difference may be shown for its names."""
    from igreg.exchange.brought import Brought
    from igreg.exchange.plan import Wanted, draft
    from igreg.forms.refused import hidden

    known = Brought("add", kind, refused=[*map(hidden, filled.refused)])
    wanted = Wanted(kind, {(name,): value for name, value in values.items()})
    made = draft(work.register, [] if known.refused else [wanted], known, f"New: {wanted.name} in {kind}")
    bring(work, made, how)

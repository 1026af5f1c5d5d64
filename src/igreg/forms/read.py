"""The answers in a file that somebody sent: the text of a form, a mail with it, or the body of an issue."""

from __future__ import annotations

from collections.abc import Sequence

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.exchange.brought import Note
from igreg.forms import issue, text
from igreg.forms.confirmed import CONFIRMED
from igreg.forms.kinds import CONFIRMATION, FormKind, form_meant
from igreg.forms.mail import decoded, is_mail, text_of_mail, without_signature
from igreg.forms.refused import shown
from igreg.language.suggest import one_of
from igreg.model.kinds import model_of

Pairs = Sequence[tuple[str, str]]
"""Fields and what is said of them, in their order."""


@dataclass(frozen=True)
class Form:
    """The answers in a file, and what of it is to be looked at."""

    pairs: Pairs
    notes: Sequence[Note] = ()


def read_form(form: FormKind, name: str, data: bytes) -> Form:
    """The answers in a file: a form's text, a mail with it, or the body of an issue. Raises IgregError."""
    mail = is_mail(name, data)
    words = text_of_mail(data) if mail else decoded(data)
    sent = text.found(words, {one.casefold().replace("-", "_") for one in known_fields(form)})
    if sent is not None:
        _refuse_other(form, sent.form)
        return Form(sent.pairs)
    body = issue.found(without_signature(words) if mail else words, _heads(form))
    if body is None:
        raise IgregError(
            f"{name if name != '-' else 'standard input'} holds no form of igreg",
            f"it has a line -----BEGIN IGREG {form.name} 1-----, or is the body of an issue made with such a form",
        )
    return Form(body.pairs, [_unknown_head(head, field) for head, field in body.unknown])


def _unknown_head(head: str, field: str | None) -> Note:
    name = shown(head)
    where = "what stands under it is left out" if field is None else f"it is taken as part of `{field}`"
    return Note("unknown-head", f"{name!r} is no question of this form: {where}", column=field, value=name)


def known_fields(form: FormKind) -> set[str]:
    """The fields that the text of a form may name."""
    fields = set(CONFIRMED) if form.name == CONFIRMATION else set(model_of(form.record).model_fields)
    return fields | {one.field for one in form.asked} | {"id"}


def _heads(form: FormKind) -> dict[str, str]:
    heads = {issue.head_of(field): field for field in known_fields(form) if field != "id"}
    return heads | {issue.head_of(one.title): one.field for one in form.asked}


def _refuse_other(form: FormKind, named: str) -> None:
    """Raise IgregError where the text is of another form."""
    other = form_meant(named)
    if other is None:
        raise IgregError(f"there is no form {named!r}", one_of(named, [form.name]))
    if other is not form:
        raise IgregError(f"the text is of another form: {other.name}", f"igreg add {other.name} takes it")

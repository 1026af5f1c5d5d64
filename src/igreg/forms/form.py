"""A form as it is asked: each question with what may be chosen, and to whom the answers go."""

from __future__ import annotations

import re

from igreg.analysis.as_of import AsOf
from igreg.analysis.in_force import has_ended
from igreg.changes.answers import Answers
from igreg.dataclass import dataclass
from igreg.forms.kinds import CONFIRMATION, Asked, FormKind
from igreg.model.base import Record
from igreg.model.kinds import model_of
from igreg.model.leaf import Leaf, leaf, leaves
from igreg.model.values import AUDIENCES

OFFERED = frozenset({"units", "roles", "groups", "assets", "courses"})
"""The kinds of which ids are offered: never people, nor bodies outside."""
LONGEST = {"text": 200, "long": 5000}
"""So many letters an answer of one line or several may have."""
_ADDRESS = re.compile(r"[^\s@<>?&%\"]+@[^\s@<>?&%\"]+\.[^\s@<>?&%\"]+")


@dataclass(frozen=True)
class Choice:
    """What may be chosen: the word of the register, and what people read."""

    value: str
    title: str

    @property
    def shown(self) -> str:
        """Both in one line, as a list shows it that gives back what it shows; a word that says itself alone."""
        title = " ".join("".join(sign if sign.isprintable() else " " for sign in self.title).split())
        return self.value if title.replace(" ", "-") == self.value else f"{self.value} ({title})"


@dataclass(frozen=True)
class Question:
    """A question: its field, its words, and what may be answered."""

    field: str
    title: str
    hint: str
    sort: str
    """line, lines, day, moment, span, number, flag, one or many."""
    needed: bool
    most: int = LONGEST["text"]
    """How many letters the answer may have; of a number, how large it may be."""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Form:
    """A form of one organisation."""

    kind: FormKind
    organisation: str
    questions: tuple[Question, ...]
    to: str | None
    """The address that its text is sent to, where one is known."""
    role: str | None
    """What the post is called that it goes to."""


def form_of(as_of: AsOf, kind: FormKind, *, names: bool = True, to: str | None = None) -> Form:
    """The form as this register has it. Without `names` ids alone are offered, and no address of a person stands in it;
    the register is then to be one in whose texts nobody is named.

    A question of which nothing can be chosen is left out, unless it must be answered.
    """
    role, address = _post(as_of, kind, names=names)
    questions = [_question(as_of, kind, one, names=names) for one in kind.asked]
    return Form(
        kind,
        as_of.register.organisation.name or "",
        tuple(one for one in questions if one.choices or one.sort not in ("one", "many") or one.needed),
        to or address,
        role,
    )


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address that a link can carry."""
    return _ADDRESS.fullmatch(text) is not None


def _question(as_of: AsOf, kind: FormKind, asked: Asked, *, names: bool) -> Question:
    model = model_of(kind.record)
    if kind.name == CONFIRMATION:
        found = None if asked.field == "asset" else leaf(model, f"review.{asked.field}")
    else:
        found = leaf(model, asked.field)
        if found.part is not None:
            found = next(leaves(found.part))
    many = kind.name != CONFIRMATION and leaf(model, asked.field).many
    needed = asked.needed or (kind.name != CONFIRMATION and leaf(model, asked.field).needed)
    sort = "one" if found is None else _sort(found, asked, many=many)
    choices = _choices(as_of, model, found, names=names) if sort in ("one", "many") else ()
    most = 10_000_000 if sort == "number" else LONGEST["long" if sort == "lines" else "text"]
    return Question(asked.field, asked.title, asked.hint, sort, needed, most, choices)


def _sort(found: Leaf, asked: Asked, *, many: bool) -> str:
    if found.sort in ("reference", "area", "word"):
        return "many" if many else "one"
    known = {
        "day": "day",
        "span": "span",
        "day or moment": "moment",
        "moment": "moment",
        "number": "number",
        "flag": "flag",
    }
    return known.get(found.sort, "lines" if asked.long else "line")


def _choices(as_of: AsOf, model: type[Record], found: Leaf | None, *, names: bool) -> tuple[Choice, ...]:
    register = as_of.register
    if found is None:
        words = [id for id, kind in register.kind_of.items() if kind == "assets"]
    else:
        words = Answers(register, model, as_of.now).offered(found)
    out = []
    for word in words:
        kind, record = register.kind_of.get(word), register.by_id.get(word)
        if found is not None and found.sort in ("area", "word"):
            area = register.lookup.title(word)
            title = area[:1].upper() + area[1:] if found.sort == "area" else word.replace("-", " ")
        elif word in AUDIENCES:
            title = word.replace("-", " ")
        elif kind not in OFFERED or (isinstance(record, Record) and has_ended(record, as_of.today)):
            continue
        else:
            title = register.title(word)
        out.append(Choice(word, title if names or kind is None else word))
    return tuple(out)


def _post(as_of: AsOf, kind: FormKind, *, names: bool) -> tuple[str | None, str | None]:
    """The post that the text goes to, and its address: the post's own, else the work address of whoever holds it."""
    called = None
    for function in kind.to:
        for role in as_of.tenure.roles_with.get(function, ()):
            called = called or role.called
            if role.public_contact and is_address(role.public_contact.strip()):
                return role.called, role.public_contact.strip()
            people = as_of.tenure.members(role.id) if names and role.id else ()
            emails = (as_of.tenure.employed[staff].email for staff in people if staff in as_of.tenure.employed)
            address = next((email for email in emails if email and is_address(email)), None)
            if address is not None:
                return role.called, address
    return called, None

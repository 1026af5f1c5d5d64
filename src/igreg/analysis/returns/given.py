"""What does an answer say: a yes, a no, a level, nothing; and has anybody put their name to it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from igreg.dataclass import dataclass
from igreg.model.anatomy import fields_of
from igreg.model.base import Part
from igreg.model.kinds.assessments import Answer
from igreg.model.packs.pack import Item, Pack, Whom
from igreg.model.shared import Document
from igreg.model.values import is_repository_path
from igreg.register.register import Register

Says = Literal["yes", "no", "recorded", "nothing", "wrong"]
"""`recorded`: a level of which nobody knows whether it is enough (ruling E41). `wrong`: a value that the item does not
take. `nothing`: no answer at all; a document without a document is none (ruling E40)."""

YES, NO = ("yes", "true"), ("no", "false")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+|www\.\S+", re.IGNORECASE)
_PATH = re.compile(r"\S*[/\\]\S*|.*\.[a-z][a-z0-9]{0,7}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What stands in an assessment for one item."""

    answer: Answer
    index: int
    """Its place in the list `answers`, as the record was read."""
    says: Says

    @property
    def named(self) -> bool:
        """Whether somebody has put their name to it: `by` and `on` are both there (ruling E37)."""
        return self.answer.by is not None and self.answer.on is not None

    @property
    def set_aside(self) -> bool:
        """Whether it says why the item does not apply."""
        return bool(self.answer.not_applicable)

    @property
    def counts(self) -> bool:
        """Whether the item is answered by it; a draft answers nothing."""
        return self.named and (self.set_aside or self.says in ("yes", "no", "recorded"))

    @property
    def is_draft(self) -> bool:
        """Whether an answer stands there to which nobody has put their name yet."""
        return not self.named and (self.set_aside or self.says in ("yes", "no", "recorded"))


def says(register: Register, pack: Pack, item: Item, answer: Answer, whom: Whom) -> Says:
    """What an answer says of an item (rulings E20, E38, E40, E41)."""
    text = answer.answer
    if text is not None and text.casefold() == "false":
        return "no"
    match item.input:
        case "yes-no":
            return "nothing" if text is None else _yes_or_no(text)
        case "level":
            return "nothing" if text is None else _level(pack, item, text, whom)
        case "document":
            named = any(one.path or one.url for one in answer.documents)  # a path that is refused is none
            there = named or (text is not None and names_document(text)) or _has_one(register, answer)
            return "yes" if there else "nothing"
    return "nothing" if text is None else "yes"


def _yes_or_no(text: str) -> Says:
    word = text.casefold()
    return "yes" if word in YES else "no" if word in NO else "wrong"


def _level(pack: Pack, item: Item, text: str, whom: Whom) -> Says:
    levels = pack.levels_of(item)
    if text not in levels:
        return "wrong"
    needed = pack.level_of(item, whom)
    at = levels.index(text)
    if needed is None or needed not in levels:
        return "yes" if at == len(levels) - 1 else "no" if at == 0 else "recorded"
    return "yes" if at >= levels.index(needed) else "no"


def names_document(text: str) -> bool:
    """Whether a text is the path of a document in the repository or its address, and not words about one."""
    line = text.strip()
    return looks_like_document(line) and (is_address(line) or is_repository_path(line))


def looks_like_document(text: str) -> bool:
    """Whether a text reads like a path or an address, wherever that leads."""
    line = text.strip()
    return "\n" not in line and bool(is_address(line) or _PATH.fullmatch(line))


def is_address(text: str) -> bool:
    """Whether a text is an address on a web site or intranet."""
    return _ADDRESS.fullmatch(text) is not None


def _has_one(register: Register, answer: Answer) -> bool:
    records = (register.by_id.get(id) for id in answer.evidence)
    return any(record is not None and next(documents_of(record), None) is not None for record in records)


def documents_of(part: Part) -> Iterator[Document]:
    """Every document that a record names, however deep."""
    for field in fields_of(type(part)).values():
        if not field.parts:
            continue
        value = getattr(part, field.attribute)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Document):
                if one.path or one.url:
                    yield one
            elif isinstance(one, Part):
                yield from documents_of(one)


def shows_itself(register: Register, item: Item, answer: Answer) -> bool:
    """Whether an answer itself names records or documents that are there (ruling E74).

    What stands at an address cannot be looked at, and counts.
    """
    named: Iterable[str] = answer.evidence
    if any(id in register.kind_of for id in named):
        return True
    has = register.sources.has_document
    if any(one.url or (one.path and has(one.path)) for one in answer.documents):
        return True
    text = (answer.answer or "").strip()
    return item.input == "document" and bool(text) and (is_address(text) or has(text))

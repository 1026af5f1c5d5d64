"""What an answer means: the text that somebody typed for a field, in the form that a register has for it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from igreg.analysis.role_held import NotOneRole, role_held
from igreg.analysis.tenure import Tenure
from igreg.analysis.unread import refuse_to_call_unknown
from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.findings import Origin
from igreg.language.english import listed
from igreg.language.suggest import same_word
from igreg.model import everyday
from igreg.model.base import Part, Record
from igreg.model.build import build
from igreg.model.leaf import Leaf
from igreg.model.meant.meaning import meant
from igreg.model.typed import Unclear, typed_day, typed_moment
from igreg.model.values import AUDIENCES
from igreg.register.lookup import AREAS
from igreg.register.private_numbers import private_numbers
from igreg.register.register import Register

MOST_OFFERED = 6
"""Of so many records that a word may mean the ids are named."""


@dataclass(frozen=True)
class Answers:
    """How the answers for one record are read: in which register, for which kind, at which moment."""

    register: Register
    model: type[Record]
    now: dt.datetime

    def read(self, leaf: Leaf, text: str, among: Collection[str] = (), *, whole: bool = True) -> Any:
        """The value of an answer; a list is parted by `;`, and one of ids and words by `,` too.

        A part of a name is enough where only one of the ids `among` has it. Where it is not the `whole` of a list, how
        long that may be does not count. Raises IgregError, which says what is wrong in one sentence; a number that
        identifies a person is refused and not repeated.
        """
        text = text.strip()
        number = next(private_numbers(text), None)
        if number is not None:
            raise IgregError(f"that holds {number.what}", "leave it out: no number of a person belongs into a register")
        if leaf.part is not None:
            raise IgregError(
                f"`{leaf.name}` has fields of its own", f"give them one by one, such as {leaf.name}.{_first(leaf.part)}"
            )
        if not leaf.many:
            value = self._one(leaf, text, among)
        else:
            pieces = re.split("[;\n]" if leaf.sort == "text" or (leaf.ref and leaf.ref.or_text) else "[;,\n]", text)
            value = list(dict.fromkeys(self._one(leaf, one.strip(), among) for one in pieces if one.strip()))
        self.refuse(leaf, value, length=whole)
        return value

    def _one(self, leaf: Leaf, text: str, among: Collection[str]) -> Any:
        if leaf.sort == "reference":
            return self._reference(leaf, text, among)
        if leaf.sort == "area":
            return self._meant(leaf, text, (AREAS,), among)
        if leaf.sort == "word":
            return _read(everyday.word, text, leaf.words)
        if leaf.sort == "flag":
            known = meant("flag", text)
            if known is None:
                raise IgregError(f"{text!r} is neither yes nor no", "type yes or no")
            return known.text == "true"
        if leaf.sort in ("number", "decimal"):
            plain = text.removeprefix("\u00a3").removesuffix("%").strip()
            return _read(everyday.number, plain, decimal=leaf.sort == "decimal")
        if leaf.path[-1] == "path":
            return text.replace("\\", "/")
        try:
            return self._time(leaf.sort, text)
        except Unclear as error:
            raise IgregError(f"{text!r} is not clear: {error}", "or the date, such as 24/11/2026") from None

    def _time(self, sort: str, text: str) -> str:
        """A day, moment or span in its form; as typed where nobody can tell, and in all other fields."""
        found: dt.date | None = None
        if sort in ("moment", "day or moment"):
            found = typed_moment(text, self.now)
        if found is None and sort in ("day", "day or moment"):
            found = typed_day(text, self.now.date())
        if isinstance(found, dt.datetime):
            return found.isoformat(timespec="seconds" if found.second else "minutes")
        if found is not None:
            return found.isoformat()
        if sort in ("day", "moment", "day or moment"):
            raise IgregError(*_no_day(text, sort))
        if sort != "span":
            return text
        return str(_read(everyday.span, text))

    def _reference(self, leaf: Leaf, text: str, among: Collection[str]) -> str:
        assert leaf.ref is not None
        audience = same_word(text, AUDIENCES) if leaf.ref.audiences else None
        if audience is not None:
            return audience
        return self._meant(leaf, text, leaf.ref.kinds, among)

    def _meant(self, leaf: Leaf, text: str, kinds: tuple[str, ...], among: Collection[str]) -> str:
        """The id that a word means; a name, title or function is taken for it."""
        found = self.register.lookup.matches(text, kinds)
        free = leaf.ref is not None and leaf.ref.or_text
        if not found and not free:
            found = tuple(id for id in among if _has(f"{id} {self.register.lookup.title(id)}", text))
        if len(found) == 1:
            return found[0]
        called = self.register.lookup.called
        if found:
            more = f", and {len(found) - MOST_OFFERED} more" if len(found) > MOST_OFFERED else ""
            several = listed(map(called, found[:MOST_OFFERED]), "or") + more
            raise IgregError(f"{text!r} may mean several records", f"name one by its id: {several}")
        if free:
            return text
        refuse_to_call_unknown(self.register, text)
        people = self.register.lookup.matches(text, ("staff",)) if "roles" in kinds else ()
        if len(people) == 1:
            try:
                return role_held(Tenure(self.register, self.now.date()), people[0], text)
            except NotOneRole as error:
                raise IgregError(error.message, error.help) from None
        what = "an area" if AREAS in kinds else leaf.form.removeprefix("the id of ").partition(", or")[0]
        raise IgregError(f"{text!r} is not {what} of this register", self.register.lookup.hint(text, kinds))

    def offered(self, leaf: Leaf) -> list[str]:
        """The words or ids that may be chosen, in the order of the register; none where anything may stand there."""
        if leaf.words:
            return list(leaf.words)
        if leaf.sort == "area":
            return list(self.register.areas)
        if leaf.ref is None or not leaf.ref.kinds:
            return []
        kinds = leaf.ref.kinds
        ids = [id for kind in kinds for id, what in self.register.kind_of.items() if what == kind]
        return [*(sorted(AUDIENCES) if leaf.ref.audiences else ()), *ids]

    def refuse(self, leaf: Leaf, value: Any, *, items: bool = True, length: bool = True) -> None:
        """Raise IgregError where the field does not take the value; the words are those of the finding.

        Of a list, what is wrong with its `items` counts, and with its `length`.
        """
        data: Any = value
        for step in reversed(leaf.path):
            data = {step: data}
        for one in _lists(self.model, leaf.path):
            data = _wrapped(data, one)
        built = build(self.model, data, Origin(""), lambda _: {})
        for rule, fault in built.faults:
            keys = tuple(step for step in fault.path if isinstance(step, str))
            if leaf.many and not (items if isinstance(fault.path[-1], int) else length):
                continue
            if keys == leaf.path and rule != "missing-field":
                says_more = not fault.message.endswith(fault.help.removeprefix("write "))
                raise IgregError(fault.message, fault.help if says_more else "")
        if value in ("", []):
            raise IgregError(f"`{leaf.name}` is empty", "leave it out, or say something")


def _has(text: str, piece: str) -> bool:
    return piece.strip().casefold() in text.casefold()


def _first(part: type[Part]) -> str:
    return next(iter(part.model_fields))


_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:\D.*)?|(\d{4})-(\d{1,2})-(\d{1,2})(?:\D.*)?", re.ASCII)


def _no_day(text: str, sort: str) -> tuple[str, str]:
    """What is wrong with a text where a day or moment belongs, and what to type."""
    found = _DATE.fullmatch(text.strip())
    if found is not None:
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        if (
            1 <= int(month) <= 12
            and 1900 <= int(year) <= 2199
            and int(day) > calendar.monthrange(int(year), int(month))[1]
        ):
            return f"{calendar.month_name[int(month)]} {year} has no day {int(day)}", "type a day that there is"
    if sort == "moment":
        return f"{text!r} is not a day with its time", "type one such as 24/11/2026 9.30, today 2pm or now"
    return f"{text!r} is not a day", "type one such as 24/11/2026, 24 Nov or today"


def _read(read: Callable[..., Any], *words: Any, **how: bool) -> Any:
    """What a text means, read as in a cell of a table. Raises IgregError where it is nothing that may stand there."""
    try:
        return read(*words, **how)
    except everyday.NotMeant as error:
        raise IgregError(error.message, error.help) from None


def _lists(model: type[Part], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The beginnings of a path at which a list of parts stands."""
    from igreg.model.anatomy import fields_of

    current: type[Part] | None = model
    for length, step in enumerate(path, 1):
        if current is None or step not in fields_of(current):
            return
        field = fields_of(current)[step]
        if field.many and field.parts and length < len(path):
            yield path[:length]
        current = field.parts[0] if field.parts else None


def _wrapped(data: Any, path: tuple[str, ...]) -> Any:
    """Data in which what stands at a path is the one item of a list."""
    first, *more = path
    inner = data[first]
    if isinstance(inner, list):
        return {first: [_wrapped(inner[0], tuple(more))]}
    return {first: _wrapped(inner, tuple(more)) if more else [inner]}

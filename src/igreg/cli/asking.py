"""A record, question by question: what was typed is shown as it is taken, and asked for again where it is not."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from igreg.cli import console
from igreg.errors import IgregError
from igreg.quick import dataclass

if TYPE_CHECKING:
    from igreg.changes.answers import Answers
    from igreg.model.leaf import Leaf

BROKEN_OFF = 130
"""The exit code after Ctrl-C, as shells give it."""
MOST_LISTED = 12
"""So many words or records are listed unasked; longer lists come with `?`."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
_HINTS = {
    "day": "a day: 24/11/2026, 24 Nov, today, last Friday",
    "moment": "a day and a time: 24/11/2026 9.30, today 2pm, now",
    "day or moment": "a day, best with its time: 24/11/2026 9.30, today 2pm, now",
    "span": "how long: 12 months, 2 weeks, yearly",
    "flag": "yes or no",
    "number": "a whole number",
    "decimal": "a number",
}


@dataclass
class Asking:
    """The questions for one record of a kind, and what was answered."""

    answers: Answers
    kind: str
    values: dict[str, Any] = field(default_factory=dict)

    def ask(self) -> dict[str, Any]:
        """All questions; the values of the record, with the id that was agreed. Raises IgregError when broken off."""
        from igreg.model.leaf import asked, leaf, leaves

        model = self.answers.model
        console.say(f"A record is new: {model.one}. * must be there; Enter leaves any other out; ? says more.")
        console.say("Nothing is written before you have seen it all. Ctrl-C ends.")
        with self._broken_off():
            for one in leaves(model):
                if one.needed and one.path != ("id",):
                    self._field(one)
            if "id" in model.model_fields:
                self._id()
            for name in asked(model):
                self._field(leaf(model, name))
            self._more()
        return _swept(self.values)

    @contextlib.contextmanager
    def _broken_off(self) -> Iterator[None]:
        try:
            yield
        except KeyboardInterrupt:
            console.say("\n")
            raise IgregError("nothing was written", "you ended the questions", BROKEN_OFF) from None

    def _line(self, prompt: str, words: list[str] | None = None) -> str:
        line = console.ask(prompt, words or ())
        if line is None:
            console.say("\n")
            raise IgregError("nothing was written", "the input ended before the last question")
        return line.strip()

    def _field(self, one: Leaf) -> bool:
        """Ask for one field of the record until the answer can be taken; whether there was one."""
        from igreg.changes.filled import put

        if one.part is not None:
            return self._part(one)
        value = self._answer(one, may_lack=False)
        if value is None:
            return False
        put(self.values, self.answers.model, one.path, value)
        return True

    def _answer(self, one: Leaf, *, may_lack: bool) -> Any:
        """The value of a field; nothing where Enter left it out."""
        offered = self._offered(one)
        self._introduce(one, offered)
        while True:
            text = self._line("> ", offered)
            if not text:
                if not one.needed or may_lack:
                    return None
                console.say("  this must be there; Ctrl-C ends")
            elif text == "?":
                self._tell(one, offered)
            else:
                try:
                    value = self.answers.read(one, self._chosen(text, one, offered), offered)
                except IgregError as error:
                    console.say(f"  {error.sentence}{f': {error.hint}' if error.hint else ''}")
                    continue
                self._shown_back(one, text, value)
                return value

    def _part(self, one: Leaf) -> bool:
        """Ask for a part with fields of its own, or for several; Enter at its first question leaves it out."""
        from igreg.changes.filled import put_part
        from igreg.model.leaf import leaves

        assert one.part is not None
        fields = [each for each in leaves(one.part, one.path) if each.part is None and each.path[-1] != "id"]
        fields.sort(key=lambda each: not each.needed)
        console.say(f"\n{one.name}: {one.meaning}" + (" Enter at its first question ends." if one.many else ""))
        added = False
        while True:
            item: dict[str, Any] = {}
            for number, each in enumerate(fields):
                value = self._answer(each, may_lack=not number)
                if value is not None:
                    item[each.path[-1]] = value
                elif not number:
                    break
            if not item and one.needed and not added:
                console.say("  this must be there; Ctrl-C ends")
                continue
            if not item:
                return added
            put_part(self.values, one, item)
            added = True
            if not one.many:
                return added
            console.say(f"\n{one.name}: another? Enter at its first question ends.")

    def _id(self) -> None:
        """The id: the one that comes next, or another."""
        from igreg.changes.filled import give_id
        from igreg.changes.new_record import refuse_id

        proposed = dict(self.values)
        proposed.pop("id", None)
        give_id(self.answers.register, self.kind, proposed, self.answers.now.date())
        known = proposed.get("id")
        instead = f" (Enter means {known})" if known else ""
        console.say(f"\nid *: Letters, digits, . _ -; unique in the whole register.{instead}")
        while True:
            text = self._line("> ") or str(known or "")
            try:
                refuse_id(self.answers.register, self.kind, text)
            except IgregError as error:
                console.say(f"  {error.sentence}{f': {error.hint}' if error.hint else ''}")
                continue
            self.values["id"] = text
            return

    def _more(self) -> None:
        """Show the record, and let each field be added or changed until nothing more is named."""
        from igreg.model.leaf import NoSuchField, leaf, leaves

        model = self.answers.model
        while True:
            self._summary()
            names = [one.name for one in leaves(model)]
            console.say("\nAdd or change a field: type its name, or ? for all of them. Enter goes on.")
            text = self._line("> ", names)
            if not text:
                return
            if text == "?":
                for one in leaves(model):
                    console.say(f"  {one.name}: {_meaning(one)}")
                continue
            try:
                one = leaf(model, text)
            except NoSuchField as error:
                console.say(f"  there is no field {text!r}" + (f": did you mean {error.near!r}?" if error.near else ""))
                continue
            if one.path == ("id",):
                self._id()
                continue
            if one.sort == "mapping":
                console.say("  write that by hand, afterwards")
                continue
            before = _taken(self.values, one.path)
            if not self._field(one) and before is not None:
                console.say("  left out now")

    def _summary(self) -> None:
        from igreg.changes.filled import ordered

        console.say("\n")
        for name, value in _flat(ordered(self.answers.model, self.values)):
            console.say(f"  {name}: {self._named(value)}")

    def _named(self, value: Any) -> str:
        """A value as people read it: ids with their names."""
        if isinstance(value, list):
            return "; ".join(map(self._named, value))
        if isinstance(value, dict):
            return ", ".join(f"{key} {self._named(one)}" for key, one in value.items())
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, str) and _MOMENT.fullmatch(value):
            return value.replace("T", " ")
        known = isinstance(value, str) and (
            value in self.answers.register.by_id or value in self.answers.register.areas
        )
        return self.answers.register.lookup.called(value) if known else str(value)

    def _offered(self, one: Leaf) -> list[str]:
        """What may be chosen: who has left, and what has ended, is not offered, but may be named all the same."""
        register, today = self.answers.register, self.answers.now.date()

        def is_there(id: str) -> bool:
            record = register.by_id.get(id)
            last = getattr(record, "left", None) or getattr(record, "end", None)
            return last is None or last >= today

        return [id for id in self.answers.offered(one) if is_there(id)]

    def _introduce(self, one: Leaf, offered: list[str]) -> None:
        more = _HINTS.get(one.sort, "")
        if one.many:
            more = "; ".join(filter(None, (more, "several with ; between")))
        if one.default and not one.needed:
            more = "; ".join(filter(None, (more, f"Enter means {one.default}")))
        console.say(f"\n{one.name}{' *' if one.needed else ''}: {_meaning(one)}{f' ({more})' if more else ''}")
        if len(offered) <= MOST_LISTED:
            self._list(offered)
        elif offered:
            console.say(f"  {len(offered)} to choose from: type a name, or part of one; ? lists them")

    def _tell(self, one: Leaf, offered: list[str]) -> None:
        console.say(f"  {one.meaning} It is {'a list, each ' if one.many else ''}{one.form}.")
        self._list(offered)

    def _list(self, offered: list[str]) -> None:
        for number, word in enumerate(offered, 1):
            console.say(f"  {number:>2} {self._named(word)}")

    def _chosen(self, text: str, one: Leaf, offered: list[str]) -> str:
        """The words behind the numbers of a list that was shown; everything else as it was typed."""
        if not offered or one.sort not in ("reference", "area", "word"):
            return text
        pieces = text.replace(",", ";").split(";") if one.many else [text]
        out = []
        for piece in pieces:
            number = piece.strip()
            is_number = number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= len(offered)
            out.append(offered[int(number) - 1] if is_number and number not in offered else piece)
        return ";".join(out) if any(before != after for before, after in zip(pieces, out, strict=True)) else text

    def _shown_back(self, one: Leaf, text: str, value: Any) -> None:
        """Say what was taken, where that is not what was typed; and whom a name may be besides."""
        from igreg.model.values import parse_day

        shown = self._named(value)
        if one.sort in ("day", "day or moment") and isinstance(value, str) and value != text:
            shown = f"{shown}, {parse_day(value[:10]):%A}"
        if shown.casefold() != text.casefold():
            console.say(f"  = {shown}")
        if one.path in (("name",), ("title",)) and isinstance(value, str):
            for id in self.answers.register.lookup.matches(value, (self.kind,)):
                console.say(f"  note: {self.answers.register.lookup.called(id)} is there already")


def _meaning(one: Leaf) -> str:
    """What a field means, as a question: a flag is answered with yes or no."""
    text = one.meaning.replace(" (see below)", "")
    return text.replace("True", "Yes", 1).replace("False", "No", 1) if one.sort == "flag" else text


def _taken(values: dict[str, Any], path: tuple[str, ...]) -> Any:
    """What stood at a path; it is taken out."""
    for step in path[:-1]:
        inner = values.get(step)
        if not isinstance(inner, dict):
            return None
        values = inner
    return values.pop(path[-1], None)


def _swept(values: dict[str, Any]) -> dict[str, Any]:
    """The values without parts in which nothing is left."""
    return {key: value for key, value in values.items() if value != {}}


def _flat(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value

"""A record, question by question: what was typed is shown as it is taken, and asked for again where it is not."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from igreg.cli import console
from igreg.errors import INTERRUPTED, IgregError

if TYPE_CHECKING:
    from igreg.changes.answers import Answers
    from igreg.model.leaf import Leaf

MOST_LISTED = 12
"""So many words or records are listed unasked; longer lists come with `?`."""


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
        _say(f"Adding {model.one}. * must be there; Enter leaves any other out; ? says more.")
        _say("Nothing is written before you have seen it all. Ctrl-C ends.")
        with self._broken_off():
            for one in leaves(model):
                if one.needed and one.path != ("id",):
                    self._field(one)
            if "id" in model.model_fields:
                self._id()
            for name in asked(model):
                self._field(leaf(model, name))
            self._more()
        return self.values

    def ask_again(self) -> None:
        """What was answered, to be changed once more. Raises IgregError when broken off."""
        with self._broken_off():
            self._more()

    @contextlib.contextmanager
    def _broken_off(self) -> Iterator[None]:
        try:
            yield
        except KeyboardInterrupt:
            console.say("\n")
            raise IgregError("nothing was written", "you ended the questions", INTERRUPTED) from None

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
        if self._has_none(one):
            return False
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
                _say("  this must be there; Ctrl-C ends")
            elif text == "?":
                self._tell(one, offered)
            else:
                try:
                    value = self.answers.read(one, self._chosen(text, one, offered), offered)
                except IgregError as error:
                    _say(f"  {_why(error)}")
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
        if self._has_none(fields[0]):
            return False
        _say(f"\n{one.name}: {one.meaning}" + (" Enter at its first question ends." if one.many else ""))
        added = False
        while True:
            item: dict[str, Any] = {}
            for number, each in enumerate(fields):
                value = None if self._has_none(each) else self._answer(each, may_lack=not number)
                if value is not None:
                    item[each.path[-1]] = value
                elif not number:
                    break
            if not item and one.needed and not added:
                _say("  this must be there; Ctrl-C ends")
                continue
            if not item:
                return added
            put_part(self.values, one, item)
            added = True
            if not one.many:
                return added
            _say(f"\n{one.name}: another? Enter at its first question ends.")

    def _id(self) -> None:
        """The id: the one that comes next, or another."""
        from igreg.changes.filled import give_id
        from igreg.changes.new_record import refuse_id

        proposed = dict(self.values)
        proposed.pop("id", None)
        give_id(self.answers.register, self.kind, proposed, self.answers.now.date())
        known = proposed.get("id")
        instead = f" (Enter means {known})" if known else ""
        _say(f"\nid *: Letters, digits, . _ -; unique in the whole register.{instead}")
        while True:
            text = self._line("> ") or str(known or "")
            try:
                refuse_id(self.answers.register, self.kind, text)
            except IgregError as error:
                _say(f"  {_why(error)}")
                continue
            self.values["id"] = text
            return

    def _more(self) -> None:
        """Show the record, and let each field be added or changed until nothing more is named."""
        from igreg.changes.filled import take
        from igreg.model.leaf import NoSuchField, leaf, leaves
        from igreg.render.record.answers import meaning

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
                    _say(f"  {one.name}: {meaning(one)}")
                continue
            try:
                one = leaf(model, text)
            except NoSuchField as error:
                _say(f"  there is no field {text!r}" + (f": did you mean {error.near!r}?" if error.near else ""))
                continue
            if one.path == ("id",):
                self._id()
                continue
            if one.sort == "mapping":
                _say("  write that by hand, afterwards")
                continue
            before = take(self.values, one.path)
            if not self._field(one) and before is not None:
                _say("  left out now")

    def _summary(self) -> None:
        from igreg.changes.filled import ordered
        from igreg.render.record.answers import so_far

        _say("")
        for line in so_far(self.answers.register, ordered(self.answers.model, self.values)):
            _say(f"  {line}")

    def _has_none(self, one: Leaf) -> bool:
        """Whether there is nothing yet that a field could name, so that it need not be asked for.

        Raises IgregError where the record needs it.
        """
        if one.ref is None or not one.ref.kinds or one.ref.or_text or self.answers.offered(one):
            return False
        if self.answers.register.unread:
            return False  # it may stand in what could not be read
        if not one.needed or len(one.path) > 1:
            return True
        from igreg.model.kind_words import singular

        raise IgregError(
            f"{self.answers.model.one} needs {one.form.removeprefix('the id of ')}, and the register has none yet",
            f"begin with `igreg add {singular(one.ref.kinds[0])}`",
        )

    def _offered(self, one: Leaf) -> list[str]:
        """What may be chosen: who has left, and what has ended, is not offered, but may be named all the same."""
        register, today = self.answers.register, self.answers.now.date()

        def is_there(id: str) -> bool:
            record = register.by_id.get(id)
            last = getattr(record, "left", None) or getattr(record, "end", None)
            return last is None or last >= today

        return [id for id in self.answers.offered(one) if is_there(id)]

    def _introduce(self, one: Leaf, offered: list[str]) -> None:
        from igreg.render.record.answers import question

        _say(f"\n{question(one)}")
        if len(offered) <= MOST_LISTED:
            self._list(offered)
        elif offered:
            _say(f"  {len(offered)} to choose from: type a name, or part of one; ? lists them")

    def _tell(self, one: Leaf, offered: list[str]) -> None:
        _say(f"  {one.meaning} It is {'a list, each ' if one.many else ''}{one.form}.")
        self._list(offered)

    def _list(self, offered: list[str]) -> None:
        from igreg.render.record.answers import named

        for number, word in enumerate(offered, 1):
            _say(f"  {number:>2} {named(self.answers.register, word)}")

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
        from igreg.render.record.answers import taken

        shown = taken(self.answers.register, one, text, value)
        if shown is not None:
            _say(f"  = {shown}")
        if one.path in (("name",), ("title",)) and isinstance(value, str):
            for id in self.answers.register.lookup.matches(value, (self.kind,)):
                _say(f"  note: {self.answers.register.lookup.called(id)} is there already")


def _why(error: IgregError) -> str:
    """What is wrong with an answer, and what to do."""
    return f"{error.sentence}: {error.hint}" if error.hint else error.sentence


def _say(text: str) -> None:
    """Say something in lines that fit the terminal; what goes on is indented as it began."""
    from igreg.language.characters import wrapped

    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        lines = wrapped(line.strip(), console.width() - len(indent) - 2)
        console.say("\n".join(indent + ("  " if number else "") + one for number, one in enumerate(lines)) or "\n")

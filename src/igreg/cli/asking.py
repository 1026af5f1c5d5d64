"""A record, question by question: what was typed is shown as it is taken, and asked for again where it is not."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import field
from typing import TYPE_CHECKING, Any

from igreg.cli import console
from igreg.cli._offers import Offers, say, why
from igreg.dataclass import dataclass
from igreg.errors import INTERRUPTED, IgregError
from igreg.language.suggest import did_you_mean

if TYPE_CHECKING:
    from igreg.changes.answers import Answers
    from igreg.model.leaf import Leaf


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
        say(f"Adding {model.one}. * must be there; Enter leaves any other out; ? says more.")
        say("Nothing is written before you have seen it all. Ctrl-C ends.")
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

    @property
    def offers(self) -> Offers:
        """What may be chosen for its fields."""
        return Offers(self.answers, self.kind)

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
        if self.offers.has_none(one):
            return False
        value = self._answer(one, may_lack=False)
        if value is None:
            return False
        put(self.values, self.answers.model, one.path, value)
        return True

    def _answer(self, one: Leaf, *, may_lack: bool) -> Any:
        """The value of a field; nothing where Enter left it out."""
        offered = self.offers.of(one)
        self.offers.introduce(one, offered)
        while True:
            text = self._line("> ", offered)
            if not text:
                if not one.needed or may_lack:
                    return None
                say("  this must be there; Ctrl-C ends")
            elif text == "?":
                self.offers.tell(one, offered)
            else:
                try:
                    value = self.answers.read(one, self.offers.chosen(text, one, offered), offered)
                except IgregError as error:
                    say(f"  {why(error)}")
                    continue
                self.offers.show_back(one, text, value)
                return value

    def _part(self, one: Leaf) -> bool:
        """Ask for a part with fields of its own, or for several; Enter at its first question leaves it out."""
        from igreg.changes.filled import put_part
        from igreg.model.leaf import leaves

        assert one.part is not None
        fields = [each for each in leaves(one.part, one.path) if each.part is None and each.path[-1] != "id"]
        fields.sort(key=lambda each: not each.needed)
        if self.offers.has_none(fields[0]):
            return False
        say(f"\n{one.name}: {one.meaning}" + (" Enter at its first question ends." if one.many else ""))
        added = False
        while True:
            item: dict[str, Any] = {}
            for number, each in enumerate(fields):
                value = None if self.offers.has_none(each) else self._answer(each, may_lack=not number)
                if value is not None:
                    item[each.path[-1]] = value
                elif not number:
                    break
            if not item and one.needed and not added:
                say("  this must be there; Ctrl-C ends")
                continue
            if not item:
                return added
            put_part(self.values, one, item)
            added = True
            if not one.many:
                return added
            say(f"\n{one.name}: another? Enter at its first question ends.")

    def _id(self) -> None:
        """The id: the one that comes next, or another."""
        from igreg.changes.filled import give_id
        from igreg.changes.new_record import refuse_id

        proposed = dict(self.values)
        proposed.pop("id", None)
        give_id(self.answers.register, self.kind, proposed, self.answers.now.date())
        known = proposed.get("id")
        instead = f" (Enter means {known})" if known else ""
        say(f"\nid *: Letters, digits, . _ -; unique in the whole register.{instead}")
        while True:
            text = self._line("> ") or str(known or "")
            if text == "?":
                say("  other records name it by this, so choose one that can stay, such as those of its kind have")
                continue
            try:
                refuse_id(self.answers.register, self.kind, text)
            except IgregError as error:
                say(f"  {why(error)}")
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
                    say(f"  {one.name}: {meaning(one)}")
                continue
            try:
                one = leaf(model, text)
            except NoSuchField as error:
                say(f"  there is no field {text!r}" + (f": {did_you_mean(error.near)}" if error.near else ""))
                continue
            if one.path == ("id",):
                self._id()
                continue
            if one.sort == "mapping":
                say("  write that by hand, afterwards")
                continue
            before = take(self.values, one.path)
            if not self._field(one) and before is not None:
                say("  left out now")

    def _summary(self) -> None:
        from igreg.changes.filled import ordered
        from igreg.render.record.answers import so_far

        say("")
        for line in so_far(self.answers.register, ordered(self.answers.model, self.values)):
            say(f"  {line}")

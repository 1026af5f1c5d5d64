"""What a question of `igreg add` offers to choose from, and what is said of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from igreg.cli import console
from igreg.dataclass import dataclass
from igreg.errors import IgregError

if TYPE_CHECKING:
    from igreg.changes.answers import Answers
    from igreg.model.leaf import Leaf

MOST_LISTED = 12
"""So many words or records are listed unasked; longer lists come with `?`."""


@dataclass(frozen=True)
class Offers:
    """What may be chosen for the fields of one record of a kind, from what the register holds."""

    answers: Answers
    kind: str

    def has_none(self, one: Leaf) -> bool:
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

    def of(self, one: Leaf) -> list[str]:
        """What may be chosen: who has left, and what has ended, is not offered, but may be named all the same."""
        register, today = self.answers.register, self.answers.now.date()

        def is_there(id: str) -> bool:
            record = register.by_id.get(id)
            last = getattr(record, "left", None) or getattr(record, "end", None)
            return last is None or last >= today

        return [id for id in self.answers.offered(one) if is_there(id)]

    def introduce(self, one: Leaf, offered: list[str]) -> None:
        """Put a question, with what may be chosen where that is short."""
        from igreg.render.record.answers import question

        say(f"\n{question(one)}")
        if len(offered) <= MOST_LISTED:
            self._list(offered)
        elif offered:
            say(f"  {len(offered)} to choose from: type a name, or part of one; ? lists them")

    def tell(self, one: Leaf, offered: list[str]) -> None:
        """Say more of a field, and all that may be chosen."""
        say(f"  {one.meaning} It is {'a list, each ' if one.many else ''}{one.form}.")
        self._list(offered)

    def _list(self, offered: list[str]) -> None:
        from igreg.render.record.answers import named

        for number, word in enumerate(offered, 1):
            say(f"  {number:>2} {named(self.answers.register, word)}")

    def chosen(self, text: str, one: Leaf, offered: list[str]) -> str:
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

    def show_back(self, one: Leaf, text: str, value: Any) -> None:
        """Say what was taken, where that is not what was typed; and whom a name may be besides."""
        from igreg.render.record.answers import taken

        shown = taken(self.answers.register, one, text, value)
        if shown is not None:
            say(f"  = {shown}")
        if one.path in (("name",), ("title",)) and isinstance(value, str):
            for id in self.answers.register.lookup.matches(value, (self.kind,)):
                say(f"  note: {self.answers.register.lookup.called(id)} is there already")


def why(error: IgregError) -> str:
    """What is wrong with an answer, and what to do."""
    return f"{error.sentence}: {error.hint}" if error.hint else error.sentence


def say(text: str) -> None:
    """Say something in lines that fit the terminal; what goes on is indented as it began."""
    from igreg.language.characters import wrapped

    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        lines = wrapped(line.strip(), console.width() - len(indent) - 2)
        console.say("\n".join(indent + ("  " if number else "") + one for number, one in enumerate(lines)) or "\n")

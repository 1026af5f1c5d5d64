"""Which values of a history are shown again: none that ought not to have been written (ruling H50).

What somebody took out stands in the history, and whoever shows that prints it once more. So a value in which one of
the rules on personal details finds something is replaced by words that name the rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from igreg.analysis.as_of import AsOf
from igreg.dataclass import dataclass
from igreg.findings import KeyPath
from igreg.model.base import Record
from igreg.model.kinds.staff import StaffMember
from igreg.model.walk import texts
from igreg.register.birth_dates import birth_dates
from igreg.register.personal_details import ADDRESS, MOBILE, personal_details
from igreg.register.private_numbers import may_hold_numbers, private_numbers, without_numbers
from igreg.register.suspects import suspect_texts

CONTACTS = frozenset({"staff", "roles"})
"""The kinds in which a private mailbox and a mobile number are looked for."""
TOLD_OF = frozenset({"incidents", "decisions", "requests", "engagements", "risks"})
"""The kinds that tell of people, in which whatever looks like their details is looked for."""
_PROVIDERS = "mail-providers"


def instead(code: str) -> str:
    """What stands in the place of a value in which a rule finds something."""
    return f"(not shown: {code})"


@dataclass(frozen=True)
class Withheld:
    """What is not to be shown of a register, by the rules IG801, IG802, IG803 and IG811.

    It does not matter whether they are selected, or silenced by an exception: a pull request is read by more people.
    """

    known: Collection[str] = frozenset()
    """The words of the names of staff, which may stand anywhere."""
    providers: Collection[str] = frozenset()
    """Whose mailboxes are private ones."""

    @classmethod
    def of(cls, as_of: AsOf) -> Withheld:
        """By the people and the facts of one state of a register."""
        staff = as_of.register.of(StaffMember)
        known = frozenset(word for person in staff for word in (person.name or "").split())
        return cls(known, frozenset(as_of.facts.values(_PROVIDERS)))

    def value(self, kind: str, path: KeyPath, value: Any) -> Any:
        """A value at its place in a record of a kind, be it a text, a list or a part, as it may be shown."""
        if isinstance(value, Mapping):
            return {_key(key): self.value(kind, (*path, key), one) for key, one in value.items()}
        if isinstance(value, list):
            return [self.value(kind, (*path, place), one) for place, one in enumerate(value)]
        if value is None or isinstance(value, bool):
            return value
        code = self.code(kind, path, str(value)) or (
            _bare(value) if kind in CONTACTS and path[:1] == ("extra",) else None
        )
        return value if code is None else instead(code)

    def code(self, kind: str, path: KeyPath, text: str) -> str | None:
        """The first of the rules that finds something in a text at its place; nothing where none does."""
        if any(private_numbers(text, 1)):
            return "IG801"
        if birth_dates(_said(path, text)):
            return "IG802"
        if kind in CONTACTS and (MOBILE.search(text) or self._is_private_mailbox(text)):
            return "IG803"
        if kind in TOLD_OF and path[-1:] != ("id",) and any(personal_details(text, self.known, self.providers)):
            return "IG811"
        return None

    def path(self, path: KeyPath) -> KeyPath:
        """A key path as it may be shown: a key that somebody made up may be a number too."""
        return tuple(_key(step) if isinstance(step, str) else step for step in path)

    def labels(self, records: Iterable[Record]) -> Mapping[str, str]:
        """The titles and names of records that are not to be shown, each with what stands in its place."""
        by_kind: dict[str, dict[str, str]] = {}
        for record in records:
            if label := record.label:
                by_kind.setdefault(record.kind, {})[label] = label
        return {
            label: instead(code)
            for kind, labels in by_kind.items()
            for label in suspect_texts(labels, lambda text, kind=kind: self.code(kind, (), text) is not None)  # type: ignore[misc]
            if (code := self.code(kind, (), label))
        }

    def texts(self, records: Iterable[Record]) -> Mapping[str, str]:
        """Every text of some records that is not to be shown, such as an action or a reason, likewise."""
        return {
            text: instead(code)
            for record in records
            for path, text in texts(record)
            if (code := self.code(record.kind, path, text))
        }

    def _is_private_mailbox(self, text: str) -> bool:
        return "@" in text and any(match[1].lower() in self.providers for match in ADDRESS.finditer(text))


def sentence(text: str, labels: Mapping[str, str]) -> str:
    """A sentence as it may be shown, in which titles and names stand: those that are not, and numbers, are replaced."""
    for label in sorted((label for label in labels if label in text), key=len, reverse=True):
        text = text.replace(label, labels[label])
    return without_numbers(text, instead("IG801")) if may_hold_numbers(text) else text


def _bare(value: Any) -> str | None:
    """The rule that finds a mobile number of which YAML dropped the nought or the plus; nothing where it is none."""
    digits = str(value) if type(value) is int else ""
    lost = (("7", 10), ("447", 12))
    return "IG803" if any(digits.startswith(start) and len(digits) == length for start, length in lost) else None


def _key(key: str) -> str:
    return instead("IG801") if any(private_numbers(key, 1)) else key


def _said(path: KeyPath, text: str) -> str:
    """What a file says; under `extra` the user's own keys speak too: `dob: 1961-03-12`."""
    return " ".join((*_own_keys(path), text))


def _own_keys(path: KeyPath) -> Iterator[str]:
    if path[:1] == ("extra",):
        yield from (step.replace("_", " ") for step in path[1:] if isinstance(step, str))

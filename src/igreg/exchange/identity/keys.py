"""The keys that other systems have for people, such as a staff number: known by a hash that nobody can turn back."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from igreg.dataclass import dataclass
from igreg.sheets.book import Value

SIZE = 16
"""So many bytes of the hash a map keeps."""
_ASSIGNMENT = re.compile(r"(.*\d)-\d{1,3}", re.DOTALL)
"""ESR writes the number of an assignment behind that of the person: `12345678-2`."""


@dataclass
class Keys:
    """The ids of records by the hashes of their keys, and those that were learnt. Without a secret nothing is known."""

    secret: bytes | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    learnt: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    """The rows of which the keys were learnt."""
    _hashes: dict[str, str] = field(default_factory=dict)

    def hash(self, key: str) -> str:
        """What a map holds of a key (HMAC-SHA-256); an empty text where there is no secret."""
        if self.secret is None:
            return ""
        if key not in self._hashes:
            begun = self._begun.copy()
            begun.update(key.encode())
            self._hashes[key] = begun.hexdigest()[: 2 * SIZE]
        return self._hashes[key]

    @cached_property
    def _begun(self) -> hmac.HMAC:
        """The hash of a key as it begins: with the secret, which is worked in once for all."""
        return hmac.new(self.secret or b"", digestmod="sha256")

    def id(self, key: str) -> str | None:
        """The id of the record of a key; nothing where it is not known."""
        hashed = self.hash(key)
        return self.known.get(hashed) or self.learnt.get(hashed)

    def learn(self, key: str, id: str, row: int) -> None:
        """Remember the key of a record, and of which row it is."""
        if self.secret is not None and self.known.get(self.hash(key)) != id:
            self.learnt[self.hash(key)] = id
            self.rows[self.hash(key)] = row


def key_text(value: Value) -> str:
    """A key as it is compared: without case and blanks."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split()).casefold()


def of_person(key: str) -> tuple[str, bool]:
    """The part of an assignment's number that is of the person, and whether there was another part."""
    found = _ASSIGNMENT.fullmatch(key)
    return (found[1], True) if found is not None else (key, False)

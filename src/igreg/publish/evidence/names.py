"""People taken out of what leaves: everybody in staff becomes their role's title (ruling E50)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from igreg.analysis.as_of import AsOf
from igreg.analysis.people_in_texts import People
from igreg.model.kinds.staff import StaffMember

SOMEBODY = "a member of staff"
"""Who somebody is that holds no role today."""
_PRIVATE = frozenset({"name", "email"})
T = TypeVar("T")


class Unnamed:
    """Puts the title of a role in place of each person of the register, in any text or value."""

    def __init__(self, as_of: AsOf) -> None:
        titles = _titles(as_of)
        staff = (one.id for one in as_of.register.of(StaffMember) if one.id)
        self._people = People(as_of.register, {id: titles.get(id, SOMEBODY) for id in staff})

    def text(self, text: str) -> str:
        """A text without the names, ids and addresses of people of the register, in whatever case they stand."""
        return self._people.text(text)

    def value(self, value: T) -> T:
        """A value without people, however deep: texts, lists, mappings and frozen values."""
        return self._value(value)  # type: ignore[no-any-return]

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {self.text(key) if isinstance(key, str) else key: self._value(one) for key, one in value.items()}
        if isinstance(value, list | tuple | frozenset):
            return type(value)(self._value(one) for one in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            changed = {one.name: self._value(getattr(value, one.name)) for one in dataclasses.fields(value)}
            return dataclasses.replace(value, **changed)
        return value

    def record(self, kind: str, value: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a record without people; of somebody in staff, no name and no address."""
        kept = {key: one for key, one in value.items() if kind != "staff" or key not in _PRIVATE}
        return dict(self._value(kept))


def _titles(as_of: AsOf) -> Mapping[str, str]:
    """The title of the first role that each person holds today, deputies last; a title may itself name somebody."""
    out: dict[str, str] = {}
    text = People(as_of.register).text
    tenure = as_of.tenure
    for roles in (True, False):
        for role in as_of.register.kinds.get("roles", ()):
            people = tenure.holders(role) if roles else tenure.deputies(role)  # type: ignore[arg-type]
            for one in people:
                if one.holder.staff:
                    out.setdefault(one.holder.staff, text(role.called))
    return out

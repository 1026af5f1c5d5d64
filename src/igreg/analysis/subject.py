"""What a word means of which somebody asks who it was: an area, a function, a role or a person (ruling H02)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.language.english import listed
from igreg.language.suggest import did_you_mean, nearest, same_word
from igreg.model.kind_words import singular
from igreg.model.kinds import KINDS
from igreg.model.kinds.roles import Function, Role
from igreg.register.lookup import AREAS
from igreg.register.register import Register

FUNCTIONS: tuple[str, ...] = get_args(Function)
SORTS = ("area", "function", "role", "person")
"""What may be asked about, in the order in which an id that several have is taken."""
_KIND = {"area": AREAS, "role": "roles", "person": "staff"}
MOST_OFFERED = 8
"""Of so many things that a word may mean the names are given."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is asked about: the sort of thing, and its id."""

    sort: str
    id: str


def subject(register: Register, word: str) -> Subject | None:
    """What a word means: an exact id, or one with `role:` or another sort before it, else a name or function.

    Nothing where it means none of these. Raises IgregError where it means several, or a record of another kind.
    """
    sort, colon, rest = word.partition(":")
    if colon and sort.strip().casefold() in SORTS:
        sort, rest = sort.strip().casefold(), rest.strip()
        return _exact(register, rest, sort) or _one(word, register, list(_called(register, rest, sort)))
    for sort in SORTS:
        found = _exact(register, word, sort)
        if found is not None and not (sort == "function" and _is_a_post_alone(register, word)):
            return found
    if word in register.kind_of:
        raise of_another_kind(word, register.kind_of[word])
    return _one(word, register, [found for sort in SORTS for found in _called(register, word, sort)])


def of_another_kind(word: str, kind: str) -> IgregError:
    """The error for the id of a record about which nobody asks who held it."""
    one = singular(kind) if kind in KINDS else kind.removesuffix("s")
    return IgregError(
        f"{word!r} is the id of a record of another kind ({one})",
        f"ask about an area, a function, a role or a person; igreg show {word} says what it is",
    )


def _is_a_post_alone(register: Register, word: str) -> bool:
    """Whether a role is called as a function that no role has: "nobody has it" would be no answer to that word."""
    return _exact(register, word, "role") is not None and all(
        word not in one.all_functions for one in register.of(Role)
    )


def near(register: Register, word: str) -> str:
    """What to do about a word that means nothing here: take the nearest, or ask about something there is."""
    sort, colon, rest = word.partition(":")
    rest = rest.strip() if colon and sort in SORTS else word
    known = register.lookup.nearest(rest, (AREAS, "roles", "staff")) or nearest(rest, FUNCTIONS)
    return did_you_mean(known, "name an area, a function, a role or a person by its id or name")


def _exact(register: Register, word: str, sort: str) -> Subject | None:
    if sort == "area":
        is_one = word in register.areas
    elif sort == "function":
        is_one = word in FUNCTIONS
    else:
        kind = _KIND[sort]
        is_one = register.kind_of.get(word) == kind or kind in register.kinds_of.get(word, ())
    return Subject(sort, word) if is_one else None


def _called(register: Register, word: str, sort: str) -> Iterator[Subject]:
    """What of a sort is called so, case and blanks aside."""
    if sort == "function":
        function = same_word(word, FUNCTIONS)
        if function is not None:
            yield Subject(sort, function)
        return
    for id in register.lookup.matches(word, (_KIND[sort],)):
        yield Subject(sort, id)


def _one(word: str, register: Register, found: list[Subject]) -> Subject | None:
    """The one thing that a word means; a role that has a function of this name is meant with the function.

    A function that no role has is meant only where nothing else is called so.
    """
    known = {function for role in register.of(Role) for function in role.all_functions} if len(found) > 1 else set()
    functions = {one.id for one in found if one.sort == "function"} & known
    left = [one for one in found if one.sort != "role" or functions.isdisjoint(_functions(register, one.id))]
    if len(left) > 1:
        left = [one for one in left if one.sort != "function" or one.id in functions]
    if len(left) > 1:
        several = [f"{one.sort}:{one.id}" for one in left]
        more = f", and {len(several) - MOST_OFFERED} more" if len(several) > MOST_OFFERED else ""
        raise IgregError(
            f"{word!r} may mean several", f"write {listed(several[:MOST_OFFERED], 'or')}{more}: say which is meant"
        )
    return left[0] if left else None


def _functions(register: Register, id: str) -> tuple[str, ...]:
    role = register.get(Role, id)
    return role.all_functions if role is not None else ()

"""Who leads on what, as it is answered: a name becomes a person, with an id of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from igreg.analysis.functions import conflicts_with
from igreg.dataclass import dataclass
from igreg.facts.in_force import Facts
from igreg.model.values import parse_email

NOBODY = frozenset(
    {"?", "??", "???", "-", "--", "n/a", "na", "nil", "nobody", "none", "tba", "tbc", "unknown", "vacant"}
)
"""What people write where nobody has been found yet."""
LONGEST = 100

_ADDRESS = re.compile(r"\s*[,;]?\s*<?([^\s<>,;]*@[^\s<>,;]*)>?$")
_SEVERAL = re.compile(r"\s(?:and|or)\s|[&/;,+]", re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """Somebody who holds a post: the name as it is spoken, and the work address if it was given."""

    name: str
    email: str = ""


@dataclass(frozen=True)
class Post:
    """A post of a starter: its id, what it is called, the areas it leads, and its function."""

    id: str
    title: str
    areas: tuple[str, ...]
    function: str


def person_meant(text: str, known: Collection[Person], posts: Iterable[Post] = ()) -> Person | None:
    """The person that an answer names: somebody new, or by number or name one of those known; nobody where it is empty.

    Raises ValueError with a sentence where it names nobody that can be written down.
    """
    if not text:
        return None
    if text.isdecimal() and 1 <= int(text) <= len(known):
        return list(known)[int(text) - 1]
    name, email = _parts(text)
    _refuse(name, posts)
    if email:
        _refuse_address(email)
    same = next((one for one in known if one.name.casefold() == name.casefold()), None)
    if same is not None and (not email or same.email == email):
        return same
    if same is not None and same.email:
        raise ValueError(f"{same.name} has the address {same.email} already: two people of one name need two names")
    return Person(same.name if same is not None else name, email)


def clash(function: str, held: Iterable[str]) -> str:
    """Why somebody who holds these functions should not hold this one too; empty where nothing speaks against it."""
    found = conflicts_with(Facts(), set(held), {function})
    return f"{found.why} ({found.source})" if found is not None else ""


def ids_of(people: Iterable[Person], taken: Collection[str]) -> Mapping[str, str]:
    """An id for each name, such as n-rahman for Nadia Rahman; different from each other and from those taken."""
    out: dict[str, str] = {}
    used = set(taken)
    for person in people:
        if person.name in out:
            continue
        first, *rest = _words(person.name) or ["person"]
        stem = f"{first[0]}-{rest[-1]}" if rest else first
        id, number = stem[:60], 2
        while id in used:
            id, number = f"{stem[:60]}-{number}", number + 1
        used.add(id)
        out[person.name] = id
    return out


def _words(name: str) -> list[str]:
    """The words of a name in letters that an id may have."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))


def _parts(text: str) -> tuple[str, str]:
    """The name, and the address after it."""
    found = _ADDRESS.search(text)
    return (text[: found.start()].strip(), found[1]) if found else (text, "")


def _refuse_address(email: str) -> None:
    """Raise ValueError where an address is none."""
    try:
        parse_email(email)
    except ValueError as error:
        raise ValueError(f"{email!r} is not {error}") from None


def _refuse(name: str, posts: Iterable[Post]) -> None:
    """Raise ValueError where a name is none."""
    if not name:
        raise ValueError("please type the name first, then the address: Jo Smith jo.smith@example.org")
    if name.casefold() in NOBODY:
        raise ValueError("where nobody has been found yet, just press Enter")
    if len(name) > LONGEST:
        raise ValueError(f"that is longer than a name: at most {LONGEST} letters")
    if any(name.casefold() in (post.id, post.title.casefold()) for post in posts):
        raise ValueError(f"{name!r} is a post; please type the name of the person, or press Enter")
    if not any(sign.isalpha() for sign in name) or any(sign.isdecimal() for sign in name):
        raise ValueError(f"{name!r} is not a name; please type one such as Jo Smith, or press Enter")
    if _SEVERAL.search(name):
        raise ValueError(
            "please type one person as the name is spoken, such as Jo Smith; deputies are added afterwards"
        )
    if not name.isprintable():
        raise ValueError("there is a sign in it that cannot be shown; please type the name again")

"""Which record of the register a cell means: a unit, the role that owns something, a person, by all they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from igreg.analysis.role_held import NotOneRole, role_held
from igreg.analysis.tenure import Tenure
from igreg.exchange.cells.refused import CellRefused
from igreg.language.english import listed
from igreg.language.person_name import person_name
from igreg.language.suggest import same_word
from igreg.model.kind_words import singular
from igreg.model.kinds import KINDS
from igreg.model.leaf import Leaf
from igreg.model.values import AUDIENCES
from igreg.register.lookup import AREAS

_PREFIX = re.compile(r"\d{3,4}\s+(?=\D)")
"""ESR writes the number of the organisation before its units: `457 Ash House`."""
NUMBERED = re.compile(r"(\d{1,10})\s*(?:[-:\u2013]\s*|\s)(?=\D)")
"""A number before a name, as ESR and rota programs write it: `20481133 Osei, Jane`, `1 - Jane Osei`."""
MOST_NAMED = 6


def names(text: str) -> Iterator[str]:
    """A person's name in the ways in which a register may have it: without a number before it, and turned round."""
    yield text
    bare = NUMBERED.sub("", text, count=1) if text[:1].isdigit() else text
    yield bare
    yield person_name(bare).text


def called(text: str) -> str:
    """A title or an id as it is compared: without regard to case and blanks."""
    return " ".join(text.split()).casefold()


def reference(tenure: Tenure, leaf: Leaf, text: str, coming: Mapping[str, tuple[str, ...]]) -> str:
    """The id that a cell means, in a field of ids or of areas. Raises CellRefused.

    `coming` are the ids of records of that kind that stand in the same table, by what they are `called` there.
    """
    ref, register = leaf.ref, tenure.register
    if ref is None:
        return _one(tenure, leaf, text, (AREAS,), "an area")
    if ref.audiences and (audience := same_word(text, AUDIENCES)) is not None:
        return audience
    kinds = ref.kinds
    found = register.lookup.matches(text, kinds)
    if not found and "units" in kinds and (bare := _PREFIX.sub("", text, count=1)) != text:
        found = register.lookup.matches(bare, kinds)
    if not found and {"staff", "roles"} & set(kinds):
        found = _people(tenure, text, kinds)
    if coming and text not in register.kind_of:
        new = coming.get(called(text), ())
        found = new if [called(id) for id in new] == [called(text)] else tuple(dict.fromkeys((*found, *new)))
        if len(found) > 1:
            raise CellRefused(f"{text!r} may mean several records", f"name one by its id: {listed(found, 'or')}")
    if not found and ref.or_text:
        return text
    if len(found) == 1:
        return found[0]
    return _one(tenure, leaf, text, kinds, leaf.form.removeprefix("the id of ").partition(", or")[0])


def _people(tenure: Tenure, text: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The person whom a cell names, or where only a role may stand, the one that they hold on the day (ruling X62)."""
    matches = tenure.register.lookup.matches
    people = next((found for name in names(text) if (found := matches(name, ("staff",)))), ())
    if "staff" in kinds or not people:
        return people
    if len(people) > 1:
        return ()
    try:
        return (role_held(tenure, people[0], text),)
    except NotOneRole as error:
        raise CellRefused(error.message, error.help) from None


def _one(tenure: Tenure, leaf: Leaf, text: str, kinds: tuple[str, ...], what: str) -> str:
    """The one record that a text means, or the refusal, with the nearest or with all that it may mean."""
    lookup = tenure.register.lookup
    found = lookup.matches(text, kinds)
    if len(found) == 1:
        return found[0]
    if found:
        more = f", and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        raise CellRefused(
            f"{text!r} may mean several records",
            f"name one: {listed(map(lookup.called, found[:MOST_NAMED]), 'or')}{more}",
        )
    add = f", with `igreg add {singular(kinds[0])}`" if len(kinds) == 1 and kinds[0] in KINDS else ""
    otherwise = f"add it first{add}, or say in the map what it means: [values.{leaf.name}]"
    raise CellRefused(f"{text!r} is not {what} of this register", lookup.hint(text, kinds, otherwise))

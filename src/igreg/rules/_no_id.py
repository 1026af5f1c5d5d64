"""What to do about words that stand where an id belongs: marks for what is above, oneself, everybody."""

from __future__ import annotations

import re

from igreg.language.english import some_of
from igreg.model.base import Record
from igreg.model.kinds.roles import Role
from igreg.model.marks import Ref
from igreg.model.no_value import DITTO_HELP, is_ditto
from igreg.register.register import Register
from igreg.rules._rule import Context


def ditto(register: Register, record: Record, target: str, path: tuple[str | int, ...]) -> str:
    """What to do about a mark for what is above: the value of the record before, where that is one word."""
    if not is_ditto(target):
        return ""
    here = register.by_file.get(record.where.file, ())
    before = next((one for one in here if one.where.item == (record.where.item or 0) - 1), None)
    value = getattr(before, str(path[0]), None) if len(path) == 1 else None
    return f"{DITTO_HELP}: there it is {value}" if isinstance(value, str) and not is_ditto(value) else DITTO_HELP


def itself(record: Record, target: str, path: tuple[str | int, ...]) -> str:
    """What to do about somebody who is said to be above themselves."""
    if path[-1] not in ("manager", "accountable_to") or target.casefold() not in _SELF:
        return ""
    above = "has no manager" if path[-1] == "manager" else "answers to nobody"
    return f"leave the field out for whoever {above}; else name who is above {record.called}"


MOST_NAMED = 20
"""So many of the roles of one person are named where a role belongs: each of thousands of findings named them all."""
_SELF = frozenset({"self", "itself", "himself", "herself", "themselves", "themself", "own", "me"})


def held(ctx: Context, target: str, ref: Ref) -> str:
    """What to do about a person's name where a role belongs: the roles that they hold."""
    if "staff" in ref.kinds or "roles" not in ref.kinds:
        return ""
    lookup = ctx.register.lookup
    meant = lookup.matches(target, ("staff",)) or lookup.by_part(target, ("staff",))
    return _of_a_person(ctx, meant[0]) if len(meant) == 1 else ""


def _of_a_person(ctx: Context, staff: str) -> str:
    """That a role belongs where a person is named, and which they hold; nothing of somebody who holds none."""
    held = ctx.tenure.roles_of(staff)
    roles = [role.id for role in held[: MOST_NAMED + 1] if role.id]
    name = ctx.register.title(staff)
    return f"a role belongs here, not a person: {name} holds {some_of(roles, MOST_NAMED, len(held))}" if roles else ""


def address(ctx: Context, target: str, ref: Ref) -> str:
    """What to do about somebody's e-mail address where an id belongs."""
    if "@" not in target:
        return ""
    found = ctx.register.lookup.by_email.get(target.casefold(), ())
    if len(found) != 1:
        return ""
    name = ctx.register.title(found[0])
    if not ref.kinds or "staff" in ref.kinds:
        return f"write {found[0]}, the id of {name}"
    return _of_a_person(ctx, found[0]) if "roles" in ref.kinds else ""


def posts(register: Register, record: Record, target: str, ref: Ref) -> str:
    """What to do about letters, one word or a team for whoever is meant (`CG`, `the IG team`, `all`): the posts."""
    kinds = [kind for kind in _POSTS if kind in ref.kinds]
    if "roles" not in kinds or ref.audiences:
        return ""
    text = WHOSE.sub("", target.strip()).rstrip(".")
    core = _TEAM.sub("", text)
    called = register.lookup.called
    if core.casefold() in _EVERYBODY:
        leads = [one for one in register.of(Role) if one.id and set(one.areas) & set(getattr(record, "areas", ()))]
        some = [called(one.id) for one in leads or register.of(Role) if one.id]
        return f"one post answers for it, not all: write the id of one: {some_of(some)}" if some else ""
    found = register.lookup.matches(core, kinds) or register.lookup.by_part(core, kinds)
    several = f"several could be meant; write the id of one: {some_of([*map(called, found)])}"
    if core != text and found:
        team = "" if "groups" in kinds else "a post belongs here, not a team: "
        return f"{team}{several}" if len(found) > 1 else f"{team}did you mean {called(found[0])}? write {found[0]}"
    if len(found) == 1 and not register.lookup.matches(core, kinds):
        return f"did you mean {called(found[0])}? write {found[0]}"
    return several if len(found) > 1 else ""


_POSTS = ("roles", "groups", "units")
WHOSE = re.compile(r"^(?:the|our|my|an?) ", re.IGNORECASE)
"""What stands before a post or a team, and is no part of what it is called."""
_TEAM = re.compile(r" (?:team|office|department|dept|group)$", re.IGNORECASE)


def unnamed(target: str, path: tuple[str | int, ...], ref: Ref) -> str:
    """What to do about a word for those who are not named: everybody, and so on."""
    word = target.strip().casefold().rstrip(".\u2026 ")
    if word in ("", "etc", "and so on", "others", "and others", "the rest", "and the rest"):
        return "name each: no word stands for those who are not named"
    if word in _EVERYBODY and not ref.audiences:
        return "name each of them: no word stands for all" if isinstance(path[-1], int) else ""
    return ""


def remark(register: Register, target: str) -> str:
    """What to do about an id whose remark begins without a space: `dpo# Priya`."""
    before, hash, after = target.partition("#")
    found = register.lookup.matches(before.strip()) if hash and before.strip() else ()
    if len(found) != 1:
        return ""
    return f"a space is missing before the #, which begins a remark: {found[0]} # {after.strip()}"


def each(field: str, target: str) -> str:
    """What to do about a training record of everybody, or one that leans on the one above."""
    if field == "staff" and target.casefold() in _EVERYBODY:
        return "a record is of one person: write one for each"
    return DITTO_HELP if is_ditto(target) else ""


_EVERYBODY = frozenset({"all", "all staff", "all-staff", "everybody", "everyone", "team", "whole team"})

"""What is to be known of a return before its items: that its edition is closed, or that its list is not known."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.returns.states import States
from igreg.facts import pack_names
from igreg.language.english import long_day
from igreg.rules._rule import Context


def remarks(context: Context, states: States) -> Iterator[str]:
    """Sentences, the most important first (rulings E07, E15, E41, E69, E70)."""
    of, pack = states.of, states.of.pack
    ours = context.register.packs.own.get(pack.id or "")
    if ours is not None and pack.id in pack_names():
        yield f"The pack {pack.id} is your own, {ours.file}, and not the one of this name that igreg brings."
    if context.register.unread and not context.register.has_organisation:
        yield "What sort of organisation this is cannot be read, and other items may be asked of it."
    if pack.deadline is not None and pack.deadline < context.today and of.is_open:
        closed = f"The edition {pack.edition} is closed: its last day was {long_day(pack.deadline)}."
        yield f"{closed} {_next(context, states)}"
    if pack.opens is not None and context.today < pack.opens:
        yield f"The edition {pack.edition} is not open yet: it opens on {long_day(pack.opens)}."
    needs = {one.need for one in states.items}
    if needs == {"unknown"}:
        who = f"category {of.category}" if of.category is not None else "this organisation"
        yield (
            f"Which items are mandatory for {who} is not established, so that nothing is counted and no status is "
            "worked out."
        )
    elif "recorded" in states.summary:
        yield "Which levels are needed is not established: an outcome in between is recorded, and no status worked out."


def _next(context: Context, states: States) -> str:
    """Which edition is open now, or that none is known here and how a pack of one's own is begun."""
    pack, packs = states.of.pack, context.register.packs
    later = packs.meant(pack.alias, context.today) if pack.alias else None
    if later is not None and later.name != pack.id and later.pack is not None and later.pack.is_open(context.today):
        return f"Open now is {later.name}."
    return (
        "The items of the edition after it are not known to igreg; to go on from these: "
        f"igreg frameworks {pack.id} --format yaml, as the beginning of a pack of your own in frameworks/."
    )

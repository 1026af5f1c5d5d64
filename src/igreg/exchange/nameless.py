"""A plan without names, for where others read along: ids, places and counts (ruling X55)."""

from __future__ import annotations

from dataclasses import replace

from igreg.exchange.brought import Brought

UNTOLD = "not told, as --no-names asks"


def nameless(brought: Brought) -> Brought:
    """The plan with ids, fields and places alone: no value, and no sentence in which one may stand."""
    return replace(
        brought,
        new=[one._replace(values={}) for one in brought.new],
        changed=[
            replace(one, fields=[replace(field, before=None, after=None) for field in one.fields], title=None)
            for one in brought.changed
        ],
        gone=[replace(one, title=None) for one in brought.gone],
        refused=[
            replace(one, value=None, message=UNTOLD, help="", collision=None if one.collision is None else (None,) * 3)
            for one in brought.refused
        ],
        left_out=[one._replace(why=UNTOLD) for one in brought.left_out],
        notes=[replace(one, value=None, message=UNTOLD) for one in brought.notes],
        findings=[replace(one, message=UNTOLD, help="", title=None) for one in brought.findings],
    )

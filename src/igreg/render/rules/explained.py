"""A rule's page with what the facts know of its sources: on what it rests, and how old that is."""

from __future__ import annotations

from igreg.facts.in_force import Facts
from igreg.facts.life import Fact, Source
from igreg.facts.tables import sources
from igreg.render.facts.life import life, out_of_date, sourced
from igreg.rules._rule import BASES, Rule, page

_NEXT = "\n## Not accepted\n"


def explained(rule: Rule, facts: Facts) -> str:
    """The page of a rule; under what it rests on, the rows and sources with their life, as they are in force."""
    before, mark, after = page(rule).partition(_NEXT)
    rows = rule.lives(facts)
    said = [f"Rests on: **{BASES[rule.basis]}**.", ""]
    said += [_row(row) for row in rows if isinstance(row, Fact)]
    said += [_source(row) for row in {_read_in(row).id: _read_in(row) for row in rows}.values()]
    return f"{before}\n{chr(10).join(said).rstrip()}\n{mark}{after}"


def _read_in(row: Fact | Source) -> Fact | Source:
    """Where the life of a row is told: the source that it was read in, else the row itself."""
    return row if isinstance(row, Source) or row.rests_on is None else sources()[row.rests_on]


def _row(row: Fact) -> str:
    yours = "; **yours, from igreg.toml**" if row.own else ""
    return f"- `{row.id}`: {row.in_words} ({row.source}{yours})."


_NO_PAPER = ("igreg", "mission", "practice")
"""Sources that nobody has published: of them there is no address and no edition to tell."""


def _source(row: Fact | Source) -> str:
    if isinstance(row, Source) and row in [sources()[name] for name in _NO_PAPER]:
        return f"- {sourced(row)[:1].upper()}{sourced(row)[1:]}: {row.title}."
    where = f"<{row.url}>" if row.url else "Address not known"
    since = out_of_date(row)
    old = f" **Out of date:** {since}." if since else ""
    return f"- {sourced(row)[:1].upper()}{sourced(row)[1:]}. {where}. {life(row)[:1].upper()}{life(row)[1:]}.{old}"

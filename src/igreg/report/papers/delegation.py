"""The scheme of delegation: who may decide what, up to which limit and until when, and what was decided under it."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.language.english import capital, counted, listed, long_day, money
from igreg.report.asked import NOBODY
from igreg.report.kind import Report
from igreg.report.matters.scheme import Given, Scheme, scheme_of
from igreg.report.paper import Block, Column, Figure, Figures, Paper, Part, Picture, Points, Said, Table
from igreg.wording.arrows import marks_said


def paper(found: Scheme) -> Paper:
    """What is handed down, what posts may decide by themselves, what must be kept, and what was decided."""
    about = [f"Decisions of {found.head.period.called}", *([found.head.part] if found.head.part else [])]
    parts = [
        Part("In short", tuple(_short(found))),
        Part("What is handed down", (_given_table(found), _where(found))),
        Part("What posts may decide by themselves", (_posts(found),)),
        Part("What may not be handed down", tuple(_kept(found))),
        Part("What was decided under it", tuple(_decided(found))),
    ]
    if found.seats or found.votes:
        parts.append(Part("Elections", (_seat_table(found), _vote_table(found))))
    if found.given or found.seats:
        picture = Picture("delegation", "Chart of delegation", "Who has handed down what to whom.")
        parts.append(Part("The chart", (picture,)))
    return Paper(
        name="delegation",
        title="Scheme of delegation",
        organisation=found.head.organisation,
        day=found.head.day,
        about="; ".join(about),
        unread=found.head.unread,
        parts=tuple(parts),
    )


def _short(found: Scheme) -> Iterator[Block]:
    over = sum(1 for one in found.decisions if one.beyond)
    wrong = sum(1 for one in found.given if one.amiss)
    in_force = sum(1 for one in found.given if "ended" not in one.amiss)
    beyond = f"{over} beyond what was given" if over else ""
    yield Figures(
        (
            Figure("Delegations in force", str(in_force)),
            Figure("To be looked at", str(wrong), attention="to be looked at" if wrong else ""),
            Figure("Decided under them", str(len(found.decisions)), attention=beyond),
        )
    )
    items = [f"{one.title}: {_amiss(one)}." for one in found.given if one.amiss]
    items += [f"{one.title}: decided on {long_day(one.day)}; {one.beyond}." for one in found.decisions if one.beyond]
    if items:
        yield Points(tuple(items))


def _amiss(one: Given) -> str:
    return marks_said(one.amiss)


def _given_table(found: Scheme) -> Table:
    columns = (
        Column("Delegation"), Column("By whom"), Column("To whom"), Column("What"), Column("Areas"), Column("Up to"),
    )  # fmt: skip
    rows = tuple(
        (one.title, one.giver, one.taker, "; ".join(one.tasks), ", ".join(one.areas), capital(one.up_to))
        for one in found.given
    )
    return Table("Who may decide what, up to which limit", columns, rows, "Nothing is handed down.")


def _where(found: Scheme) -> Table:
    columns = (Column("Delegation"), Column("Id"), Column("From", "day"), Column("Until"), Column("State"))
    rows = tuple(
        (
            one.title,
            one.id,
            one.start,
            one.end if one.end is not None else "no end set",
            _amiss(one) or "in force",
        )
        for one in found.given
    )
    return Table("From when until when", columns, rows, "Nothing is handed down.")


def _posts(found: Scheme) -> Table:
    rows = tuple(
        (one.title, ", ".join(one.holders) or NOBODY, "; ".join(one.decides) or "not recorded", ", ".join(one.leads))
        for one in found.posts
    )
    columns = (Column("Post"), Column("Who"), Column("May decide"), Column("Leads"))
    return Table("Posts that decide or lead", columns, rows, "No post is recorded as deciding or leading anything.")


def _kept(found: Scheme) -> Iterator[Block]:
    if found.keepers:
        yield Said(f"{listed(found.keepers)} may hand down the work, and never these; they stay with the post:")
        yield Points(tuple(capital(one) for one in found.kept))
    else:
        yield Said("The register has none of the posts that must keep something: SIRO, Caldicott Guardian, DPO.")


def _decided(found: Scheme) -> Iterator[Block]:
    columns = (
        Column("Decision"), Column("Id"), Column("Who"), Column("On", "day"), Column("Under"), Column("Sum"),
        Column("Outcome"), Column("Within it"),
    )  # fmt: skip
    rows = tuple(
        (
            one.title,
            one.id,
            one.by,
            one.day,
            one.under,
            money(one.value, one.currency) if one.value is not None else "",
            one.outcome,
            f"no: {one.beyond}" if one.beyond else "yes",
        )
        for one in found.decisions
    )
    empty = "No decision under a delegation is recorded in this time."
    yield Table("Decisions under a delegation", columns, rows, empty)
    if found.unnamed:
        number = counted(len(found.unnamed), "decision")
        yield Said(f"{number} called delegated, with no delegation named: {'; '.join(found.unnamed)}.")


def _seat_table(found: Scheme) -> Table:
    columns = (Column("Seat"), Column("Group"), Column("Elected by"), Column("Last", "day"), Column("Term ends", "day"))
    rows = tuple((one.seat, one.group, one.by, one.last, one.ends) for one in found.seats)
    return Table("Seats filled by election", columns, rows, "No seat is filled by election.")


def _vote_table(found: Scheme) -> Table:
    columns = (
        Column("Ballot"), Column("On", "day"), Column("Entitled", "number"), Column("Voted", "number"),
        Column("Turnout", "percent"), Column("Outcome"),
    )  # fmt: skip
    rows = tuple((one.title, one.day, one.entitled, one.voted, one.turnout, one.outcome) for one in found.votes)
    return Table("Ballots", columns, rows, "No ballot is recorded in this time.")


REPORT = Report(
    tells="the scheme of delegation: who may decide what, up to which limit, until when; what was decided under it",
    readers="the chief executive",
    values=scheme_of,
    type=Scheme,
    paper=paper,
    formats=("html", "docx", "pdf", "xlsx", "markdown", "json"),
    period="this year",
    takes=frozenset({"period", "area", "unit"}),
)

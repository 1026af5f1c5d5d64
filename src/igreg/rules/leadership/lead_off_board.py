"""A SIRO or Caldicott Guardian who is neither on the board nor answers to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from igreg.analysis.board import Board
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule

_FUNCTIONS = ("siro", "caldicott-guardian")


@rule("IG228", Severity.WARNING, "contract", "nhs-contract")
def check(ctx: Context) -> Iterator[Fault]:
    board = Board(ctx.tenure)
    posts = {id(role): role for function in _FUNCTIONS for role in ctx.tenure.roles_with.get(function, ())}
    for role in posts.values():
        if board.has(role) or board.has_a_holder_of(role) or board.is_answered_to_by(role):
            continue
        message = f"{role.called} is neither on the board nor answers to it"
        help = "let the post answer to the board with `accountable_to:`, make it a member, or give it to somebody there"
        fault = role.fault((), message, help)
        yield fault if ctx.standing.nhs_contract == "full" else replace(fault, severity=Severity.INFO)

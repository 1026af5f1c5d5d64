"""Where igreg may write what a user asks for: never into the register, which whoever reads it would take it for."""

from __future__ import annotations

from pathlib import Path

from igreg.errors import IgregError


def refuse_inside(out: Path, register: Path, what: str, example: str, *, option: str = "--out") -> None:
    """Refuse a file in the register. Raises IgregError, which names `what` it is and an `example` of a name."""
    if out.resolve().is_relative_to(register.resolve()):
        raise IgregError(f"{option}: {what} cannot go into the register", f"for example: {option} {example}")


def refuse_around(out: Path, register: Path, what: str, *, option: str = "--out") -> None:
    """Refuse a place that is in the register, or that the register is in: what is replaced there as a whole."""
    target, own = out.resolve(), register.resolve()
    if target.is_relative_to(own) or own.is_relative_to(target):
        raise IgregError(f"{option}: {what} cannot stand in the register or around it", "name a place beside it")

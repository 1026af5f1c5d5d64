"""A contract under which personal data are processed lacks clauses that Article 28 asks for."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.analysis.contracts import contracts_on, is_about_personal_data
from igreg.findings import Fault, Severity
from igreg.rules._rule import Context, rule
from igreg.rules._words import listed

_ASKED = ("confidentiality", "breach-notice", "audit-right", "return-or-destroy", "sub-processors")
"""What stands for Article 28(3) where nobody says `article-28`, which stands for all of it (ruling B60)."""


@rule("IG824", Severity.WARNING, "law", "uk-gdpr")
def check(ctx: Context) -> Iterator[Fault]:
    """Of contracts in which somebody works for us: between two controllers the article does not apply (ruling B60)."""
    for contract in contracts_on(ctx.register, ctx.today):
        if contract.our_part not in (None, "buyer", "provider") or not is_about_personal_data(contract):
            continue
        if "article-28" in contract.clauses or not (contract.clauses or contract.lacks("clauses")):
            continue
        missing = [clause for clause in _ASKED if clause not in contract.clauses]
        if missing:
            message = f"{contract.called} is about personal data, and its clauses lack {listed(missing)}"
            help = "have them put in, and write them down; `article-28` stands for all of them"
            yield contract.fault(("clauses",) if contract.clauses else (), message, help)

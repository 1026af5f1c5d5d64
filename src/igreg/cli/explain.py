"""igreg explain."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.options import tells
from igreg.cli.session import Session
from igreg.errors import IgregError


@tells
def explain(at: Session, rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name or code.")]) -> None:
    """Print a rule's page: why it matters, what rests on it, examples, how to put it right."""
    from igreg.rules._rule import by_word, page, rule_hint

    found = by_word().get(rule) or by_word().get(rule.upper()) or by_word().get(rule.lower())
    if found is None:
        raise IgregError(f"no rule is called {rule!r}", rule_hint(rule, "see `igreg rules`"))
    console.write(page(found))

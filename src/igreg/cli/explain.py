"""igreg explain."""

from __future__ import annotations

from typing import Annotated

import typer

from igreg.cli import console
from igreg.cli.complete import rules
from igreg.cli.options import looks_up
from igreg.cli.session import Session
from igreg.errors import IgregError


@looks_up
def explain(
    at: Session,
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's name or code.", autocompletion=rules)],
) -> None:
    """Print a rule's page: why it matters, what rests on it, examples, how to put it right."""
    from igreg.render.rules.explained import explained
    from igreg.rules._rule import by_word, rule_hint

    found = by_word().get(rule) or by_word().get(rule.upper()) or by_word().get(rule.lower())
    if found is None:
        raise IgregError(f"no rule is called {rule!r}", rule_hint(rule, "see `igreg rules`"))
    console.write(explained(found, at.looked_up.figures.facts.on(at.day)))

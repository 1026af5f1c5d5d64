"""The table of rules, and what applies to a type of organisation, as text, JSON and Markdown."""

from __future__ import annotations

import json
from dataclasses import asdict

from igreg.check.rule_list import RuleRow
from igreg.facts.applies import Applies
from igreg.facts.life import Fact
from igreg.facts.needs import Need


def rules_table(rows: tuple[RuleRow, ...], format: str) -> str:
    """Every rule with its severity and what it finds."""
    if format == "json":
        return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1) + "\n"
    if format == "markdown":
        body = "".join(f"| {r.code} | {r.name} | {r.severity} | {r.summary} | {r.basis} |\n" for r in rows)
        return "| Code | Name | Severity | Found when | Rests on |\n| --- | --- | --- | --- | --- |\n" + body
    return "".join(f"{r.code}  {r.severity:<7}  {r.name:<30}  {r.basis:<8}  {r.summary}\n" for r in rows)


def applies_text(found: Applies, format: str) -> str:
    """What applies to a type of organisation, each row with its source and how sure we are of it."""
    if format == "json":
        value = {
            "type": found.type,
            "category": found.category,
            "training": found.training,
            "functions": [_need(need) for need in found.needs],
            "conflicts": [c.model_dump(mode="json") | {"severity": c.severity.word} for c in found.conflicts],
            "limits": [limit.model_dump(mode="json") for limit in found.limits],
        }
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    needs = [(f"{n.title} ({n.function})", _when(n), n.severity.word, *_life(n.base)) for n in found.needs]
    pairs = [(" + ".join(c.pair), c.why, c.severity.word, *_life(c)) for c in found.conflicts]
    figures = [(x.key, x.what, x.figure, *_life(x)) for x in found.limits]
    head = f"{found.type}, DSPT category {found.category}"
    blocks = (("Functions", needs), ("Conflicts", pairs), ("Figures", figures))
    if format == "markdown":
        out = [f"# {head}", "", f"Training: {found.training}", ""]
        for title, rows in blocks:
            out += [
                f"## {title}",
                "",
                "| What | | | Source | Edition | Confidence |",
                "| --- | --- | --- | --- | --- | --- |",
            ]
            out += [f"| {' | '.join(row)} |" for row in rows]
            out.append("")
        return "\n".join(out)
    out = [head, f"Training: {found.training}", ""]
    for title, rows in blocks:
        out.append(title)
        out += [
            f"  {row[0]}: {row[1]}, {row[2]}\n      {row[3]}\n      edition: {row[4]}; confidence: {row[5]}"
            for row in rows
        ]
        out.append("")
    return "\n".join(out)


def _life(fact: Fact) -> tuple[str, str, str]:
    """The source of a row, its edition, and how sure we are of it."""
    return fact.source, fact.edition or "none", fact.confidence


def _when(need: Need) -> str:
    """How much a function is needed, and on what that hangs while nobody has said."""
    return f"{need.need}, depends on {' or '.join(need.asks)}" if need.asks else need.need


def _need(need: Need) -> dict[str, object]:
    """A need as JSON: the row that it rests on, and what it comes to."""
    base = need.base.model_dump(mode="json", exclude={"function", "title", "what", "types"})
    own = {"organisation": need.organisation, "function": need.function, "title": need.title, "need": need.need}
    return own | {"severity": need.severity.word, "depends_on": list(need.asks)} | base

"""The reference pages: every rule, every kind of record, every command."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, get_args, get_origin

from pydantic_core import PydanticUndefined

from igreg.deadlines._deadline import catalogue as dates_catalogue
from igreg.deadlines._deadline import summary as dates_summary
from igreg.facts.in_force import Facts
from igreg.facts.life import Source
from igreg.facts.tables import sources
from igreg.model.base import Part
from igreg.model.kinds import in_order, model_of
from igreg.model.kinds import page as page_of_kind
from igreg.model.marks import AreaName, Needed, Ref
from igreg.model.span import Span
from igreg.render.facts.life import life, out_of_date
from igreg.render.rules.explained import explained
from igreg.rules._rule import FAMILIES, catalogue, summary

_MADE = "<!-- Made by `make docs`; change the source, not this page. -->\n\n"
_COMMON = {"notes", "tags", "extra"}


def rules_page() -> str:
    """All rules in tables, each with its page; the anchors are those of the time when all stood on one page."""
    out = [
        "# The rules",
        "",
        _MADE + "Each rule has a name, which says the fault, and a code. Both are accepted everywhere. What the rules",
        "rest on can be read in the places that [sources.md](sources.md) names.",
        "",
    ]
    for family in FAMILIES:
        rules = [r for r in catalogue() if r.family == family]
        if not rules:
            continue
        out += [
            f"## {rules[0].code[:3]} {family}",
            "",
            "| Code | Name | Severity | Rests on | Found when |",
            "| --- | --- | --- | --- | --- |",
        ]
        out += [
            f'| <a id="{r.name}-{r.code.lower()}"></a>{r.code} | [{r.name}](rules/{r.name}.md) | {r.severity.word} '
            f"| {r.basis} | {summary(r)} |"
            for r in rules
        ]
        out.append("")
    return "\n".join(out)


def rule_pages() -> dict[str, str]:
    """A page for each rule, as `igreg explain` prints it."""
    back = _MADE + "[All rules](../rules.md)"
    return {f"docs/rules/{rule.name}.md": f"{explained(rule, Facts()).strip()}\n\n{back}\n" for rule in catalogue()}


def dates_table() -> str:
    """Every kind of date on the list, and what it is."""
    rows = [f"| `{kind.name}` | {dates_summary(kind)} |\n" for kind in dates_catalogue()]
    return "| `--kind` | What is due |\n| --- | --- |\n" + "".join(rows)


def sources_table() -> str:
    """Every source, what is known of its life, and what has come since."""
    rows = [f"| {s.called} | {s.title} | {_where(s)} | {_life(s)} |\n" for s in sources().values()]
    return "| In igreg | In full | Where | Its life |\n| --- | --- | --- | --- |\n" + "".join(rows)


def _where(source: Source) -> str:
    return source.where if source.url is None else f"{source.where}: <{source.url}>"


def _life(source: Source) -> str:
    """Its life, and what has come since."""
    since = out_of_date(source)
    said = f"{life(source)[:1].upper()}{life(source)[1:]}."
    return f"{said} **Out of date:** {since}." if since else said


def kinds_page() -> str:
    """All kinds of record, each with its page."""
    out = [
        "# The record format",
        "",
        _MADE
        + "A file is named after the kind of record that it holds, or lies in a folder of that name. Every record may",
        "also have `notes`, `tags` and `extra`. What several kinds have in common is in [parts of",
        "records](kinds/parts-of-records.md).",
        "",
        "| Kind | What it is |",
        "| --- | --- |",
    ]
    rows = ((kind, _page(kind)[0].split("\n\n")[0].replace("\n", " ")) for kind in in_order())
    out += [f'| <a id="{kind}"></a>[{kind}](kinds/{kind}.md) | {_to(what, "")} |' for kind, what in rows]
    return "\n".join([*out, ""])


def kind_pages() -> dict[str, str]:
    """A page for each kind of record with its fields, and one for what kinds have in common."""
    out: dict[str, str] = {}
    parts: dict[str, type[Part]] = {}
    back = _MADE + "[All kinds](../format.md)"
    for kind in in_order():
        what, example, notes = (_to(text, "../") for text in _page(kind))
        lines = [f"# {kind}", "", what, "", "Required fields are bold.", "", *_fields(model_of(kind), parts)]
        lines += ["", "## Example", "", example, "", "## Notes", "", notes, "", back, ""]
        out[f"docs/kinds/{kind}.md"] = "\n".join(lines)
    common = ["# Parts of records", ""]
    done: set[str] = set()
    while set(parts) - done:
        name = sorted(set(parts) - done)[0]
        done.add(name)
        common += [f"## {name}", "", (parts[name].__doc__ or "").strip(), "", *_fields(parts[name], parts), ""]
    out["docs/kinds/parts-of-records.md"] = "\n".join([*common, back, ""])
    return out


def _to(text: str, up: str) -> str:
    """A text of a kind's page, whose links are meant from docs/."""
    return re.sub(r"\]\((?=[\w-]+\.md)", f"]({up}", text)


def _page(kind: str) -> tuple[str, str, str]:
    """What a kind is, its example and its notes, as its page has them."""
    parts = re.split(r"^(?:# (?!file:)|## ).*\n", page_of_kind(kind), flags=re.MULTILINE)
    if len(parts) != 4:
        raise ValueError(f"the page of {kind} has not its title, an example and notes")
    _, what, example, notes = (part.strip() for part in parts)
    return what, example, notes


def _fields(model: type[Part], parts: dict[str, type[Part]]) -> list[str]:
    out = ["| Field | Form | Meaning |", "| --- | --- | --- |"]
    for name, info in model.model_fields.items():
        if name in _COMMON:
            continue
        key = info.alias or name
        needed = any(isinstance(m, Needed) for m in info.metadata)
        shown = f"**{key}**" if needed else f"`{key}`"
        default = f" Default: `{info.default}`." if info.default not in (None, PydanticUndefined) else ""
        out.append(f"| {shown} | {_form(info.annotation, info.metadata, parts)} | {info.description}{default} |")
    return out


def _form(annotation: Any, metadata: list[Any], parts: dict[str, type[Part]]) -> str:
    args = [arg for arg in get_args(annotation) if arg is not type(None)]
    if get_origin(annotation) is list:
        return f"list of {_form(args[0], [], parts)}"
    metadata = [*metadata, *getattr(annotation, "__metadata__", ())]
    for mark in metadata:
        if isinstance(mark, Ref):
            kinds = " or ".join(mark.kinds) if mark.kinds else "any id"
            return kinds + (", or an audience" if mark.audiences else "") + (", or text" if mark.or_text else "")
        if isinstance(mark, AreaName):
            return "area"
    if isinstance(annotation, type):
        if issubclass(annotation, Part):
            parts[annotation.__name__] = annotation
            return f"[{annotation.__name__}](parts-of-records.md#{annotation.__name__.lower()})"
        names = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false", "date": "date"}
        return (
            "span"
            if annotation is Span
            else names.get(annotation.__name__, annotation.__name__).replace("datetime", "moment")
        )
    if str(get_origin(annotation)) == "typing.Literal":
        return ", ".join(f"`{word}`" for word in get_args(annotation))
    if {dt.date, dt.datetime} <= set(args):
        return "date or moment"
    if args and not hasattr(annotation, "__metadata__"):
        return _form(args[0], metadata, parts)
    return _form(args[0], [], parts) if args else "text"


def commands_page() -> str:
    """Every command in a line, with its page."""
    from igreg.cli.app import Commands

    out = ["# The commands", "", _MADE + "Results go to standard output, everything else to standard error.", ""]
    out += ["| Command | What it does |", "| --- | --- |"]
    for name in sorted(Commands()):
        first = " ".join((Commands()[name].help or "").split("\n\n")[0].split())
        out.append(f'| <a id="igreg-{name}"></a>[igreg {name}](commands/{name}.md) | {first} |')
    return "\n".join([*out, ""])


def command_pages() -> dict[str, str]:
    """A page for each command: its help."""
    from igreg.cli.app import Commands
    from tools.shell import help_text

    back = _MADE + "[All commands](../commands.md)"
    return {
        f"docs/commands/{name}.md": f"# igreg {name}\n\n```text\n{help_text(name).rstrip()}\n```\n\n{back}\n"
        for name in sorted(Commands())
    }

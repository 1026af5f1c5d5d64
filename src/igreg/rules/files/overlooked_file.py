"""A file below the register that is not read because of its name."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Origin, Severity
from igreg.model.walk import documents
from igreg.register.overlooked import Overlooked, overlooked
from igreg.rules._rule import Context, rule


@rule("IG011", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    found = list(overlooked(ctx.register.sources))
    if not found:
        return
    kept = {document.path for record in ctx.register.records() for _, document in documents(record)}
    for one in found:
        if one.file not in kept:
            severity = Severity.ERROR if one.alone else None
            yield Fault(Origin(one.file), (), _message(one), _help(one), severity=severity)


def _message(one: Overlooked) -> str:
    name = one.file.rpartition("/")[2]
    what = f"the file {name!r} is not read: "
    if one.sort == "table":
        what += "it is a table, and records are YAML"
    elif one.sort == "copy":
        what += "its name is that of a copy"
    elif one.sort == "name":
        what += "its name does not end in `.yaml`"
    else:
        what += "only files that end in `.yaml` are records"
    return f"{what}; nothing else holds {one.kind}, so all of them are missing" if one.alone else what


def _help(one: Overlooked) -> str:
    folder, _, name = one.file.rpartition("/")
    own = f"{one.kind}.yaml" if one.kind and folder.rpartition("/")[2] != one.kind else f"{name.split('.')[0]}.yaml"
    if one.sort == "table":
        return f"write its rows as records into {own}, and keep the table outside the register"
    if one.alone or one.sort == "name":
        also = " (in Notepad: save as type `All files`)" if name.lower().endswith(".txt") else ""
        return f"rename it to {own}{also}"
    if one.sort == "copy":
        return f"delete it, or make it {own} if this one counts; a name that begins with `_` is left alone"
    return "move it out of the register's folder, or begin its name with `_`"

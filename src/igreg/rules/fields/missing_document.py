"""A document's path leads to no file of the repository."""

from __future__ import annotations

from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.model.messages import shown
from igreg.model.shared import Document
from igreg.model.walk import can_hold, documents
from igreg.rules._rule import Context, rule


@rule("IG109", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    has = ctx.register.sources.has_document
    kinds = [records for records in ctx.register.kinds.values() if records and can_hold(type(records[0]), Document)]
    for record in (record for records in kinds for record in records):
        for path, document in documents(record):
            if document.path is not None and not has(document.path):
                message = f"the repository has no file {shown(document.path, 200)}"
                help = "put the document there, or correct its path"
                if "\\" in document.path:
                    help = f"write / between folders: {document.path.replace(chr(92), '/')}"
                yield record.fault((*path, "path"), message, help)

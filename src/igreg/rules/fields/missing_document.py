"""A document's path leads to no file of the repository."""

from __future__ import annotations

import re
from collections.abc import Iterator

from igreg.findings import Fault, Severity
from igreg.language.suggest import did_you_mean
from igreg.model.said import shown
from igreg.model.shared import Document
from igreg.model.walk import documents, that_may_hold
from igreg.rules._rule import Context, rule


@rule("IG109", Severity.WARNING, "own", "igreg")
def check(ctx: Context) -> Iterator[Fault]:
    has = ctx.register.sources.has_document
    for record in (record for records in ctx.register.kinds.values() for record in that_may_hold(records, Document)):
        for path, document in documents(record):
            if document.path is not None and not has(document.path):
                message = f"the repository has no file {shown(document.path, 200)}"
                help = "put the document there, or correct its path"
                near = next((path for path in _near(document.path) if has(path)), None)
                if near is not None:
                    help = did_you_mean(near)
                elif document.path.startswith(("http://", "https://")):
                    help = f"an address of the web stands under `url:`, not under `path:`: url: {document.path}"
                elif document.path.startswith(("file:", "~")):
                    help = "that is a place on one computer: put the document into the repository"
                elif "\\" in document.path:
                    help = f"write / between folders: {document.path.replace(chr(92), '/')}"
                yield record.fault((*path, "path"), message, help)


_ENDINGS = ("md", "docx", "pdf", "doc", "odt")


def _near(path: str) -> Iterator[str]:
    """Paths that a mistyped one may mean: other cases, hyphens for blanks, the folders of documents, other endings."""
    bare = path.replace("\\", "/").replace("%20", " ").strip().removeprefix("./").lstrip("/")
    joined = [bare, bare.lower(), re.sub(r"[ _]+", "-", bare).lower(), bare.replace(" ", "_")]
    for one in dict.fromkeys(joined):
        for folder in ("", "docs/", "docs/policies/", "documents/"):
            yield f"{folder}{one}"
        stem, dot, _ = one.rpartition(".")
        for ending in _ENDINGS:
            yield f"{stem if dot else one}.{ending}"

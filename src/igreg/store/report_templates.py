"""Templates of reports: the organisation's own, for one or for all, and the Word document that comes with igreg."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator, Mapping
from pathlib import Path

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.store.find import reason

FOLDER = "templates"
ALL = "report"
"""A template of this name is for all reports; one named after a report is for that one and wins."""
BLOCKS = "blocks"
"""One of this name takes the place of single blocks, in all reports."""
ENDINGS = {"html": ".html.j2", "markdown": ".md.j2", "docx": ".docx"}
"""How the name of a template ends, by the format that it gives; other formats have none."""
MOST_BYTES = 1 << 20
"""So large may a template of text be."""
MOST_WORD = 64 << 20
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class Own:
    """An organisation's own template for a report."""

    file: str
    """Its name."""
    data: bytes
    texts: Mapping[str, str]
    """All templates of text that stand beside it, by their names, itself among them: those that it may include."""


def shipped_word() -> bytes:
    """The Word document for all reports that comes with igreg."""
    found = importlib.resources.files("igreg").joinpath(FOLDER, f"{ALL}.docx")
    if found.is_file():
        return found.read_bytes()
    return (Path(__file__).parents[3] / FOLDER / f"{ALL}.docx").read_bytes()  # a checkout that is worked in


def own_template(beside: Path, report: str, format: str, given: Path | None) -> Own | None:
    """The template that is given, else the one in `templates/` beside igreg.toml, else none.

    Raises IgregError where it cannot be read, is too large, or gives another format.
    """
    ending = ENDINGS.get(format)
    if given is not None:
        if ending is None:
            raise IgregError(f"--template: a report in {format} has none", f"those in {', '.join(ENDINGS)} have")
        if not given.name.endswith(ending):
            raise IgregError(
                f"--template: {given.name} is no template for {format}, whose name ends in {ending}",
                "name the format after --format: html, markdown or docx",
            )
        return _read(given, ending)
    names = (f"{name}{ending}" for name in (report, ALL, BLOCKS))
    found = next((path for name in names if (path := beside / FOLDER / name).is_file()), None)
    return None if ending is None or found is None else _read(found, ending)


def _read(path: Path, ending: str) -> Own:
    data = _bytes(path, MOST_WORD if ending == ".docx" else MOST_BYTES)
    if ending == ".docx":
        return Own(path.name, data, {})
    texts = dict(_beside(path.parent)) | {path.name: _text(data, path.name)}
    blocks = path.parent / f"{BLOCKS}{ending}"
    if blocks.is_file() and blocks.name not in texts:
        _text(_bytes(blocks, MOST_BYTES), blocks.name)  # says why it was passed over
        raise IgregError(
            f"the template {blocks.name} is a link that leads out of its folder", "put the file itself there"
        )
    return Own(path.name, data, texts)


def _beside(folder: Path) -> Iterator[tuple[str, str]]:
    """The templates of text in a folder; links that lead out of it are none, nor is what cannot be read."""
    whole = folder.resolve()
    for path in sorted(folder.glob("*.j2"))[:MOST_FILES]:
        try:
            if path.is_file() and path.resolve().parent == whole:
                yield path.name, _text(_bytes(path, MOST_BYTES), path.name)
        except IgregError:
            continue


def _bytes(path: Path, most: int) -> bytes:
    try:
        if not path.is_file():
            raise IgregError(f"there is no template {path.as_posix()}", "check the path after --template")
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        raise IgregError(f"the template {path.name} cannot be read: {reason(error)}", "look at the file") from None
    if len(data) > most:
        raise IgregError(f"the template {path.name} has more than {most >> 20} MiB", "a template is a few pages long")
    return data


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise IgregError(f"the template {name} is no text in UTF-8", "save it as UTF-8") from None

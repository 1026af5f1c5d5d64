"""A report through an organisation's own template: in a process of its own, since whoever wrote it may be anybody.

What a template may do is settled by its sandbox, which counts what it does; the process is the second wall. It is given
plain values and gives bytes, or the words of a mistake.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from igreg.dataclass import dataclass
from igreg.errors import IgregError
from igreg.store.apart import Stopped, apart
from igreg.store.report_templates import Own

if TYPE_CHECKING:
    from igreg.render.report.pixels import Pictures
    from igreg.report.paper import Paper

_WORK = "from igreg.publish.own_template import begun\nbegun()"
_DONE, _WRONG = b"+", b"-"


@dataclass(frozen=True, slots=True)
class Task:
    """All that is needed to fill in a template."""

    report: str
    format: str
    own: Own
    names: Mapping[str, Any]
    paper: Paper | None = None
    """The report as a value, for a document."""
    pictures: Pictures = field(default_factory=dict)


def through_own(task: Task) -> bytes:
    """The report. Raises IgregError for a mistake in the template, and for one that takes too long or too much."""
    try:
        told = apart(_WORK, pickle.dumps(task))
    except Stopped as error:
        raise IgregError(
            f"the template {task.own.file}: {error}", "a template goes through what the report holds, and no further"
        ) from None
    if told[:1] == _DONE:
        return told[1:]
    raise IgregError(*json.loads(told[1:]))


def begun() -> None:
    """The work of the other process: the task stands on standard input, the answer goes to standard output."""
    sys.stdout.buffer.write(answer(pickle.load(sys.stdin.buffer)))


def answer(task: Task) -> bytes:
    """The report behind a plus, or a mistake's two sentences behind a minus."""
    try:
        return _DONE + filled(task)
    except IgregError as error:
        return _WRONG + json.dumps([error.sentence, error.hint]).encode()


def filled(task: Task) -> bytes:
    """The template filled in, in this process."""
    own = task.own
    if task.paper is not None:
        from igreg.render.report.word.filled import fill_word

        return fill_word(own.file, own.data, task.paper, task.names, task.pictures, task.report)
    from igreg.render.report.template.text import fill_text

    return fill_text(task.format, own.file, own.texts, task.names, task.report).encode()

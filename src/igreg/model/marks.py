"""What a field is marked with. Whoever asks about every kind of record asks these marks, and knows no kind by name."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from igreg.dataclass import dataclass


@dataclass(frozen=True)
class Needed:
    """Marks a field that must be there and not be empty.

    The type says `| None` all the same, because a faulty field is dropped and the rest of its record still counts
    (ruling A23): whoever reads the field has to reckon with nothing.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema: Any = handler(source)
        inner = schema["schema"] if schema["type"] == "nullable" else schema
        return {**inner, "min_length": 1} if inner["type"] == "list" else inner


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of another record, of one of these kinds.

    `audiences` admits `all-staff` and its like; `or_text` admits any text, so that an unknown id is no fault.
    """

    kinds: tuple[str, ...]
    audiences: bool = False
    or_text: bool = False


@dataclass(frozen=True)
class AreaName:
    """Marks a field that holds an area: one of the six, or one that the organisation adds."""


@dataclass(frozen=True)
class Outside:
    """Marks a text that names something that stands in no record, such as a framework; `example` is one there is."""

    example: str


@dataclass(frozen=True)
class FlagOrText:
    """Marks a text that stands for yes or no where it is `true` or `false`, as the file has it."""


@dataclass(frozen=True)
class Involved:
    """Marks a field that names somebody who has a part in the record.

    `words` say which, before the record's title, when that person leaves: "is secretary of".
    """

    words: str


@dataclass(frozen=True)
class Owner(Involved):
    """Marks the field that names who answers for the record; of several, the first that is filled.

    On `id` it says that the record answers for itself, as a role does. Where a group or unit is named, whoever answers
    for that one does. Without `words` the owner "answers for" the record.
    """

    words: str = ""
    first: bool = False
    """Whether it goes before the fields that stand above it."""


@dataclass(frozen=True)
class Starts:
    """Marks the day, or moment, from which the record or part counts.

    Reviews are counted from it, and no `Ends` or `Done` beside it may come before it. Without a day the record counts
    from ever, unless `always` is false: then it does not count yet. Of several days the first that is given is meant.
    A day that says nothing of the end beside it, such as one of publication, has `before_end=False`.
    """

    always: bool = True
    before_end: bool = True


@dataclass(frozen=True)
class Ends:
    """Marks the last day on which the record or part counts.

    What ends comes up in the due list by itself, unless `due` is false: where nobody has to do anything about it, or
    where a kind of date of its own tells it with more than the day. With `reviewed_after` its reviews go on until
    somebody takes it out; else what has ended is never due for review.
    """

    due: bool = True
    reviewed_after: bool = False


@dataclass(frozen=True)
class Happened:
    """Marks a day, or moment, at which something has happened, so that it may not lie ahead.

    `words` are the message's: "held" on a day that is still to come. With `status`, only a record of that status says
    that it has happened.
    """

    words: str
    status: str | None = None


@dataclass(frozen=True)
class Done(Happened):
    """Marks the day on which the record was done with: it has happened, and nobody has to care for it any more."""


@dataclass(frozen=True)
class Follows:
    """Marks a day, in a record or in a part of it, that may not come before a day of the record itself.

    For what is no start and end: a question about a request is not asked before the request came. `field` is the
    record's attribute, which its file calls the same.
    """

    field: str

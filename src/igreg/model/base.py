"""What every record and every part of a record has in common."""

import functools
from typing import Annotated, Any, ClassVar, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field

from igreg.findings import Fault, KeyPath, Origin
from igreg.model.marks import Needed, Ref
from igreg.model.values import Id, Text, empty


class Part(BaseModel):
    """A part of a record: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, hide_input_in_errors=True)


class Inner(Part):
    """A part with an id of its own, which nothing else in the register may have (ruling A21)."""

    kind: ClassVar[str]
    """What it is the id of, such as `actions`."""
    one: ClassVar[str]
    """One of them in words, such as "an action"."""

    id: Annotated[Id | None, Needed()] = Field(description="Unique in the whole register.")


class Record(Part):
    """One record of the register; it knows where it was written."""

    kind: ClassVar[str]
    """The kind's name, which is its file and folder below `register/`."""
    order: ClassVar[int]
    """Where it stands among the kinds, on pages and in lists; leave room between two."""
    one: ClassVar[str]
    """One of them in words, such as "a policy"."""
    many: ClassVar[str]
    """Several of them in words, such as "policies"."""
    letters: ClassVar[str | None] = None
    """What ids begin with before their number, such as `INC`; not given: letters of the kind's name. Where it is empty
    an id is made of words, as most roles have it."""
    status_field: ClassVar[str] = "status"
    """The field that says where it stands; what is said of `status` below is said of this one."""
    asks: ClassVar[tuple[str, ...] | None] = None
    """The fields besides those needed that most people fill in, in the order in which somebody is asked for them; not
    given: its owner, areas and days, and its reviews where it needs them."""
    pending: ClassVar[frozenset[str]] = frozenset()
    """The words of `status` with which a record does not count yet."""
    settled: ClassVar[frozenset[str]] = frozenset()
    """Those with which nobody has to care for it any more; what it asks for elsewhere still stands."""
    void: ClassVar[frozenset[str]] = frozenset()
    """Those with which it counts for nothing, not even the actions in it."""
    needs_review: ClassVar[bool] = False
    """Whether one in force must say when somebody looks at it again."""
    comes_and_goes: ClassVar[bool] = False
    """Whether it is there only from its `start` to its `end`, as a post is; on other days nothing is asked of it."""

    notes: Text | None = Field(None, description="Anything a colleague should know.")
    tags: list[Text] = Field(default_factory=empty, description="Words to find the record by.")
    extra: dict[str, Any] | None = Field(None, description="Your own keys; igreg carries them and never judges them.")

    __slots__ = ("dropped", "origin")

    @property
    def identity(self) -> str | None:
        """The id, or nothing when the record has none that is usable."""
        return getattr(self, "id", None)

    @property
    def standing(self) -> str | None:
        """Where it stands: the word of its `status`, or of the field that its kind has instead."""
        return getattr(self, self.status_field, None)

    @property
    def label(self) -> str | None:
        """The title or name that people know the record by."""
        # Whether a field is there at all is asked once a kind: pydantic takes long to say that one is not.
        return next((text for field in titles(type(self)) if (text := getattr(self, field))), None)

    @property
    def called(self) -> str:
        """What a message calls the record: its title or name, else its id, else no more than that it is a record."""
        return self.label or self.identity or "this record"

    def fault(
        self, path: KeyPath, message: str, help: str = "", *, subject: str | None = None, on_key: bool = False
    ) -> Fault:
        """A fault at a key path of this record; `()` speaks of the record as a whole."""
        return Fault(
            origin=self.where,
            path=self.as_written(path),
            message=message,
            help=help,
            record=self.identity,
            title=self.label,
            subject=subject,
            on_key=on_key,
        )

    @property
    def where(self) -> Origin:
        """The file, and the place in its list, that the record was read from."""
        try:
            found: Origin = self.origin  # type: ignore[attr-defined]
        except AttributeError:
            return Origin("")
        return found

    def lacks(self, *path: str | int) -> bool:
        """Whether a field has nothing and nothing was written there either.

        A field that is there and wrong is told by what is wrong with it; to call it missing too would tell one mistake
        twice.
        """
        value: Any = self
        for step in path:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        if value:
            return False
        written = self.as_written(path)
        return all(gone[: len(written)] != written for gone in getattr(self, "dropped", ()))

    def as_written(self, path: KeyPath) -> KeyPath:
        """The path as it is in the file: list items that were dropped for a fault still count there."""
        dropped: tuple[KeyPath, ...] = getattr(self, "dropped", ())
        if not dropped:
            return path
        out: list[str | int] = []
        for step in path:
            if isinstance(step, int):
                gone = sorted(d[-1] for d in dropped if d[:-1] == tuple(out) and isinstance(d[-1], int))
                for index in gone:
                    if index <= step:
                        step += 1
            out.append(step)
        return tuple(out)

    def stand(self, origin: Origin, dropped: tuple[KeyPath, ...] = ()) -> Self:
        """Remember where the record stands; done once, by whoever builds it."""
        _set_origin(self, origin)
        _set_dropped(self, dropped)
        return self


_set_origin, _set_dropped = (Record.__dict__[slot].__set__ for slot in ("origin", "dropped"))


@functools.cache
def titles(model: type[Record]) -> tuple[str, ...]:
    """The fields of a kind that people know its records by, the first that has something counts."""
    return tuple(field for field in ("title", "name") if field in model.model_fields)


def noun(model: type[Record]) -> str:
    """What one record of a kind is called without its article: `policy`, `guidance`."""
    article, _, rest = model.one.partition(" ")
    return rest if article in ("a", "an", "the") else model.one


class Reference(NamedTuple):
    """One reference from one record: where it stands, what it names, what may stand there."""

    path: KeyPath
    target: str
    ref: Ref

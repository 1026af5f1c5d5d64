"""The exact reader: YAML 1.2 from the event stream, with a line and column for everything it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import yaml

from igreg.findings import ANCHOR_OR_TAG, INVALID_YAML, REPEATED_KEY, SEVERAL_DOCUMENTS, TOO_MUCH, WRONG_SHAPE, Told
from igreg.source.reading.limits import MOST_DEPTH, MOST_EVENTS, MOST_FAULTS, too_involved, too_many_faults
from igreg.source.reading.refusal import even, in_plain_words, stops, where_it_stops
from igreg.source.reading.scalars import plain_value
from igreg.source.reading.values import ParsedFile, Torn, ids_as_text, masked, unmasked

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_RESOLVED = 10_000
"""So many nodes are taken in the place of aliases; beyond, a file is a trap."""


class _Refused(Exception):
    """The file cannot be read any further."""


def read(file: str, text: str) -> ParsedFile:
    """Read a file exactly; whatever goes wrong becomes a fault with its place."""
    reader = _Reader(file)
    try:
        value, single = reader.document(text)
    except _Refused:
        return ParsedFile(file, None, False, tuple(reader.faults), ids_as_text(text))
    ids = frozenset[str]() if value is not None else ids_as_text(text)
    return ParsedFile(file, value, single, tuple(reader.faults), ids, frozenset(reader.bad))


def _records() -> ModuleType:
    """What is said of records that are none; loaded where something is amiss, for it takes long."""
    from igreg.source.slips import records

    return records


def _cut(text: str | None) -> str:
    """As much of a text as a message shows."""
    text = text or ""
    return text if len(text) <= 60 else text[:57] + "..."


class _Reader:
    """Builds plain data from events and collects faults; the first key wins where a key is repeated."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Told] = []
        self.bad: set[int] = set()
        self.depth = 0
        self.listed = False
        self.nodes = 0
        self.resolved = 0
        self.anchors: dict[str, tuple[object, int]] = {}
        """What each anchor names, and of how many nodes it is."""

    def fault(self, rule: str, mark: Any, message: str, help: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        self.faults.append(Told.at(rule, self.file, line, column, message, help))
        if len(self.faults) > MOST_FAULTS:
            self.faults.append(too_many_faults(self.file, line, column))
            raise _Refused

    def document(self, text: str) -> tuple[list[dict[str, object]] | None, bool]:
        events = self.events(text)
        value: object = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "a second document begins here, and a register file holds one"
                    self.fault(SEVERAL_DOCUMENTS, event.start_mark, message, "put its records into a file of their own")
                    raise _Refused
                if event.tags:
                    self.fault(ANCHOR_OR_TAG, event.start_mark, "a %TAG directive", "take it out")
            elif isinstance(event, yaml.NodeEvent):
                start = event.start_mark
                self.listed = isinstance(event, yaml.SequenceStartEvent)
                value = self.node(event, events, top=True)
                if not isinstance(value, dict | list | None):
                    self.fault(WRONG_SHAPE, start, *_records().no_records(value))
        if isinstance(value, dict):
            return [value], True
        if value is not None and not isinstance(value, list):
            return None, False
        return value or [], False

    def events(self, text: str) -> Iterator[Any]:
        loader = _LOADER(masked(text))
        try:
            for _ in range(MOST_EVENTS):
                if not loader.check_event():
                    return
                yield loader.get_event()
            mark = loader.get_event().start_mark if loader.check_event() else None
            if mark is not None:
                self.faults.append(too_involved(self.file, mark.line + 1, mark.column + 1))
                raise _Refused
        except yaml.YAMLError as error:
            self.broken(error, text)
            raise _Refused from None
        except _Refused:
            raise
        except Exception as error:
            message = f"the file cannot be read ({type(error).__name__})"
            self.fault(INVALID_YAML, None, message, "look at the file's characters")
            raise _Refused from None
        finally:
            loader.dispose()

    def broken(self, error: yaml.YAMLError, text: str) -> None:
        """The fault of a text that the parser refused: in a user's words where a slip of the pen explains it."""
        line, column, began, told = where_it_stops(error, text)
        from igreg.source.slips.find import find_slip  # it takes long to load, and mostly nothing is amiss

        slip = find_slip(even(text), began, (line, column), stops)
        if slip is not None:
            at = slip.line + 1, slip.column + 1
            self.faults.append(Told.at(INVALID_YAML, self.file, *at, slip.message, slip.help))
            return
        message, help = in_plain_words(told, began + 1)
        self.faults.append(Told.at(INVALID_YAML, self.file, line + 1, column + 1, message, help))

    def node(self, event: Any, events: Iterator[Any], top: bool = False) -> object:
        self.nodes += 1
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias *{_cut(event.anchor)}"
            self.fault(ANCHOR_OR_TAG, event.start_mark, message, "write the value out: each value has one place")
            return None if top else self.resolve(event.anchor)
        if event.anchor:
            before, aliases = self.nodes, self.resolved
            value = self.anchored(event, events, top)
            if self.resolved == aliases:
                self.anchors[event.anchor] = (value, self.nodes - before + 1)
            return value
        return self.anchored(event, events, top)

    def resolve(self, anchor: str | None) -> object:
        """What an alias stands for, so that one mistake is one finding; nothing for aliases in aliases or too many."""
        value, size = self.anchors.get(anchor or "", (None, 0))
        self.resolved += size
        return value if self.resolved <= MOST_RESOLVED else None

    def anchored(self, event: Any, events: Iterator[Any], top: bool) -> object:
        """A node that is no alias."""
        if event.anchor:
            message = f"the anchor &{_cut(event.anchor)}"
            self.fault(ANCHOR_OR_TAG, event.start_mark, message, "take it out: each value has one place")
        if event.tag:
            self.fault(
                ANCHOR_OR_TAG, event.start_mark, f"the tag {_cut(event.tag)}", "take it out and write the plain value"
            )
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0] and event.style in (None, "")
            text = unmasked(event.value)
            return plain_value(text) if plain else text
        if not (top and self.listed):
            self.depth += 1
        if self.depth > MOST_DEPTH:
            message = f"nested deeper than {MOST_DEPTH} levels"
            self.fault(TOO_MUCH, event.start_mark, message, "write it flatter")
            raise _Refused
        if isinstance(event, yaml.SequenceStartEvent):
            value: object = self.sequence(events, top)
        else:
            value = self.mapping(events)
        if not (top and self.listed):
            self.depth -= 1
        return value

    def sequence(self, events: Iterator[Any], top: bool) -> list[object]:
        out: list[object] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value = self.node(event, events)
            if top and isinstance(event, yaml.AliasEvent):
                self.bad.add(len(out))
                value = {}
            elif top and not isinstance(value, dict):
                message, help = _records().no_record(value)
                self.fault(WRONG_SHAPE, event.start_mark, message, help)
                self.bad.add(len(out))
                value = {}
            out.append(value)
        return out

    def mapping(self, events: Iterator[Any]) -> dict[str, object]:
        out: dict[str, object] = {}
        merged: dict[str, object] = {}
        seen: dict[str, Any] = {}
        before: tuple[str, Any] | None = None
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.key(event, events)
            begun = next(events)
            value = self.node(begun, events)
            if key is None:
                continue
            if key == "<<" and event.style in (None, ""):
                self.fault(ANCHOR_OR_TAG, event.start_mark, "the merge key <<", "write the fields out")
                for part in value if isinstance(value, list) else [value]:
                    merged = (part if isinstance(part, dict) else {}) | merged
            elif (
                key in seen and value is None and before is not None and (told := _records().torn(out[before[0]], key))
            ):
                out[before[0]] = Torn(out[before[0]])
                self.fault(REPEATED_KEY, before[1], *told)
            elif key in seen:
                first = seen[key].line + 1
                message = f"the key {_cut(key)!r} stands here again, first on line {first}"
                help = _records().second_record(value) if key == "id" else _records().second_field(key)
                self.fault(REPEATED_KEY, event.start_mark, message, help)
            else:
                seen[key] = event.start_mark
                out[key] = value
                before = key, begun.start_mark
                continue
            before = None
        return out if not merged else out | {key: value for key, value in merged.items() if key not in out}

    def key(self, event: Any, events: Iterator[Any]) -> str | None:
        """A key as text, as it is written; a list or mapping as a key is no shape of the register."""
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:
            return unmasked(event.value)
        value = self.node(event, events)
        if isinstance(event, yaml.ScalarEvent):
            return unmasked(event.value)
        if not isinstance(event, yaml.AliasEvent):
            told = "a list" if isinstance(value, list) else "a mapping"
            self.fault(WRONG_SHAPE, event.start_mark, f"{told} as a key", "keys are words")
        return None

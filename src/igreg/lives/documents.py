"""What stood under the paths of documents at each commit: by the ids of their bytes, which are not read."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import field

from igreg.dataclass import dataclass
from igreg.lives.touched import History


@dataclass
class Documents:
    """The documents of one history."""

    history: History
    changed: Mapping[str, Mapping[int, str | None]] = field(default_factory=dict)
    """By path and number of the commit: the id of the bytes, where it is another than in the first parent."""

    def __post_init__(self) -> None:
        self._lines: dict[str, dict[int, list[int]]] = {}
        for path, changes in self.changed.items():
            lines = self._lines[path] = defaultdict(list)
            for number in sorted(changes):
                lines[self.history.line_of(number)].append(number)

    def at(self, path: str, number: int) -> str | None:
        """The id of the bytes at a commit; nothing where there is no such file."""
        lines = self._lines.get(path)
        if lines is None:
            return None
        for line, at in self.history.lines(number):
            numbers = lines.get(line)
            if numbers and numbers[0] <= at:
                return self.changed[path][numbers[bisect_right(numbers, at) - 1]]
        return None

    def changes(self, path: str) -> list[int]:
        """The commits that changed the bytes; merges only where they have them from none of their parents."""
        out = []
        for number, id in self.changed.get(path, {}).items():
            others = self.history.commits[number].parents[1:]
            if not any(self.at(path, one) == id for one in others):
                out.append(number)
        return out

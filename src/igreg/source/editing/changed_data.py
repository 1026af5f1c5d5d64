"""What the data of a text must be once it is changed; whoever changes the text is held against it."""

from __future__ import annotations

from typing import Any

from igreg.source.editing.change import Append, Delete, EditError, Extend, Set


def longer(data: Any, change: Extend) -> str:
    """The text at a path with more at its end; the line ends that it ended in stay its end."""
    for step in change.path:
        data = data[step] if isinstance(step, int) else (data or {}).get(step)
    had = "" if data is None else str(data)
    base = had.rstrip("\n")
    gap = "\n" if "\n" in base else " " if base else ""
    return base + gap + change.value + had[len(base) :]


def changed(data: Any, change: Set | Append | Delete) -> Any:
    """What the data must be afterwards."""
    target = data
    *parents, last = change.path
    for step, following in zip(parents, change.path[1:], strict=True):
        if isinstance(step, str) and target.get(step) is None:
            if isinstance(change, Delete):
                return data
            target[step] = {}
        target = target[step]
        if not isinstance(target, list if isinstance(following, int) else dict):
            raise EditError(f"`{step}` is not what it should be; put that right first")
    if isinstance(change, Append) and not isinstance(target.get(last), list | None):
        raise EditError(f"`{last}` is not a list; put that right first")
    if isinstance(change, Set):
        target[last] = change.value
    elif isinstance(change, Delete):
        if isinstance(target, list) and isinstance(last, int):
            del target[last]
        else:
            target.pop(last, None)
    else:
        target[last] = [*(target.get(last) or []), change.value]
    return data

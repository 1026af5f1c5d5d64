"""Rings in lines of records: accountable_to, parent, manager and their like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain


def loops(edges: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Each ring once, its members in the order in which they point; rings that share members count as one.

    Takes time in step with the edges; knows no recursion, since a line may be thousands long.
    """
    if not _may_hold_a_ring(edges):
        return []
    found: list[list[str]] = []
    state: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in sorted(edges):
        if root in state:
            continue
        work: list[tuple[str, int]] = [(root, 0)]
        while work:
            node, position = work.pop()
            if position == 0:
                state[node] = low[node] = len(state)
                stack.append(node)
                on_stack.add(node)
            targets = edges.get(node, ())
            for index in range(position, len(targets)):
                target = targets[index]
                if target not in state:
                    work += [(node, index + 1), (target, 0)]
                    break
                if target in on_stack:
                    low[node] = min(low[node], state[target])
            else:
                if low[node] == state[node]:
                    ring = _pop(stack, on_stack, node)
                    if len(ring) > 1 or node in edges.get(node, ()):
                        found.append(ring)
                if work:
                    above = work[-1][0]
                    low[above] = min(low[above], low[node])
    return sorted(found, key=min)


def _may_hold_a_ring(edges: Mapping[str, Sequence[str]]) -> bool:
    """A quick look: whether anybody is left when those whom nobody points at are left out, again and again.

    Most lines are trees, and of a tree few are left each time. Where most stay, it is not worth while to go on.
    """
    left = set(edges)
    while left:
        pointed_at = left.intersection(chain.from_iterable(map(edges.__getitem__, left)))
        if len(pointed_at) * 2 > len(left):
            return True
        left = pointed_at
    return False


def _pop(stack: list[str], on_stack: set[str], node: str) -> list[str]:
    ring = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        ring.append(member)
        if member == node:
            return ring[::-1]

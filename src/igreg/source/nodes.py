"""The nodes of a text, with their marks: what stands at a key path. Slow, and asked only where lines do not tell."""

from __future__ import annotations

from typing import Any

from igreg.findings import KeyPath
from igreg.source.reading.values import masked, unmasked


def compose(text: str) -> Any:
    """The nodes of a text with their marks, or nothing where it is broken; the library is loaded on first use."""
    import yaml

    loader_type: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        safe = masked(text)
        loader = loader_type(safe)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
        if safe is not text:
            _unmask(node)
        return node
    except Exception:
        return None


def _unmask(node: Any) -> None:
    """Give the scalars of a tree the characters back that the library was not to see."""
    if is_kind(node, "ScalarNode"):
        node.value = unmasked(node.value)
    elif node is not None:
        for item in node.value:
            for one in item if isinstance(item, tuple) else (item,):
                _unmask(one)


def is_kind(node: Any, kind: str) -> bool:
    """Whether a node is of a kind, such as `MappingNode`."""
    return type(node).__name__ == kind


def reach(node: Any, path: KeyPath) -> tuple[Any, Any, bool]:
    """The node at a path, the key it stands under, and whether the whole path is there."""
    key = None
    for step in path:
        if is_kind(node, "MappingNode"):
            found = next((pair for pair in node.value if str(getattr(pair[0], "value", "")) == step), None)
            if found is None:
                return node, key, False
            key, node = found
        elif is_kind(node, "SequenceNode") and isinstance(step, int) and step < len(node.value):
            key, node = None, node.value[step]
        else:
            return node, key, False
    return node, key, True

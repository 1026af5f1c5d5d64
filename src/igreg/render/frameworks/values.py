"""Packs as machines read them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from igreg.facts.frameworks import ReadPack
from igreg.model.packs.pack import Item, as_list
from igreg.model.packs.words import in_words


def packs_json(packs: Sequence[ReadPack], today: dt.date) -> str:
    """The list of packs."""
    return _written({"version": 1, "today": today.isoformat(), "frameworks": [summary(one, today) for one in packs]})


def pack_json(read: ReadPack, today: dt.date) -> str:
    """One pack whole: its items with what shows each, in words and as written."""
    pack = read.pack
    whole: dict[str, Any] = {"version": 1, "today": today.isoformat(), **summary(read, today)}
    if pack is not None:
        shown = {"derived", "sources", "levels", "statuses", "groups", "note"}
        more = pack.model_dump(mode="json", by_alias=True, include=shown)
        whole |= {**more, "items": [_item(one) for one in pack.items]}
    return _written(whole)


def summary(read: ReadPack, today: dt.date) -> dict[str, Any]:
    """What the list says of a pack; what is not known is null."""
    pack = read.pack
    out: dict[str, Any] = {"id": read.name, "own": read.own, "file": read.file if read.own else None}
    fields = ("title", "publisher", "edition", "alias", "follows", "opens", "deadline", "confidence")
    for name in fields:
        found = getattr(pack, name, None)
        out[name] = found.isoformat() if isinstance(found, dt.date) else found
    out["open"] = pack.is_open(today) if pack is not None else False
    out["applies_to"] = list(pack.applies_to) if pack is not None else []
    out["nations"] = list(pack.nations) if pack is not None else []
    out["source"] = as_list(pack.source) if pack is not None else []
    out["items"] = len(pack.items) if pack is not None else 0
    out["comparison_only"] = pack is not None and pack.derived is not None
    out["faults"] = len(read.faults)
    return out


def _item(item: Item) -> dict[str, Any]:
    written = item.model_dump(mode="json", by_alias=True, exclude={"source"})
    return {**written, "source": item.sources, "shown_by": [in_words(proof) for proof in item.shown_by]}


def _written(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"

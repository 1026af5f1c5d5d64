"""The text of a map: begun from a matching, or gone on with, what somebody wrote in it staying as it is."""

from __future__ import annotations

from collections.abc import Mapping

import tomlkit
from tomlkit.items import Table

from igreg.exchange.columns.map import VERSION, ColumnMap, keys_text, split_keys
from igreg.exchange.columns.match import CHOOSES, Matching

_ABOUT = 'Which column is which field; "" leaves one out. igreg import reads this by the file\'s name, or with --map.'


def map_text(
    before: str | None,
    kind: str,
    matching: Matching,
    learnt: Mapping[str, str],
    *,
    sheet: str | None = None,
    date_order: str | None = None,
    known: ColumnMap | None = None,
    lost: bool = False,
) -> str:
    """The text of a map with the columns of a matching and the keys that were learnt; columns never read are not in it.

    `sheet` and `date_order` are what somebody gave by hand, and are kept with a map that is begun. Where
    the secret of the keys was `lost`, those of the map go.
    """
    heads = {
        one.header: one.field or ""
        for one in matching.columns
        if one.how != "dropped" and one.why != CHOOSES and (known is None or not known.has(one.header))
    }
    if before is not None and known is not None and not heads and not learnt:
        return before
    parts = split_keys(before) if before is not None and known is not None else None
    kept: Mapping[str, str] = {}
    if parts is not None and known is not None and parts[1] == known.keys:
        before, kept = parts
    document = tomlkit.parse(before) if before is not None else tomlkit.document()
    if before is None:
        document.add(tomlkit.comment(_ABOUT))
        document["version"] = VERSION
        document["kind"] = kind
        if sheet is not None:
            document["sheet"] = sheet
        if date_order is not None:
            document["date_order"] = date_order
    columns = _table(document, "columns")
    for head, field in heads.items():
        columns[head] = field
    if kept or "keys" not in document:
        keys = {**({} if lost and learnt else kept), **learnt}
        text = tomlkit.dumps(document)
        is_apart = text.endswith("\n\n") or bool(kept and not heads)
        return f"{text}{'' if is_apart else chr(10)}{keys_text(keys)}" if keys else text
    if lost and learnt:
        document.remove("keys")
    table = _table(document, "keys")
    for key, id in learnt.items():
        table[key] = id
    return tomlkit.dumps(document)


def _table(document: tomlkit.TOMLDocument, name: str) -> Table:
    if name not in document:
        document[name] = tomlkit.table()
    found = document[name]
    assert isinstance(found, Table)
    return found

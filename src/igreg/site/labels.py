"""Keys of files as headings: what people read in place of `approved_on`."""

from __future__ import annotations


def label(key: str) -> str:
    """A field as a heading: `approved_on` is `Approved on`, and an id a reference."""
    words = _LABELS.get(key, key.replace("_", " "))
    return words[:1].upper() + words[1:]


_LABELS = {
    "id": "reference",
    "from": "from",
    "accountable_to": "answers to",
    "holders": "who has held it",
    "aware": "we knew of it",
    "ig_group": "is the IG group",
    "top": "at the top",
    "follows": "follows guidance",
    "under": "carries out",
    "dspt": "data security and protection toolkit",
    "ods_code": "ODS code",
    "for": "for",
}

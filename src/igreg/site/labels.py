"""Keys of files in words: what people read in place of `approved_on`, as a heading and from the other side."""

from __future__ import annotations


def label(key: str) -> str:
    """A field as a heading: `approved_on` is `Approved on`, and an id a reference."""
    words = _LABELS.get(key, key.replace("_", " "))
    return words[:1].upper() + words[1:]


def named_as(key: str, *, many: bool) -> str:
    """How a record names another one, said on the page of the other: as its owner, among its policies.

    `key` is the field that names it, `many` whether that holds several.
    """
    if key in _NAMED_AS:
        return _NAMED_AS[key]
    words = label(key)
    words = words if words[1:2].isupper() else words[:1].lower() + words[1:]
    return f"among its {words}" if many else f"as its {words}"


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

_NAMED_AS = {
    "about": "is about it",
    "accountable_to": "answers to it",
    "advises": "advises it",
    "apologies": "it sent apologies",
    "applies_to": "applies to it",
    "approved_by": "approved by it",
    "asked_by": "asked by it",
    "audience": "is for it",
    "body": "happened there",
    "breach_report_to": "reports breaches to it",
    "by": "done by it",
    "changed": "changed it",
    "consulted": "consulted it",
    "cover": "covered by it",
    "employer": "as the employer",
    "endorsed_by": "endorsed by it",
    "follows": "follows it",
    "for": "is for it",
    "from": "comes from it",
    "involved": "involved it",
    "officer": "as its safety officer",
    "parent": "is part of it",
    "policies_breached": "breached it",
    "present": "it was present",
    "presenter": "it presents something there",
    "quorum_all": "in its quorum",
    "quorum_roles": "in its quorum",
    "record": "is about it",
    "records": "speaks of it",
    "repeat_of": "happened again",
    "replaces": "replaces it",
    "reported_by": "reported by it",
    "reports_to": "reports to it",
    "security": "protects it",
    "shared_by": "shared by means of it",
    "shared_with": "shared with it",
    "supports": "supports it",
    "terms": "as its terms of reference",
    "to": "goes to it",
    "told": "told to it",
    "told_back_by": "told back by it",
    "top": "at the top",
    "under": "is under it",
    "with": "with it",
}
"""Where neither "as its owner" nor "among its policies" says it: "it" is the record on whose page the words stand."""

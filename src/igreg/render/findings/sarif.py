"""Findings as SARIF 2.1.0, for code scanning: rules with their help, fingerprints, suppressions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from igreg import __version__
from igreg.findings import CheckResult, Finding, Severity
from igreg.render.escape.colour import Style
from igreg.render.findings.fingerprint import fingerprints
from igreg.rules._rule import by_word, page, summary

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(result: CheckResult, texts: Mapping[str, str], style: Style, *, quiet: bool = False) -> str:
    """One SARIF run. Findings that an exception silences are there too, marked as suppressed."""
    everything = [*result.findings, *(item.finding for item in result.silenced)]
    codes = sorted({f.code for f in everything})
    prints = fingerprints(everything)
    results = [_result(f, codes.index(f.code), prints[i]) for i, f in enumerate(everything)]
    for entry, item in zip(results[len(result.findings) :], result.silenced, strict=True):
        why = f"{item.exception}, until {item.until}: {item.reason}"
        entry["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    value = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "igreg",
                        "semanticVersion": __version__,
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"ROOT": {"description": {"text": "The root of the repository."}}},
                "results": results,
            }
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str) -> dict[str, Any]:
    rule = by_word()[code]
    text = page(rule)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": summary(rule) or rule.name},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family, rule.name]},
    }


def _result(f: Finding, index: int, fingerprint: str) -> dict[str, Any]:
    about = f"{f.record}: " if f.record else ""
    result: dict[str, Any] = {
        "ruleId": f.code,
        "ruleIndex": index,
        "level": _LEVELS[f.severity],
        "message": {"text": f"{about}{f.message}. {f.help}".rstrip(". ") + "."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(f.file, errors="surrogateescape"), "uriBaseId": "ROOT"},
                    "region": {
                        "startLine": f.line,
                        "startColumn": f.column,
                        "endLine": f.line,
                        "endColumn": max(f.place.end_column, f.column),
                    },
                }
            }
        ],
        "partialFingerprints": {"igreg/v1": fingerprint},
    }
    if f.record:
        path = ".".join(map(str, f.path))
        full = f"{f.record}.{path}" if path else f.record
        result["locations"][0]["logicalLocations"] = [{"name": f.record, "fullyQualifiedName": full, "kind": "object"}]
    return result

"""The manifest: what it says of files, and what differs from it."""

from __future__ import annotations

import json

import pytest

from igreg.publish.evidence.archive import unzipped, zipped
from igreg.publish.evidence.manifest import Facts, LeftOut, differences, digest, is_safe, manifest, read_manifest
from igreg.publish.evidence.sample import drawn, hashed

FACTS = Facts(
    "2026-11-22", "0.1.0", "ret", "ours", "2026-27", "0" * 64, left_out=[LeftOut("b", "x"), LeftOut("a", "y")]
)


def test_every_file_with_its_size_and_hash_sorted() -> None:
    data = manifest({"b.txt": b"two", "a.txt": b""}, FACTS)
    value = json.loads(data)
    assert list(value) == [
        *("version", "today", "igreg", "assessment", "framework", "edition", "pack_sha256", "commit", "clean"),
        *("files", "left_out", "sample"),
    ]
    assert value["files"] == [
        {"path": "a.txt", "size": 0, "sha256": digest(b"")},
        {"path": "b.txt", "size": 3, "sha256": digest(b"two")},
    ]
    assert value["left_out"] == [{"path": "a", "why": "y"}, {"path": "b", "why": "x"}]
    assert (value["commit"], value["clean"], value["sample"]) == (None, None, None)
    assert read_manifest(data) == value


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"version": 1}', manifest({}, FACTS).replace(b"[]", b"[1]", 1)],
)
def test_what_is_no_manifest(data: bytes) -> None:
    assert read_manifest(data) is None


def test_what_differs_is_told() -> None:
    files = {"a": b"1", "b": b"2", "c": b"3"}
    told = read_manifest(manifest(files, FACTS))
    assert told is not None
    assert differences(told, files) == []
    assert differences(told, {"a": b"1", "b": b"x", "d": b"4"}, ["../e"]) == [
        "../e: leads out of the pack, and was not read",
        "b: changed",
        "c: missing",
        "d: put in beside, it is not in the manifest",
    ]
    told["files"].append(dict(told["files"][0]))
    told["files"].append({"path": "/etc/passwd", "size": 1, "sha256": ""})
    assert differences(told, files) == [
        "/etc/passwd: leads out of the pack, and was not read",
        "a: named twice in the manifest",
    ]


@pytest.mark.parametrize("path", ["../a", "a/../b", "/a", "a//b", "", "a\\b", "c:/a", "./a", "a/"])
def test_paths_that_lead_out(path: str) -> None:
    assert not is_safe(path)
    assert is_safe("documents/docs/ä b.pdf")


def test_the_same_files_are_the_same_bytes_in_any_order() -> None:
    files = {"b": b"x" * 1000, "a/ä": b""}
    assert zipped(files) == zipped(dict(reversed(files.items())))
    assert unzipped(zipped(files)) == [("a/ä", b""), ("b", b"x" * 1000)]
    assert unzipped(b"no zip") is None
    broken = bytearray(zipped({"b": bytes(range(256)) * 40}))
    broken[60] ^= 0xFF
    assert (unzipped(bytes(broken)) or [("b", None)])[0][1] is None


def test_a_sample_is_drawn_by_hash_and_grows_from_the_front() -> None:
    ids = [f"INC-{number}" for number in range(30)]
    five = drawn("seed", "incidents", ids, 5)
    assert five == drawn("seed", "incidents", reversed(ids), 5)
    assert drawn("seed", "incidents", ids, 7)[:5] == five
    assert five != drawn("other", "incidents", ids, 5)
    assert five != drawn("seed", "risks", ids, 5)
    assert sorted(drawn("seed", "incidents", ids, 99)) == sorted(ids)
    assert drawn("seed", "incidents", [], 3) == []
    # printf 'seed\nincidents\nINC-1' | sha256sum
    assert hashed("seed", "incidents", "INC-1") == digest(b"seed\nincidents\nINC-1")

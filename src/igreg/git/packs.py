"""The packs of a repository: many versions of a large file, each made of the one before it.

Git gives each version in full: of 10,000 versions of a megabyte ten gigabytes, through a pipe. In the packs stands what
is different. Nothing is written, nothing is run; whatever is not as it should be is Unreadable, and is Git's to read.
"""

from __future__ import annotations

import re
import stat
import zlib
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from io import FileIO
from pathlib import Path
from typing import NamedTuple, Self

from igreg.git.delta import Damaged, applied

MOST = 64 << 20
"""So many bytes of texts are kept, for those that are made of them; and so many may the indexes of all packs have."""
LARGEST = 16 << 20
"""A larger object is Git's to read."""
_PACKS = 200
_STEP = 65_536
_FIRST = 4_096
_NAME = re.compile(r"pack-[0-9a-f]{40}(?:[0-9a-f]{24})?\.idx")
_SORTS = {1: "commit", 2: "tree", 3: "blob", 4: "tag"}
_BY_PLACE, _BY_ID = 6, 7
_MAGIC = b"\377tOc\0\0\0\2"
_NAMES = len(_MAGIC) + 256 * 4


class Unreadable(Exception):
    """Something in a pack cannot be read here."""


class Place(NamedTuple):
    """Where an object stands."""

    pack: _Pack
    offset: int


class _Entry(NamedTuple):
    """What stands at a place: an object, or what differs from another one."""

    sort: str
    """Nothing where it is a difference."""
    base: int
    """Where the other one stands."""
    data: bytes


class Packs:
    """The packs of a folder of objects, open for as long as they are read."""

    def __init__(self, folder: Path, length: int) -> None:
        """`length` is that of the hashes of the repository, in letters. Raises Unreadable where they are too many."""
        self._files = ExitStack()
        self._texts: dict[Place, tuple[str, bytes]] = {}
        self._size = 0
        try:
            indexes = sorted(one for one in (folder / "pack").iterdir() if _NAME.fullmatch(one.name))
            sizes = [_size(one) for one in indexes]
            if len(indexes) > _PACKS or sum(sizes) > MOST:
                raise Unreadable("too many packs")
            self._packs = [self._pack(one, length // 2) for one in indexes]
        except OSError as error:
            self._files.close()
            raise Unreadable(str(error)) from None
        except Unreadable:
            self._files.close()
            raise

    def _pack(self, index: Path, length: int) -> _Pack:
        path = index.with_suffix(".pack")
        _size(path)
        file = self._files.enter_context(FileIO(path))
        return _Pack(file, index.read_bytes(), length)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    def places(self, ids: Iterable[str]) -> Mapping[str, Place]:
        """Where objects stand, of those that stand in a pack."""
        out = {}
        for id in ids:
            name = bytes.fromhex(id)
            for pack in self._packs:
                offset = pack.offset(name)
                if offset is not None:
                    out[id] = Place(pack, offset)
                    break
        return out

    def read(self, place: Place) -> tuple[str, bytes]:
        """The sort and the bytes of an object. Raises Unreadable where they cannot be had here."""
        try:
            return self._read(place)
        except (OSError, zlib.error, IndexError, Damaged) as error:
            raise Unreadable(str(error)) from None

    def _read(self, place: Place) -> tuple[str, bytes]:
        """Go back to an object that is known or whole, and forward again by what differs."""
        back: dict[Place, bytes] = {}
        size, at = 0, place
        while at not in self._texts:
            entry = at.pack.entry(at.offset)
            if entry.sort:
                self._keep(at, entry.sort, entry.data)
                break
            back[at] = entry.data
            size += len(entry.data)
            at = Place(at.pack, entry.base)
            if size > MOST or at in back:
                raise Unreadable("a text is made of too many others")
        sort, text = self._texts[at] = self._texts.pop(at)  # those used last are kept
        if len(text) * (len(back) + 1) > MOST:
            raise Unreadable("texts are too large to be made of one another")
        for at, delta in reversed(back.items()):
            text = applied(text, delta)
            if len(text) > LARGEST:
                raise Unreadable("a text is too large")
            self._keep(at, sort, text)
        return sort, text

    def _keep(self, place: Place, sort: str, text: bytes) -> None:
        """Remember a text, and forget those that were made first where they are too many."""
        self._texts[place] = (sort, text)
        self._size += len(text)
        while self._size > MOST:
            first = next(iter(self._texts))
            self._size -= len(self._texts.pop(first)[1])


class _Pack:
    """One pack and its index."""

    def __init__(self, file: FileIO, index: bytes, length: int) -> None:
        self._file, self._index, self._length = file, index, length
        if index[: len(_MAGIC)] != _MAGIC:
            raise Unreadable("an index of another form")
        self._first = [0, *(_number(index, len(_MAGIC) + 4 * one) for one in range(256))]
        self._count = self._first[-1]
        self._offsets = _NAMES + self._count * (length + 4)
        self._far = self._offsets + self._count * 4
        if sorted(self._first) != self._first or len(index) < self._far + 2 * length:
            raise Unreadable("an index of another form")

    def offset(self, name: bytes) -> int | None:
        """Where an object stands in the pack; nothing where it is not there."""
        low, high = self._first[name[0]], self._first[name[0] + 1]
        while low < high:
            middle = (low + high) // 2
            at = _NAMES + middle * self._length
            found = self._index[at : at + self._length]
            if found == name:
                return self._offset(middle)
            low, high = (middle + 1, high) if found < name else (low, middle)
        return None

    def _offset(self, number: int) -> int:
        near = _number(self._index, self._offsets + 4 * number)
        if not near & 0x80000000:
            return near
        at = self._far + 8 * (near & 0x7FFFFFFF)
        return int.from_bytes(self._index[at : at + 8], "big")

    def entry(self, offset: int) -> _Entry:
        """What stands at a place."""
        data = self._bytes(offset, _FIRST)
        byte, at = data[0], 1
        kind, size, shift = byte >> 4 & 7, byte & 15, 4
        while byte & 0x80:
            byte, at = data[at], at + 1
            size |= (byte & 0x7F) << shift
            shift += 7
        if size > LARGEST:
            raise Unreadable("an object is too large")
        sort, base = _SORTS.get(kind, ""), 0
        if kind == _BY_PLACE:
            back, at = _back(data, at)
            base = offset - back
        elif kind == _BY_ID:
            found = self.offset(data[at : at + self._length])
            base, at = found if found is not None else 0, at + self._length
        if not sort and base <= 0:
            raise Unreadable("what an object is made of is not there")
        return _Entry(sort, base, self._inflated(data[at:], offset + len(data), size))

    def _inflated(self, data: bytes, after: int, size: int) -> bytes:
        """So many bytes out of what is packed, the beginning of which is given."""
        inflate = zlib.decompressobj()
        out: list[bytes] = []
        left = size
        while True:
            out.append(inflate.decompress(data, left + 1))
            left -= len(out[-1])
            if left < 0 or (inflate.eof and left):
                raise Unreadable("an object has another size than it says")
            if inflate.eof:
                return b"".join(out)
            data = self._bytes(after, _STEP)
            after += len(data)

    def _bytes(self, offset: int, count: int) -> bytes:
        self._file.seek(offset)
        data = self._file.read(count)
        if not data:
            raise Unreadable("a pack ends too early")
        return data


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _back(data: bytes, at: int) -> tuple[int, int]:
    """How far back the other object stands, and where what follows begins."""
    byte = data[at]
    value = byte & 0x7F
    while byte & 0x80:
        at += 1
        byte = data[at]
        value = (value + 1) << 7 | byte & 0x7F
    return value, at + 1


def _size(path: Path) -> int:
    """The size of an ordinary file. Raises Unreadable for anything else."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable("no ordinary file")
    return found.st_size

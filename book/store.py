"""Content-addressed results of earlier work, in .book/store of the book, with the reason for every miss.

A value lies under the digest of everything it was made from. Each file begins with the digest of its own content, so a
damaged value is a miss, never a wrong book. What the last three builds of each book used is kept; the rest goes.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import struct
from collections.abc import Iterable
from io import FileIO
from pathlib import Path
from typing import BinaryIO

_DIGEST = 16
_GENERATIONS = 3
_RACY_NS = 2_000_000_000
"""A file changed this shortly before it was noted as sound may change again within the clock's grain."""


def key_of(*parts: str | bytes) -> str:
    """A key from its parts, each with its length, so that no two lists of parts share a key."""
    hasher = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hasher.update(b"%d:" % len(data))
        hasher.update(data)
    return hasher.hexdigest()


class Opened:
    """A large value, open for reading: its first `head` bytes are read, the rest is copied without being held.

    `digest` is that of the whole value.
    """

    def __init__(self, file: FileIO, length: int, digest: bytes) -> None:
        self._file = file
        self._at = _DIGEST
        self.length = length
        self.digest = digest

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, count: int) -> bytes:
        """The next `count` bytes."""
        data = os.pread(self._file.fileno(), count, self._at)
        self._at += len(data)
        self.length -= len(data)
        return data

    def copy(self, file: BinaryIO) -> None:
        """Copies what is left to `file`; the kernel does it, where `file` is one of the disk."""
        file.flush()
        while self.length > 0:
            try:
                count = os.sendfile(file.fileno(), self._file.fileno(), self._at, self.length)
            except OSError:  # also of a stream in memory: io.UnsupportedOperation
                count = file.write(os.pread(self._file.fileno(), 1 << 20, self._at))
            if not count:
                raise EOFError("a stored value is shorter than it says")
            self._at += count
            self.length -= count


class Store:
    """Values by key below `folder` (made where it is missing). Safe for many processes: files appear whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._root = os.fspath(folder)
        self._count = 0
        self._trusted: dict[str, bytes] = {}
        self._sound: dict[str, bytes] = {}

    def path(self, key: str) -> Path:
        return Path(self._name(key))

    def _name(self, key: str) -> str:
        # Thousands of values are asked for: a Path for each would take longer than to open it.
        return f"{self._root}/{key[:2]}/{key[2:]}"

    def get(self, key: str) -> bytes | None:
        """The value, or None where there is none or where it is damaged; then it is taken away: has() says so."""
        try:
            with FileIO(self._name(key)) as file:
                data = file.readall()
        except OSError:
            return None
        body = memoryview(data)[_DIGEST:]
        if hashlib.blake2b(body, digest_size=_DIGEST).digest() != data[:_DIGEST]:
            self.drop(key)
            return None
        return bytes(body)

    def open(self, key: str) -> Opened | None:
        """A large value to copy from, or None as in get(). A file that was found sound by an earlier build, and whose
        size, times and inode are what they were then, is not read only to take its digest once more."""
        try:
            file = FileIO(self._name(key))
        except OSError:
            return None
        mark = _mark(file)
        digest = os.pread(file.fileno(), _DIGEST, 0)
        if self._trusted.get(key) != mark and _digest_of(file) != digest:
            file.close()
            self.drop(key)
            return None
        self._sound[key] = mark
        return Opened(file, os.fstat(file.fileno()).st_size - _DIGEST, digest)

    def drop(self, key: str) -> None:
        """Takes a useless value away."""
        self.path(key).unlink(missing_ok=True)

    def mend(self) -> None:
        """Reads every value, so that none is left that is damaged."""
        for shelf in os.scandir(self.folder) if self.folder.is_dir() else ():
            for entry in os.scandir(shelf.path) if shelf.is_dir() else ():
                self.get(shelf.name + entry.name)

    def has(self, key: str) -> bool:
        return os.path.isfile(self._name(key))

    def put(self, key: str, value: bytes) -> None:
        """Keeps `value` under `key`; it appears whole or not at all."""
        target = self.path(key)
        self._count += 1
        temporary = target.with_name(f".{target.name}.{os.getpid()}.{self._count}")
        digest = hashlib.blake2b(value, digest_size=_DIGEST).digest()
        for attempt in (1, 2):
            try:
                with open(temporary, "wb") as file:
                    file.write(digest)
                    file.write(value)
                os.replace(temporary, target)
                return
            except FileNotFoundError:
                if attempt == 2:
                    raise
                target.parent.mkdir(parents=True, exist_ok=True)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise

    # --- many small values in one file ---

    def load_pack(self, name: str) -> dict[str, bytes]:
        """The values that were saved together under `name`; none where the file is damaged. They are stored one by one,
        too: a pack only saves opening thousands of files."""
        import msgspec

        try:
            data = self._pack(name).read_bytes()
            if hashlib.blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() == data[:_DIGEST]:
                return msgspec.msgpack.decode(data[_DIGEST:], type=dict[str, bytes])
        except (OSError, msgspec.MsgspecError):
            pass
        return {}

    def save_pack(self, name: str, values: dict[str, bytes]) -> None:
        """Saves values together; the file appears whole."""
        import msgspec

        target = self._pack(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        data = msgspec.msgpack.encode(values)
        temporary = target.with_suffix(f".{os.getpid()}.part")
        temporary.write_bytes(hashlib.blake2b(data, digest_size=_DIGEST).digest() + data)
        os.replace(temporary, target)

    def trust(self, name: str) -> None:
        """Takes at hand which files note() found sound, but for those that changed shortly before."""
        noted = self.load_pack(f"{name}.sound")
        written = self._pack(f"{name}.sound").stat().st_mtime_ns if noted else 0
        for key, mark in noted.items():
            if max(_MARK.unpack(mark)[1:3]) < written - _RACY_NS:
                self._trusted[key] = mark

    def note(self, name: str) -> None:
        """Notes which files this build found sound."""
        self.save_pack(f"{name}.sound", dict(sorted(self._sound.items())))

    def _pack(self, name: str) -> Path:
        return self.folder.parent / "packs" / f"{name}.pack"

    # --- what may go ---

    def keep(self, book: str, used: Iterable[str]) -> None:
        """Notes that a build of `book` (language and edition) used these keys; its three newest lists are kept."""
        import msgspec

        file = self.folder.parent / "used" / f"{book}.json"
        lists = _lists(file)
        now = sorted(set(used))
        if lists and lists[0] == now:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(f".{os.getpid()}.part")
        temporary.write_bytes(msgspec.json.encode([now, *lists][:_GENERATIONS]))
        os.replace(temporary, file)

    def sweep(self) -> int:
        """Removes every value that no noted build used, and leftovers of killed builds; returns how many."""
        wanted: set[str] = set()
        removed = 0
        for left in self.folder.parent.glob("*/*.part"):
            left.unlink()
            removed += 1
        for file in sorted((self.folder.parent / "used").glob("*.json")):
            for keys in _lists(file):
                wanted.update(keys)
        for shelf in os.scandir(self.folder) if self.folder.is_dir() else ():
            for entry in os.scandir(shelf.path) if shelf.is_dir() else ():
                if shelf.name + entry.name not in wanted:
                    os.unlink(entry.path)
                    removed += 1
        return removed


_MARK = struct.Struct("<4q")


def _mark(file: FileIO) -> bytes:
    """Size, times and inode: what tells that a file is still the one that was read."""
    status = os.fstat(file.fileno())
    return _MARK.pack(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & (1 << 63) - 1)


def _digest_of(file: FileIO) -> bytes:
    """The digest of what follows the digest in a stored file."""
    hasher = hashlib.blake2b(digest_size=_DIGEST)
    if os.fstat(file.fileno()).st_size > _DIGEST:
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data, memoryview(data)[_DIGEST:] as value:
            hasher.update(value)
    return hasher.digest()


def _lists(file: Path) -> list[list[str]]:
    import msgspec

    try:
        return msgspec.json.decode(file.read_bytes(), type=list[list[str]])
    except (OSError, msgspec.MsgspecError):
        return []

"""Content-addressed results of earlier work, in .book/store of the book, with the reason for every miss.

A value lies under the digest of everything it was made from. Each file begins with the digest of its own content, so a
damaged value is a miss, never a wrong book. What the last three builds of each book used is kept; the rest goes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

_DIGEST = 16
_GENERATIONS = 3


def key_of(*parts: str | bytes) -> str:
    """A key from its parts, each with its length, so that no two lists of parts share a key."""
    hasher = hashlib.blake2b(digest_size=_DIGEST)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hasher.update(b"%d:" % len(data))
        hasher.update(data)
    return hasher.hexdigest()


class Store:
    """Values by key below `folder` (made where it is missing). Safe for many processes: files appear whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    def path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def get(self, key: str) -> bytes | None:
        """The value, or None where there is none or where it is damaged; then it is taken away: has() says so."""
        path = self.path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        body = memoryview(data)[_DIGEST:]
        if hashlib.blake2b(body, digest_size=_DIGEST).digest() != data[:_DIGEST]:
            self.drop(key)
            return None
        return bytes(body)

    def drop(self, key: str) -> None:
        """Takes a useless value away."""
        self.path(key).unlink(missing_ok=True)

    def mend(self) -> None:
        """Reads every value, so that none is left that is damaged."""
        for shelf in os.scandir(self.folder) if self.folder.is_dir() else ():
            for entry in os.scandir(shelf.path) if shelf.is_dir() else ():
                self.get(shelf.name + entry.name)

    def has(self, key: str) -> bool:
        return self.path(key).is_file()

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

    def _pack(self, name: str) -> Path:
        return self.folder.parent / "packs" / f"{name}.pack"

    # --- what may go ---

    def keep(self, book: str, used: Iterable[str]) -> None:
        """Notes that a build of `book` (language and edition) used these keys; its three newest lists are kept."""
        file = self.folder.parent / "used" / f"{book}.json"
        lists = _lists(file)
        now = sorted(set(used))
        if lists and lists[0] == now:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(f".{os.getpid()}.part")
        temporary.write_text(json.dumps([now, *lists][:_GENERATIONS]))
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


def _lists(file: Path) -> list[list[str]]:
    try:
        return [list(map(str, keys)) for keys in json.loads(file.read_bytes())]
    except (OSError, ValueError, TypeError):
        return []

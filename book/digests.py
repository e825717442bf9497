"""Digests of input files, remembered between builds: a file is read again only where its size, times or inode changed.

Part of the quick path: standard library only.
"""

from __future__ import annotations

import json
import os
import threading
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from book.world import STATE, World, digest

_FILE = "digests.json"
_RACY_NS = 2_000_000_000
"""A file changed this shortly before the list was written may change again within the clock's grain: read it again."""


class Digests:
    """The digest of every file asked for. `save()` keeps the list for the next build."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._file = world.root / STATE / _FILE
        self._known: dict[str, list[object]] = {}
        self._fresh: dict[str, list[object]] = {}
        self._changed = False
        written = 0
        try:
            written = self._file.stat().st_mtime_ns
            known = json.loads(self._file.read_bytes())
            if isinstance(known, dict):
                self._known = known
        except (OSError, ValueError):
            self._changed = True
        self._trusted_before = written - _RACY_NS

    def of(self, relative: str) -> str:
        """Digest of a book or house path; "" where the file cannot be read."""
        fresh = self._fresh.get(relative)
        if fresh is not None:
            return str(fresh[-1])
        try:
            status = self._world.status(relative)
        except OSError:
            return ""
        mark: list[object] = [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
        known = self._known.get(relative)
        settled = max(status.st_mtime_ns, status.st_ctime_ns) < self._trusted_before
        if isinstance(known, list) and known[:-1] == mark and settled:
            value = known[-1]
        else:
            value = _digest_file(self._world.path(relative))
            self._changed |= known != [*mark, value]
        self._fresh[relative] = [*mark, value]
        return str(value)

    def save(self) -> None:
        """Keeps what is known, also of files that this build did not ask for, as long as they are there."""
        if self._changed:
            others = {path: mark for path, mark in self._known.items() if self._there(path)}
            data = json.dumps({**others, **self._fresh}, separators=(",", ":")).encode()
            self._world.write(f"{STATE}/{_FILE}", data, durable=False)

    def _there(self, path: str) -> bool:
        return path not in self._fresh and self._world.is_file(path)


_PIECE = 8 << 20


class Following:
    """The digest of a file while it is written, taken in a thread beside the writer. `file` must be readable, and
    written front to back alone."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._hash = blake2b(digest_size=16)
        self._whole = threading.Event()
        self._thread = threading.Thread(target=self._follow, daemon=True)

    def __enter__(self) -> Following:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._file.flush()
        self._whole.set()
        self._thread.join()

    def _follow(self) -> None:
        done = 0
        while True:
            last = self._whole.wait(0.02)
            there = os.fstat(self._file.fileno()).st_size
            while there - done >= (1 if last else _PIECE):
                piece = os.pread(self._file.fileno(), min(_PIECE, there - done), done)
                self._hash.update(piece)
                done += len(piece)
            if last:
                return

    @property
    def digest(self) -> str:
        """The digest of the whole file, in hexadecimal, when the block has ended."""
        return self._hash.hexdigest()


def _digest_file(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""

"""A digest that is taken beside the work: hashing lets other threads run, so a second processor does it."""

from __future__ import annotations

import collections
import hashlib
from concurrent.futures import Future, ThreadPoolExecutor

_PIECE = 1 << 18
_AHEAD = 16


class Digest:
    """blake2b, 128 bits, of what it is given, in order. close() ends its thread."""

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=16)
        self._pool = ThreadPoolExecutor(1)
        self._waiting: collections.deque[Future[None]] = collections.deque()
        self._small = bytearray()

    def update(self, data: bytes) -> None:
        """Small pieces are gathered, so that the thread is woken for large ones alone."""
        self._small += data
        if len(self._small) >= _PIECE:
            self._send()

    def hexdigest(self) -> str:
        """The digest of all so far."""
        self._send()
        while self._waiting:
            self._waiting.popleft().result()
        return self._hash.hexdigest()

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _send(self) -> None:
        self._waiting.append(self._pool.submit(self._hash.update, bytes(self._small)))
        self._small.clear()
        if len(self._waiting) > _AHEAD:  # what waits to be hashed is held in memory
            self._waiting.popleft().result()

"""What assembly fetches as it goes: the build gives it from the store, so that nothing large is held."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import BinaryIO, Protocol

from book.sheets import Drawing, Placed, Plate, Sheets


class Copied(Protocol):
    """Bytes that lie elsewhere: `length` of them, named by `digest`."""

    @property
    def length(self) -> int: ...

    @property
    def digest(self) -> bytes: ...

    def copy(self, file: BinaryIO) -> None:
        """Writes them to `file`; EOFError where they are fewer than `length`."""
        ...


class Materials(Protocol):
    """What assembly fetches as it goes, so that nothing large is held."""

    def sheets(self, unit: str) -> Sheets: ...

    def drawing(self, key: str) -> Drawing: ...

    def plate(self, placed: Placed) -> tuple[Plate, AbstractContextManager[Copied]]:
        """The picture in the edition's inks: its dictionary and its data."""
        ...

"""What assembly fetches as it goes: the build gives it from the store, so that nothing large is held."""

from __future__ import annotations

from typing import BinaryIO, Protocol

from book.sheets import Drawing, Placed, Plate, Sheets


class Materials(Protocol):
    """What assembly fetches as it goes, so that nothing large is held."""

    def sheets(self, unit: str) -> Sheets: ...

    def drawing(self, key: str) -> Drawing: ...

    def plate(self, placed: Placed) -> tuple[Plate, BinaryIO, int]:
        """The picture in the edition's inks: its dictionary, a stream to read it from, its length."""
        ...

"""Separations: one colour space for each spot ink of the file, and registration (ISO 32000-1, 8.6.6.4)."""

from __future__ import annotations

from collections.abc import Mapping

from book.assemble.writer import PdfWriter, name, number

ALL = "All"
"""The name of registration: it is printed on every plate."""

Build = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black in per cent."""


class PlateWriter:
    """Writes the colour space of each ink once. `builds` give the process inks that stand in for a spot ink on a proof
    or a screen."""

    def __init__(self, writer: PdfWriter, builds: Mapping[str, Build]) -> None:
        self._writer = writer
        self._builds = builds
        self._written: dict[str, int] = {}

    def space(self, ink: str) -> int:
        """The number of the ink's colour space."""
        if ink not in self._written:
            build = (100.0,) * 4 if ink == ALL else self._builds[ink]
            full = " ".join(number(part / 100) for part in build)
            function = f"<</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [{full}] /N 1>>"
            self._written[ink] = self._writer.put(f"[/Separation {name(ink)} /DeviceCMYK {function}]")
        return self._written[ink]

    @property
    def spots(self) -> tuple[str, ...]:
        """The spot inks of the file."""
        return tuple(sorted(self._written.keys() - {ALL}))

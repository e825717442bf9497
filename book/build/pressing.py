"""What of a unit goes through the press in its worker: pictures to plates, sheets to the edition's inks, its pages to
findings. Results go to the store; the CPU time is added up for scripts/bench."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from book.build.keys import Keys
from book.build.reading import Reading, Shelf
from book.checks import run as run_checks
from book.conditions import PressCondition
from book.digests import Digests
from book.findings import Finding, Span
from book.inks import Inks
from book.model import Edition
from book.press.codes import CODES
from book.printed import PdfFacts, PrintedPage
from book.sheets import Drawing, LayoutFacts, Placed, Plate, Sheets
from book.store import key_of
from book.world import World

if TYPE_CHECKING:
    from book.press.stage import Press


class Spent(NamedTuple):
    """CPU seconds: on sheets (the press stage), and on the pictures that were converted for them."""

    sheets: float = 0.0
    pictures: float = 0.0

    def and_(self, other: Spent) -> Spent:
        return Spent(self.sheets + other.sheets, self.pictures + other.pictures)

    def since(self, other: Spent) -> Spent:
        return Spent(self.sheets - other.sheets, self.pictures - other.pictures)


class Pressroom:
    """One target's press. `key` is what sheets depend on beside what they are made from."""

    def __init__(
        self, world: World, digests: Digests, shelf: Shelf, keys: Keys, reading: Reading, edition: Edition,
        condition: PressCondition, inks: Inks, profile: bytes,
    ) -> None:  # fmt: skip
        self._world = world
        self._digests = digests
        self._shelf = shelf
        self._keys = keys
        self._pictures = reading.pictures
        self._edition = edition
        self._condition = condition
        self._inks = inks
        self._profile = profile
        self._cmyk = edition.colour == "cmyk"
        self._press: Press | None = None
        self._plates_in = key_of(edition.colour, profile, f"{condition.limits.ink:g}")
        asked = (edition.picture_ppi, edition.bleed, edition.pdfx, *edition.spots)
        whole = (msgspec.json.encode(condition), repr(sorted(inks.items()))) if self._cmyk else ()
        self.key = key_of(self._plates_in, *map(str, asked), *whole)
        self.spent = Spent()
        """So far."""

    def warm(self) -> None:
        """Loads what pressing needs, before it is asked for."""
        if self._cmyk:
            import book.press.pictures  # noqa: F401

            self._at_work()

    @contextmanager
    def _timed(self, pictures: bool = False) -> Iterator[None]:
        began = time.process_time()
        yield
        took = time.process_time() - began
        self.spent = self.spent.and_(Spent(pictures=took) if pictures else Spent(took))

    # --- pictures ---

    def plates(
        self, sheets: Sheets, unit: str, span_of: Callable[[str], Span]
    ) -> tuple[dict[Placed, tuple[str, Plate]], list[Finding]]:
        """Key and head of the plate of every picture on the sheets; what is wrong with the pictures."""
        found: list[Finding] = []
        made: dict[Placed, tuple[str, Plate]] = {}
        with self._timed(pictures=True):
            for index, sheet in enumerate(sheets.sheets):
                for placed in sheet.resources.pictures.values():
                    if placed in made:
                        continue
                    key, plate, faults = self._plate(placed)
                    made[placed] = key, plate
                    span, named = placed.span, span_of(placed.path)
                    if not span.path or (span.path, span.line) == (named.path, named.line):
                        span = named  # knows the column, too
                    for code, what in faults:
                        severity, _, hint = CODES[code]
                        hint = f"{hint[0].upper()}{hint[1:]}."
                        found.append(Finding(code, severity, what, hint, span, str(index), unit))
        return made, found

    def _plate(self, placed: Placed) -> tuple[str, Plate, tuple[tuple[str, str], ...]]:
        """Converts a picture for the size at which it stands, unless that was done before. Faults are (code, what)."""
        from book.press.pictures import DamagedPicture, Wanted, is_line_art, lost, pixels, plate

        facts = self._pictures[placed.path]
        assert facts is not None
        limits = self._condition.limits
        line_art = is_line_art(facts)
        size = pixels(facts, placed.width, placed.height, self._most_ppi())
        size = (facts.width, facts.height) if line_art else size
        window = round(limits.ink_window / 25.4 * 72 * size[0] / placed.width)
        key = self._keys.plate(self._digests.of(placed.path), size, f"{self._plates_in} {window} {line_art}")
        if self._shelf.store.has(key):
            held, opened = self._shelf.plate(key)
            with opened:
                pass
            return key, held, _faults(placed.path, held)
        wanted = Wanted(size, self._cmyk, self._profile, limits.ink, window, line_art)
        try:
            made, data = plate(self._world.read(placed.path), wanted)
        except DamagedPicture as error:
            key = self._keys.plate("", (1, 1), self._plates_in)
            grey, stream = lost()
            self._shelf.put_plate(key, grey, stream)
            return key, grey, (("L090", f"the picture {placed.path} is damaged: {error}"),)
        self._shelf.put_plate(key, made, data)
        return key, made, _faults(placed.path, made)

    def _most_ppi(self) -> int:
        most = self._edition.picture_ppi
        return min(most, round(self._condition.limits.pictures.most)) if self._cmyk else most

    # --- sheets ---

    def press(
        self, unit: str, sheets: Sheets, drawings: Mapping[str, Drawing], facts: LayoutFacts,
        plates: Mapping[Placed, Plate],
    ) -> tuple[Sheets, Mapping[str, Drawing], tuple[Finding, ...], tuple[PrintedPage, ...]]:  # fmt: skip
        """The unit in final inks, its drawings by their keys, what the checks say of its pages, and what stands on
        them. An edition for the screen is as it was set."""
        if not self._cmyk:
            return sheets, drawings, (), ()
        with self._timed():
            pressed = self._at_work().press(sheets.sheets, drawings, facts.pages, plates, self._edition.bleed, unit)
            spots = self._edition.spots
            found = run_checks("pdf", PdfFacts(pressed.pages, self._condition, None, spots, self._edition.pdfx))
        return msgspec.structs.replace(sheets, sheets=pressed.sheets), pressed.drawings, found, pressed.pages

    def _at_work(self) -> Press:
        if self._press is None:
            from book.press.stage import Press

            edition = self._edition
            self._press = Press(self._profile, self._inks, edition.spots, self._condition, edition.pdfx)
        return self._press


def _faults(path: str, plate: Plate) -> tuple[tuple[str, str], ...]:
    """What was noticed when a plate was made, which is told again whenever it is used."""
    return tuple((code, f"the picture {path} {what}") for code, what in plate.faults)

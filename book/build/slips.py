"""Small papers beside the book, like the job ticket: composed, set and assembled at once, not kept in the store."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import BinaryIO

from book.assemble import About, Production, assemble
from book.assemble.materials import Copied
from book.build.rendering import hyphens
from book.compose.inks import edition_css, substitute_inks
from book.compose.shared import Shared
from book.compose.slip import Group, slip
from book.model import Edition
from book.paginate import Leaf, Pagination
from book.sheets import Drawing, Placed, Plate, Sheets
from book.typeset.libraries import prepare
from book.world import World

EDITION = Edition(name="slip", purpose="proof", colour="rgb", bleed=0.0)


class _Sheets:
    """The materials of a paper without pictures."""

    def __init__(self, sheets: Sheets, drawings: dict[str, Drawing]) -> None:
        self._sheets = sheets
        self._drawings = drawings

    def sheets(self, unit: str) -> Sheets:
        return self._sheets

    def drawing(self, key: str) -> Drawing:
        return self._drawings[key]

    def plate(self, placed: Placed) -> tuple[Plate, AbstractContextManager[Copied]]:
        raise KeyError(placed.path)


def write_slip(
    file: BinaryIO, world: World, shared: Shared, title: str, subtitle: str, groups: Sequence[Group], date: str
) -> int:
    """Writes the paper as a PDF for an office printer; returns its pages. `date` is a PDF date."""
    prepare(world.fonts_folder())
    from book.typeset.engine import Engine

    unit = slip(title, subtitle, groups, shared)
    styles = {name: world.read(world.style(name)).decode("utf-8", "replace") for name in unit.stylesheets[1:]}
    styles[unit.stylesheets[0]] = edition_css(shared.inks, EDITION)
    hyphenation = {shared.lang: hyphens(shared.tongue)}

    def drawing(path: str) -> bytes:
        return substitute_inks(world.read(path).decode("utf-8", "replace"), shared.inks, "rgb").encode()

    engine = Engine(world.fonts_folder(), styles, drawing, {}, hyphenation, False, False)
    sheets, _, drawings = engine.set(unit)
    leaves = tuple(Leaf(unit.id, at, str(at + 1), "recto") for at in range(len(sheets.sheets)))
    production = Production(
        about=About(title, shared.lang, date), trim=sheets.sheets[0].size, edition=EDITION, anchors={},
        outline=(), folios={}, folio_fonts={}, fonts=world.fonts(),
    )  # fmt: skip
    assemble(file, Pagination(leaves, {unit.id: 0}), production, _Sheets(sheets, drawings))
    return len(leaves)

"""What a book is printed with: its press condition (styles/press.yaml of the house and of the book), the profile that
it names, its inks (styles/inks.yaml), and whether style sheets and drawings name no others."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from book.conditions import PressCondition
from book.findings import Finding
from book.inks import PROOF_INKS, Ink, Inks
from book.model import Book, Edition, Struct
from book.read import check_editions, check_ink_use, read_ink_file, read_press
from book.world import HOUSE, World

CONDITIONS = "styles/press.yaml"
INKS = "styles/inks.yaml"


class Pressed(Struct, frozen=True):
    """The book with its editions settled, the condition it is printed under, what is wrong with either. `conditions`
    are all that the book may choose from, its own first."""

    book: Book
    condition: PressCondition
    conditions: dict[str, PressCondition]
    inks: dict[str, Ink]
    findings: tuple[Finding, ...]


def press_of(world: World, book: Book) -> Pressed:
    """The condition that the book chooses, or the first; the book's own conditions stand before the house's."""
    inks, of_inks = _inks(world)
    conditions, found = _conditions(world, inks)
    found += check_editions(book.span.path, book, conditions, _plates_of(inks))
    found += of_inks + _ink_use(world, inks, any(edition.colour == "cmyk" for edition in book.editions))
    condition = conditions.get(book.press) or next(iter(conditions.values()))
    return Pressed(settled(book, condition), condition, conditions, inks, found)


def conditions_of(world: World) -> tuple[dict[str, PressCondition], tuple[Finding, ...]]:
    """All conditions that a book may choose from, and what is wrong with those of its own."""
    return _conditions(world, _inks(world)[0])


def _inks(world: World) -> tuple[dict[str, Ink], tuple[Finding, ...]]:
    """The book's inks; those that only proofs for translators use are the house's where the book has none."""
    inks, findings = read_ink_file(INKS, world.read(world.style("inks.yaml")))
    if any(name not in inks for name in PROOF_INKS):
        house, _ = read_ink_file(INKS, world.read(HOUSE + INKS))
        inks = {**{name: house[name] for name in PROOF_INKS}, **inks}
    return inks, findings


def _plates_of(inks: Inks) -> set[str]:
    """The spot inks that inks.yaml has."""
    return {ink.spot for ink in inks.values() if ink.spot}


def _conditions(world: World, inks: Inks) -> tuple[dict[str, PressCondition], tuple[Finding, ...]]:
    plates = _plates_of(inks)

    def read(path: str, known: dict[str, PressCondition]) -> tuple[dict[str, PressCondition], tuple[Finding, ...]]:
        return read_press(CONDITIONS, world.read(path), known, plates, lambda name: profile_bytes(world, name))

    conditions, found = read(HOUSE + CONDITIONS, {})
    if world.style("press.yaml") == CONDITIONS:
        own, told = read(CONDITIONS, conditions)
        conditions, found = {**own, **{name: one for name, one in conditions.items() if name not in own}}, told
    return conditions, found


def settled(book: Book, condition: PressCondition) -> Book:
    """The book with what its editions for the press leave to the condition: bleed and PDF/X version."""

    def fill(edition: Edition) -> Edition:
        if edition.purpose != "print":
            return edition
        bleed = condition.bleed if edition.bleed < 0 else edition.bleed
        pdfx = (edition.pdfx or condition.pdfx) if edition.colour == "cmyk" else ""
        return msgspec.structs.replace(edition, bleed=bleed, pdfx=pdfx)

    return msgspec.structs.replace(book, editions=tuple(map(fill, book.editions)))


def profile_bytes(world: World, name: str) -> bytes | None:
    """A profile below styles/, the book's own before the house's; None where there is none."""
    try:
        return world.read(world.style(name))
    except OSError:
        return None


def _ink_use(world: World, inks: Inks, cmyk: bool) -> tuple[Finding, ...]:
    """What is wrong with the inks in the style sheets and drawings that a build may use."""
    found: tuple[Finding, ...] = ()
    for name in _names(world.furniture()):
        words = world.read(world.style(name)).decode("utf-8", "replace")
        found += check_ink_use(f"styles/{name}", words, inks, cmyk)
    return found


def _names(furniture: Collection[str]) -> list[str]:
    """The style sheets and drawings below styles/ by their names there, the book's and the house's as one."""
    paths = {path.removeprefix(HOUSE) for path in furniture}
    used = (path for path in paths if path.startswith("styles/") and path.endswith((".css", ".svg")))
    return sorted(path.removeprefix("styles/") for path in used)

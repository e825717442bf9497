"""The press condition of a book: styles/press.yaml of the house and of the book, and the profile that it names."""

from __future__ import annotations

import msgspec
import yaml

from book.conditions import PressCondition
from book.findings import Finding
from book.inks import read_inks
from book.model import Book, Edition, Struct
from book.read import check_editions, read_press
from book.world import HOUSE, World

CONDITIONS = "styles/press.yaml"


class Pressed(Struct, frozen=True):
    """The book with its editions settled, the condition it is printed under, what is wrong with either. `conditions`
    are all that the book may choose from, its own first."""

    book: Book
    condition: PressCondition
    conditions: dict[str, PressCondition]
    findings: tuple[Finding, ...]


def press_of(world: World, book: Book) -> Pressed:
    """The condition that the book chooses, or the first; the book's own conditions stand before the house's."""
    plates = _plates(world)
    conditions, found = conditions_of(world)
    found += check_editions(book.span.path, book, conditions, plates)
    condition = conditions.get(book.press) or next(iter(conditions.values()))
    return Pressed(settled(book, condition), condition, conditions, found)


def conditions_of(world: World) -> tuple[dict[str, PressCondition], tuple[Finding, ...]]:
    """All conditions that a book may choose from, and what is wrong with those of its own."""
    plates = _plates(world)

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


def _plates(world: World) -> set[str]:
    """The spot inks that inks.yaml has; none where it cannot be read, which is told elsewhere."""
    try:
        inks = read_inks(world.read(world.style("inks.yaml")))
    except (OSError, yaml.YAMLError, msgspec.ValidationError):
        return set()
    return {ink.spot for ink in inks.values() if ink.spot}

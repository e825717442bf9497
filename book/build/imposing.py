"""Builds books and puts their pages on printer's sheets, or small on a flat plan."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from book.build import Made, Order, Outcome, build
from book.build.condition import press_of
from book.build.reading import Progress, read_book_file
from book.build.target import PLACES
from book.compose.rich import plain
from book.compose.words import default_words, read_words
from book.conditions import PressCondition, Signature
from book.errors import BookError, ExitCode
from book.impose.flatplan import FlatPlan, flatplan
from book.impose.folding import SIZES
from book.impose.sheets import Imposed, Plan, impose
from book.model import Book
from book.translate.apply import localize
from book.translate.messages import catalog_path
from book.world import World

IMPOSED = "imposed.pdf"
FLAT_PLAN = "flatplan.pdf"
FONT = "SourceSans3_400Regular.ttf"
"""The house's sans serif; a book with other fonts lends the first that it has."""


class Wish(NamedTuple):
    """What a printer or an editor says instead of the press condition: width and height of the sheet in mm, pages a
    section; 0 leaves it to the condition. `nest`: sheets of four pages put into one another."""

    width: float = 0
    height: float = 0
    pages: int = 0
    nest: bool = False


class Written(NamedTuple):
    path: Path
    imposed: Imposed | None
    """None for a flat plan; `pages` are those of the plan."""
    pages: int = 0


def imposed_books(world: World, order: Order, wish: Wish, progress: Progress) -> tuple[Outcome, list[Written]]:
    """The order's books (without a word on editions, those for the press), each with imposed.pdf beside it."""
    book, condition = _at_hand(world)
    sheet = _sheet(condition.signature, wish)

    def write(made: Made, source: BinaryIO, target: BinaryIO) -> Written:
        title = f"{_title(book, made)} · {made.target.language} · {made.target.edition}"
        plan = Plan(sheet, wish.nest, condition.caliper, title, _words(world, made.target.language))
        told = impose(source, target, plan, _font(world), lambda done, of: progress("imposing", done, of))
        return Written(made.target.folder(order.out) / IMPOSED, told)

    return _each(world, order, book, IMPOSED, write, progress)


def flat_plans(world: World, order: Order, progress: Progress) -> tuple[Outcome, list[Written]]:
    """The order's books (without a word on editions, those for the press), each with flatplan.pdf beside it."""
    book, condition = _at_hand(world)

    def write(made: Made, source: BinaryIO, target: BinaryIO) -> Written:
        pages = draw(world, book, condition, made, source, target, progress)
        return Written(made.target.folder(order.out) / FLAT_PLAN, None, pages)

    return _each(world, order, book, FLAT_PLAN, write, progress)


def draw(
    world: World, book: Book, condition: PressCondition, made: Made, source: BinaryIO, target: BinaryIO,
    progress: Progress,
) -> int:  # fmt: skip
    """Writes the flat plan of a book that was made; returns the plan's pages."""
    blanks, titles = places_of(made)
    title = f"{_title(book, made)} · {made.target.language} · {made.target.edition}"
    plan = FlatPlan(title, condition.signature.pages, blanks, titles, _words(world, made.target.language))
    return flatplan(source, target, plan, _font(world), lambda done, of: progress("flat plan", done, of))


def _each(
    world: World, order: Order, book: Book, name: str, write: Callable[[Made, BinaryIO, BinaryIO], Written],
    progress: Progress,
) -> tuple[Outcome, list[Written]]:  # fmt: skip
    if not order.editions:
        order = order._replace(editions=_for_the_press(book))
    outcome = build(world, order, progress)
    written = []
    for made in outcome.made:
        if made.pdf is not None:
            target = made.target.folder(order.out) / name
            with World.reading(made.pdf) as source, World.writing(target) as file:
                written.append(write(made, source, file))
    return outcome, written


def _at_hand(world: World) -> tuple[Book, PressCondition]:
    book, _ = read_book_file(world)
    if book is None:
        raise BookError("the book cannot be read", "make-book check tells why.", ExitCode.BOOK_HAS_ERRORS)
    return book, press_of(world, book).condition


def _for_the_press(book: Book) -> tuple[str, ...]:
    names = tuple(edition.name for edition in book.editions if edition.purpose == "print")
    if not names:
        raise BookError("the book has no edition for the press", "Name one with -e.", ExitCode.WRONG_COMMAND)
    return names


def _sheet(usual: Signature, wish: Wish) -> Signature:
    pages = wish.pages or usual.pages
    if not wish.nest and pages not in SIZES:
        folds = ", ".join(str(size) for size in reversed(SIZES))
        raise BookError(
            f"a sheet cannot be folded to {pages} pages", f"It can to {folds}; nested sheets (--nest) to any multiple "
            "of 4.", ExitCode.WRONG_COMMAND,
        )  # fmt: skip
    width, height = wish.width or usual.width, wish.height or usual.height
    return msgspec.structs.replace(usual, pages=pages, width=width, height=height)


def _title(book: Book, made: Made) -> str:
    return plain(localize(book.title, {}, made.target.language))


def _words(world: World, language: str) -> dict[str, str]:
    """The press's own words in a language, the book's before the house's."""
    own = catalog_path(language, "en", "ui")
    words = read_words(world.read(own).decode("utf-8", "replace")) if world.is_file(own) else {}
    return {**default_words(language), **words}


def _font(world: World) -> bytes:
    fonts = world.fonts()
    return fonts.get(FONT) or next(iter(fonts.values()))


def places_of(made: Made) -> tuple[frozenset[int], dict[int, str]]:
    """Declared blanks and what each page shows, from the file beside the book."""
    assert made.pdf is not None
    try:
        with World.reading(made.pdf.with_name(PLACES)) as file:
            pages = json.load(file)["pages"]
        blanks = frozenset(at for at, page in enumerate(pages) if page["blank"])
        return blanks, {at: str(page["title"]) for at, page in enumerate(pages) if page["title"]}
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset(), {}

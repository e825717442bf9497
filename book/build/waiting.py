"""The translator's proof of a book, and the paper beside it: what waits in each catalog, and what does not fit."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import msgspec

from book.build import Made, Order, Outcome, build
from book.build.condition import press_of
from book.build.lengths import OVERFULL
from book.build.proofs import TRANSLATOR, waiting
from book.build.reading import Progress, read_book_file
from book.build.slips import EDITION, write_slip
from book.build.target import load_state
from book.build.writing import pdf_date
from book.compose.rich import plain
from book.compose.shared import share
from book.compose.slip import Group
from book.compose.words import default_words, say
from book.findings import Finding
from book.translate.apply import localize
from book.world import SOURCES, World

WAITING = "waiting.pdf"


def translators_proofs(
    world: World, languages: tuple[str, ...], out: Path, progress: Progress
) -> tuple[Outcome, list[Path]]:
    """Builds the edition `translator` in these languages (none: all), and beside each the paper of what waits."""
    outcome = build(world, Order(languages, (TRANSLATOR,), out, 0), progress)
    written = []
    for made in outcome.made:
        if made.pdf is not None:
            paper = made.pdf.with_name(WAITING)
            with World.writing(paper) as file:
                _write(file, world, made)
            written += [made.pdf, paper]
    return outcome, written


def _write(file: BinaryIO, world: World, made: Made) -> None:
    book, _ = read_book_file(world)
    assert book is not None  # it was built just now
    lang = made.target.language
    shared = share(lang, EDITION, localize(book, {}, lang), (), (), press_of(world, book).inks)
    words = default_words(lang)

    def word(message: str, **values: str) -> str:
        return say(words, message, **values)

    title = word("What waits for the translator")
    subtitle = f"{plain(shared.book.title)} · {shared.tongue.native_name}"
    groups: list[Group] = []
    own = f"{SOURCES}/locale/{lang.partition('-')[0]}/"
    rows = [
        (path.removeprefix(own), word("missing: {missing}, fuzzy: {fuzzy}", missing=str(missing), fuzzy=str(fuzzy)))
        for path, (missing, fuzzy) in waiting(world, [one for one in world.sources() if one.startswith(own)]).items()
    ]
    groups.append((word("Catalogs"), rows or [(word("all translated"), "")]))
    overfull = [
        (word("p. {page}", page=one.page), f"{one.message} ({one.span.path}:{one.span.line})")
        for one in msgspec.convert(load_state(world, made.target).get("findings", []), list[Finding])
        if one.code in OVERFULL
    ]
    groups.append((word("Places that are too long"), overfull or [(word("none"), "")]))
    write_slip(file, world, shared, title, subtitle, groups, pdf_date(book.date))

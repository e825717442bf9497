"""The flat plan: all spreads of a book small on a few pages, its sections, its blanks, the plates of every sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, NamedTuple, cast

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from book.impose.folding import folded, sections
from book.impose.lettering import MM, Lettering
from book.impose.operators import box, line, numbers
from book.impose.plates import PROCESS, plates
from book.impose.sheets import Progress, box_of, filled, media_of

WIDTH, HEIGHT = 297.0, 210.0
"""A4 across, which every office prints."""
EDGE = 12.0
ACROSS = 6
"""Spreads in a row."""
GAP = 5.0
HEAD, UNDER = 9.0, 8.0
"""mm for the title at the head of a page, and for the words under a spread."""
GREY, PALE, GOLD, INK = "0 0 0 .55 k", "0 0 0 .12 k", ".2 .36 .76 .14 k", "0 0 0 1 k"
_SWATCH = {"Cyan": "1 0 0 0 k", "Magenta": "0 1 0 0 k", "Yellow": "0 0 1 0 k", "Black": "0 0 0 1 k"}
_PER_TABLE = 34
"""Lines of the table of sheets on a page."""


class FlatPlan(NamedTuple):
    """`most`: pages a section; `blanks` are declared blank pages by position from 0; `titles` what a page shows, by
    position; `words` the plan's own words by their English ones."""

    title: str
    most: int
    blanks: frozenset[int]
    titles: Mapping[int, str]
    words: Mapping[str, str]

    def say(self, message: str, **values: object) -> str:
        return filled(self.words, message, **values)


def flatplan(source: BinaryIO, target: BinaryIO, plan: FlatPlan, font: bytes, progress: Progress) -> int:
    """Writes the plan of the book in `source`; returns how many pages the plan has."""
    letters = Lettering(font)
    with Pdf.open(source) as book, Pdf.new() as out:
        starts = _starts(len(book.pages), plan.most)
        drawn = _Drawn(book, out, plan, letters, starts)
        spreads = [(None, 0), *((at, at + 1) for at in range(1, len(book.pages), 2))]
        for first in range(0, len(spreads), drawn.rows * ACROSS):
            drawn.page(spreads[first : first + drawn.rows * ACROSS])
            progress(min(2 * (first + drawn.rows * ACROSS), len(book.pages)), len(book.pages))
        rows = list(_sheets(len(book.pages), plan.most, drawn.needed))
        for first in range(0, len(rows), _PER_TABLE):
            drawn.table(rows[first : first + _PER_TABLE])
        out.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return len(out.pages)


class SheetRow(NamedTuple):
    """One side of a printer's sheet: its section and pages (from 1 in the file), and the plates that it needs."""

    section: int
    side: str
    pages: tuple[int, ...]
    plates: tuple[str, ...]


def _sheets(pages: int, most: int, needed: Sequence[tuple[str, ...]]) -> Iterator[SheetRow]:
    first = 1
    for section, length in enumerate(sections(pages, most), 1):
        for side, spots in zip(("front", "back"), folded(length), strict=True):
            here = sorted(first - 1 + spot.page for row in spots for spot in row)
            inks = {ink for page in here if page <= pages for ink in needed[page - 1]}
            ordered = (*(ink for ink in PROCESS if ink in inks), *sorted(inks - {*PROCESS}))
            yield SheetRow(section, side, tuple(page for page in here if page <= pages), ordered)
        first += length


def _starts(pages: int, most: int) -> dict[int, tuple[int, int]]:
    """Where sections begin: position from 0 -> (number of the section, its last position)."""
    starts, at = {}, 0
    for number, length in enumerate(sections(pages, most), 1):
        starts[at] = (number, min(at + length, pages) - 1)
        at += length
    return starts


class _Drawn:
    """Draws pages of the plan."""

    def __init__(
        self, book: Pdf, out: Pdf, plan: FlatPlan, letters: Lettering, starts: Mapping[int, tuple[int, int]]
    ) -> None:
        self.book, self.out, self.plan, self.letters, self.starts = book, out, plan, letters, starts
        x0, y0, x1, y1 = box_of(book.pages[0])
        spread = (WIDTH - 2 * EDGE - (ACROSS - 1) * GAP) / ACROSS
        self.wide = spread / 2
        self.needed = [plates(page) for page in book.pages]
        self.scale = self.wide * MM / (x1 - x0)
        self.high = (y1 - y0) * self.scale / MM
        self.rows = max(1, int((HEIGHT - 2 * EDGE - HEAD + GAP) // (self.high + UNDER + GAP)))

    def page(self, spreads: Sequence[tuple[int | None, int]]) -> None:
        content, forms = [self._head()], dict[str, Object]()
        for at, (left, right) in enumerate(spreads):
            x = EDGE + (at % ACROSS) * (2 * self.wide + GAP)
            y = HEIGHT - EDGE - HEAD - self.high - (at // ACROSS) * (self.high + UNDER + GAP)
            for position, shift in ((left, 0.0), (right, self.wide)):
                if position is not None and position < len(self.book.pages):
                    content.append(self._thumb(position, x + shift, y, forms))
        self._add(content, forms)

    def _head(self) -> str:
        pages, sections = len(self.book.pages), len(self.starts)
        count = self.plan.say("{pages} pages in {sections} sections", pages=pages, sections=sections)
        words = self.letters.fitting(f"{self.plan.title} · {count}", 10, (WIDTH - 2 * EDGE) * MM)
        return f"{INK}\n{self.letters.line(words, EDGE * MM, (HEIGHT - EDGE - 3.5) * MM, 10)}"

    def _thumb(self, position: int, x: float, y: float, forms: dict[str, Object]) -> str:
        page = self.book.pages[position]
        x0, y0, _, _ = box_of(page)
        name = f"P{position}"
        made = self.out.copy_foreign(page.as_form_xobject())
        made.BBox = Array(media_of(page))
        if "/Group" in made:
            del made["/Group"]
        forms[name] = made
        scale, place = self.scale, numbers(x * MM, y * MM, self.wide * MM, self.high * MM)
        parts = [
            f"q {place} re W n {numbers(scale, 0, 0, scale, x * MM - x0 * scale, y * MM - y0 * scale)} cm /{name} Do Q",
            f"q .3 w {GREY.replace('k', 'K')} {place} re S Q",
        ]
        if self._blank(position):
            corners = (x * MM, y * MM, (x + self.wide) * MM, (y + self.high) * MM)
            parts.append(f"q .3 w {PALE.replace('k', 'K')} {line(*corners)} Q")
        parts += self._under(position, x, y)
        return "\n".join(parts)

    def _under(self, position: int, x: float, y: float) -> Iterator[str]:
        """The folio and what the page shows; where a section begins, a bar and its number."""
        room = (self.wide - 1.5) * MM
        folio = self._label(position)
        title = self.plan.say("blank") if self._blank(position) else self.plan.titles.get(position, "")
        yield f"{INK}\n{self.letters.line(folio, x * MM, (y - 2.6) * MM, 6)}"
        if title:
            yield f"{GREY}\n{self.letters.line(self.letters.fitting(title, 5, room), x * MM, (y - 5) * MM, 5)}"
        if position in self.starts:
            number, last = self.starts[position]
            until = self._label(last)
            words = self.plan.say("Section {number}: {first}–{last}", number=number, first=folio, last=until)
            yield f"{GOLD}\n{box((x - 0.35) * MM, (y - 7.4) * MM, 0.7 * MM, (self.high + 7.4) * MM)}"
            yield self.letters.line(self.letters.fitting(words, 5.5, 2 * room), (x + 1) * MM, (y - 7.4) * MM, 5.5)

    def table(self, rows: Sequence[SheetRow]) -> None:
        """The printer's sheets with the plates of each side."""
        columns = [EDGE, EDGE + 24, EDGE + 48, EDGE + 168]
        heads = [self.plan.say(word) for word in ("Section", "Side", "Pages", "Plates")]
        top = HEIGHT - EDGE - HEAD - 3
        content = [self._head(), INK]
        content += [self.letters.line(word, x * MM, top * MM, 7.5) for word, x in zip(heads, columns, strict=True)]
        for at, row in enumerate(rows, 1):
            y = top - at * 5
            pages = ", ".join(self._label(page - 1) for page in row.pages)
            cells = [str(row.section), self.plan.say(row.side), self.letters.fitting(pages, 7, 116 * MM)]
            content.append(INK)
            content += [self.letters.line(word, x * MM, y * MM, 7) for word, x in zip(cells, columns, strict=False)]
            content += self._swatches(row.plates, columns[3], y)
            rule = line(EDGE * MM, (y - 1.6) * MM, (WIDTH - EDGE) * MM, (y - 1.6) * MM)
            content.append(f"q .25 w {PALE.replace('k', 'K')} {rule} Q")
        self._add(content, {})

    def _label(self, position: int) -> str:
        return cast(str, self.book.pages[position].label)  # a property, which its stub calls a method

    def _blank(self, position: int) -> bool:
        """Declared blank, or nothing is printed on it."""
        return position in self.plan.blanks or not self.needed[position]

    def _swatches(self, inks: Sequence[str], x: float, y: float) -> Iterator[str]:
        for ink in inks:
            yield f"{_SWATCH.get(ink, GOLD)}\n{box(x * MM, (y - 0.5) * MM, 3 * MM, 3 * MM)}"
            if ink not in _SWATCH:
                yield f"{INK}\n{self.letters.line(ink, (x + 4) * MM, y * MM, 7)}"
            x += 4.5

    def _add(self, content: Sequence[str], forms: Mapping[str, Object]) -> None:
        self.out.add_blank_page(page_size=(WIDTH * MM, HEIGHT * MM))
        page = self.out.pages[-1]
        page.Resources = Dictionary(XObject=Dictionary({f"/{name}": form for name, form in forms.items()}))
        page.Contents = self.out.make_stream("\n".join(content).encode("ascii"))

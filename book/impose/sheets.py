"""Writes printer's sheets: pages of a finished PDF, placed on larger ones as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from book.conditions import Signature
from book.impose.folding import folded, nested, sections
from book.impose.layout import Cell, Form, Format, form, refuse_too_small
from book.impose.lettering import MM, Lettering
from book.impose.marks import marks
from book.impose.operators import numbers

Progress = Callable[[int, int], None]


class Plan(NamedTuple):
    """How to impose: the printer's sheet, pages a section, whether sections are made of nested sheets of four pages;
    `title` begins the line on every sheet; `words` are the line's own by their English ones."""

    sheet: Signature
    nest: bool
    caliper: float
    title: str
    words: Mapping[str, str] = {}


class Imposed(NamedTuple):
    """What was written: `sheets` printed on both sides, pages of each section, and the blanks at the end."""

    sheets: int
    sections: tuple[int, ...]
    blanks: int


def impose(source: BinaryIO, target: BinaryIO, plan: Plan, font: bytes, progress: Progress) -> Imposed:
    """Imposes all pages of `source`, whose boxes say where the trim and the bleed are. Raises BookError where the pages
    do not fit the sheet."""
    letters = Lettering(font)
    with Pdf.open(source) as book, Pdf.new() as out:
        pages = _Pages(book, out)
        page = Format(*_trim(book), plan.caliper)
        lengths = _lengths(len(book.pages), plan)
        first, done, count = 1, 0, 0
        for section, length in enumerate(lengths):
            for sheet in nested(length) if plan.nest else (folded(length),):
                for name, side in zip(("front", "back"), sheet, strict=True):
                    refuse_too_small(len(side[0]), len(side), page, plan.sheet, length)
                    placed = form(side, page, plan.sheet)
                    words = _words(plan, section, len(lengths), count, name, first, length)
                    drawn = marks(placed, plan.sheet, page.bleed, section, words, letters)
                    _side(out, placed, plan.sheet, pages, first, drawn)
                    done += len(placed.cells)
                    progress(done, sum(lengths))
                count += 1
            first += length
        _finish(out, book, target)
        return Imposed(count, lengths, sum(lengths) - len(book.pages))


def _lengths(pages: int, plan: Plan) -> tuple[int, ...]:
    return sections(pages, plan.sheet.pages)


def _words(plan: Plan, section: int, sections: int, sheet: int, side: str, first: int, length: int) -> str:
    size = f"{plan.sheet.width:g} × {plan.sheet.height:g} mm"
    parts = [
        filled(plan.words, "section {number} of {count}", number=section + 1, count=sections),
        filled(plan.words, "sheet {number}", number=sheet + 1),
        filled(plan.words, side),
        filled(plan.words, "pages {first}–{last} of the file", first=first, last=first + length - 1),
    ]
    return " · ".join([plan.title, *parts, size])


def filled(words: Mapping[str, str], message: str, **values: object) -> str:
    """A message in the book's language, its {places} filled."""
    text = words.get(message) or message
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


class _Pages:
    """The pages as forms in the new file, each made once."""

    def __init__(self, book: Pdf, out: Pdf) -> None:
        self._book = book
        self._out = out

    def form(self, position: int) -> tuple[Object, float, float] | None:
        """A page by its position from 0: its form, and where its trim's corner lies in it; None beyond the last."""
        if position >= len(self._book.pages):
            return None
        page = self._book.pages[position]
        made = self._out.copy_foreign(page.as_form_xobject())
        made.BBox = Array(media_of(page))  # also what lies beyond the trim: the cell says what is printed of it
        if "/Group" in made:
            del made["/Group"]
        x, y = box_of(page)[:2]
        return made, x, y


def _side(out: Pdf, placed: Form, sheet: Signature, pages: _Pages, first: int, drawn: str) -> None:
    forms: dict[str, Object] = {}
    content = []
    for cell in placed.cells:
        found = pages.form(first - 1 + cell.page - 1)
        if found is not None:
            name = f"P{cell.page}"
            forms[name] = found[0]
            content.append(_placing(cell, name, found[1], found[2]))
    out.add_blank_page(page_size=(sheet.width * MM, sheet.height * MM))
    page = out.pages[-1]
    registration = Array([Name.Separation, Name.All, Name.DeviceCMYK, _to_all(out)])
    named = Dictionary({f"/{name}": form for name, form in forms.items()})
    page.Resources = Dictionary(XObject=named, ColorSpace=Dictionary(All=registration))
    page.Contents = out.make_stream("\n".join([*content, drawn]).encode("ascii", "replace"))


def _placing(cell: Cell, name: str, x: float, y: float) -> str:
    """Operators that draw a page's form in its cell: what may be seen of it, moved by its creep."""
    left, bottom, right, top = (value * MM for value in cell.clip)
    # What lies at the spine is clipped there; the page below the clip is moved by the creep.
    clip = f"q {numbers(left, bottom, right - left, top - bottom)} re W n"
    at_x, at_y = (cell.x + cell.creep) * MM, cell.y * MM
    if not cell.turned:
        return f"{clip} 1 0 0 1 {numbers(at_x - x, at_y - y)} cm /{name} Do Q"
    return f"{clip} -1 0 0 -1 {numbers(at_x + cell.width * MM + x, at_y + cell.height * MM + y)} cm /{name} Do Q"


def _to_all(out: Pdf) -> Object:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return out.make_indirect(function)


def box_of(page: pikepdf.Page) -> list[float]:
    for name in ("/TrimBox", "/CropBox", "/MediaBox"):
        if name in page.obj:
            return [float(value) for value in page.obj[name].as_list()]
    return media_of(page)


def media_of(page: pikepdf.Page) -> list[float]:
    return [float(value) for value in page.mediabox.as_list()]


def _trim(book: Pdf) -> tuple[float, float, float]:
    """Width and height of the trim and the bleed round it, of the first page, in mm."""
    page = book.pages[0]
    x0, y0, x1, y1 = box_of(page)
    bleed = [float(value) for value in page.obj.get("/BleedBox", page.mediabox).as_list()]
    room = min(x0 - bleed[0], y0 - bleed[1], bleed[2] - x1, bleed[3] - y1)
    return (x1 - x0) / MM, (y1 - y0) / MM, max(0.0, min(room / MM, 5.0))


def _finish(out: Pdf, book: Pdf, target: BinaryIO) -> None:
    """The same intent as the book; no id that chance would make."""
    if "/OutputIntents" in book.Root:
        out.Root.OutputIntents = out.copy_foreign(book.make_indirect(book.Root.OutputIntents))
    out.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)

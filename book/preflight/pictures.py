"""Pictures of pages of any PDF, drawn by PDFium: a large one of the whole sheet, a small one of the trimmed page.

The file is hostile: whoever calls this does it in a process of its own, with bounds.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import IO

import msgspec
import pypdfium2
from PIL import Image

from book.preflight import bounds
from book.printed import PrintedPage

Edges = tuple[float, float, float, float]

LARGE = 96 / 72
"""Pixels for each point of a sheet: text can be recognised, and a book's page stays small."""
LEAST, MOST = 700, 2200
"""Pixels of the longer side of a sheet, whatever its size."""
SMALL = 132
"""Pixels of the longer side of a trimmed page in the flat plan."""
_QUALITY, _QUALITY_SMALL = 72, 60
_SIDES = 1.0, 15_000.0
"""Points of a side that can be drawn."""


class Wanted(msgspec.Struct, frozen=True):
    """A page by its index. `media` is drawn large and `trim` small (in points as the file has them), where given."""

    index: int
    media: Edges | None
    trim: Edges | None


class Drawn(msgspec.Struct, frozen=True):
    """JPEGs of a page; empty where none was asked for. `complaint` says why it could not be drawn."""

    index: int
    large: bytes = b""
    small: bytes = b""
    complaint: str = ""


def too_much(page: PrintedPage) -> bool:
    """Whether the page was not read whole, because it would have cost too much: nobody else is asked to."""
    return any(damage.endswith((bounds.NOT_READ, bounds.CUT_SHORT)) for damage in page.damage)


def drawn(stream: IO[bytes], wanted: Iterable[Wanted], pages: int) -> Iterator[Drawn]:
    """Pages one by one, as they lie in the file (not rotated). `pages`: so many are in the file; where PDFium counts
    others in a damaged one, its pictures would stand for other pages."""
    file = pypdfium2.PdfDocument(stream)
    try:
        other = "" if len(file) == pages else f"PDFium finds {len(file)} pages in the file"
        for one in wanted:
            try:
                yield Drawn(one.index, complaint=other) if other else _page(file, one)
            except (pypdfium2.PdfiumError, ValueError, OSError) as error:
                yield Drawn(one.index, complaint=" ".join(str(error).split())[:200] or type(error).__name__)
    finally:
        file.close()


def _page(file: pypdfium2.PdfDocument, wanted: Wanted) -> Drawn:
    page = file[wanted.index]
    try:
        page.set_rotation(0)
        large = _jpeg(page, wanted.media, _pixels(wanted.media), _QUALITY) if wanted.media else b""
        small = _jpeg(page, wanted.trim, SMALL, _QUALITY_SMALL) if wanted.trim else b""
    finally:
        page.close()
    return Drawn(wanted.index, large, small)


def _pixels(edges: Edges) -> int:
    return round(min(MOST, max(LEAST, LARGE * max(edges[2] - edges[0], edges[3] - edges[1]))))


def _jpeg(page: pypdfium2.PdfPage, edges: Edges, pixels: int, quality: int) -> bytes:
    """What of the page lies between `edges`, at most `pixels` wide and high."""
    sides = edges[2] - edges[0], edges[3] - edges[1]
    if not all(_SIDES[0] <= side <= _SIDES[1] for side in sides):
        raise ValueError("it is of a size that cannot be drawn")
    page.set_mediabox(*edges)
    page.set_cropbox(*edges)
    made = page.render(scale=pixels / max(page.get_size())).to_pil().convert("RGB")
    wide, high = (max(1, round(pixels * side / max(sides))) for side in sides)
    if made.size != (wide, high):
        made = made.resize((wide, high), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    made.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()

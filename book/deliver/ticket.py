"""The job ticket as data: what is to be made, of what, from which files. Values only."""

from __future__ import annotations

import msgspec

from book.conditions import PressCondition
from book.model import Struct

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


class File(Struct, frozen=True):
    """A file that the printer gets. `pages` and `trim` (width and height, mm) for PDFs; `plates` what it is printed
    with; `md5` as XJDF asks for it, `sha256` as SHA256SUMS has it."""

    name: str
    size: int
    sha256: str
    md5: str = ""
    pages: int = 0
    trim: tuple[float, float] = (0.0, 0.0)
    plates: tuple[str, ...] = PROCESS


class Ticket(Struct, frozen=True):
    """One book in one language. `job` names it (letters, digits, - and _); `date` is the edition's, as year-month-day;
    `copies` 0 where nobody said; `spots` are spot inks with their CMYK builds in per cent; `spine` is its width in mm,
    boards and all; `cover` and `endpapers` None where there are none."""

    job: str
    title: str
    language: str
    language_name: str
    date: str
    condition: PressCondition
    pdfx: str
    interior: File
    blanks: int = 0
    cover: File | None = None
    endpapers: File | None = None
    isbn: str = ""
    publisher: str = ""
    copies: int = 0
    spine: float = 0.0
    spots: dict[str, tuple[float, float, float, float]] = msgspec.field(default_factory=dict)
    bleed: float = 3.0

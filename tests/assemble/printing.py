"""A tiny book in four editions for the press, and small files from pages written by hand."""

from __future__ import annotations

import io
import subprocess
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NoReturn

from PIL import Image

from book.assemble import About, Production, assemble
from book.conditions import PressCondition
from book.model import Edition
from book.paginate import Leaf, Pagination
from book.printed import Document
from book.sheets import Drawing, Placed, Resources, Sheet, Sheets
from tests.books import ROOT, TINY, make, replace, write_tiny

MM = 72 / 25.4
EDITIONS = """\
  x4: {purpose: print, strict: false}
  x4marks: {purpose: print, strict: false, marks: true}
  x1a: {purpose: print, strict: false, pdfx: 'X-1a:2003'}
  x1amarks: {purpose: print, strict: false, pdfx: 'X-1a:2003', marks: true}
"""
NAMES = ("x4", "x4marks", "x1a", "x1amarks")


def write_printed(folder: Path) -> Path:
    """The tiny book, built in four editions for the press."""
    write_tiny(folder)
    replace(folder, "book.yaml", TINY[TINY.index("  print:") :], EDITIONS)
    outcome = make(folder, *NAMES)
    assert not outcome.book_errors, outcome.findings
    return folder


class ByHand:
    """Materials of one unit whose sheets are given."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = Sheets(tuple(sheets), {})

    def sheets(self, unit: str) -> Sheets:
        return self._sheets

    def drawing(self, key: str) -> Drawing:
        raise KeyError(key)

    def plate(self, placed: Placed) -> NoReturn:
        raise KeyError(placed)


NOTHING = Resources()


def sheet(content: str, resources: Resources = NOTHING) -> Sheet:
    return Sheet(zlib.compress(content.encode()), resources, size=(170 * MM, 240 * MM))


def by_hand(
    sheets: Sequence[Sheet], edition: Edition | None = None, pdfx: str = "X-4",
    builds: Mapping[str, tuple[float, float, float, float]] | None = None,
) -> bytes:  # fmt: skip
    """A file of these pages, without folios."""
    out = io.BytesIO()
    write_by_hand(out, sheets, edition or Edition("print", "print", "cmyk"), pdfx, builds or {})
    return out.getvalue()


def write_by_hand(
    out: BinaryIO, sheets: Sequence[Sheet], edition: Edition, pdfx: str,
    builds: Mapping[str, tuple[float, float, float, float]],
) -> Document:  # fmt: skip
    """The same to a file; returns what assembly states of it."""
    leaves = tuple(Leaf("u", at, str(at + 1), "verso" if at % 2 else "recto") for at in range(len(sheets)))
    production = Production(
        about=About("Title", "en", "D:20211216000000Z", pdfx=pdfx),
        trim=(170 * MM, 240 * MM),
        edition=edition,
        anchors={}, outline=(), folios={}, folio_fonts={}, fonts={},
        profile=(ROOT / "styles/profiles/ISOcoated_v2_300_bas.icc").read_bytes(),
        condition=PressCondition("test"),
        builds=dict(builds),
    )  # fmt: skip
    return assemble(out, Pagination(leaves, {"u": 0}), production, ByHand(sheets))


def plates(file: Path, page: int, folder: Path, dpi: int = 72) -> dict[str, Image.Image]:
    """The printing plates of one page by Ghostscript, by ink: 0 is full ink, 255 none. Everything in the MediaBox."""
    out = folder / f"plate-{page}"
    out.mkdir()
    command = [
        "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{dpi}", f"-dFirstPage={page}",
        f"-dLastPage={page}", f"-sOutputFile={out}/p.tif", file,
    ]  # fmt: skip
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout + said.stderr == ""
    return {path.stem.partition("(")[2].rstrip(")"): Image.open(path) for path in sorted(out.glob("p(*.tif"))}

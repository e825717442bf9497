"""Press conditions: what one printer asks of a book, as data (styles/press.yaml). Values only; imports model only.

Lengths in mm, line widths and text sizes in points, inks in per cent. Where the limits come from: Ghent Workgroup 2022,
sheet-fed CMYK, and printers' public guides; a printer's own numbers are one more entry of the file.
"""

from __future__ import annotations

from typing import Literal

from book.model import Struct

PdfX = Literal["X-4", "X-1a:2003"]


class PictureLimits(Struct, frozen=True):
    """Effective pixels per inch: below `error` an error, below `warning` a warning; `most` is what a picture is reduced
    to. Pictures of `tiny` pixels or fewer are ornaments. The 1-bit limits are for line art."""

    error: float = 150
    warning: float = 225
    most: float = 350
    line_art_error: float = 550
    line_art_warning: float = 800
    tiny: int = 16


class Limits(Struct, frozen=True):
    """What the checks of a finished page judge by."""

    ink: float = 300
    """Total area coverage, mean over a square window."""
    ink_margin: float = 20
    """So far above `ink` it is an error instead of a warning."""
    ink_window: float = 15
    line: float = 0.25
    """Thinner lines than this, in points, break up."""
    coloured_line: float = 0.25
    """The same for lines that are white or of several inks."""
    coloured_text: float = 8
    """White text and text of several inks should not be smaller."""
    overprint_text: float = 12
    """Black text below this size overprints."""
    overprint_line: float = 2
    """Black lines thinner than this overprint."""
    rich_black_key: float = 85
    rich_black_sum: float = 280
    """Text with at least so much black and more than so much ink in all is out of register at once."""
    safety: float = 5
    """Nothing that matters stands nearer to the trimmed edge than this."""
    safety_inner: float = 8
    """…nor nearer to the fold or the spine."""
    pictures: PictureLimits = PictureLimits()


class Spine(Struct, frozen=True):
    """Thickness of the spine: pages x `per_page` + `boards`; its text only from `text_from` pages, with `clear` mm on
    both sides of it, and no smaller than `text_least` points."""

    per_page: float = 0.0575
    boards: float = 5.0
    text_from: int = 80
    text_least: float = 10
    clear: float = 1.5


class Barcode(Struct, frozen=True):
    """The ISBN as EAN-13 (ISO/IEC 15420; ISBN Users' Manual): `module` is the width of the thinnest bar, from
    BARCODE_MODULES, by which all else is scaled."""

    module: float = 0.33


BARCODE_MODULES = (0.264, 0.66)
"""80 % to 200 % of the nominal 0.33 mm: the symbol with its quiet zones is never smaller than 29.83 x 18.28 mm."""


class Cover(Struct, frozen=True):
    """How the cover is made. `case`: a printed sheet wrapped round boards, which stand `overhang` beyond the pages on
    three sides, with a `hinge` beside the spine, turned in by `turn_in`. `soft`: a limp cover, with `flap` mm of flaps
    where that is not 0. `endpapers`: pasted in, as a case has them."""

    kind: Literal["case", "soft"] = "case"
    turn_in: float = 17
    hinge: float = 8
    overhang: float = 3
    flap: float = 0
    spine: Spine = Spine()
    barcode: Barcode = Barcode()
    endpapers: bool = True
    foil: str = ""
    """The spot ink that stands for foil on the cover; empty where there is none."""


class Signature(Struct, frozen=True):
    """How pages come together on a printer's sheet: `pages` a signature, sheet size, paper's thickness for creep."""

    pages: int = 16
    width: float = 720
    height: float = 520
    gutter: float = 6
    gripper: float = 12


class PressCondition(Struct, frozen=True):
    """One press condition. `profile` is a path below styles/; `condition` and `registry` name it in the output intent;
    `multiple`: the number of pages is brought to a multiple of it."""

    name: str
    title: str = ""
    paper: str = ""
    weight: float = 0
    """g/m²."""
    caliper: float = 0
    """mm a leaf."""
    profile: str = "profiles/ISOcoated_v2_300_bas.icc"
    condition: str = "FOGRA39"
    info: str = "Coated FOGRA39 (ISO 12647-2:2004)"
    registry: str = "http://www.color.org"
    pdfx: PdfX = "X-4"
    bleed: float = 3
    multiple: int = 4
    marks_offset: float = 4
    """Marks stand at least so far off the trim, and outside the bleed (at least 2.117 mm)."""
    limits: Limits = Limits()
    cover: Cover = Cover()
    signature: Signature = Signature()

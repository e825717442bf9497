"""What stands on finished pages, as facts: the subject of the checks of PDFs. Values only.

Two programs state them: `press` from a unit's sheets, as they are stored, and `preflight` from any finished PDF (with
pypdf). Places are in mm from the upper left corner of the trimmed page, y downwards; sizes of text and lines in points
as they come out on paper.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from book.conditions import PressCondition
from book.findings import Span

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom."""


class Colour(msgspec.Struct, frozen=True, array_like=True):
    """A colour as the page says it. `space`: DeviceCMYK, DeviceGray, DeviceRGB, CalGray, CalRGB, Lab, ICCBased,
    Indexed, Separation, DeviceN, Pattern. `values` from 0 to 1. `inks` names those of a Separation or DeviceN ("All" is
    registration), `base` the space below an Indexed, ICCBased (by components) or a Separation's alternate."""

    space: str
    values: tuple[float, ...] = ()
    inks: tuple[str, ...] = ()
    base: str = ""

    def amounts(self) -> dict[str, float]:
        """How much of each plate, 0 to 1; empty for what is not in printing inks."""
        if self.space == "DeviceCMYK" and len(self.values) == 4:
            return dict(zip(("Cyan", "Magenta", "Yellow", "Black"), self.values, strict=True))
        if self.space == "DeviceGray" and self.values:
            return {"Black": 1 - self.values[0]}
        if self.inks and len(self.inks) == len(self.values):
            return dict(zip(self.inks, self.values, strict=True))
        return {}


class PrintedText(msgspec.Struct, frozen=True, array_like=True):
    """A run of text in one size and colour. `text` as far as it can be known; `overprint` and `mode` (OPM) as they hold
    for its fill; `alpha` 1 is opaque."""

    box: Box
    size: float
    text: str
    fill: Colour | None
    stroke: Colour | None = None
    overprint: bool = False
    overprint_stroke: bool = False
    mode: int = 0
    alpha: float = 1.0
    span: Span = Span()


class PrintedPath(msgspec.Struct, frozen=True, array_like=True):
    """Lines or areas that look alike: `count` of them within `box`. `width` in points for lines (`stroke`), 0 for
    areas; `thin` is the smaller side of the smallest area in points (a rule drawn as an area is a line, too)."""

    box: Box
    stroke: bool
    colour: Colour
    width: float = 0.0
    thin: float = 0.0
    overprint: bool = False
    mode: int = 0
    alpha: float = 1.0
    count: int = 1
    span: Span = Span()


class PrintedPicture(msgspec.Struct, frozen=True, array_like=True):
    """A picture as placed. `ppi` is the lower of both directions. `mask`: none, stencil (of 1 bit, painted in the fill
    colour), soft, hard, key. `ink` is its densest window's mean coverage in per cent, where it is known."""

    box: Box
    width: int
    height: int
    ppi: float
    bits: int
    colour: Colour
    mask: str = "none"
    filter: str = ""
    ink: float = 0.0
    name: str = ""
    span: Span = Span()


class Transparency(msgspec.Struct, frozen=True, array_like=True):
    """Something that is not opaque: `kind` is alpha, blend, softmask or group; `detail` the value found."""

    kind: str
    detail: str
    box: Box | None = None
    span: Span = Span()


class Coverage(msgspec.Struct, frozen=True, array_like=True):
    """The densest window of a page: its mean total area coverage in per cent, where it is, and how that is known:
    `plates` (counted on rendered plates) or `bound` (no more than this, from the objects alone)."""

    percent: float
    box: Box
    how: str


class PrintedPage(msgspec.Struct, frozen=True, array_like=True):
    """One page. `index` counts from 0 in the file (or in the unit); `label` is the printed folio where it is known.
    Boxes in points as the file has them; None where there is none. `spaces` are all colour spaces that anything on the
    page is painted in, with a place; `annotations` are (kind, box)."""

    index: int
    label: str = ""
    media: tuple[float, float, float, float] | None = None
    crop: tuple[float, float, float, float] | None = None
    bleed: tuple[float, float, float, float] | None = None
    trim: tuple[float, float, float, float] | None = None
    art: tuple[float, float, float, float] | None = None
    rotate: int = 0
    user_unit: float = 1.0
    group: str = ""
    """Colour space of the page's transparency group; empty where there is no group."""
    groups: tuple[str, ...] = ()
    """Colour spaces of all other groups on the page; "luminosity:<space>" for those of luminosity masks."""
    texts: tuple[PrintedText, ...] = ()
    paths: tuple[PrintedPath, ...] = ()
    pictures: tuple[PrintedPicture, ...] = ()
    spaces: tuple[tuple[Colour, Box | None, Span], ...] = ()
    transparency: tuple[Transparency, ...] = ()
    annotations: tuple[tuple[str, Box], ...] = ()
    coverage: Coverage | None = None
    blank: bool = False
    """Declared blank: it belongs to the book and is meant to be empty."""
    damage: tuple[str, ...] = ()
    """What of the page could not be read, in plain words."""
    unit: str = ""
    subject: str = ""
    """Id of the person, resort or chapter that the page shows; `title` is its name for people."""
    title: str = ""
    source: Span = Span()


class Font(msgspec.Struct, frozen=True, array_like=True):
    """A font of the file. `kind`: TrueType, Type1, CFF, OpenType, Type3; `base` without the subset's tag."""

    base: str
    kind: str
    embedded: bool
    subset: bool
    unicode: bool
    pages: tuple[int, ...] = ()


class Intent(msgspec.Struct, frozen=True, array_like=True):
    """An output intent. `profile_class` and `profile_space` are the ICC signatures ("prtr", "CMYK"), empty where no
    profile is embedded; `components` its /N."""

    subtype: str
    identifier: str
    registry: str
    info: str
    profile_class: str = ""
    profile_space: str = ""
    components: int = 0


class Document(msgspec.Struct, frozen=True):
    """What holds for the file. `version` of the header; `xmp` by qualified name ("pdfxid:GTS_PDFXVersion"); `info` as
    in the document information. `sizes` are the different trim sizes in points with the first page of each."""

    version: str
    pages: int
    info: dict[str, str] = {}
    xmp: dict[str, str] = {}
    ids: tuple[str, ...] = ()
    intents: tuple[Intent, ...] = ()
    fonts: tuple[Font, ...] = ()
    spots: tuple[str, ...] = ()
    sizes: tuple[tuple[float, float, str], ...] = ()
    encrypted: bool = False
    actions: tuple[str, ...] = ()
    forms: bool = False
    embedded: tuple[str, ...] = ()
    layers: bool = False
    filters: tuple[str, ...] = ()
    damage: tuple[str, ...] = ()


class PdfFacts(msgspec.Struct, frozen=True):
    """Subject of the checks of PDFs: a whole file (`document` and all its pages), or some pages alone (`document` is
    None: what holds for the file is not judged then). `spots` are the spot inks that the edition declares, None where
    nobody said; `pdfx` the version asked for. `part`: a cover is no body of a book: it has no fold to keep off, and its
    pages need not fill a sheet."""

    pages: tuple[PrintedPage, ...]
    condition: PressCondition
    document: Document | None = None
    spots: tuple[str, ...] | None = None
    pdfx: str = "X-4"
    part: Literal["interior", "cover"] = "interior"

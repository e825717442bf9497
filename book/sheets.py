"""Typeset pages as data: what typeset and press hand to paginate and assemble. Imports findings only.

Coordinates are PDF points from the lower left corner of the trimmed page, unless a name says mm.
"""

from __future__ import annotations

import msgspec

from book.findings import Span


class Placed(msgspec.Struct, frozen=True, array_like=True):
    """A picture on a page: the file, its size (pt, rotation taken out), and the source that asks for it."""

    path: str
    width: float
    height: float
    span: Span = Span()


class Link(msgspec.Struct, frozen=True, array_like=True):
    """An active area. `target` is an address, or "book:<anchor>" for a place in the book."""

    target: str
    x0: float
    y0: float
    x1: float
    y1: float


class Tagged(msgspec.Struct, frozen=True, array_like=True):
    """One element of the structure tree: a PDF structure type, its alternative text, the marked contents it holds."""

    tag: str
    alt: str
    contents: tuple[int, ...]


class Resources(msgspec.Struct, frozen=True, array_like=True):
    """What a content stream names. `states` and `shadings` are PDF dictionaries as text, in which {form:x} stands for a
    reference to the form x; `drawings` map a name to the key of a stored Drawing."""

    states: dict[str, str] = {}
    shadings: dict[str, str] = {}
    pictures: dict[str, Placed] = {}
    drawings: dict[str, str] = {}
    forms: dict[str, Form] = {}
    patterns: dict[str, Form] = {}
    spots: dict[str, str] = {}
    """Colour spaces: the name in the stream -> the spot ink ("All" is registration). Assembly writes each once."""


class Form(msgspec.Struct, frozen=True, array_like=True):
    """A form or a tiling pattern inside a page: a deflated stream and the entries of its dictionary but for Resources,
    Filter and Length."""

    content: bytes
    entries: str
    resources: Resources


class Sheet(msgspec.Struct, frozen=True, array_like=True):
    """One page. `content` is a deflated content stream."""

    content: bytes
    resources: Resources = Resources()
    anchors: dict[str, tuple[float, float]] = {}
    links: tuple[Link, ...] = ()
    tags: tuple[Tagged, ...] = ()
    size: tuple[float, float] = (0.0, 0.0)


class FontUse(msgspec.Struct, frozen=True, array_like=True):
    """What a unit used of a font: `file` is the name in fonts/ttf; glyph id -> the characters it stood for."""

    file: str
    glyphs: dict[int, str] = {}


class Sheets(msgspec.Struct, frozen=True, array_like=True):
    """A typeset unit: its pages, and the fonts by the name that the content streams use."""

    sheets: tuple[Sheet, ...]
    fonts: dict[str, FontUse] = {}


class Drawing(msgspec.Struct, frozen=True, array_like=True):
    """A drawing used on many pages: a form XObject whose box is `width` x `height` px, y downwards."""

    content: bytes
    width: float
    height: float
    resources: Resources = Resources()


class Plate(msgspec.Struct, frozen=True, array_like=True):
    """A picture in the edition's inks, ready for the PDF: the stream's dictionary entries without its length.
    The stream's bytes follow in the store. `ink` is the mean coverage of its densest window in per cent; `space`,
    `bits` and `filter` say what the dictionary says. `faults` are what was noticed in the file: (code, what)."""

    dictionary: str
    width: int
    height: int
    space: str = "DeviceGray"
    bits: int = 8
    filter: str = "DCTDecode"
    ink: float = 0.0
    faults: tuple[tuple[str, str], ...] = ()


class TextFact(msgspec.Struct, frozen=True, array_like=True):
    """One run of text on a page, in mm from the upper left corner of the trimmed page. `left`, `right` are the edges of
    the block that holds it; `zone` says which part of the page: body, margin, note (a footnote), aside (absolute)."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    left: float
    right: float
    zone: str
    source: str
    family: str
    missing: str = ""
    hyphenated: bool = False


class PageFact(msgspec.Struct, frozen=True, array_like=True):
    """What is on one page of a unit. Sizes in mm; `bottom` is where the type area ends; `calls` and `notes` are the
    footnotes called and set here, by their source."""

    index: int
    width: float
    height: float
    bottom: float
    texts: tuple[TextFact, ...] = ()
    blank: bool = False
    calls: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class LayoutFacts(msgspec.Struct, frozen=True, array_like=True):
    """Subject of the layout checks: a typeset unit before it is pressed. `said` is what the engine logged, `refused`
    the addresses it asked for that the unit had not declared, `unknown_fonts` faces that are not of fonts/."""

    unit: str
    pages: tuple[PageFact, ...]
    said: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    unknown_fonts: tuple[str, ...] = ()

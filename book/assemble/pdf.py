"""Puts the finished pages together, page by page, from stored sheets. Memory does not grow with the pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import BinaryIO

import msgspec

from book.assemble.folios import FolioStyle, folio
from book.assemble.fonts import FontUnion
from book.assemble.frame import Frame, frame
from book.assemble.marks import FLAT, Folds, Slug, marks, slug_label
from book.assemble.materials import Materials
from book.assemble.metadata import About, info_dictionary, intents, output_intent, packet
from book.assemble.outline import write_outline
from book.assemble.plates import Build, PlateWriter
from book.assemble.resources import NOTHING, ResourceWriter
from book.assemble.structure import Structure
from book.assemble.writer import PdfWriter, number, text
from book.conditions import PressCondition
from book.model import Edition, Side
from book.paginate import Leaf, Pagination
from book.printed import Document, Font
from book.sheets import FontUse, Link, Sheet, Sheets

_OVER = "<</Type /ExtGState /OP true /op true /OPM 1>>"
"""Black figures are printed over what lies below them."""
_BLANK = Sheet(b"")


FILE = "file:"
"""Links to files of the book begin so in a translator's proof; a source cannot say it."""


class Production(msgspec.Struct, frozen=True):
    """What the book is, beside its pages. `trim` is width and height in points; `anchors` gives position in the book
    and place on the page (points); `outline` entries are (level from 1, label, anchor); `fonts` are the files of
    fonts/ttf by name; `profile` the press profile, empty where none is embedded; `builds` the process inks that stand
    in for each spot ink, in per cent; `folds` are marked beside a sheet that has marks."""

    about: About
    trim: tuple[float, float]
    edition: Edition
    anchors: dict[str, tuple[int, float, float]]
    outline: tuple[tuple[int, str, str], ...]
    folios: dict[Side, FolioStyle]
    folio_fonts: dict[str, FontUse]
    fonts: dict[str, bytes]
    profile: bytes = b""
    condition: PressCondition = PressCondition("")
    builds: dict[str, Build] = {}
    slug: Slug | None = None
    folds: Folds = FLAT
    small: dict[str, str] = {}
    """Small letters of the language's capitals, where they are not Unicode's."""
    home: str = ""
    """The way from the file's folder to the book's: what a link to a file of the book begins with."""


def assemble(file: BinaryIO, pagination: Pagination, production: Production, materials: Materials) -> Document:
    """Writes the PDF of all pages in order to `file`; returns what holds for the file, as the checks judge it."""
    return _Assembly(file, pagination, production, materials).write()


class _Assembly:
    """One file on its way. What all pages share is written first."""

    def __init__(
        self, file: BinaryIO, pagination: Pagination, production: Production, materials: Materials
    ) -> None:
        self.pagination = pagination
        self.production = production
        self.materials = materials
        self.edition = production.edition
        self.press = production.edition.purpose == "print"
        self.frame: Frame = frame(production.trim, production.edition, production.condition)
        self.writer = writer = PdfWriter(file, production.about.version)
        self.pages = [writer.reserve() for _ in pagination.leaves]
        self.parent, self.fonts_at, self.catalog = writer.reserve(), writer.reserve(), writer.reserve()
        self.fonts = FontUnion(production.fonts, production.small)
        self.fonts.add(production.folio_fonts)
        self.plates = PlateWriter(writer, production.builds)
        self.resources = ResourceWriter(writer, self.fonts_at, materials, self.plates)
        self.structure = Structure(writer, self.pages) if self.edition.tags else None
        self.shift = self.frame.shift
        self.opening = writer.deflated("", f"q {self.shift} {self.frame.clip}\n".encode())
        self.head = f"/Type /Page /Parent {self.parent} 0 R {self.frame.boxes}"
        self.shared = self._shared()
        self.closing = self._closing("")

    def write(self) -> Document:
        held: tuple[str, Sheets | None] = ("", None)
        for position, leaf in enumerate(self.pagination.leaves):
            if leaf.unit and leaf.unit != held[0]:
                held = (leaf.unit, self.materials.sheets(leaf.unit))
                assert held[1] is not None
                self.fonts.add(held[1].fonts)
            sheet = held[1].sheets[leaf.index] if leaf.unit and held[1] is not None else _BLANK
            self.writer.put(f"<<{self._page(position, leaf, sheet)}>>", self.pages[position])
        fonts = self.fonts.write(self.writer, self.fonts_at)
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self.writer.put(f"<</Type /Pages /Count {len(self.pages)} /Kids [{kids}]>>", self.parent)
        return self._finish(fonts)

    # --- what all pages share ---

    def _shared(self) -> Mapping[str, Mapping[str, int]]:
        """Resources that every page has beside its own, by kind and name."""
        if not self.press:
            return NOTHING
        over = {"PressOver": self.writer.put(_OVER)}
        if self.production.slug is None or not self.frame.off:
            return {"ExtGState": over}
        for fonts in self.production.slug.fonts:
            self.fonts.add(fonts)
        box, content, named = marks(self.frame, self.edition.spots, self.production.slug, self.production.folds)
        entries = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources {self.resources.write(named)}"
        return {"ExtGState": over, "XObject": {"PressMarks": self.writer.deflated(entries, content)}}

    def _closing(self, drawn: str) -> int:
        """A stream that ends a page, with what is drawn over it. Not deflated: it would not be smaller, and a book has
        thousands."""
        return self.writer.stream("", f"\nQ\n{drawn}".encode())

    # --- one page ---

    def _page(self, position: int, leaf: Leaf, sheet: Sheet) -> str:
        """The entries of a page's dictionary; its streams are written."""
        entries = self.head
        drawn = self._drawn(leaf)
        if sheet is _BLANK and not drawn:
            return f"{entries} /Resources <<>>"
        contents = [self.opening]
        if sheet is not _BLANK:
            contents.append(self.writer.stream("/Filter /FlateDecode", sheet.content))
        contents.append(self._closing(drawn) if drawn else self.closing)
        entries += f" /Contents [{' '.join(f'{at} 0 R' for at in contents)}]"
        entries += f" /Resources {self.resources.write(sheet.resources, self.shared)}"
        if self.edition.links and not self.press:
            entries += self._annotations(sheet)
        if self.structure is not None and sheet.tags:
            entries += self.structure.page(position, sheet)
        return entries

    def _drawn(self, leaf: Leaf) -> str:
        """Operators for what assembly puts on a page: its folio, its marks."""
        style = self.production.folios.get(leaf.side)
        drawn = folio(style, leaf.label) if leaf.unit and leaf.folio != "none" and style is not None else ""
        if drawn and self.edition.tags:
            drawn = f"/Artifact BMC {drawn} EMC"
        if self.production.slug is not None and self.frame.off:
            drawn += f" /PressMarks Do {slug_label(self.frame, self.production.slug, leaf.label)}"
        if not drawn:
            return ""
        return f"q {self.shift} {'/PressOver gs ' * self.press}{drawn} Q\n"

    def _annotations(self, sheet: Sheet) -> str:
        """Links as annotations without a border."""
        made = [entry for link in sheet.links if (entry := self._link(link))]
        if not made:
            return ""
        return f" /Annots [{' '.join(f'{self.writer.put(entry)} 0 R' for entry in made)}]"

    def _link(self, link: Link) -> str:
        across, up = self.frame.side, self.frame.foot
        area = " ".join(map(number, (link.x0 + across, link.y0 + up, link.x1 + across, link.y1 + up)))
        head = f"<</Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect [{area}]"
        if not link.target.startswith("book:"):
            target = link.target
            if target.startswith(FILE):
                target = f"{self.production.home}/{target.removeprefix(FILE)}"
            return f"{head} /A <</S /URI /URI {text(target)}>>>>"
        anchor = self.production.anchors.get(link.target.removeprefix("book:"))
        return f"{head} /Dest {self._destination(anchor)}>>" if anchor is not None else ""

    def _destination(self, anchor: tuple[int, float, float]) -> str:
        """A place to jump to: a line above the anchor, at the reader's own magnification."""
        position, _, y = anchor
        return f"[{self.pages[position]} 0 R /XYZ null {number(y + self.frame.foot + 14)} null]"

    # --- the end ---

    def _finish(self, fonts: tuple[Font, ...]) -> Document:
        production, writer = self.production, self.writer
        about = production.about
        intent = output_intent(writer, production.condition, production.profile) if production.profile else ""
        said = about.xmp(writer.digest)
        xmp = writer.stream("/Type /Metadata /Subtype /XML", packet(said, about.language))
        entries = f"/Type /Catalog /Pages {self.parent} 0 R /Lang {text(about.language)} /Metadata {xmp} 0 R"
        entries += f" /PageLabels {_labels(self.pagination.leaves)}"
        entries += " /ViewerPreferences <</DisplayDocTitle true>> /PageLayout /TwoPageRight"
        if self.edition.outline and production.outline:
            places = [
                (level, label, self._destination(production.anchors[anchor]))
                for level, label, anchor in production.outline
                if anchor in production.anchors
            ]
            entries += f" /Outlines {write_outline(writer, places)} 0 R /PageMode /UseOutlines"
        if self.structure is not None:
            entries += f" /MarkInfo <</Marked true>> /StructTreeRoot {self.structure.finish()} 0 R"
        writer.put(f"<<{entries}{intent}>>", self.catalog)
        identifier = writer.finish(self.catalog, writer.put(info_dictionary(about)))
        width, height = (round(length, 2) for length in production.trim)
        first = next((leaf.label for leaf in self.pagination.leaves), "")
        return Document(
            about.version, len(self.pages), about.info, said, (identifier, identifier),
            intents(production.condition, production.profile), fonts, self.plates.spots, ((width, height, first),),
            filters=tuple(sorted(self.resources.filters)),
        )  # fmt: skip


def _labels(leaves: Sequence[Leaf]) -> str:
    """Page labels (ISO 32000-1, 12.4.2): roman in front, arabic after."""
    first = next((at for at, leaf in enumerate(leaves) if leaf.label.isdigit()), len(leaves))
    ranges = ["0 <</S /r>>"] if first else []
    if first < len(leaves):
        ranges.append(f"{first} <</S /D>>")
    return f"<</Nums [{' '.join(ranges)}]>>"

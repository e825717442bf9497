"""Puts the finished pages together, page by page, from stored sheets. Memory does not grow with the pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from book.assemble.folios import FolioStyle, folio
from book.assemble.fonts import FontUnion
from book.assemble.materials import Materials
from book.assemble.outline import write_outline
from book.assemble.resources import ResourceWriter
from book.assemble.structure import Structure
from book.assemble.writer import PdfWriter, number, text
from book.conditions import PressCondition
from book.model import Edition, Side
from book.paginate import Leaf, Pagination
from book.sheets import FontUse, Link, Sheet, Sheets

_POINTS = 72 / 25.4
PRODUCER = "The white book's press"


class Production(msgspec.Struct, frozen=True):
    """What the book is, beside its pages. `trim` is width and height in points; `anchors` gives position in the book
    and place on the page (points); `outline` entries are (level from 1, label, anchor); `fonts` are the files of
    fonts/ttf by name; `date` is a PDF date; `profile` the press profile, empty where none is embedded."""

    title: str
    language: str
    date: str
    trim: tuple[float, float]
    edition: Edition
    anchors: dict[str, tuple[int, float, float]]
    outline: tuple[tuple[int, str, str], ...]
    folios: dict[Side, FolioStyle]
    folio_fonts: dict[str, FontUse]
    fonts: dict[str, bytes]
    profile: bytes = b""
    condition: PressCondition = PressCondition("")


def assemble(file: BinaryIO, pagination: Pagination, production: Production, materials: Materials) -> str:
    """Writes the PDF of all pages in order to `file`; returns the digest of its bytes."""
    edition = production.edition
    writer = PdfWriter(file, "1.6" if edition.colour == "cmyk" else "1.7")
    pages = [writer.reserve() for _ in pagination.leaves]
    parent, fonts_at, catalog = writer.reserve(), writer.reserve(), writer.reserve()
    fonts = FontUnion(production.fonts)
    fonts.add(production.folio_fonts)
    resources = ResourceWriter(writer, fonts_at, materials)
    structure = Structure(writer, pages) if edition.tags else None
    bleed = edition.bleed * _POINTS if edition.purpose == "print" else 0.0
    opening = writer.deflated("", f"q 1 0 0 1 {number(bleed)} {number(bleed)} cm\n".encode())
    closing = writer.deflated("", b"\nQ\n")
    boxes = _boxes(production.trim, bleed)
    held: tuple[str, Sheets | None] = ("", None)
    for position, leaf in enumerate(pagination.leaves):
        if leaf.unit and leaf.unit != held[0]:
            held = (leaf.unit, materials.sheets(leaf.unit))
            assert held[1] is not None
            fonts.add(held[1].fonts)
        sheet = held[1].sheets[leaf.index] if leaf.unit and held[1] is not None else None
        entries = f"/Type /Page /Parent {parent} 0 R {boxes}"
        if sheet is None:
            writer.put(f"<<{entries} /Resources <<>>>>", pages[position])
            continue
        content = writer.stream("/Filter /FlateDecode", sheet.content)
        end = _closing(writer, closing, production, leaf, bleed)
        entries += f" /Contents [{opening} 0 R {content} 0 R {end} 0 R] /Resources {resources.write(sheet.resources)}"
        if edition.links:
            entries += _annotations(writer, sheet, production, pages, bleed)
        if structure is not None and sheet.tags:
            entries += structure.page(position, sheet)
        writer.put(f"<<{entries}>>", pages[position])
    fonts.write(writer, fonts_at)
    kids = " ".join(f"{page} 0 R" for page in pages)
    writer.put(f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>", parent)
    _finish(writer, catalog, parent, pages, pagination, production, structure, bleed)
    return writer.digest


def _boxes(trim: tuple[float, float], bleed: float) -> str:
    width, height = trim
    media = f"[0 0 {number(width + 2 * bleed)} {number(height + 2 * bleed)}]"
    inner = f"[{number(bleed)} {number(bleed)} {number(width + bleed)} {number(height + bleed)}]"
    return f"/MediaBox {media} /BleedBox {media} /TrimBox {inner}"


def _closing(writer: PdfWriter, plain: int, production: Production, leaf: Leaf, bleed: float) -> int:
    """The stream that ends a page: with its folio, where it carries one."""
    style = production.folios.get(leaf.side)
    if leaf.folio == "none" or style is None:
        return plain
    mark = "/Artifact BMC " if production.edition.tags else ""
    end = " EMC" if production.edition.tags else ""
    shift = f"q 1 0 0 1 {number(bleed)} {number(bleed)} cm"
    # Not deflated: it would not be smaller, and a book has thousands.
    return writer.stream("", f"\nQ {shift} {mark}{folio(style, leaf.label)}{end} Q\n".encode())


def _annotations(writer: PdfWriter, sheet: Sheet, production: Production, pages: Sequence[int], bleed: float) -> str:
    """Links as annotations without a border."""
    made = [entry for link in sheet.links if (entry := _link(link, production, pages, bleed))]
    if not made:
        return ""
    return f" /Annots [{' '.join(f'{writer.put(entry)} 0 R' for entry in made)}]"


def _link(link: Link, production: Production, pages: Sequence[int], bleed: float) -> str:
    area = " ".join(number(value + bleed) for value in (link.x0, link.y0, link.x1, link.y1))
    head = f"<</Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect [{area}]"
    if not link.target.startswith("book:"):
        return f"{head} /A <</S /URI /URI {text(link.target)}>>>>"
    target = production.anchors.get(link.target.removeprefix("book:"))
    if target is None:
        return ""
    return f"{head} /Dest {destination(target, pages, bleed)}>>"


def destination(anchor: tuple[int, float, float], pages: Sequence[int], bleed: float) -> str:
    """A place to jump to: a line above the anchor, at the reader's own magnification."""
    position, _, y = anchor
    return f"[{pages[position]} 0 R /XYZ null {number(y + bleed + 14)} null]"


def _labels(leaves: Sequence[Leaf]) -> str:
    """Page labels (ISO 32000-1, 12.4.2): roman in front, arabic after."""
    first = next((at for at, leaf in enumerate(leaves) if leaf.label.isdigit()), len(leaves))
    ranges = ["0 <</S /r>>"] if first else []
    if first < len(leaves):
        ranges.append(f"{first} <</S /D>>")
    return f"<</Nums [{' '.join(ranges)}]>>"


def _finish(
    writer: PdfWriter, catalog: int, parent: int, pages: Sequence[int], pagination: Pagination,
    production: Production, structure: Structure | None, bleed: float,
) -> None:  # fmt: skip
    edition = production.edition
    xmp = writer.stream("/Type /Metadata /Subtype /XML", _xmp(production, writer.digest))
    entries = f"/Type /Catalog /Pages {parent} 0 R /Lang {text(production.language)} /Metadata {xmp} 0 R"
    entries += f" /PageLabels {_labels(pagination.leaves)}"
    entries += " /ViewerPreferences <</DisplayDocTitle true>> /PageLayout /TwoPageRight"
    if edition.outline and production.outline:
        places = [
            (level, label, destination(production.anchors[anchor], pages, bleed))
            for level, label, anchor in production.outline
            if anchor in production.anchors
        ]
        entries += f" /Outlines {write_outline(writer, places)} 0 R /PageMode /UseOutlines"
    if structure is not None:
        entries += f" /MarkInfo <</Marked true>> /StructTreeRoot {structure.finish()} 0 R"
    if production.profile:
        profile = writer.deflated("/N 4", production.profile)
        condition = production.condition
        entries += (
            f" /OutputIntents [<</Type /OutputIntent /S /GTS_PDFX "
            f"/OutputConditionIdentifier {text(condition.condition)} /RegistryName {text(condition.registry)} "
            f"/Info {text(condition.info)} /DestOutputProfile {profile} 0 R>>]"
        )
    writer.put(f"<<{entries}>>", catalog)
    info = writer.put(
        f"<</Title {text(production.title)} /Producer {text(PRODUCER)} /Creator {text(PRODUCER)} "
        f"/CreationDate ({production.date}) /ModDate ({production.date}) /Trapped /False>>"
    )
    writer.finish(catalog, info)


def _xmp(production: Production, digest: str) -> bytes:
    """The metadata packet; the document's id comes from its content, so that the same book has the same bytes."""
    from xml.sax.saxutils import escape

    day = f"{production.date[2:6]}-{production.date[6:8]}-{production.date[8:10]}T00:00:00Z"
    title = escape(production.title)
    identifier = f"{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:32]}"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{escape(production.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate><xmp:MetadataDate>{day}</xmp:MetadataDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>""".encode()

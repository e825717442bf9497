"""Small PDFs written by hand, byte by byte: what a check finds fault with, and what it lets pass.

An object is given as text; `@name` in it stands for a reference to the object of that name.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO

from msgspec.structs import replace

from book.checks import run
from book.conditions import PressCondition
from book.findings import Finding
from book.preflight.gather import joined
from book.preflight.reader import File
from book.printed import PdfFacts

MM = 72 / 25.4
PLAIN = PressCondition("plain", multiple=1)
WIDE, HIGH = 300.0, 400.0
"""The trimmed page, in points; it lies 20 points inside the media box, with 10 points of bleed."""

Objects = dict[str, str | tuple[str, bytes]]

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 pdfxid:GTS_PDFXVersion="PDF/X-4" xmp:CreateDate="2021-12-16T00:00:00Z" xmp:ModifyDate="2021-12-16T00:00:00Z"
 xmp:MetadataDate="2021-12-16T00:00:00Z" xmpMM:RenditionClass="default" xmpMM:VersionID="1">
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
<dc:title><rdf:Alt><rdf:li xml:lang="kk">Аты</rdf:li><rdf:li xml:lang="x-default">Title</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
TEXT = "0 0 0 1 k BT /F 14 Tf 80 100 Td (Text) Tj ET\n"


def icc(kind: str = "prtr", space: str = "CMYK") -> bytes:
    """The header of a profile, and no more."""
    head = bytearray(128)
    head[12:16], head[16:20], head[36:40] = kind.encode(), space.encode(), b"acsp"
    return bytes(head)


def font(kind: str = "TrueType", program: str = "/FontFile2 @program") -> Objects:
    return {
        "font": f"<</Type/Font/Subtype/{kind}/BaseFont/ABCDEF+Test/FirstChar 32/LastChar 126"
        f"/Widths[{'500 ' * 95}]/FontDescriptor @descriptor/Encoding/WinAnsiEncoding>>",
        "descriptor": f"<</Type/FontDescriptor/FontName/ABCDEF+Test/Flags 32 {program}>>",
        "program": ("", b"program"),
    }


def pdf(
    content: str = TEXT,
    *,
    version: str = "1.6",
    pages: int = 1,
    boxes: str = "/MediaBox[0 0 340 440]/BleedBox[10 10 330 430]/TrimBox[20 20 320 420]",
    page: str = "",
    first: str = "",
    resources: str = "",
    catalog: str = "",
    info: str = "/Title(Title)/Trapped/False",
    xmp: str = XMP,
    intents: str = "[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)"
    "/RegistryName(http://www.color.org)/Info(FOGRA39)/DestOutputProfile @profile>>]",
    profile: bytes | None = None,
    trailer: str = "/ID[<01><02>]",
    objects: Objects | None = None,
    filters: str = "",
) -> bytes:
    """A PDF/X-4 of `pages` equal pages in whose `content` the trim begins at 20 20. `first` are entries of the first
    page alone, in the place of `boxes`."""
    every: Objects = {
        "catalog": f"<</Type/Catalog/Pages @pages/Metadata @xmp/OutputIntents {intents} {catalog}>>",
        "pages": f"<</Type/Pages/Count {pages}/Kids[{' '.join(f'@page{at}' for at in range(pages))}]>>",
        "xmp": ("/Type/Metadata/Subtype/XML", xmp.encode()),
        "profile": ("/N 4", icc() if profile is None else profile),
        "content": (filters, content.encode("latin-1")),
        "info": f"<<{info}>>",
        **font(),
    }
    for at in range(pages):
        own = first if at == 0 and first else boxes
        every[f"page{at}"] = (
            f"<</Type/Page/Parent @pages {own} /Contents @content/Resources<</Font<</F @font>> {resources}>> {page}>>"
        )
    return written({**every, **(objects or {})}, version, f"/Root @catalog/Info @info {trailer}")


def written(objects: Objects, version: str = "1.6", trailer: str = "/Root @catalog") -> bytes:
    """The bytes of a file that holds these objects."""
    number = {name: at for at, name in enumerate(objects, 1)}

    def resolved(text: str) -> bytes:
        return re.sub(r"@(\w+)", lambda found: f"{number[found[1]]} 0 R", text).encode("latin-1")

    out = bytearray(f"%PDF-{version}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    offsets = []
    for name, value in objects.items():
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number[name]
        if isinstance(value, tuple):
            out += b"<<%s/Length %d>>\nstream\n%s\nendstream" % (resolved(value[0]), len(value[1]), value[1])
        else:
            out += resolved(value)
        out += b"\nendobj\n"
    begin = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, resolved(trailer), begin)
    return bytes(out)


def deflated(text: str | bytes) -> tuple[str, bytes]:
    """A stream, compressed."""
    return "/Filter/FlateDecode", zlib.compress(text.encode("latin-1") if isinstance(text, str) else text)


def facts(
    data: bytes, pdfx: str = "X-4", spots: tuple[str, ...] | None = (), condition: PressCondition = PLAIN
) -> PdfFacts:
    """What preflight reads from a PDF, in this process."""
    file = File(BytesIO(data))
    document, pages = joined(file.document(), [file.page(at) for at in range(file.count)])
    return PdfFacts(pages, condition, document, spots, pdfx)


def judged(data: bytes, pdfx: str = "X-4", **how: object) -> tuple[Finding, ...]:
    """What the checks find in a PDF."""
    return run("pdf", replace(facts(data, pdfx), **how))

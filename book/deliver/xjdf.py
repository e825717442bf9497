"""The job ticket for machines: XJDF 2 (CIP4), the product as it was ordered, with its files.

Lengths are points, thicknesses micrometres, weights g/m², as the standard has them. The book is one product, bound of
its parts: body, cover, endpapers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from book.deliver.ticket import File, Ticket

NAMESPACE = "http://www.CIP4.org/JDFSchema_2_0"
VERSION = "2.1"
AGENT = "The white book's press"
_POINTS = 72 / 25.4
_COATED = {"coated gloss": "Gloss", "coated matt": "Matte", "coated": "Coated", "uncoated": "None"}


def xjdf(ticket: Ticket) -> bytes:
    """The ticket as XML in UTF-8; the same ticket gives the same bytes."""
    root = ElementTree.Element("XJDF", xmlns=NAMESPACE, JobID=token(ticket.job), Types="Product", Version=VERSION)
    root.set("DescriptiveName", ticket.title)
    created = _add(_add(root, "AuditPool"), "AuditCreated")
    _add(created, "Header", AgentName=AGENT, DeviceID="make-book", Time=f"{ticket.date}T00:00:00Z")
    if ticket.isbn:
        _add(root, "GeneralID", IDUsage="ISBN", IDValue=ticket.isbn)
    _products(_add(root, "ProductList"), ticket)
    _inks(root, ticket)
    _papers(root, ticket)
    _files(root, ticket)
    ElementTree.indent(root)
    body = ElementTree.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def token(words: str) -> str:
    """A name as XML's NMTOKEN allows it."""
    return re.sub(r"[^\w.:-]+", "_", words).strip("_") or "job"


def _add(parent: ElementTree.Element, name: str, **attributes: object) -> ElementTree.Element:
    """A child; attributes that are None, empty or 0 are left out."""
    said = {key: _said(value) for key, value in attributes.items() if value not in (None, "", 0, 0.0)}
    return ElementTree.SubElement(parent, name, said)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _points(*values: float) -> str:
    return " ".join(_said(value * _POINTS) for value in values)


# --- the product -----------------------------------------------------------------------------------------------------


def _products(pool: ElementTree.Element, ticket: Ticket) -> None:
    parts = (
        ("body", "Body", ticket.interior),
        ("cover", "Cover", ticket.cover),
        ("endpapers", "EndSheet", ticket.endpapers),
    )
    there = [(id, kind, file) for id, kind, file in parts if file is not None]
    book = _add(
        pool, "Product", ID="book", IsRoot=True, ProductType="Book", DescriptiveName=ticket.title, Amount=ticket.copies
    )
    if ticket.publisher:
        _add(book, "Comment", Type="Instruction").text = ticket.publisher
    _binding(book, ticket, [id for id, _, _ in there])
    width, height = ticket.interior.trim
    layout = _add(_add(book, "Intent", Name="LayoutIntent"), "LayoutIntent")
    layout.set("FinishedDimensions", _points(width, height, ticket.spine))
    for id, kind, file in there:
        _part(pool, ticket, id, kind, file)


def _binding(book: ElementTree.Element, ticket: Ticket, parts: Sequence[str]) -> None:
    cover = ticket.condition.cover
    kind = "HardCover" if cover.kind == "case" else "SoftCover"
    binding = _add(
        _add(book, "Intent", Name="BindingIntent"), "BindingIntent", BindingType=kind, BindingOrder="Gathering",
        BindingSide="Left", ChildRefs=" ".join(parts) if len(parts) > 1 else None,
    )  # fmt: skip
    if cover.kind == "case":
        hard = _add(binding, "HardCoverBinding")
        hard.set("EndSheets", _said(cover.endpapers))
        if cover.spine.boards:
            hard.set("Thickness", _said(cover.spine.boards / 2 * 1000))
    else:
        _add(binding, "SoftCoverBinding", FoldingWidth=cover.flap * _POINTS, FoldingWidthBack=cover.flap * _POINTS)


def _part(pool: ElementTree.Element, ticket: Ticket, id: str, kind: str, file: File) -> None:
    """Body, cover or endpapers: its layout, colours and paper."""
    product = _add(pool, "Product", ID=id, ProductType=kind, Amount=ticket.copies)
    _add(
        _add(product, "Intent", Name="LayoutIntent"), "LayoutIntent", Bleed=ticket.bleed * _POINTS,
        FinishedDimensions=f"{_points(*file.trim)} 0", Pages=file.pages,
        Sides="OneSided" if kind == "Cover" else "TwoSidedHeadToHead",
    )  # fmt: skip
    colours = _add(_add(product, "Intent", Name="ColorIntent"), "ColorIntent")
    for surface in ("Front",) if kind == "Cover" else ("Front", "Back"):
        plates = " ".join(map(token, file.plates))
        _add(colours, "SurfaceColor", Surface=surface, ColorsUsed=plates, PrintStandard=ticket.condition.condition)
    if kind == "Body":
        _add(_add(product, "Intent", Name="MediaIntent"), "MediaIntent", MediaType="Paper", **_paper(ticket))


def _paper(ticket: Ticket) -> dict[str, object]:
    condition = ticket.condition
    return {
        "Weight": float(condition.weight),
        "Thickness": float(condition.caliper * 1000),
        "MediaQuality": condition.paper,
        "Coating": _COATED.get(condition.paper.lower()),
    }


# --- resources -------------------------------------------------------------------------------------------------------


def _inks(root: ElementTree.Element, ticket: Ticket) -> None:
    """Spot inks with their builds, 0 to 1."""
    if not ticket.spots:
        return
    pool = _add(root, "ResourceSet", Name="Color", Usage="Input")
    for name, build in sorted(ticket.spots.items()):
        resource = _add(pool, "Resource")
        _add(resource, "Part", Separation=token(name))
        cmyk = " ".join(_said(value / 100) for value in build)
        _add(resource, "Color", ActualColorName=name, ColorType="Normal", CMYK=cmyk)


def _papers(root: ElementTree.Element, ticket: Ticket) -> None:
    pool = _add(root, "ResourceSet", Name="Media", Usage="Input")
    resource = _add(pool, "Resource", DescriptiveName=ticket.condition.paper)
    _add(resource, "Part", ProductPart="body")
    _add(resource, "Media", MediaType="Paper", **_paper(ticket))


def _files(root: ElementTree.Element, ticket: Ticket) -> None:
    pool = _add(root, "ResourceSet", Name="RunList", Usage="Input")
    for part, file in (("body", ticket.interior), ("cover", ticket.cover), ("endpapers", ticket.endpapers)):
        if file is None:
            continue
        resource = _add(pool, "Resource")
        _add(resource, "Part", ProductPart=part, Run=part)
        run = _add(resource, "RunList", NPage=file.pages)
        _add(
            run, "FileSpec", URL=file.name, MimeType="application/pdf", FileFormat=f"PDF/{ticket.pdfx}",
            FileSize=file.size, CheckSum=file.md5, NPage=file.pages,
        )  # fmt: skip

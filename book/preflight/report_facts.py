"""All that preflight tells of a file: what its reports, as text, as JSON and as a page, are made from."""

from __future__ import annotations

import msgspec

from book.findings import Finding
from book.preflight.plates import Plates
from book.printed import PdfFacts


class PreflightReport(msgspec.Struct, frozen=True):
    """`facts` are None where nothing of the file could be read. `ours`: the file is a book of this press as it was
    built, so that pages know their sources; `language` and `edition` are then those of the book. `ink`: how coverage is
    known: "plates" (counted), "bound" (no more than that), "" (not at all); `program` made the plates. `plates` are in
    the order of the pages; their pictures are there where they were asked for."""

    name: str
    size: int
    digest: str
    findings: tuple[Finding, ...]
    facts: PdfFacts | None = None
    ours: bool = False
    language: str = ""
    edition: str = ""
    ink: str = ""
    program: str = ""
    plates: tuple[Plates, ...] = ()


class InkMap(msgspec.Struct, frozen=True):
    """Pictures of one page as its plates are: `heat` (PNG) and the plates by ink (JPEG; black is full ink)."""

    index: int
    heat: bytes
    plates: dict[str, bytes]


class Shown(msgspec.Struct, frozen=True):
    """What a report for the eye has beside the facts, by index of the page: whole sheets and small trimmed pages
    (JPEG), why a page could not be drawn, ink maps."""

    large: dict[int, bytes] = {}
    small: dict[int, bytes] = {}
    lost: dict[int, str] = {}
    maps: tuple[InkMap, ...] = ()

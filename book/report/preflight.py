"""What preflight tells of a PDF, as plain data and as text: a summary, then the findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from book.preflight.report_facts import PreflightReport
from book.printed import Document, PdfFacts, PrintedPage, PrintedPicture
from book.report.text import line, tally

_MM = 25.4 / 72
_MOST = 6
"""So many of a list are named; the rest is counted."""


def plain(report: PreflightReport) -> dict[str, Any]:
    """The report for a program: what stands in the text, with all findings, fonts, pictures and pages."""
    facts = report.facts
    told: dict[str, Any] = {
        "file": report.name,
        "size": report.size,
        "blake2b": report.digest,
        "ours": report.ours,
        "language": report.language,
        "edition": report.edition,
        "errors": sum(finding.is_error for finding in report.findings),
        "findings": msgspec.to_builtins(list(report.findings), str_keys=True),
    }
    if facts is None or facts.document is None:
        return told
    document = facts.document
    told["press"] = {"name": facts.condition.name, "pdfx": facts.pdfx, "condition": facts.condition.condition}
    told["document"] = {
        **msgspec.to_builtins(msgspec.structs.replace(document, fonts=(), intents=(), sizes=())),
        "sizes": [[_mm(width), _mm(height)] for width, height, _ in document.sizes],
        "intents": [msgspec.structs.asdict(intent) for intent in document.intents],
        "fonts": [msgspec.structs.asdict(font) for font in document.fonts],
    }
    told["ink"] = _ink(report, facts)
    means = {plates.index: plates.inks for plates in report.plates}
    told["pages"] = [_page(page, means.get(page.index)) for page in facts.pages]
    return told


def _page(page: PrintedPage, plates: dict[str, float] | None) -> dict[str, Any]:
    """One page: boxes in points, places in mm from the upper left corner of the trim."""
    return {
        "page": page.label,
        "subject": page.subject,
        "blank": page.blank,
        "boxes": {name: getattr(page, name) for name in ("media", "crop", "bleed", "trim", "art")},
        "ink": page.coverage.percent if page.coverage else None,
        "plates": plates,
        "pictures": [
            {"name": picture.name, "ppi": picture.ppi, "box": picture.box, "width": picture.width,
             "height": picture.height, "bits": picture.bits, "space": picture.colour.space, "mask": picture.mask}
            for picture in page.pictures
        ],
    }  # fmt: skip


def text(report: PreflightReport, located: Callable[[str], str]) -> list[str]:
    """Lines for people; `located` says a source's path as one would type it."""
    lines = []
    if report.facts is not None and report.facts.document is not None:
        told = rows(report, report.facts, report.facts.document)
        wide = max(len(name) for name, _ in told)
        lines = [f"{name.ljust(wide)}  {value}" for name, value in told] + [""]
    return [*lines, *(line(finding, located) for finding in report.findings), tally(report.findings)]


def rows(report: PreflightReport, facts: PdfFacts, document: Document) -> list[tuple[str, str]]:
    whose = f" (of this press: {report.language} {report.edition})" if report.ours else ""
    blanks = sum(page.blank for page in facts.pages)
    sizes = [f"{_mm(width):g} × {_mm(height):g} mm" for width, height, _ in document.sizes]
    intents = [intent.identifier or "without a name" for intent in document.intents]
    version = document.xmp.get("pdfxid:GTS_PDFXVersion") or document.info.get("GTS_PDFXVersion") or "none"
    return [
        ("file", f"{report.name}, {_bytes(report.size)}{whose}"),
        ("press", f"{facts.condition.name}: {facts.condition.condition}, PDF/{facts.pdfx}"),
        ("pages", f"{document.pages}{f', {blanks} of them declared empty' if blanks else ''}"),
        ("trim", _few(sizes) or "not said"),
        ("PDF", f"{document.version}, PDF/X: {version}"),
        ("intent", _few(intents) or "none"),
        ("fonts", _fonts(document)),
        ("spot inks", _few(list(document.spots)) or "none"),
        ("pictures", _pictures(facts)),
        ("ink", _ink_line(report, facts)),
    ]


def _fonts(document: Document) -> str:
    names = [font.base or "without a name" for font in document.fonts]
    missing = sum(not font.embedded for font in document.fonts)
    state = f"{missing} not embedded" if missing else "all embedded"
    return f"{len(names)}, {state}: {_few(names)}" if names else "none"


def _pictures(facts: PdfFacts) -> str:
    pictures = [(picture.ppi, page, picture) for page in facts.pages for picture in page.pictures]
    if not pictures:
        return "none"
    lowest = min(pictures, key=lambda one: (one[0], one[1].index))
    return f"{len(pictures)}, the lowest {lowest[0]:.0f} ppi {_where(lowest[1], lowest[2])}"


def _where(page: PrintedPage, picture: PrintedPicture) -> str:
    wide, high = picture.box[2] - picture.box[0], picture.box[3] - picture.box[1]
    return f"on page {page.label} at {wide:.0f} × {high:.0f} mm"


def _ink(report: PreflightReport, facts: PdfFacts) -> dict[str, Any]:
    known = [page for page in facts.pages if page.coverage is not None]
    most = max(known, key=lambda page: page.coverage.percent if page.coverage else 0, default=None)
    return {
        "known_by": report.ink,
        "percent": most.coverage.percent if most is not None and most.coverage else None,
        "page": most.label if most is not None else "",
        "limit": facts.condition.limits.ink,
        "unknown_pages": len(facts.pages) - len(known),
    }


def _ink_line(report: PreflightReport, facts: PdfFacts) -> str:
    ink = _ink(report, facts)
    if ink["percent"] is None:
        return "not known: there is no Ghostscript on this machine to make plates"
    how = "counted on plates" if report.ink == "plates" else "at most, by the objects alone (no Ghostscript was used)"
    rest = f"; of {ink['unknown_pages']} pages it is not known" if ink["unknown_pages"] else ""
    return f"{ink['percent']:.0f} % on page {ink['page']}, limit {ink['limit']:g} %: {how}{rest}"


def _few(words: list[str]) -> str:
    named = ", ".join(words[:_MOST])
    return f"{named} and {len(words) - _MOST} more" if len(words) > _MOST else named


def _mm(points: float) -> float:
    return round(points * _MM, 2)


def _bytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e5 else f"{size / 1e3:.1f} kB"

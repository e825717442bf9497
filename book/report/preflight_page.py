"""What preflight tells of a PDF as a page for a browser: one file, with nothing to fetch and no script.

The PDF is hostile: whatever comes from it is escaped, and characters that a reader cannot see are shown as such.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from book.preflight.report_facts import PreflightReport, Shown
from book.printed import Box, PrintedPage
from book.report.frames import frames
from book.report.preflight import rows
from book.report.preflight_choice import GEOMETRIES, SMALL, geometries, places
from book.report.preflight_findings import groups, sheets
from book.report.preflight_tables import FONTS, FRAMES, PICTURES, Fold, box_rows, fold_rows, picture_rows, ranges
from book.report.preflight_tables import spreads as spreads_of

_MM = 25.4 / 72
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_OPEN = 5
"""Findings of one code that are seen at once; the others are unfolded."""
_SWATCHES = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}


def preflight_page(report: PreflightReport, shown: Shown, folds: Sequence[Fold], whys: Mapping[str, str]) -> str:
    """`folds`: sides of the printer's sheets. `whys`: why a code matters."""
    facts = report.facts
    found = groups(report, shown, whys)
    known = facts if facts is not None and facts.document is not None else None
    many: dict[str, Any] = {}
    if known is not None and known.document is not None:
        book, at = known.part == "interior", places(known)
        many = {
            "summary": rows(report, known, known.document),
            "sheets": sheets(known, shown, found),
            "sheets_left": len({at.get(one.page, -1) for one in report.findings} - {-1, *shown.large, *shown.lost}),
            "maps": [
                (one, page, _means(report, one.index), frames(page, known.condition.limits, book))
                for one in shown.maps
                for page in known.pages
                if page.index == one.index
            ],
            "fonts": known.document.fonts[:FONTS],
            "fonts_left": max(0, len(known.document.fonts) - FONTS),
            "pictures": picture_rows(known)[:PICTURES],
            "pictures_left": max(0, sum(len(page.pictures) for page in known.pages) - PICTURES),
            "boxes_rows": box_rows(known),
            "boxes_left": max(0, len(geometries(known)) - GEOMETRIES),
            "spreads": spreads_of(report, known, folds, at) if book else [],
            "folds": fold_rows(report, known, folds) if book else [],
            "sections": len({fold.section for fold in folds}),
            "frames_left": max(0, len(known.pages) - FRAMES),
            "small_most": SMALL,
        }
    return _template().render(
        report=report,
        facts=known,
        groups=found,
        open=_OPEN,
        shown=shown,
        counts={name: sum(one.severity.value == name for one in report.findings) for name in _SEVERITIES},
        verdict=_verdict(report),
        program={"gs": "Ghostscript"}.get(report.program.rpartition("/")[2], report.program.rpartition("/")[2]),
        **many,
    )


_SEVERITIES = ("error", "warning", "note")


def _verdict(report: PreflightReport) -> tuple[str, str]:
    """(its kind, its words)."""
    errors = sum(finding.is_error for finding in report.findings)
    if errors:
        return "error", "A printer would send this file back"
    if any(finding.severity.value == "warning" for finding in report.findings):
        return "warning", "This file can be printed; look at the warnings"
    return "good", "This file can be printed"


def _means(report: PreflightReport, index: int) -> dict[str, float]:
    return next((one.inks for one in report.plates if one.index == index), {})


# --- words and numbers -----------------------------------------------------------------------------------------------


def visible(value: object) -> object:
    """What is put into the page: of texts nothing that steers a terminal, turns the direction of a line or is no
    character at all."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _UNSEEN.sub("\ufffd", value)
    return value


def data_uri(data: bytes) -> Markup:
    """A picture of ours (JPEG or PNG) inside the page."""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return Markup(f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}")


def number(value: float) -> str:
    """Three decimals at most: 12.5, 0."""
    return f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".")


def rectangle(box: Box) -> Markup:
    """The attributes of an SVG rectangle."""
    x0, top, x1, bottom = box
    return Markup(
        f'x="{number(x0)}" y="{number(top)}" width="{number(x1 - x0)}" height="{number(bottom - top)}"'
    )


def view_box(box: Box) -> str:
    return " ".join(number(value) for value in (box[0], box[1], box[2] - box[0], box[3] - box[1]))


def mm(points: float, unit: float = 1.0) -> str:
    return f"{points * unit * _MM:.2f}"


def ratio(page: PrintedPage) -> str:
    """Width : height of the trimmed page for a style sheet; that of A4 where it has none."""
    box = page.trim or page.crop or page.media
    if box is None or box[2] <= box[0] or box[3] <= box[1]:
        return "210/297"
    return number(min(5.0, max(0.2, (box[2] - box[0]) / (box[3] - box[1]))))


def swatch(ink: str) -> str:
    """The class of an ink's colour; spot inks share one."""
    return _SWATCHES.get(ink, "S")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=visible
    )
    environment.filters.update(
        uri=data_uri, number=number, rectangle=rectangle, view_box=view_box, mm=mm, swatch=swatch, ranges=ranges,
        ratio=ratio,
    )
    source = resources.files("book.report").joinpath("preflight.html").read_text(encoding="utf-8")
    return environment.from_string(source)

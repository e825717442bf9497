"""A picture or an area that ends at the trim instead of in the bleed."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import (
    Box,
    PdfFacts,
    PrintedPage,
    PrintedPath,
    PrintedPicture,
    alike,
    amount,
    found,
    is_white,
    size,
)
from book.findings import Finding, Severity

CODE = "P209"
SEVERITY = Severity.WARNING
WHY = "where the knife is half a millimetre off, a white edge shows"
HINT = "Let what touches the edge of the page run on to the end of the bleed"
TOUCHES = 0.15
"""mm; what ends nearer to the trim than this, inside it or outside, is meant to reach the edge."""


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        bleed = _bleed(page, facts.condition.bleed)
        areas = [path for path in page.paths if not is_white(path.colour) and "All" not in path.colour.inks]
        things: list[PrintedPath | PrintedPicture] = [*areas, *page.pictures]
        short = ((_short(thing.box, page, bleed), thing) for thing in things)
        for thing, more in alike((side, thing) for side, thing in short if side):
            side = _short(thing.box, page, bleed)
            kind = "a picture" if isinstance(thing, PrintedPicture) else "an area or line"
            what = f"{kind} reaches the {side} edge but not {amount(bleed)} mm of bleed{more}"
            yield found(CODE, SEVERITY, what, HINT, page, thing.span, thing.box)


def _bleed(page: PrintedPage, asked: float) -> float:
    """What the page has of the bleed asked for; that it is too little is another finding (P203)."""
    outer = page.bleed or page.media
    if outer is None or page.trim is None:
        return asked
    sides = (page.trim[0] - outer[0], page.trim[1] - outer[1], outer[2] - page.trim[2], outer[3] - page.trim[3])
    return max(0.0, min(asked, *(side * 25.4 / 72 for side in sides)))


def _short(box: Box, page: PrintedPage, bleed: float) -> str:
    """The side on which a box ends between trim and bleed; "" where it keeps off the edge or runs on."""
    paper = size(page)
    if paper is None or bleed <= 2 * TOUCHES:
        return ""
    over = {"left": -box[0], "upper": -box[1], "right": box[2] - paper[0], "lower": box[3] - paper[1]}
    off = box[0] >= paper[0] or box[2] <= 0 or box[1] >= paper[1] or box[3] <= 0
    return "" if off else next((side for side, by in over.items() if -TOUCHES <= by < bleed - TOUCHES), "")

"""A page with less bleed than the press asks for."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, amount, found
from book.findings import Finding, Severity

CODE = "P203"
WHY = "where the knife is half a millimetre off, a white edge shows"
HINT = "Make the pages with the press condition's bleed"
POINT = 25.4 / 72
TOLERANCE = 0.05


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    for page in facts.pages:
        bleed = page.bleed or page.media
        if page.trim is None or bleed is None:
            continue
        sides = (page.trim[0] - bleed[0], page.trim[1] - bleed[1], bleed[2] - page.trim[2], bleed[3] - page.trim[3])
        least = min(sides) * POINT * page.user_unit
        # A bleed box that lies inside the trim is a fault of its own (P201).
        if -TOLERANCE <= least < facts.condition.bleed - TOLERANCE:
            what = f"the bleed is {amount(max(0.0, least))} mm wide, {amount(facts.condition.bleed)} mm are asked for"
            yield found(CODE, Severity.ERROR, what, HINT, page)

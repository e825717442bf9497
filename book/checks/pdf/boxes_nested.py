"""Page boxes that do not lie in each other."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found
from book.findings import Finding, Severity

CODE = "P201"
WHY = "the printer places the page by them: it is cut in the wrong place, or refused"
HINT = "Make the boxes so that trim lies in bleed, and bleed in media"
TOLERANCE = 0.03
"""Points: 0.01 mm."""


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    for page in facts.pages:
        outer, outer_name = page.media, "media"
        for name, box in (("bleed", page.bleed), ("trim", page.trim), ("art", page.art)):
            if box is None:
                continue
            if outer is not None and not _inside(box, outer):
                yield found(CODE, Severity.ERROR, f"the {name} box is not inside the {outer_name} box", HINT, page)
            if box[2] - box[0] <= 0 or box[3] - box[1] <= 0:
                yield found(CODE, Severity.ERROR, f"the {name} box is empty", HINT, page)
            outer, outer_name = box, name


def _inside(box: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return (
        box[0] >= outer[0] - TOLERANCE
        and box[1] >= outer[1] - TOLERANCE
        and box[2] <= outer[2] + TOLERANCE
        and box[3] <= outer[3] + TOLERANCE
    )

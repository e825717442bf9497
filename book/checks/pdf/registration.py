"""Registration colour on what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, amount, found, on_paper
from book.findings import Finding, Severity

CODE = "P303"
SEVERITY = Severity.WARNING
WHY = "it prints on every plate: four full inks on each other do not dry"
HINT = "Print it in black; registration is for marks outside the bleed"

_TOUCHING = 0.1
"""mm: a mark that begins where the bleed ends lies in it with half the width of its line, and with no more."""


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        places = [box for colour, box, _ in page.spaces if "All" in colour.inks and box is not None]
        places = [box for box in places if on_paper(box, page, facts.condition.bleed - _TOUCHING)]
        if places:
            what = "registration colour lies on the printed area, "
            what += f"{amount(places[0][0])} mm from the left, {amount(places[0][1])} mm from the head"
            yield found(CODE, SEVERITY, what, HINT, page, box=places[0])

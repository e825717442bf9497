"""Pictures with too few pixels for the size at which they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, amount, found, of_whom, on_paper
from book.findings import Finding, Severity

CODE = "P401"
WHY = "a picture of fewer pixels than the screen of the press has dots is unsharp or shows steps"
HINT = "Get the picture in more pixels, or print it smaller"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limits = facts.condition.limits.pictures
    for page in facts.pages:
        for picture in page.pictures:
            if picture.bits == 1 or min(picture.width, picture.height) <= limits.tiny or picture.ppi <= 0:
                continue
            ppi = int(picture.ppi + 0.5)
            if ppi < limits.warning and on_paper(picture.box, page, facts.condition.bleed):
                error = ppi < limits.error
                wide, high = picture.box[2] - picture.box[0], picture.box[3] - picture.box[1]
                asked = limits.error if error else limits.warning
                what = f"the picture{of_whom(page)} is {ppi} ppi at {wide:.0f} × {high:.0f} mm, "
                what += f"{'at least' if error else 'better'} {amount(asked)} ppi"
                severity = Severity.ERROR if error else Severity.WARNING
                yield found(CODE, severity, what, HINT, page, picture.span, picture.box)

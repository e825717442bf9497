"""Pictures of one bit with too few pixels."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, amount, found, of_whom, on_paper
from book.findings import Finding, Severity

CODE = "P402"
WHY = "what is only black or white has no greys to smooth its edges: their steps are seen"
HINT = "Scan line art with more pixels, or draw it as vectors"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limits = facts.condition.limits.pictures
    for page in facts.pages:
        for picture in page.pictures:
            if picture.bits != 1 or min(picture.width, picture.height) <= limits.tiny or picture.ppi <= 0:
                continue
            ppi = int(picture.ppi + 0.5)
            if ppi < limits.line_art_warning and on_paper(picture.box, page, facts.condition.bleed):
                error = ppi < limits.line_art_error
                wide, high = picture.box[2] - picture.box[0], picture.box[3] - picture.box[1]
                asked = limits.line_art_error if error else limits.line_art_warning
                what = f"the line art{of_whom(page)} is {ppi} ppi at {wide:.0f} × {high:.0f} mm, "
                what += f"{'at least' if error else 'better'} {amount(asked)} ppi"
                severity = Severity.ERROR if error else Severity.WARNING
                yield found(CODE, severity, what, HINT, page, picture.span, picture.box)

"""Small black text that does not overprint."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, alike, amount, excerpt, found, is_black, on_paper, overprints
from book.findings import Finding, Severity

CODE = "P305"
SEVERITY = Severity.WARNING
WHY = "black text that takes out what lies below shows white edges as soon as the plates are off by a hair"
HINT = "Set overprint for black text (OPM 1)"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limit = facts.condition.limits.overprint_text
    for page in facts.pages:
        for text, more in alike(
            (None, text)
            for text in page.texts
            if text.fill is not None
            and is_black(text.fill)
            and text.size < limit
            and on_paper(text.box, page, facts.condition.bleed)
            and not overprints(text.fill, text.overprint, text.mode)
        ):
            what = f"the black text {excerpt(text.text)} of {amount(text.size)} pt does not overprint{more}"
            yield found(CODE, SEVERITY, what, HINT, page, text.span, text.box)

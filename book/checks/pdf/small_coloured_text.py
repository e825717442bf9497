"""Small text that is white, or of several inks."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, alike, amount, coloured, excerpt, found, is_white, on_paper
from book.findings import Finding, Severity

CODE = "P502"
SEVERITY = Severity.WARNING
WHY = "fine strokes of several inks do not meet, and white ones close up"
HINT = "Print small text in one ink, or make it larger"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limit = facts.condition.limits.coloured_text
    for page in facts.pages:
        for text, more in alike(
            ((is_white(text.fill), text.size), text)
            for text in page.texts
            if coloured(text.fill) and round(text.size, 1) < limit and on_paper(text.box, page, 0)
        ):
            how = "white" if is_white(text.fill) else "of several inks"
            what = f"the text {excerpt(text.text)} is {how} at {amount(text.size)} pt, "
            what += f"at least {amount(limit)} pt{more}"
            yield found(CODE, SEVERITY, what, HINT, page, text.span, text.box)

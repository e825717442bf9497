"""Text in a black of many inks."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, alike, excerpt, found, inks, on_paper
from book.findings import Finding, Severity

CODE = "P501"
SEVERITY = Severity.WARNING
WHY = "letters of four full inks are out of register at once, and look bold and coloured"
HINT = "Print text in black ink alone"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limits = facts.condition.limits
    for page in facts.pages:
        rich = []
        for text in page.texts:
            shares = inks(text.fill) if text.fill is not None else {}
            total = 100 * sum(shares.values())
            rich_black = 100 * shares.get("Black", 0) >= limits.rich_black_key and total > limits.rich_black_sum
            if rich_black and on_paper(text.box, page, facts.condition.bleed):
                rich.append((round(total), text))
        for text, more in alike(rich):
            total = 100 * sum(inks(text.fill).values()) if text.fill is not None else 0
            what = f"the text {excerpt(text.text)} is printed in {total:.0f} % of ink{more}"
            yield found(CODE, SEVERITY, what, HINT, page, text.span, text.box)

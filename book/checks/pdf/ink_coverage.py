"""More ink on one spot than the paper takes."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, amount, found
from book.findings import Finding, Severity

CODE = "P304"
SEVERITY = Severity.WARNING
WHY = "too much ink does not dry, sets off on the next sheet and sticks the pages together"
HINT = "Separate pictures through the press condition's profile; make dark areas of fewer inks"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limits = facts.condition.limits
    for page in facts.pages:
        ink = page.coverage
        if ink is None or round(ink.percent, 1) <= limits.ink:
            continue
        # A bound says no more than that it may be so.
        counted = ink.how == "plates"
        error = counted and round(ink.percent, 1) > limits.ink + limits.ink_margin
        where = f"around {amount((ink.box[0] + ink.box[2]) / 2)} mm from the left, "
        where += f"{amount((ink.box[1] + ink.box[3]) / 2)} mm from the head"
        how = "is" if counted else "may be up to"
        what = f"the ink {how} {amount(round(ink.percent, 1))} %, at most {amount(limits.ink)} % are allowed, {where}"
        yield found(CODE, Severity.ERROR if error else SEVERITY, what, HINT, page, box=ink.box)

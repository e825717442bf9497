"""Thin black lines that do not overprint."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, alike, amount, found, is_black, on_paper, overprints
from book.findings import Finding, Severity

CODE = "P306"
SEVERITY = Severity.WARNING
WHY = "a thin black line that takes out what lies below shows white edges as soon as the plates are off by a hair"
HINT = "Set overprint for thin black lines (OPM 1)"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limit = facts.condition.limits.overprint_line
    for page in facts.pages:
        for path, more in alike(
            (None, path)
            for path in page.paths
            if is_black(path.colour)
            and on_paper(path.box, page, facts.condition.bleed)
            and (path.width < limit if path.stroke else 0 < path.thin < limit)
            and not overprints(path.colour, path.overprint, path.mode)
        ):
            what = f"a black line of {amount(path.width or path.thin)} pt does not overprint{more}"
            yield found(CODE, SEVERITY, what, HINT, page, path.span, path.box)

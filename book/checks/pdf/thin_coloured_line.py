"""Thin lines that are white, or of several inks."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, alike, amount, coloured, found, on_paper
from book.findings import Finding, Severity

CODE = "P504"
SEVERITY = Severity.WARNING
WHY = "a fine line of several inks is double as soon as the plates are off by a hair, and a white one closes up"
HINT = "Draw such lines wider, or in one ink"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limit = facts.condition.limits.coloured_line
    for page in facts.pages:
        for path, more in alike(
            ((path.stroke, path.width or path.thin), path)
            for path in page.paths
            if coloured(path.colour)
            and (path.width < limit - 0.005 if path.stroke else 0 < path.thin < limit - 0.005)
            and on_paper(path.box, page, 0)
        ):
            width = path.width or path.thin
            how = f"{amount(width)} pt wide" if width > 0.005 else "of no width"
            what = f"a line that is white or of several inks is {how}, at least {amount(limit)} pt{more}"
            yield found(CODE, SEVERITY, what, HINT, page, path.span, path.box)

"""Lines that are too thin to print."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, alike, amount, coloured, found, on_paper
from book.findings import Finding, Severity

CODE = "P503"
SEVERITY = Severity.WARNING
WHY = "a hairline breaks up on the plate, or prints as thin as the machine can"
HINT = "Draw lines at least as wide as the press condition says"


def check(facts: PdfFacts) -> Iterator[Finding]:
    limit = facts.condition.limits.line
    for page in facts.pages:
        for path, more in alike(
            ((path.stroke, path.width or path.thin), path)
            for path in page.paths
            if not coloured(path.colour)
            and (path.width < limit - 0.005 if path.stroke else 0 < path.thin < limit - 0.005)
            and on_paper(path.box, page, 0)
        ):
            width = path.width or path.thin
            how = f"{amount(width)} pt wide" if width > 0.005 else "of no width"
            what = f"a line is {how}, at least {amount(limit)} pt{more}"
            yield found(CODE, SEVERITY, what, HINT, page, path.span, path.box)

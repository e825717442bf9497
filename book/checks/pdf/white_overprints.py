"""White that overprints."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, alike, excerpt, found, is_white, on_paper
from book.findings import Finding, Severity

CODE = "P307"
WHY = "white ink does not exist: white that overprints is not there at all in print"
HINT = "Take the overprint off everything white"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        for text, more in alike(
            (None, text)
            for text in page.texts
            if (text.overprint and is_white(text.fill)) or (text.overprint_stroke and is_white(text.stroke))
        ):
            what = f"the white text {excerpt(text.text)} overprints{more}"
            yield found(CODE, Severity.ERROR, what, HINT, page, text.span, text.box)
        for path, more in alike(
            (path.stroke, path)
            for path in page.paths
            if path.overprint and is_white(path.colour) and on_paper(path.box, page, facts.condition.bleed)
        ):
            what = f"a white {'line' if path.stroke else 'area'} overprints{more}"
            yield found(CODE, Severity.ERROR, what, HINT, page, path.span, path.box)

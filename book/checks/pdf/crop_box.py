"""A crop box that shows less than the page."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found
from book.findings import Finding, Severity

CODE = "P204"
WHY = "some programs print what the crop box shows, and cut the bleed off"
HINT = "Remove the CropBox, or make it as large as the MediaBox"
TOLERANCE = 0.03


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    for page in facts.pages:
        if page.crop is None or page.media is None:
            continue
        if max(abs(one - other) for one, other in zip(page.crop, page.media, strict=True)) > TOLERANCE:
            yield found(CODE, Severity.ERROR, "the crop box is not the media box", HINT, page)

"""Text that leaves the page, or the type area at its foot."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.layout.facts import LayoutFacts, PageFact, TextFact, excerpt, found
from book.findings import Finding, Severity

CODE = "L002"
WHY = "what does not fit its page is cut off, or runs into the folio"
HINT = "Shorten the text, or move part of it to where there is room"
TOLERANCE = 1.0
"""mm; descenders of the last line."""
_FOOT = {"body": "the foot of the type area", "aside": "the foot of the type area"}


def check(facts: LayoutFacts) -> Iterator[Finding]:
    for page in facts.pages:
        reported: set[str] = set()
        for text in page.texts:
            where = _beyond(page, text)
            # One overfull block is one thing to mend, however many of its lines stick out.
            if where and text.source not in reported:
                reported.add(text.source)
                yield found(CODE, Severity.ERROR, f'"{excerpt(text.text)}" runs over {where}', HINT, page, text.source)


def _beyond(page: PageFact, text: TextFact) -> str:
    if text.zone == "margin":
        return ""
    if text.top < -TOLERANCE:
        return "the head of the page"
    if text.x0 < -TOLERANCE or text.x1 > page.width + TOLERANCE:
        return "the edge of the page"
    if text.bottom > page.height + TOLERANCE:
        return "the foot of the page"
    return _FOOT.get(text.zone, "") if page.bottom and text.bottom > page.bottom + TOLERANCE else ""

"""Text that is wider than the block that holds it."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.layout.facts import LayoutFacts, excerpt, found
from book.findings import Finding, Severity

CODE = "L001"
WHY = "a word too long for its column runs into what stands beside it, or off the page"
HINT = "Shorten it, or add the word to the hyphenation exceptions"
TOLERANCE = 0.5
"""mm; italics and kerning reach a little over their box."""


def check(facts: LayoutFacts) -> Iterator[Finding]:
    for page in facts.pages:
        for text in page.texts:
            over = text.x1 - text.right
            # A block of no width has no column to overflow: it was placed to fit its text.
            if over > TOLERANCE and text.right > text.left and text.zone != "margin":
                message = f'"{excerpt(text.text)}" is {over:.1f} mm wider than its column'
                yield found(CODE, Severity.ERROR, message, HINT, page, text.source)

"""A face that is not of fonts/."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.layout.facts import LayoutFacts, found
from book.findings import Finding, Severity

CODE = "L004"
WHY = "a font of the machine makes another book on every machine, and may not be embedded"
HINT = "Name only families of fonts/ in styles/"


def check(facts: LayoutFacts) -> Iterator[Finding]:
    for name in facts.unknown_fonts:
        yield found(CODE, Severity.ERROR, f"a page is set in a font that is not in fonts/ ({name})", HINT)

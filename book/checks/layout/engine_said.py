"""What WeasyPrint logs: a declaration that it does not know, a drawing that it could not draw."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.layout.facts import LayoutFacts, found
from book.findings import Finding, Severity

CODE = "L006"
WHY = "the engine tells of what it could not do only in its log; the page then looks otherwise than it was designed"
HINT = "Mend the style sheet, the template or the drawing"

_LOST = "Failed to "
"""How WeasyPrint begins to tell that something is not there at all."""


def check(facts: LayoutFacts) -> Iterator[Finding]:
    for words in dict.fromkeys(facts.said):
        severity = Severity.ERROR if words.startswith(_LOST) else Severity.WARNING
        yield found(CODE, severity, f"the typesetter says: {words}", HINT)

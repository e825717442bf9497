"""An output intent for another printing condition than the press's."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P104"
SEVERITY = Severity.WARNING
WHY = "inks that were mixed for one paper come out darker, lighter or browner on another"
HINT = "Make the file for this press condition, or preflight it with --press for the one that it was made for"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    said = [one.identifier for one in facts.document.intents if one.subtype == "GTS_PDFX" and one.identifier]
    if len(said) == 1 and said[0] != facts.condition.condition:
        what = f"the file is made for {said[0]}, "
        what += f"the press condition {facts.condition.name} is {facts.condition.condition}"
        yield of_file(CODE, SEVERITY, what, HINT)

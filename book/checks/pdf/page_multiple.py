"""A number of pages that does not fill its sheets."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P118"
SEVERITY = Severity.WARNING
WHY = "a book is folded from sheets: what is missing to a whole one is printed empty and paid for"
HINT = "Add empty pages at the end, or change the press condition's multiple"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None or facts.part != "interior":
        return
    multiple, pages = facts.condition.multiple, facts.document.pages
    if multiple > 1 and pages % multiple:
        what = f"{pages} pages are no multiple of {multiple}: {multiple - pages % multiple} are missing"
        yield of_file(CODE, SEVERITY, what, HINT)

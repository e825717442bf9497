"""Annotations on what is printed: links, notes, fields."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found, on_paper
from book.findings import Finding, Severity

CODE = "P120"
WHY = "whether an annotation is printed depends on the program, and PDF/X forbids them inside the bleed"
HINT = "Remove links and notes from the file for the printer"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        kinds: dict[str, int] = {}
        places = [(kind, box) for kind, box in page.annotations if on_paper(box, page, facts.condition.bleed)]
        for kind, _ in places:
            kinds[kind] = kinds.get(kind, 0) + 1
        if kinds:
            what = "annotations lie on the printed area: "
            what += ", ".join(f"{count} {kind}" for kind, count in kinds.items())
            yield found(CODE, Severity.ERROR, what, HINT, page, box=places[0][1])

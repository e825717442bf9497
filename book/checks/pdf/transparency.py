"""Transparency in a PDF/X-1a."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found
from book.findings import Finding, Severity

CODE = "P602"
WHY = "PDF/X-1a is for machines that know nothing of transparency: they print it opaque"
HINT = "Draw it opaque, or make a PDF/X-4"
KINDS = {"alpha": "something is transparent", "blend": "something is blended", "softmask": "something has a soft mask",
         "group": "there is a transparency group"}  # fmt: skip


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.pdfx != "X-1a:2003":
        return
    for page in facts.pages:
        told = set()
        for one in page.transparency:
            if (one.kind, one.span) not in told:
                told.add((one.kind, one.span))
                what = f"{KINDS.get(one.kind, one.kind)} ({one.detail})"
                yield found(CODE, Severity.ERROR, what, HINT, page, one.span, one.box)

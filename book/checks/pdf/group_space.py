"""Transparency that is blended in a space that is no printing inks."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, found
from book.findings import Finding, Severity

CODE = "P601"
WHY = "colours that are blended in RGB change when they come to the press"
HINT = "Blend in DeviceCMYK; luminosity masks in DeviceGray"


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        if page.group not in ("", "none", "DeviceCMYK"):
            yield found(CODE, Severity.ERROR, f"the page is blended in {page.group}", HINT, page)
        for group in page.groups:
            mask, _, space = group.rpartition(":")
            allowed = ("DeviceGray",) if mask else ("DeviceCMYK", "DeviceGray", "none", "")
            if space not in allowed:
                what = f"a luminosity mask is in {space}" if mask else f"a transparency group is blended in {space}"
                yield found(CODE, Severity.ERROR, what, HINT, page)

"""Objects in colours that are no printing inks: RGB, Lab, calibrated or through a profile."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import Colour, PdfFacts, amount, found
from book.findings import Finding, Severity

CODE = "P301"
WHY = "the printer's program converts them as it sees fit, and black text comes out of four inks"
HINT = "Convert everything to CMYK, grey or the declared spot inks"
FORBIDDEN = {"DeviceRGB", "CalRGB", "CalGray", "Lab", "ICCBased"}


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        told = set()
        for colour, box, span in page.spaces:
            name = _forbidden(colour)
            if name and (name, span) not in told:
                told.add((name, span))
                where = f", {amount(box[0])} mm from the left, {amount(box[1])} mm from the head" if box else ""
                yield found(CODE, Severity.ERROR, f"something is in {name}{where}", HINT, page, span, box)


def _forbidden(colour: Colour) -> str:
    """The colour space to name; "" for one that is printed as it is."""
    if colour.space in FORBIDDEN:
        return f"{colour.space} ({colour.base})" if colour.base else colour.space
    return f"Indexed ({colour.base})" if colour.space == "Indexed" and colour.base in FORBIDDEN else ""

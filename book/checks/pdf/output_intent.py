"""The output intent: exactly one, for a printing press in CMYK."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, of_file
from book.findings import Finding, Severity

CODE = "P103"
WHY = "without it nobody knows which press the inks are meant for, and colours are guessed"
HINT = "Give the file one GTS_PDFX output intent with the CMYK profile of the printing condition"


def check(facts: PdfFacts) -> Iterator[Finding]:
    if facts.document is None:
        return
    intents = [intent for intent in facts.document.intents if intent.subtype == "GTS_PDFX"]
    what = ""
    if len(intents) != 1:
        what = f"the file has {len(intents) or 'no'} output intent{'s' if len(intents) > 1 else ''} for PDF/X"
    elif not intents[0].profile_class:
        # PDF/X-1a may name a registered condition instead of carrying its profile.
        if facts.pdfx == "X-4" or not (intents[0].identifier and intents[0].registry):
            what = "the output intent carries no readable profile"
    elif intents[0].profile_class != "prtr":
        what = f'the profile of the output intent is not for a printer but of class "{intents[0].profile_class}"'
    elif intents[0].profile_space != "CMYK" or intents[0].components not in (0, 4):
        what = f"the profile of the output intent is for {intents[0].profile_space}, not for CMYK"
    if what:
        yield of_file(CODE, Severity.ERROR, what, HINT)

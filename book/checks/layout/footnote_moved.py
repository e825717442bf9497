"""A footnote that did not fit on the page of its call."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.layout.facts import LayoutFacts, found
from book.findings import Finding, Severity

CODE = "L005"
WHY = "a reader looks for a note at the foot of the page that calls it"
HINT = "Shorten the note, or call it earlier on the page"


def check(facts: LayoutFacts) -> Iterator[Finding]:
    called: dict[str, int] = {}
    for page in facts.pages:
        for call in page.calls:
            called.setdefault(call, page.index)
        for note in page.notes:
            if note and called.get(note, page.index) != page.index:
                yield found(
                    CODE, Severity.WARNING, "a footnote does not fit on the page that calls it", HINT, page, note
                )

"""An address that a page asked for and the unit did not declare."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.layout.facts import LayoutFacts, found
from book.findings import Finding, Severity

CODE = "L007"
WHY = "nothing is fetched from the network or from outside the book: what is not declared is not there"
HINT = "Put the file into the book and name it in the source"


def check(facts: LayoutFacts) -> Iterator[Finding]:
    for address in dict.fromkeys(facts.refused):
        yield found(CODE, Severity.ERROR, f"a page asks for {address[:80]}, which was refused", HINT)

"""A term of the glossary that is translated otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity

CODE = "C113"
SEVERITY = Severity.WARNING
WHY = "one thing has one name in a book, or readers look for two"
HINT = "use the form of chapters/vocabulary/terms.yaml, or add another good one there"


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        for words, key in facts.terms.lost(message).items():
            forms = ", ".join(facts.terms.known[key].forms)
            what = f"the term {key} ({words} in the source) is in none of its forms: {forms}"
            yield message.finding(CODE, facts.path, what, HINT)

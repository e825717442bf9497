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
    terms = facts.terms
    for message in facts.asked(CODE):
        named = terms.in_source(message.said_words)
        if not named:
            continue
        found = terms.in_translation(message.says_words)
        for key, words in named.items():
            if key not in found:
                forms = ", ".join(terms.known[key].forms)
                what = f"the term {key} ({words} in the source) is in none of its forms: {forms}"
                yield message.finding(CODE, facts.path, what, HINT)

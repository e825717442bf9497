"""The name of a place of the vocabulary that a translation has lost or spells otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts, without_name
from book.findings import Finding, Severity

CODE = "C114"
SEVERITY = Severity.WARNING
WHY = "a place has one name in each language, in the text as in the index"
HINT = "write it as chapters/vocabulary/places.yaml does; a place's other forms go to terms.yaml, under the same key"


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        for words, key in facts.places.lost(message).items():
            what = without_name(facts.places.known[key].name, words, message)
            yield message.finding(CODE, facts.path, what, HINT)

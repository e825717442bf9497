"""The name of a person of the book that a translation has lost or spells otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts, without_name
from book.findings import Finding, Severity

CODE = "C112"
SEVERITY = Severity.WARNING
WHY = "a person has one name in each language: that of the profile or the vocabulary"
HINT = "write it as the profile or the vocabulary persons does, or {name:id}"


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        for words, key in facts.people.lost(message).items():
            what = without_name(facts.people.known[key].name, words, message)
            yield message.finding(CODE, facts.path, what, HINT)

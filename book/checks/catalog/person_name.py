"""The name of a person of the book that a translation has lost or spells otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity
from book.nearest import nearest

CODE = "C112"
SEVERITY = Severity.WARNING
WHY = "a person has one name in each language: that of the profile"
HINT = "write it as the profile does, or {name:id}"


def check(facts: CatalogFacts) -> Iterator[Finding]:
    people = facts.people
    for message in facts.asked(CODE):
        named = people.in_source(message.said_words)
        if not named:
            continue
        found = people.in_translation(message.says_words)
        told: set[str] = set()
        for key, word in named.items():
            # Of brother and sister, Асфендиаров and Асфендиарова, one word may mean either.
            same = [other for other, shown in named.items() if shown == word]
            if word in told or any(other in found for other in same):
                continue
            told.add(word)
            name = people.known[key].name
            odd = nearest(name, [said for said in message.says_words if said[:1].isupper()])
            what = f"{name} is spelt {odd}" if odd else f"{name} ({word} in the source) is not in the translation"
            yield message.finding(CODE, facts.path, what, f"write {name} as the profile does, or {{name:{key}}}")

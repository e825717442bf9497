"""{name:id} of what is no person."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding

CODE = "S210"
WHY = "only a person of the book has a name that can be printed in every language"
HINT = "write [words](#id) for a link to something else"


def check(facts: SourceFacts) -> Iterator[Finding]:
    for subject, reference in dict.fromkeys(facts.references()):
        if reference.kind != "name" or reference.id not in facts.places or reference.id in facts.unread_names:
            continue
        named = facts.documents.get(reference.id)
        if named is None or named.kind != "person":
            yield error(CODE, reference.span, f'"{reference.id}" is not a person of the book', HINT, subject)

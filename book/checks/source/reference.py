"""A reference to nothing: see, {see:id}, {page:id}, {name:id}, [words](#id)."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding
from book.nearest import meant

CODE = "S203"
WHY = "a reference to nothing has no page number"
HINT = "write the id of a document or a heading of the book"


def check(facts: SourceFacts) -> Iterator[Finding]:
    for subject, reference in dict.fromkeys(facts.references()):
        if reference.id not in facts.places:
            hint = meant(reference.id, facts.places, HINT)
            what = f'there is no document and no heading "{reference.id}"'
            yield error(CODE, reference.span, what, hint, subject)

"""A chapter that two parts print."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding

CODE = "S211"
WHY = "a chapter stands in the book once, or references to it have two pages"
HINT = "delete one of the two names"


def check(facts: SourceFacts) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for reference in facts.chapters_of_parts():
        if reference.id in seen:
            what = f'the chapter "{reference.id}" is named a second time, first in line {seen[reference.id]}'
            yield error(CODE, reference.span, what, HINT)
        seen.setdefault(reference.id, reference.span.line)

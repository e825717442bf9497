"""A part that names a chapter which is not there."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding
from book.nearest import meant

CODE = "S208"
WHY = "a part can print only chapters that are there"
HINT = "correct the name, or write the chapter"


def check(facts: SourceFacts) -> Iterator[Finding]:
    chapters = {summary.id for summary in facts.summaries if summary.kind == "chapter"}
    for reference in facts.chapters_of_parts():
        if reference.id in chapters or reference.id in facts.unread_names:
            continue
        other = facts.documents.get(reference.id)
        if other:
            what = f'"{reference.id}" is a {other.kind}, not a chapter'
            yield error(CODE, reference.span, what, "name chapters only; people and resorts come by themselves")
        else:
            hint = meant(reference.id, chapters, HINT)
            yield error(CODE, reference.span, f'there is no chapter "{reference.id}"', hint)

"""A document that no part of the book prints."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, warning
from book.findings import Finding, Severity

CODE = "S207"
SEVERITY = Severity.WARNING
WHY = "what no part prints is not in the book"
HINT = "name the chapter in a part of chapters/book.yaml, or delete the file"


def check(facts: SourceFacts) -> Iterator[Finding]:
    named = {reference.id for reference in facts.chapters_of_parts()}
    contents = {part.content for part in facts.book.parts}
    told: set[str] = set()
    for summary in facts.summaries:
        printed = summary.id in named or summary.chapter_kind == "imprint"  # the imprint has its own page
        if summary.kind == "chapter" and not printed:
            yield warning(CODE, summary.span, f'no part names the chapter "{summary.id}"', HINT, summary.id)
        wanted = {"person": "people", "resort": "resorts"}.get(summary.kind, "")
        if wanted and wanted not in contents and wanted not in told:
            told.add(wanted)  # once: every profile would say the same
            what = f"the book has {wanted}, but no part with content: {wanted}"
            yield warning(CODE, summary.span, what, "add such a part to chapters/book.yaml", summary.id)

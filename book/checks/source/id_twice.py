"""One id for two documents or headings."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding, Span

CODE = "S202"
WHY = "a reference to an id that two places have leads to the wrong one"
HINT = "rename one of them"


def check(facts: SourceFacts) -> Iterator[Finding]:
    seen: dict[str, Span] = {}
    for summary in facts.summaries:
        if summary.id in seen:
            what = f'the id "{summary.id}" is also that of {seen[summary.id].path}'
            yield error(CODE, summary.span, what, HINT, summary.id)
        seen.setdefault(summary.id, summary.span)
    for summary in facts.summaries:
        for heading in summary.headings:
            if not heading.id:
                continue
            if heading.id in seen:
                first = seen[heading.id]
                what = f'the id "{heading.id}" of this heading is also in {first.path}, line {first.line}'
                yield error(CODE, heading.text.span, what, HINT, summary.id)
            seen.setdefault(heading.id, heading.text.span)

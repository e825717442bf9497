"""A death before the birth."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding

CODE = "S206"
WHY = "one of the two dates is wrong"
HINT = "compare both dates with the sources"


def check(facts: SourceFacts) -> Iterator[Finding]:
    for summary in facts.summaries:
        if summary.kind == "person" and len(summary.dates) == 2:
            born, died = summary.dates
            if died.latest < born.earliest:
                what = f"the death in {died.year} is before the birth in {born.year}"
                yield error(CODE, died.span, what, HINT, summary.id)

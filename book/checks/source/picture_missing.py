"""A picture that is not in the book."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding
from book.nearest import meant

CODE = "S204"
WHY = "a picture that is not there leaves a hole in the page"
HINT = "put the file there, or correct its name"


def check(facts: SourceFacts) -> Iterator[Finding]:
    there = [path for path, known in facts.pictures.items() if known is not None]
    for summary in facts.summaries:
        for path, span in zip(summary.pictures, summary.picture_spans, strict=True):
            if facts.pictures.get(path) is None:
                hint = meant(path, there, HINT)
                yield error(CODE, span, f"the picture {path} is missing", hint, summary.id)

"""A file that is named as a picture and cannot be read as one."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding

CODE = "S205"
WHY = "what cannot be read as a picture cannot be printed"
HINT = "save the picture again as png, jpg, tif or webp"


def check(facts: SourceFacts) -> Iterator[Finding]:
    for summary in facts.summaries:
        for path, span in zip(summary.pictures, summary.picture_spans, strict=True):
            known = facts.pictures.get(path)
            if known is not None and known.problem:
                yield error(CODE, span, f"the picture {path} cannot be used: {known.problem}", HINT, summary.id)

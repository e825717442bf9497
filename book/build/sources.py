"""The source checks over what was read."""

from __future__ import annotations

from book.build.reading import Reading
from book.findings import Finding


def source_findings(reading: Reading) -> tuple[Finding, ...]:
    """Everything that only the whole of the sources shows."""
    from book.checks import run
    from book.checks.source.facts import SourceFacts

    facts = SourceFacts(reading.book, reading.vocabularies, reading.summaries, reading.pictures)
    return tuple(run("source", facts))

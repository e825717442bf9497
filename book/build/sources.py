"""The source checks over what was read."""

from __future__ import annotations

from collections.abc import Sequence

from book.build.reading import BOOK, Reading
from book.findings import Finding
from book.read.spelling import is_spelling


def unread_of(reading: Reading, sources: Sequence[str]) -> tuple[str, ...]:
    """Documents and vocabularies that exist and could not be read: what refers to them is not to blame."""
    read = {summary.path for summary in reading.summaries}
    read |= {vocabulary.path for vocabulary in reading.vocabularies.values()}
    if reading.glossary is not None:
        read.add(reading.glossary.path)
    return tuple(
        path
        for path in sources
        if path.endswith((".md", ".yaml", ".yml")) and path not in read and path != BOOK and not is_spelling(path)
    )


def source_findings(reading: Reading, unread: Sequence[str]) -> tuple[Finding, ...]:
    """Everything that only the whole of the sources shows."""
    from book.checks import run
    from book.checks.source.facts import SourceFacts

    facts = SourceFacts(reading.book, reading.vocabularies, reading.summaries, reading.pictures, tuple(unread))
    return tuple(run("source", facts))

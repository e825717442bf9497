"""A small book as SourceFacts, from sources."""

from __future__ import annotations

from collections.abc import Mapping

from book.checks import run
from book.checks.source.facts import SourceFacts
from book.model import PictureFacts
from book.read import read_book, read_document, read_vocabulary, summarize

BOOK_YAML = """\
id: small
title: T
languages: [kk, ru]
source_language: ru
date: 2021
"""

NAME = "name: {{surname: {{kk: {0}, ru: {0}}}, given: {{kk: И, ru: И}}}}\n"


def facts(
    documents: Mapping[str, str],
    parts: str = "",
    vocabularies: Mapping[str, str] | None = None,
    pictures: Mapping[str, PictureFacts | None] | None = None,
    unread: tuple[str, ...] = (),
    anchors: frozenset[str] = frozenset(),
) -> SourceFacts:
    """`documents` maps names below chapters/ ("a", "profiles/b") to what stands after the first line, ---."""
    book, _ = read_book("chapters/book.yaml", (BOOK_YAML + parts).encode())
    assert book is not None
    summaries = []
    for name, source in documents.items():
        document, findings = read_document(f"chapters/{name}.md", f"---\n{source}".encode(), book)
        assert document is not None
        assert findings == ()
        summaries.append(summarize(document))
    read = {}
    for name, source in (vocabularies or {}).items():
        vocabulary, findings = read_vocabulary(f"chapters/vocabulary/{name}.yaml", source.encode(), book)
        assert vocabulary is not None
        assert findings == ()
        read[name] = vocabulary
    return SourceFacts(book, read, tuple(summaries), pictures or {}, unread, anchors)


def told(given: SourceFacts, code: str) -> list[tuple[str, int, int, str, str]]:
    """(file below chapters/, line, column, message, hint) of the findings with `code`."""
    return [
        (
            finding.span.path.removeprefix("chapters/"),
            finding.span.line,
            finding.span.column,
            finding.message,
            finding.hint,
        )
        for finding in run("source", given)
        if finding.code == code
    ]

"""What the checks of the sources are given: everything that was read, in small."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from book.findings import Finding, Severity, Span
from book.mentions import mentions
from book.model import Book, Key, PictureFacts, Reference, Summary, Vocabulary, texts


@dataclass(frozen=True)
class SourceFacts:
    """`pictures` maps each path that a summary names to what is known of the file, None where there is none.

    `unread` are the paths of documents and vocabularies that exist but could not be read: what refers to them is not
    blamed. `anchors` are ids to which a text may refer beside those of documents and headings.
    """

    book: Book
    vocabularies: Mapping[str, Vocabulary]
    summaries: tuple[Summary, ...]
    pictures: Mapping[str, PictureFacts | None] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()

    @cached_property
    def documents(self) -> dict[str, Summary]:
        """Documents by id; of two with one id the first."""
        found: dict[str, Summary] = {}
        for summary in self.summaries:
            found.setdefault(summary.id, summary)
        return found

    @cached_property
    def unread_names(self) -> frozenset[str]:
        """The stems of the files that could not be read."""
        return frozenset(posixpath.basename(path).rpartition(".")[0] for path in self.unread)

    @cached_property
    def places(self) -> frozenset[str]:
        """Every id to which a text may refer."""
        headings = {heading.id for summary in self.summaries for heading in summary.headings if heading.id}
        return frozenset(self.documents) | headings | self.anchors | self.unread_names

    @cached_property
    def _outside(self) -> tuple[list[Key], list[Reference]]:
        """Marks and references in book.yaml and in the vocabularies."""
        marks: list[Key] = []
        references: list[Reference] = []
        for root in (self.book, *self.vocabularies.values()):
            for text in texts(root):
                more_marks, more_references = mentions(text)
                marks += more_marks
                references += more_references
        return marks, references

    def keys(self) -> Iterator[tuple[str, Key]]:
        """(id of the document or "", vocabulary key) for every key that is used."""
        for summary in self.summaries:
            for key in (*summary.keys, *summary.treats):
                yield summary.id, key
        for key in self._outside[0]:
            if key.vocabulary != "people":
                yield "", key

    def references(self) -> Iterator[tuple[str, Reference]]:
        """(id of the document or "", reference) for every reference that is made."""
        for summary in self.summaries:
            for reference in summary.refs:
                yield summary.id, reference
        for reference in self._outside[1]:
            yield "", reference

    def chapters_of_parts(self) -> Iterator[Reference]:
        """The chapters that the parts name, in the order of the book."""
        for part in self.book.parts:
            yield from (*part.intro, *part.chapters)


def error(code: str, span: Span, message: str, hint: str, subject: str = "") -> Finding:
    return Finding(code, Severity.ERROR, message, hint, span, subject=subject)


def warning(code: str, span: Span, message: str, hint: str, subject: str = "") -> Finding:
    return Finding(code, Severity.WARNING, message, hint, span, subject=subject)

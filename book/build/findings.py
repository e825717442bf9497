"""What is wrong before a page is set: in the catalogs, and what the waivers leave of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from book.build.reading import Reading, Shelf
from book.build.waivers import apply_waivers
from book.findings import Finding
from book.model import Book
from book.translate.apply import Translations, eased, untranslated
from book.translate.messages import catalog_name, catalog_path

_NONE = Translations({})


def read_findings(found: Sequence[Finding], book: Book) -> tuple[Finding, ...]:
    """The findings that no waiver of the book accepts."""
    return apply_waivers(found, book.waivers)[0]


def words_for(reading: Reading, language: str, source: str, path: str) -> Translations:
    """The catalog of one source file."""
    return reading.catalogs.get(catalog_path(language, source, catalog_name(path)), _NONE)


def catalog_findings(reading: Reading, shelf: Shelf, language: str, strict: bool) -> list[Finding]:
    """What is wrong with the catalogs of a language, and every text that they leave untranslated."""
    found: list[Finding] = []
    own = f"chapters/locale/{language}/"
    for path, catalog in reading.catalogs.items():
        if path.startswith(own):
            found += catalog.findings if strict else eased(catalog.findings)
    for summary in reading.summaries:
        given = words_for(reading, language, summary.lang, summary.path)
        if summary.lang != language and any(message not in given.words for message in summary.messages):
            found += untranslated(shelf.document(reading.keys[summary.id]), given, language, strict, summary.id)
    for vocabulary in reading.vocabularies.values():
        sources = {term.name.lang for term in vocabulary.terms if term.name.forms is None}
        for source in sorted(sources):
            given = words_for(reading, language, source, vocabulary.path)
            found += untranslated(vocabulary, given, language, strict)
    book = reading.book
    found += untranslated(book, words_for(reading, language, book.source_language, book.span.path), language, strict)
    return [replace(finding, language=language) for finding in found]

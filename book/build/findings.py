"""What is wrong before a page is set: in the catalogs, and what the waivers leave of the rest."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from book.build.reading import Reading, Shelf
from book.build.waivers import apply_waivers
from book.compose.words import default_words, messages
from book.findings import Finding, Severity, Span
from book.language.pseudo import TAG as PSEUDO
from book.model import Book, message_key
from book.translate.apply import Translations, eased, untranslated
from book.translate.messages import UI_CATALOG, UI_SOURCE, catalog_name, catalog_path

_NONE = Translations({})


def read_findings(found: Sequence[Finding], book: Book) -> tuple[Finding, ...]:
    """The findings that no waiver of the book accepts."""
    return apply_waivers(found, book.waivers)[0]


def words_for(reading: Reading, language: str, source: str, path: str) -> Translations:
    """The catalog of one source file."""
    return reading.catalogs.get(catalog_path(language, source, catalog_name(path)), _NONE)


def catalog_findings(reading: Reading, shelf: Shelf, language: str, strict: bool) -> list[Finding]:
    """What is wrong with the catalogs of a language, and every text that they leave untranslated. The pseudo-language
    has none."""
    if language == PSEUDO:
        return []
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
    found += _design(reading, language, strict)
    return [replace(finding, language=language) for finding in found]


def _design(reading: Reading, language: str, strict: bool) -> list[Finding]:
    """Words of the templates that neither the book nor the press has in a language: they would be in English."""
    path = catalog_path(language, UI_SOURCE, UI_CATALOG)
    own = reading.catalogs.get(path, _NONE).words
    known = default_words(language)
    missing = [word for word in messages() if word not in known and message_key("", word) not in own]
    if not missing or language.partition("-")[0] == UI_SOURCE:
        return []
    severity = Severity.ERROR if strict else Severity.WARNING
    what = f"{len(missing)} of the design's own words are not translated, the first: {missing[0]}"
    return [Finding("C010", severity, what, "Run `make-book catalogs update` and translate them there", Span(path))]

"""The manuscript in one language, for a list of what is in it."""

from __future__ import annotations

from msgspec.structs import replace

from book.build.catalogs import Desk, manuscript_of, targets
from book.build.findings import words_for
from book.build.reading import Progress, Reading
from book.model import Manuscript, Vocabulary
from book.translate.apply import localize
from book.world import World


def localized(world: World, language: str, progress: Progress) -> Desk:
    """What manuscript_of() gives, with every text in `language` that has a translation ("": the book's source
    language, or the first of its languages where it has none in that)."""
    with world.locked():
        desk = manuscript_of(world, 0, progress)
    manuscript, reading = desk.manuscript, desk.reading
    if manuscript is None or reading is None:
        return desk
    language = language_of(manuscript, language)
    targets(manuscript.book, (language,))
    documents = tuple(
        localize(document, words_for(reading, language, document.lang, document.path).words, language)
        for document in manuscript.documents
    )
    vocabularies = {name: _terms(one, reading, language) for name, one in manuscript.vocabularies.items()}
    return replace(desk, manuscript=replace(manuscript, vocabularies=vocabularies, documents=documents))


def language_of(manuscript: Manuscript, asked: str) -> str:
    """The language of a list."""
    book = manuscript.book
    return asked or (book.source_language if book.source_language in book.languages else book.languages[0])


def _terms(vocabulary: Vocabulary, reading: Reading, language: str) -> Vocabulary:
    source = next((term.name.lang for term in vocabulary.terms if term.name.forms is None), language)
    return localize(vocabulary, words_for(reading, language, source, vocabulary.path).words, language)

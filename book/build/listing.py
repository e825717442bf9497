"""The manuscript in one language, for a list of what is in it."""

from __future__ import annotations

from msgspec.structs import replace

from book.build.catalogs import Desk, manuscript_of, targets
from book.build.findings import words_for
from book.build.reading import Progress, Reading
from book.build.rendering import Rendering, rendering
from book.model import Manuscript, Vocabulary
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
    if language not in manuscript.book.tags:
        targets(manuscript.book, (language,))
    into = rendering(reading, language)
    documents = tuple(
        into.put(document, words_for(reading, into.lang, document.lang, document.path).words)
        for document in manuscript.documents
    )
    vocabularies = {name: _terms(one, reading, into) for name, one in manuscript.vocabularies.items()}
    return replace(desk, manuscript=replace(manuscript, vocabularies=vocabularies, documents=documents))


def language_of(manuscript: Manuscript, asked: str) -> str:
    """The language of a list."""
    book = manuscript.book
    return asked or (book.source_language if book.source_language in book.languages else book.languages[0])


def _terms(vocabulary: Vocabulary, reading: Reading, into: Rendering) -> Vocabulary:
    source = next((term.name.lang for term in vocabulary.terms if term.name.forms is None), into.lang)
    return into.put(vocabulary, words_for(reading, into.lang, source, vocabulary.path).words)

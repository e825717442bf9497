"""One target: what all its units share, its findings before setting, its book, its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from book.build.keys import Keys
from book.build.manifest import Produced
from book.build.producing import Producer, write_pdf
from book.build.reading import AnyDocument, Progress, Reading, Shelf
from book.build.setting import Setting
from book.build.target import PDF, Target
from book.compose.inks import read_inks
from book.compose.shared import Shared, share
from book.compose.words import read_words
from book.digests import Digests
from book.findings import Finding
from book.model import Book, Edition, Summary, Vocabulary
from book.translate.apply import Translations, eased, localize, untranslated
from book.translate.messages import catalog_name, catalog_path
from book.world import World

PROFILE = "profiles/ISOcoated_v2_300_bas.icc"
_NONE = Translations({})


def produce(
    world: World, digests: Digests, shelf: Shelf, keys: Keys, reading: Reading, target: Target,
    before: Sequence[Finding], folder: Path, state: Mapping[str, Any], jobs: int, progress: Progress,
) -> Produced:  # fmt: skip
    """Makes the book and writes it to `folder`. With errors in the sources or the catalogs nothing is set."""
    edition = next(edition for edition in reading.book.editions if edition.name == target.edition)
    shelf.used.clear()
    findings = list(catalog_findings(reading, shelf, target.language, edition))
    if any(finding.is_error for finding in (*before, *findings)):
        (folder / PDF).unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        return Produced(findings=tuple(findings))
    shared = shared_of(world, reading, target.language, edition)
    profile = world.read(world.style(PROFILE)) if edition.colour == "cmyk" else b""
    setting = Setting(world, digests, shelf, keys, reading, shared, profile)
    producer = Producer(setting, state.get("lengths", {}), jobs, progress)
    pagination, found = producer.run()
    progress("writing", 0, 1)
    with World.writing(folder / PDF) as temporary:
        digest = write_pdf(temporary, producer, pagination, world)
    progress("writing", 1, 1)
    return Produced(
        pages=len(pagination.leaves),
        units=len(producer.plans),
        findings=(*findings, *found),
        lengths={plan.id: producer.records[plan.id].length for plan in producer.plans},
        used=tuple(shelf.used),
        reasons=tuple(producer.reasons),
        pdf=digest,
    )


def words_for(reading: Reading, language: str, source: str, path: str) -> Translations:
    """The catalog of one source file."""
    return reading.catalogs.get(catalog_path(language, source, catalog_name(path)), _NONE)


def localized_vocabulary(reading: Reading, vocabulary: Vocabulary, language: str) -> Vocabulary:
    merged: dict[str, str] = {}
    for source in sorted({term.name.lang for term in vocabulary.terms if term.name.lang}):
        merged.update(words_for(reading, language, source, vocabulary.path).words)
    return localize(vocabulary, merged, language)


def shared_of(world: World, reading: Reading, language: str, edition: Edition) -> Shared:
    """What all units of a target share."""
    book: Book = localize(
        reading.book, words_for(reading, language, reading.book.source_language, reading.book.span.path).words, language
    )
    vocabularies = [localized_vocabulary(reading, one, language) for one in reading.vocabularies.values()]
    summaries = [localize_summary(reading, summary, language) for summary in reading.summaries]
    inks = read_inks(world.read(world.style("inks.yaml")))
    own = catalog_path(language, "en", "ui")
    words = read_words(world.read(own).decode("utf-8", "replace")) if own in reading.catalogs else {}
    return share(language, edition, book, vocabularies, summaries, inks, words)


def localize_summary(reading: Reading, summary: Summary, language: str) -> Summary:
    return localize(summary, words_for(reading, language, summary.lang, summary.path).words, language)


# --- findings --------------------------------------------------------------------------------------------------------


def catalog_findings(reading: Reading, shelf: Shelf, language: str, edition: Edition) -> list[Finding]:
    """What is wrong with the catalogs of a language, and every text that they leave untranslated."""
    found: list[Finding] = []
    own = f"chapters/locale/{language}/"
    for path, catalog in reading.catalogs.items():
        if path.startswith(own):
            found += catalog.findings if edition.strict else eased(catalog.findings)
    for summary in reading.summaries:
        given = words_for(reading, language, summary.lang, summary.path)
        if summary.lang != language and any(message not in given.words for message in summary.messages):
            document = shelf.get(reading.keys[summary.id], AnyDocument)  # type: ignore[arg-type]
            if document is not None:
                found += untranslated(document, given, language, edition.strict, summary.id)
    for vocabulary in reading.vocabularies.values():
        sources = {term.name.lang for term in vocabulary.terms if term.name.forms is None}
        for source in sorted(sources):
            given = words_for(reading, language, source, vocabulary.path)
            found += untranslated(vocabulary, given, language, edition.strict)
    book = reading.book
    found += untranslated(book, words_for(reading, language, book.source_language, book.span.path), language, edition.strict)
    return [msgspec.structs.replace(finding, language=language) for finding in found]

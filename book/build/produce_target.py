"""One target: what all its units share, its findings before setting, its book, its file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from book.ahead import Ahead
from book.build.checking import Inspector
from book.build.condition import Pressed, profile_bytes
from book.build.covering import bind
from book.build.findings import catalog_findings, read_findings, words_for
from book.build.keys import Keys
from book.build.manifest import PressFacts, Produced
from book.build.places import part_of, places
from book.build.producing import Producer
from book.build.reading import Progress, Reading, Shelf
from book.build.rendering import Rendering, rendering
from book.build.setting import Setting
from book.build.target import BOUND, PDF, PLACES, Target
from book.build.writing import document_findings, press_facts, write_pdf
from book.compose.shared import Shared, share
from book.compose.words import default_words, read_words
from book.digests import Digests, Following
from book.findings import Finding
from book.inks import Inks, marked
from book.model import Book, Edition, Summary, Vocabulary
from book.paginate import Pagination
from book.printed import Document
from book.translate.messages import catalog_path
from book.world import World


def produce(
    world: World, digests: Digests, shelf: Shelf, keys: Keys, reading: Reading, pressed: Pressed,
    target: Target, before: Sequence[Finding], folder: Path, state: Mapping[str, Any], jobs: int, progress: Progress,
    ahead: Ahead | None = None,
) -> Produced:  # fmt: skip
    """Makes the book and writes it to `folder`. With errors in the sources or the catalogs nothing is set."""
    edition = next(edition for edition in reading.book.editions if edition.name == target.edition)
    shelf.used.clear()
    into = rendering(reading, target.language, edition)
    findings = catalog_findings(reading, shelf, into.lang, edition.strict)
    findings += Inspector(world, digests, shelf, keys, reading).findings(into.lang, edition.strict)
    findings = [replace(finding, language=into.tag) for finding in findings]
    if any(finding.is_error for finding in (*before, *read_findings(findings, reading.book))):
        for name in (PDF, PLACES, *BOUND):
            world.remove(folder / name)
        return Produced(findings=tuple(findings))
    shared = shared_of(world, reading, pressed.inks, into, edition)
    condition = pressed.condition
    profile = (profile_bytes(world, condition.profile) or b"") if edition.colour == "cmyk" else b""
    setting = Setting(world, digests, shelf, keys, reading, shared, into, condition, pressed.inks, profile, ahead)
    setting.prepare()
    producer = Producer(setting, state.get("lengths", {}), jobs, progress)
    pagination, found = producer.run()
    progress("writing", 0, 1)
    with World.writing(folder / PDF, durable=False) as file, Following(file) as following:
        document = write_pdf(file, producer, pagination, world, os.path.relpath(world.root, folder))
    stated = _for_the_press(setting, producer, pagination, document, following.digest, folder)
    bound = bind(setting, len(pagination.leaves), folder, state)
    progress("writing", 1, 1)
    return Produced(
        pages=len(pagination.leaves),
        units=len(producer.plans),
        findings=(*findings, *found, *document_findings(setting, document), *bound.findings),
        lengths={plan.id: producer.records[plan.id].length for plan in producer.plans},
        parts={plan.id: part_of(producer, plan) for plan in producer.plans},
        used=tuple(shelf.used),
        reasons=tuple(producer.reasons),
        pdf=following.digest,
        pressing=producer.pressing,
        press=stated,
        bound=bound.files,
    )


def _for_the_press(
    setting: Setting, producer: Producer, pagination: Pagination, document: Document, digest: str, folder: Path
) -> PressFacts | None:
    """Writes places.json of a print edition; returns what the printer's side must know of it."""
    if setting.shared.edition.purpose != "print":
        World.remove(folder / PLACES)
        return None
    with World.writing(folder / PLACES, durable=False) as file:
        file.write(places(producer, pagination, digest))
    return press_facts(setting, pagination, document)


def localized_vocabulary(reading: Reading, vocabulary: Vocabulary, into: Rendering) -> Vocabulary:
    merged: dict[str, str] = {}
    for source in sorted({term.name.lang for term in vocabulary.terms if term.name.lang}):
        merged.update(words_for(reading, into.lang, source, vocabulary.path).words)
    return into.put(vocabulary, merged)


def shared_of(world: World, reading: Reading, declared: Inks, into: Rendering, edition: Edition) -> Shared:
    """What all units of a target share."""
    written = reading.book
    book: Book = into.put(written, words_for(reading, into.lang, written.source_language, written.span.path).words)
    vocabularies = [localized_vocabulary(reading, one, into) for one in reading.vocabularies.values()]
    summaries = [localize_summary(reading, summary, into) for summary in reading.summaries]
    inks = marked(declared, edition.spots) if edition.colour == "cmyk" else declared
    words = into.say({**default_words(into.lang), **_own_words(world, reading, into.lang)})
    if into.tag != into.lang:
        words |= _own_words(world, reading, into.tag)
    forms = written.title.forms or {}
    titles = {tag: forms[tag] for tag in written.languages if tag in forms and tag != into.lang}
    return share(into.tag, edition, book, vocabularies, summaries, inks, words, titles, into.table)


def _own_words(world: World, reading: Reading, language: str) -> dict[str, str]:
    """The book's own translations of the words of the design."""
    own = catalog_path(language, "en", "ui")
    return read_words(world.read(own).decode("utf-8", "replace")) if own in reading.catalogs else {}


def localize_summary(reading: Reading, summary: Summary, into: Rendering) -> Summary:
    return into.put(summary, words_for(reading, into.lang, summary.lang, summary.path).words)

"""The checks of translations: each catalog's results are stored, and only messages that changed are looked at again.

A catalog's result lies under its path, not under its content: it says itself what it was made from. So one changed
translation costs one message, and a new person costs nothing where no text names somebody so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from book.build.around import SHORTEST, Around, words_of_language
from book.build.keys import Keys
from book.build.reading import Reading, Shelf, catalog_bytes
from book.checks import run
from book.checks.catalog.facts import CatalogFacts, Message
from book.digests import Digests
from book.findings import Finding, Severity
from book.model import Document, Struct, message_key
from book.store import key_of
from book.translate.catalog import Entry
from book.translate.messages import UI_SOURCE, catalog_parts
from book.translate.pofile import read_catalog
from book.world import World

_DIGEST = 8
_LONGEST = 50_000
"""Characters of a translation; a source has at most 20,000."""


class Checked(Struct, frozen=True):
    """What was found in a catalog. `catalog` is the digest of its file, `around` of the languages and the glossary,
    `names` of all people's names, `named` of those that its sources name; `heads` are the words there that can be
    names. `clean` joins the digests of the messages in which nothing was found."""

    catalog: str = ""
    around: str = ""
    names: str = ""
    named: str = ""
    heads: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    clean: bytes = b""


class Inspector:
    """Runs the checks of translations for one build or check."""

    def __init__(self, world: World, digests: Digests, shelf: Shelf, keys: Keys, reading: Reading) -> None:
        self.world = world
        self.digests = digests
        self.shelf = shelf
        self.keys = keys
        self.reading = reading

    def findings(self, language: str, strict: bool) -> list[Finding]:
        """What the checks find in the catalogs of a language, each alone; errors only in a strict edition."""
        found: list[Finding] = []
        around: dict[str, Around] = {}
        for path, source in self._catalogs(language):
            if source not in around:
                around[source] = Around(self.reading, source, language)
            found += self._checked(path, around[source]).findings
        return [replace(one, language=language, severity=one.severity if strict else Severity.WARNING) for one in found]

    def of_language(self, documents: Sequence[Document], language: str) -> tuple[Finding, ...]:
        """What only the whole language shows, in its catalogs."""
        catalogs = self._catalogs(language)
        made_from = [word for path, _ in catalogs for word in (path, self.digests.of(path))]
        data = key_of(msgspec.msgpack.encode([self.reading.vocabularies, self.reading.glossary]))
        key = self.keys.spelling(language, [*made_from, *sorted(self.reading.keys.values()), data])
        stored = self.shelf.get(key, tuple[Finding, ...])
        if stored is None:
            messages = {path: self._messages(path) for path, _ in catalogs}
            words = words_of_language(messages.values(), self.reading, documents, language)
            found: list[Finding] = []
            for path, source in catalogs:
                facts = CatalogFacts(path, language, source, tuple(messages[path]), words=words)
                found += (replace(one, language=language) for one in run("catalog", facts, "language"))
            stored = tuple(found)
            self.shelf.put(key, stored)
        return stored

    def _catalogs(self, language: str) -> list[tuple[str, str]]:
        """(path, source language) of the catalogs of a language; en/en/ui.po only replaces words."""
        sources = {*self.reading.book.languages, self.reading.book.source_language, UI_SOURCE} - {language}
        parts = ((path, catalog_parts(path)) for path in self.reading.catalogs)
        return [(path, part[1]) for path, part in parts if part and part[0] == language and part[1] in sources]

    def _checked(self, path: str, around: Around) -> Checked:
        """A catalog as it was checked before, or what changed in it checked now."""
        key, digest = self.keys.checked(path), self.digests.of(path)
        before = self.shelf.get(key, Checked) or Checked()
        if (before.catalog, before.around, before.names) == (digest, around.digest, around.names):
            return before
        if before.around != around.digest or before.named != around.named(before.heads):
            before = Checked()
        if before.catalog == digest:
            after = replace(before, names=around.names)
        else:
            after = _check(path, digest, self._messages(path), around, before)
        self.shelf.put(key, after)
        return after

    def _messages(self, path: str) -> list[Message]:
        """The messages of a catalog that are printed: confirmed, and usable."""
        unusable = self.reading.catalogs[path].unusable
        catalog, _ = read_catalog(path, catalog_bytes(self.world, path))
        return [
            Message(entry.source, entry.strings[0], entry.context or "", entry.line, entry.notes, _subject(entry))
            for entry in catalog.entries
            if entry.confirmed and entry.plural is None and len(entry.strings[0]) <= _LONGEST
            if not unusable or message_key(entry.context or "", entry.source) not in unusable
        ]


def _check(path: str, digest: str, messages: list[Message], around: Around, before: Checked) -> Checked:
    """Checks the messages that were not clean before."""
    marks = [_mark(message) for message in messages]
    clean = {before.clean[at : at + _DIGEST] for at in range(0, len(before.clean), _DIGEST)}
    fresh = tuple(message for message, mark in zip(messages, marks, strict=True) if mark not in clean)
    facts = CatalogFacts(path, around.target, around.source, fresh, around.people, around.places, around.terms)
    findings = run("catalog", facts)
    words = (word for message in fresh for word in message.said_words if len(word) >= SHORTEST)
    heads = tuple(sorted({*before.heads, *(word for word in words if word[0].isupper())}))
    bad = {finding.span.line for finding in findings}
    kept = b"".join(mark for message, mark in zip(messages, marks, strict=True) if message.line not in bad)
    return Checked(digest, around.digest, around.names, around.named(heads), heads, findings, kept)


def _subject(entry: Entry) -> str:
    """The id of the document, where the text stands in one alone."""
    place = entry.places[0] if len(entry.places) == 1 else ""
    return place.rpartition("/")[2].removesuffix(".md") if place.endswith(".md") else ""


def _mark(message: Message) -> bytes:
    parts = "\0".join((message.source, message.translation, *message.notes))
    return hashlib.blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()

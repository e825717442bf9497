"""The checks of translations: each catalog's results are stored, and only messages that changed are looked at again.

A catalog's result lies under its path, not under its content: it says itself what it was made from. So one changed
translation costs one message, and a new person costs nothing where no text names somebody so.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from book.build.keys import Keys
from book.build.reading import Reading, Shelf
from book.checks import run
from book.checks.catalog.facts import CatalogFacts, Known, Lexicon, Message, Words, words_of
from book.digests import Digests
from book.findings import Finding
from book.model import Manuscript, Struct, Summary, Text, Vocabulary, message_key, texts
from book.store import key_of
from book.translate.catalog import Entry
from book.translate.messages import catalog_parts
from book.translate.pofile import read_catalog
from book.world import World

_ENDINGS = 6
"""Letters that an ending may add to a surname: Сызғановтардың."""
_SHORTEST = 4
"""Letters of a surname without its ending; of Цой nothing would be left that is no other word."""
_ENDING = re.compile(r"[аеёийоуыьэюяaeiouy]{1,2}$")
_CAPITALS = re.compile(r"[^\W\d_a-zа-яё][^\W_]{2,}")
_DIGEST = 8


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


class _Around:
    """What the book knows around the catalogs from one language to another; made when it is asked for."""

    def __init__(self, reading: Reading, source: str, target: str) -> None:
        self.reading = reading
        self.source = source
        self.target = target
        self._people: Lexicon | None = None
        terms = reading.glossary.terms if reading.glossary else ()
        self.digest = key_of(source, target, msgspec.msgpack.encode(terms))
        self.names = key_of(*(name for one in self._known() for name in (one.key, *one.source_forms, *one.forms)))

    def _known(self) -> Iterable[Known]:
        for summary in self.reading.summaries:
            if summary.kind == "person":
                yield _person(summary, self.source, self.target)

    @property
    def people(self) -> Lexicon:
        if self._people is None:
            self._people = Lexicon(self._known(), _ENDINGS)
        return self._people

    def named(self, heads: tuple[str, ...]) -> str:
        """A digest of the people whom `heads` can name."""
        known = (self.people.known[key] for key in sorted(self.people.in_source(heads)))
        return key_of(*(name for one in known for name in (one.key, *one.source_forms, *one.forms)))

    @property
    def terms(self) -> Lexicon:
        terms = self.reading.glossary.terms if self.reading.glossary else ()
        return Lexicon(
            Known(term.key, term.forms[self.target][0], term.forms[self.source], term.forms[self.target])
            for term in terms
            if self.source in term.forms and self.target in term.forms
        )


def _person(summary: Summary, source: str, target: str) -> Known:
    return Known(
        summary.id,
        _surnames(summary, target)[:1][0],
        *(
            tuple(dict.fromkeys(filter(None, map(_stem, _surnames(summary, language)))))
            for language in (source, target)
        ),
    )


def _surnames(summary: Summary, language: str) -> list[str]:
    """The surname in a language, and those of the variants ("Surname Given")."""
    surname = summary.texts.get("surname")
    own = (surname.forms or {}).get(language, "") if surname else ""
    variants = ((variant.forms or {}).get(language, "") for variant in summary.variants)
    return [own, *(words.partition(" ")[0] for words in variants)]


def _stem(surname: str) -> str:
    """The part of a surname that no case changes: Досжанова -> Досжанов; "" where too little is left of it."""
    word = max(words_of(surname), key=len, default="")
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST else ""


def translation_findings(
    world: World, digests: Digests, shelf: Shelf, keys: Keys, reading: Reading, language: str
) -> list[Finding]:
    """What the checks find in the catalogs of a language, each alone."""
    found: list[Finding] = []
    around: dict[str, _Around] = {}
    for path in _paths(reading, language):
        source = (catalog_parts(path) or ("", "", ""))[1]
        if source not in around:
            around[source] = _Around(reading, source, language)
        found += _checked(world, digests, shelf, keys, around[source], path).findings
    return found


def _paths(reading: Reading, language: str) -> list[str]:
    """The catalogs of a language that translate; en/en/ui.po only replaces words."""
    parts = ((path, catalog_parts(path)) for path in reading.catalogs)
    return [path for path, part in parts if part and part[0] == language != part[1]]


def _checked(world: World, digests: Digests, shelf: Shelf, keys: Keys, around: _Around, path: str) -> Checked:
    key = keys.checked(path)
    before = shelf.get(key, Checked) or Checked()
    same_names = before.names == around.names or before.named == around.named(before.heads)
    if (before.catalog, before.around, before.names) == (digests.of(path), around.digest, around.names):
        return before
    if before.around != around.digest or not same_names:
        before = Checked()
    elif before.catalog == digests.of(path):
        after = msgspec.structs.replace(before, names=around.names)
        shelf.put(key, after)
        return after
    messages = _messages(world, path, around.reading)
    marks = [_mark(message) for message in messages]
    clean = {before.clean[at : at + _DIGEST] for at in range(0, len(before.clean), _DIGEST)}
    fresh = tuple(message for message, mark in zip(messages, marks, strict=True) if mark not in clean)
    facts = CatalogFacts(path, around.target, around.source, fresh, around.people, around.terms)
    findings = run("catalog", facts)
    heads = set(before.heads).union(*(_CAPITALS.findall(message.source) for message in fresh))
    ordered = tuple(sorted(heads))
    bad = {finding.span.line for finding in findings}
    kept = b"".join(mark for message, mark in zip(messages, marks, strict=True) if message.line not in bad)
    after = Checked(digests.of(path), around.digest, around.names, around.named(ordered), ordered, findings, kept)
    shelf.put(key, after)
    return after


def _messages(world: World, path: str, reading: Reading) -> list[Message]:
    """The messages of a catalog that are printed: confirmed, and usable."""
    unusable = reading.catalogs[path].unusable
    try:
        catalog, _ = read_catalog(path, world.read(path))
    except OSError:
        return []
    return [
        Message(entry.source, entry.strings[0], entry.context or "", entry.line, entry.notes, _subject(entry))
        for entry in catalog.entries
        if entry.confirmed and entry.plural is None
        if not unusable or message_key(entry.context or "", entry.source) not in unusable
    ]


def _subject(entry: Entry) -> str:
    """The id of the document, where the text stands in one alone."""
    place = entry.places[0] if len(entry.places) == 1 else ""
    return place.rpartition("/")[2].removesuffix(".md") if place.endswith(".md") else ""


def _mark(message: Message) -> bytes:
    parts = "\0".join((message.source, message.translation, *message.notes))
    return hashlib.blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


def language_findings(
    world: World, digests: Digests, shelf: Shelf, keys: Keys, reading: Reading, manuscript: Manuscript, language: str
) -> tuple[Finding, ...]:
    """What only the whole language shows, in its catalogs."""
    paths = _paths(reading, language)
    sources = [digests.of(path) for path in paths]
    key = keys.spelling(language, [*paths, *sources, *sorted(reading.keys.values()), _vocabulary_digest(reading)])
    stored = shelf.get(key, tuple[Finding, ...])
    if stored is None:
        catalogs = {path: _messages(world, path, reading) for path in paths}
        words = _words(catalogs.values(), reading, manuscript, language)
        found: list[Finding] = []
        for path, messages in catalogs.items():
            source = (catalog_parts(path) or ("", "", ""))[1]
            found += run("catalog", CatalogFacts(path, language, source, tuple(messages), words=words), "language")
        stored = tuple(found)
        shelf.put(key, stored)
    return stored


def _vocabulary_digest(reading: Reading) -> str:
    return key_of(msgspec.msgpack.encode([reading.vocabularies, reading.glossary]))


def _words(catalogs: Iterable[list[Message]], reading: Reading, manuscript: Manuscript, language: str) -> Words:
    """The words of a language in its catalogs, in the documents written in it, and in what is data in all languages."""
    counts: Counter[str] = Counter()
    for messages in catalogs:
        for message in messages:
            counts.update(word.lower() for word in message.says_words)
    right: set[str] = set()
    for value in (*manuscript.documents, *reading.vocabularies.values()):
        for text in texts(value):
            words = [word.lower() for word in words_of(_in(text, language))]
            counts.update(words)
            if isinstance(value, Vocabulary) or text.forms is not None:
                right.update(words)
    stems = {form.lower() for term in _terms(reading) for form in term.get(language, ())}
    return Words(counts, frozenset(right), tuple(sorted(stems)))


def _terms(reading: Reading) -> list[dict[str, tuple[str, ...]]]:
    return [term.forms for term in reading.glossary.terms] if reading.glossary else []


def _in(text: Text, language: str) -> str:
    if text.forms is not None:
        return text.forms.get(language, "")
    return text.source if text.lang == language else ""

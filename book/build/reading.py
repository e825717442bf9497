"""Reads the manuscript: what changed is parsed, the rest comes from the store as summaries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from book.build.keys import Keys
from book.digests import Digests
from book.findings import Finding, Severity, Span
from book.model import Book, Chapter, Glossary, Person, PictureFacts, Resort, Struct, Summary, Vocabulary
from book.read import read_book, read_document, read_glossary, read_vocabulary, summarize
from book.read.book_tables import GLOSSARY_NAME
from book.read.spelling import Spelling, is_spelling, read_spelling
from book.sheets import Plate
from book.store import Opened, Store
from book.translate.apply import Translations, translations
from book.translate.pofile import MAX_BYTES
from book.workers import workers
from book.world import SOURCES, World

Progress = Callable[[str, int, int], None]
"""Told of the stage, how many steps are done, how many there are."""

AnyDocument = Person | Resort | Chapter
BOOK = f"{SOURCES}/book.yaml"
_VOCABULARY = f"{SOURCES}/vocabulary/"
_GLOSSARY = f"{_VOCABULARY}{GLOSSARY_NAME}.yaml"
_LOCALE = f"{SOURCES}/locale/"
_FEW = 40
"""So few files are read here: starting workers would take longer."""

_HEAD = 4
"""Bytes that tell how long the dictionary of a stored plate is."""

T = TypeVar("T")


class ReadDocument(Struct, frozen=True):
    """What reading a document gave; `summary` is None where the file could not be made sense of."""

    summary: Summary | None
    findings: tuple[Finding, ...] = ()


class ReadVocabulary(Struct, frozen=True):
    vocabulary: Vocabulary | None
    findings: tuple[Finding, ...] = ()


class ReadGlossary(Struct, frozen=True):
    glossary: Glossary | None
    findings: tuple[Finding, ...] = ()


class ReadSpelling(Struct, frozen=True):
    spelling: Spelling
    findings: tuple[Finding, ...] = ()


class Reading(Struct, frozen=True):
    """The book as far as every target needs it. `keys` gives the store's key of each document by id."""

    book: Book
    vocabularies: dict[str, Vocabulary]
    summaries: tuple[Summary, ...]
    keys: dict[str, str]
    pictures: dict[str, PictureFacts | None]
    catalogs: dict[str, Translations]
    findings: tuple[Finding, ...]
    used: tuple[str, ...]
    glossary: Glossary | None = None
    breaks: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """By language: words with a hyphen wherever they may break."""
    spellings: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    """By language in another script: how words are spelt that its table would spell otherwise."""


class Gone(Exception):
    """A value that was in the store when the build began is damaged or away: the build begins again without it."""


def mended(work: Callable[[bool], T]) -> T:
    """Does the work, and once more, carefully, where a stored value turned out damaged: it is made anew then."""
    try:
        return work(False)
    except Gone:
        return work(True)


class Shelf:
    """Typed access to the store. Small values come from packs that earlier builds left, where they have them.

    `careful` throws away what is damaged, and asks for every value whether it is there before it is counted on.
    """

    def __init__(self, store: Store, careful: bool = False) -> None:
        self.store = store
        self.careful = careful
        if careful:
            store.mend()
        self.used: set[str] = set()
        self._small: dict[str, bytes] = {}
        self._packed: dict[str, bytes] = {}
        self._decoders: dict[object, msgspec.msgpack.Decoder[object]] = {}

    def unpack(self, name: str) -> None:
        """Takes the small values of an earlier build at hand."""
        if not self.careful:
            self._packed.update(self.store.load_pack(name))
            self.store.trust(name)

    def pack(self, name: str, wanted: Iterable[str]) -> None:
        """Leaves the small values among `wanted` for the next build."""
        self.store.save_pack(name, {key: self._small[key] for key in sorted(wanted) if key in self._small})
        self.store.note(name)

    def get(self, key: str, kind: type[T], small: bool = False) -> T | None:
        """The stored value, or None: also where it does not fit its type (a store of an older press)."""
        self.used.add(key)
        data = self._packed.get(key) if small else None
        if data is None:
            data = self.store.get(key)
        if data is None:
            return None
        if small:
            self._small[key] = data
        decoder = self._decoders.get(kind)
        if decoder is None:
            decoder = self._decoders[kind] = msgspec.msgpack.Decoder(kind)
        try:
            return decoder.decode(data)  # type: ignore[return-value]
        except msgspec.MsgspecError:
            self.store.drop(key)
            return None

    def has(self, key: str) -> bool:
        return key in self._packed or self.store.has(key)

    def remember(self, key: str, value: object) -> None:
        """Notes a small value that a worker has stored."""
        self.used.add(key)
        self._small[key] = msgspec.msgpack.encode(value)

    def need(self, key: str, kind: type[T]) -> T:
        """A value that is known to be stored; Gone where it is not, after all."""
        found = self.get(key, kind)
        if found is None:
            raise Gone(key)
        return found

    def document(self, key: str) -> AnyDocument:
        """A document as it was read."""
        return self.need(key, AnyDocument)  # type: ignore[arg-type]  # mypy has no type for a union of types

    def put(self, key: str, value: object, small: bool = False) -> None:
        self.used.add(key)
        data = msgspec.msgpack.encode(value)
        self.store.put(key, data)
        if small:
            self._small[key] = data

    # --- plates: a head with their dictionary, then the data, which is never held ---

    def put_plate(self, key: str, plate: Plate, data: bytes) -> None:
        self.used.add(key)
        head = msgspec.msgpack.encode(plate)
        self.store.put(key, len(head).to_bytes(_HEAD) + head + data)

    def plate(self, key: str) -> tuple[Plate, Opened]:
        """A plate that is known to be stored; Gone where it is not, after all."""
        self.used.add(key)
        opened = self.store.open(key)
        if opened is None:
            raise Gone(key)
        try:
            return msgspec.msgpack.decode(opened.read(int.from_bytes(opened.read(_HEAD))), type=Plate), opened
        except msgspec.MsgspecError:
            self.store.drop(key)
            raise Gone(key) from None


def is_document(path: str) -> bool:
    return path.endswith(".md") and not path.startswith((_VOCABULARY, _LOCALE))


def is_vocabulary(path: str) -> bool:
    named = path.startswith(_VOCABULARY) and path.endswith((".yaml", ".yml"))
    return named and path != _GLOSSARY and not is_spelling(path)


def read_book_file(world: World) -> tuple[Book | None, tuple[Finding, ...]]:
    """book.yaml and what is wrong with it."""
    try:
        data = world.read(BOOK)
    except OSError as error:
        hint = "Make the file readable."
        return None, (Finding("B001", Severity.ERROR, f"can't read the book: {error.strerror}", hint, Span(BOOK)),)
    return read_book(BOOK, data)


def read_all(
    world: World,
    digests: Digests,
    shelf: Shelf,
    keys: Keys,
    book: Book,
    sources: list[str],
    jobs: int,
    progress: Progress,
) -> Reading:
    """Documents, vocabularies, pictures and catalogs of the book, read or taken from the store."""
    findings: list[Finding] = []
    vocabularies: dict[str, Vocabulary] = {}
    glossary = None
    breaks: dict[str, tuple[str, ...]] = {}
    spellings: dict[str, dict[str, str]] = {}
    for path in sources:
        if path == _GLOSSARY:
            terms = _glossary(path, world, digests, shelf, keys, book)
            findings += terms.findings
            glossary = terms.glossary
        elif path.startswith(_VOCABULARY) and is_spelling(path):
            found = _spelling(path, world, digests, shelf, keys, book)
            findings += found.findings
            breaks.update(found.spelling.breaks)
            spellings.update(found.spelling.spellings)
        elif is_vocabulary(path):
            read = _vocabulary(path, world, digests, shelf, keys, book)
            findings += read.findings
            if read.vocabulary is not None:
                first = vocabularies.setdefault(read.vocabulary.name, read.vocabulary)
                if first is not read.vocabulary:
                    findings.append(_twice(path, first))
    paths = [path for path in sources if is_document(path)]
    by_path = {path: keys.document(path, digests.of(path), book) for path in paths}
    documents = dict(_documents(by_path, world, shelf, book, jobs, progress))
    summaries = []
    document_keys: dict[str, str] = {}
    for path in paths:
        findings += documents[path].findings
        summary = documents[path].summary
        if summary is not None:
            summaries.append(summary)
            document_keys.setdefault(summary.id, by_path[path] + ".document")
    named = sorted({picture for summary in summaries for picture in summary.pictures})
    pictures = _pictures(named, world, digests, shelf, keys)
    catalogs = _catalogs([path for path in sources if path.startswith(_LOCALE)], world, digests, shelf, keys)
    used = tuple(shelf.used)
    return Reading(
        book, vocabularies, tuple(summaries), document_keys, pictures, catalogs, tuple(findings), used, glossary,
        breaks, spellings,
    )  # fmt: skip


def _twice(path: str, first: Vocabulary) -> Finding:
    what = f"the vocabulary {first.name} is also {first.path}, and this file is not read"
    return Finding(
        "B002", Severity.ERROR, what, "Put the terms of both into one file, and delete the other.", Span(path)
    )


def _vocabulary(path: str, world: World, digests: Digests, shelf: Shelf, keys: Keys, book: Book) -> ReadVocabulary:
    key = keys.vocabulary(path, digests.of(path), book)
    read = shelf.get(key, ReadVocabulary)
    if read is None:
        read = ReadVocabulary(*read_vocabulary(path, _bytes(world, path), book))
        shelf.put(key, read)
    return read


def _glossary(path: str, world: World, digests: Digests, shelf: Shelf, keys: Keys, book: Book) -> ReadGlossary:
    key = keys.vocabulary(path, digests.of(path), book)
    read = shelf.get(key, ReadGlossary)
    if read is None:
        read = ReadGlossary(*read_glossary(path, _bytes(world, path), book))
        shelf.put(key, read)
    return read


def _spelling(path: str, world: World, digests: Digests, shelf: Shelf, keys: Keys, book: Book) -> ReadSpelling:
    key = keys.vocabulary(path, digests.of(path), book)
    read = shelf.get(key, ReadSpelling)
    if read is None:
        read = ReadSpelling(*read_spelling(path, _bytes(world, path), book))
        shelf.put(key, read)
    return read


def _bytes(world: World, path: str, most: int = -1) -> bytes:
    """The file's bytes; one that went away or is closed to us reads as a NUL, which every reader reports."""
    try:
        return world.read(path, most)
    except OSError:
        return b"\0"


def catalog_bytes(world: World, path: str) -> bytes:
    """A catalog's bytes; of one that is too large no more than shows it."""
    return _bytes(world, path, MAX_BYTES + 1)


def _documents(
    by_path: Mapping[str, str], world: World, shelf: Shelf, book: Book, jobs: int, progress: Progress
) -> Iterator[tuple[str, ReadDocument]]:
    missing = []
    for path, key in by_path.items():
        read = shelf.get(key, ReadDocument, small=True)
        shelf.used.add(key + ".document")
        if read is None or (shelf.careful and not shelf.store.has(key + ".document")):
            missing.append((path, key))
        else:
            yield path, read

    def work(job: tuple[str, str]) -> ReadDocument:
        path, key = job
        document, found = read_document(path, _bytes(world, path), book)
        read = ReadDocument(summarize(document) if document is not None else None, tuple(found))
        shelf.put(key + ".document", document)
        shelf.put(key, read)
        return read

    crew = workers(work, jobs, few=_FEW)
    try:
        for done, (job, read) in enumerate(zip(missing, crew.run(missing), strict=True), 1):
            shelf.remember(job[1], read)
            yield job[0], read
            progress("reading", done, len(missing))
    finally:
        crew.close()


def _pictures(
    paths: Iterable[str], world: World, digests: Digests, shelf: Shelf, keys: Keys
) -> dict[str, PictureFacts | None]:
    """Facts by path; None where there is no such file."""
    found: dict[str, PictureFacts | None] = {}
    for path in paths:
        hidden = any(part.startswith(".") for part in path.split("/"))  # is no source: a change would go unseen
        digest = "" if hidden else digests.of(path)
        if not digest:
            found[path] = None
            continue
        key = keys.picture(digest)
        facts = shelf.get(key, PictureFacts, small=True)
        if facts is None:
            from book.press.pictures import examine  # Pillow, which a changed text does without

            facts = examine(_bytes(world, path))
            shelf.put(key, facts, small=True)
        found[path] = facts
    return found


def _catalogs(
    paths: Iterable[str], world: World, digests: Digests, shelf: Shelf, keys: Keys
) -> dict[str, Translations]:
    found = {}
    for path in paths:
        if path.endswith(".po"):
            key = keys.catalog(path, digests.of(path))
            read = shelf.get(key, Translations)
            if read is None:
                read = translations(path, catalog_bytes(world, path))
                shelf.put(key, read)
            found[path] = read
    return found

"""Proofs for translators: which message stands where, and what waits, from the catalogs."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from book.compose.messages import Message, State, place
from book.model import Book, Edition, Struct, Text, message_key, texts
from book.translate.messages import catalog_name, catalog_path
from book.translate.pofile import read_catalog
from book.world import World

TRANSLATOR = "translator"


def with_translator(book: Book, asked: Iterable[str]) -> Book:
    """The book with the edition `translator`, where it is asked for and book.yaml has none of that name."""
    if TRANSLATOR not in asked or any(edition.name == TRANSLATOR for edition in book.editions):
        return book
    edition = Edition(name=TRANSLATOR, purpose="proof", bleed=0.0, links=True, outline=True, messages=True)
    return replace(book, editions=(*book.editions, edition))


class Numbers(Struct, frozen=True):
    """Where the messages of one catalog stand: message_key -> (number, line, state)."""

    of: dict[str, tuple[int, int, State]]


@functools.lru_cache(maxsize=64)
def _numbers(path: str, data: bytes) -> Numbers:
    catalog, _ = read_catalog(path, data)
    found: dict[str, tuple[int, int, State]] = {}
    for number, entry in enumerate(catalog.entries, 1):
        state: State = "missing" if not entry.translated else "fuzzy" if entry.fuzzy else "done"
        found.setdefault(message_key(entry.context or "", entry.source), (number, entry.line, state))
    return Numbers(found)


def messages_of(world: World, values: Iterable[object], lang: str) -> dict[str, Message]:
    """The messages of documents (as they were read) by their places in the sources."""
    found: dict[str, Message] = {}
    for value in values:
        for text in texts(value):
            message = _message(world, text, lang)
            if message is not None:
                found[place(text.span)] = message
    return found


def _message(world: World, text: Text, lang: str) -> Message | None:
    """The text's message; one that its catalog does not have yet is missing, at the catalog's beginning."""
    if not text.translatable or text.lang in ("", lang):
        return None
    path = catalog_path(lang, text.lang, catalog_name(text.span.path))
    data = world.read(path) if world.is_file(path) else b""
    number, line, state = _numbers(path, data).of.get(message_key(text.context, text.source), (0, 1, "missing"))
    return Message(path, number, line, state)


def waiting(world: World, catalogs: Iterable[str]) -> Mapping[str, tuple[int, int]]:
    """Missing and fuzzy messages of each catalog that has any."""
    found = {}
    for path in sorted(catalogs):
        states = [state for _, _, state in _numbers(path, world.read(path)).of.values()]
        if any(state != "done" for state in states):
            found[path] = (states.count("missing"), states.count("fuzzy"))
    return found

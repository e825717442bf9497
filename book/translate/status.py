"""How far the translations are: per target language, source language and catalog, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from book.model import Manuscript, Struct
from book.translate.catalog import Catalog
from book.translate.extract import groups
from book.translate.messages import Message, catalog_path
from book.translate.pofile import read_catalog


class CatalogStatus(Struct, frozen=True):
    """Messages of one catalog: total = translated + fuzzy + missing. `words` are those of the source texts,
    `words_left` those of the texts that are not confirmed."""

    target: str
    source: str
    name: str
    path: str
    total: int
    translated: int
    fuzzy: int
    missing: int
    words: int
    words_left: int


def status(
    manuscript: Manuscript,
    catalogs: Mapping[str, bytes],
    targets: Sequence[str],
    ui: Sequence[tuple[str, str, str]] = (),
) -> tuple[CatalogStatus, ...]:
    """One line per catalog that the book needs, there or not, in the order of `targets`. `catalogs`: path -> file."""
    found = groups(manuscript, ui)
    rows = []
    for target in targets:
        for (source, name), messages in found.items():
            if source != target:
                path = catalog_path(target, source, name)
                catalog = read_catalog(path, catalogs[path])[0] if path in catalogs else Catalog()
                rows.append(_row(target, source, name, messages, catalog))
    return tuple(rows)


def _row(target: str, source: str, name: str, messages: Sequence[Message], catalog: Catalog) -> CatalogStatus:
    known = {entry.id: entry for entry in catalog.entries}
    translated = fuzzy = words = left = 0
    for message in messages:
        entry = known.get(message.id)
        length = len(message.source.split())
        words += length
        if entry is not None and entry.confirmed:
            translated += 1
            continue
        left += length
        fuzzy += entry is not None and entry.translated
    total = len(messages)
    path = catalog_path(target, source, name)
    missing = total - translated - fuzzy
    return CatalogStatus(target, source, name, path, total, translated, fuzzy, missing, words, left)

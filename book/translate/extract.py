"""Everything translatable of a manuscript, sorted into catalogs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from book.model import Book, Document, Manuscript, Vocabulary
from book.translate.catalog import MessageId
from book.translate.messages import UI_CATALOG, UI_SOURCE, Message, catalog_name, messages, ui_messages

_MOST_COMMENTS = 6
"""For one message: "врач" stands in 500 profiles."""

CatalogId = tuple[str, str]
"""(source language, catalog name)."""


def groups(
    manuscript: Manuscript, ui: Sequence[tuple[str, str, str]] = (), ui_path: str = ""
) -> dict[CatalogId, tuple[Message, ...]]:
    """The messages of each catalog: in the order of the book's parts for vocabularies and documents as they come, the
    same context and text once. `ui` are the templates' own words: (context, English msgid, comment)."""
    found: dict[CatalogId, list[Message]] = {}
    values: tuple[Book | Vocabulary | Document, ...] = (
        manuscript.book,
        *manuscript.vocabularies.values(),
        *manuscript.documents,
    )
    for value in values:
        for message in messages(value):
            found.setdefault((message.lang, catalog_name(message.span.path)), []).append(message)
    if ui:
        found.setdefault((UI_SOURCE, UI_CATALOG), []).extend(ui_messages(ui, ui_path))
    return {catalog: joined(found[catalog]) for catalog in sorted(found)}


def joined(found: Iterable[Message]) -> tuple[Message, ...]:
    """Each context and text once, where it stands first, with the comments of the first few and the places of all."""
    once: dict[MessageId, list[Message]] = {}
    for message in found:
        once.setdefault(message.id, []).append(message)
    return tuple(same[0] if len(same) == 1 else _join(same) for same in once.values())


def _join(same: list[Message]) -> Message:
    comments = list(dict.fromkeys(message.comment for message in same if message.comment))
    if len(comments) > _MOST_COMMENTS:
        comments[_MOST_COMMENTS:] = [f"and in {len(comments) - _MOST_COMMENTS} more places"]
    places = dict.fromkeys(place for message in same for place in message.places)
    return replace(same[0], comment="\n".join(comments), places=tuple(places))

"""How far the translations are: per target language, source language and catalog, as plain data; and every text that
is not printed in its language yet, with what a translator needs to find it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from book.findings import Finding
from book.model import Manuscript, Struct
from book.translate.catalog import Catalog, Entry, MessageId
from book.translate.extract import CatalogId, groups
from book.translate.freeze import Frozen
from book.translate.messages import Message, catalog_path
from book.translate.pofile import confirmed, read_catalog
from book.translate.usable import fault

STATES = ("translated", "fuzzy", "unusable", "missing")
"""What a text can be; only what is translated is printed. The order of bars and columns."""
_SUMS = ("total", *STATES, "words", "words_left")


class Waiting(Struct, frozen=True, omit_defaults=False):
    """A text that is not printed in its language. `state` fuzzy, unusable or missing; `line` that of its message in the
    catalog, 0 where it is not there yet; `why` it is unusable; `comment` and `places` as in the catalog."""

    state: str
    context: str
    source: str
    translation: str
    comment: str
    places: tuple[str, ...]
    line: int
    why: str = ""


class CatalogStatus(Struct, frozen=True, omit_defaults=False):
    """Messages of one catalog: total = translated + fuzzy + unusable + missing. `words` are those of the source texts,
    `words_left` those of the texts that wait. `findings`: what is wrong with the file, which is counted as far as it
    can be read, and what the checks find in its translations."""

    target: str
    source: str
    name: str
    path: str
    total: int
    translated: int
    fuzzy: int
    unusable: int
    missing: int
    words: int
    words_left: int
    waiting: tuple[Waiting, ...] = ()
    findings: tuple[Finding, ...] = ()


class LanguageStatus(Struct, frozen=True, omit_defaults=False):
    """All catalogs of a language together. `frozen` is the day of the texts that are counted, "" for today's."""

    language: str
    total: int
    translated: int
    fuzzy: int
    unusable: int
    missing: int
    words: int
    words_left: int
    frozen: str = ""
    note: str = ""


def status(
    manuscript: Manuscript,
    catalogs: Mapping[str, bytes],
    targets: Sequence[str],
    ui: Sequence[tuple[str, str, str]] = (),
    frozen: Mapping[str, Frozen] | None = None,
    offered: Mapping[str, bytes] | None = None,
) -> tuple[CatalogStatus, ...]:
    """One line per catalog that the book needs, there or not, in the order of `targets`. `catalogs`: path -> file. A
    language in `frozen` is counted against the texts of that day. `offered` are catalogs of the press, which are used
    where the book's of the same path says nothing."""
    current = groups(manuscript, ui)
    rows = []
    for target in targets:
        held = (frozen or {}).get(target)
        wanted: Mapping[CatalogId, Sequence[Message]] = held.messages if held else current
        for id, messages in wanted.items():
            if id[0] != target:
                path = catalog_path(target, *id)
                catalog, wrong = read_catalog(path, catalogs[path]) if path in catalogs else (Catalog(), ())
                theirs = confirmed(path, (offered or {}).get(path, b""))
                ours = {one.id: one for one in catalog.entries if any(one.strings) or one.id not in theirs}
                rows.append(_row(target, id, messages, {**theirs, **ours}, wrong))
    return tuple(rows)


def by_language(
    rows: Sequence[CatalogStatus], targets: Sequence[str], frozen: Mapping[str, Frozen] | None = None
) -> tuple[LanguageStatus, ...]:
    """The sums of each language that has catalogs."""
    sums = []
    for target in targets:
        own = [row for row in rows if row.target == target]
        if own:
            held = (frozen or {}).get(target) or Frozen("", "", {})
            counts = {
                name: sum(getattr(row, name) for row in own) for name in ("total", *STATES, "words", "words_left")
            }
            sums.append(LanguageStatus(target, **counts, frozen=held.date, note=held.note))
    return tuple(sums)


def _row(
    target: str,
    id: CatalogId,
    messages: Sequence[Message],
    known: Mapping[MessageId, Entry],
    wrong: tuple[Finding, ...],
) -> CatalogStatus:
    counts = dict.fromkeys(STATES, 0)
    words = left = 0
    waiting = []
    for message in messages:
        length = len(message.source.split())
        words += length
        one = _waiting(message, known.get(message.id))
        counts[one.state if one else "translated"] += 1
        if one is not None:
            left += length
            waiting.append(one)
    sums = {"total": len(messages), **counts, "words": words, "words_left": left}
    row = CatalogStatus(target, *id, catalog_path(target, *id), **sums)  # type: ignore[arg-type]  # all are numbers
    return replace(row, waiting=tuple(waiting), findings=wrong)


def _waiting(message: Message, entry: Entry | None) -> Waiting | None:
    """None where the translation is printed."""
    said, line, why = "", 0, ""
    if entry is not None:
        said, line = entry.strings[0], entry.line
    if entry is None or not entry.translated or entry.plural is not None:
        state = "missing"
    elif entry.fuzzy:
        state = "fuzzy"
    elif found := fault(entry.source, said):
        state, why = "unusable", found.message
    else:
        return None
    return Waiting(state, message.context, message.source, said, message.comment, message.places, line, why)

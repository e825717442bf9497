"""`catalogs update`: the book's texts into the catalogs of all its languages. Pure: who calls writes the files."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from book.findings import Finding
from book.model import Manuscript, Struct
from book.translate.catalog import Catalog, Entry, MessageId
from book.translate.extract import CatalogId, groups
from book.translate.freeze import Frozen
from book.translate.merge import MergeStats, merge
from book.translate.messages import UI_CATALOG, Message, catalog_name, catalog_parts, catalog_path
from book.translate.pofile import confirmed, read_catalog, write_catalog


class Update(Struct, frozen=True):
    """`files` are those whose bytes change (path -> new bytes); `stats` of every catalog that was merged; `findings`
    tell of broken catalogs, which stay as they are."""

    files: dict[str, bytes]
    stats: dict[str, MergeStats]
    findings: tuple[Finding, ...] = ()


def update(
    manuscript: Manuscript,
    catalogs: Mapping[str, bytes],
    targets: Sequence[str],
    ui: Sequence[tuple[str, str, str]] = (),
    unread: Collection[str] = (),
    frozen: Mapping[str, Frozen] | None = None,
    offered: Mapping[str, bytes] | None = None,
) -> Update:
    """Merge the manuscript's messages into `catalogs` (path -> file, all that the book has) for the `targets`.

    A catalog whose chapter is gone keeps its translations as obsolete entries. Catalogs of the sources in `unread`
    (paths of files that could not be read, so that their messages are not known) stay as they are, and so does "ui"
    where no `ui` messages are given. A language in `frozen` gets the texts of that day; its other catalogs rest.
    `offered` are catalogs (path -> file) of the press, whose confirmed translations a new text of the same path gets.
    """
    current = groups(manuscript, ui)
    unknown = {catalog_name(path) for path in unread} | (set() if ui else {UI_CATALOG})
    files: dict[str, bytes] = {}
    stats: dict[str, MergeStats] = {}
    findings: list[Finding] = []
    for target in targets:
        held = (frozen or {}).get(target)
        wanted = held.messages if held else current
        old, wrong = _read(catalogs, target)
        findings.extend(finding for found in wrong.values() for finding in found)
        sound = {id: catalog for id, catalog in old.items() if not wrong[id]}
        elsewhere = _vanished(sound, wanted)
        for id in sorted({*wanted, *sound}):
            source, name = id
            resting = id not in wanted if held else name in unknown
            if source == target or resting or wrong.get(id):
                continue
            path = catalog_path(target, source, name)
            known = {**confirmed(path, (offered or {}).get(path, b"")), **elsewhere.get(source, {})}
            catalog, stats[path] = merge(sound.get(id), wanted.get(id, ()), target, source, known)
            data = write_catalog(catalog)
            if data != catalogs.get(path):
                files[path] = data
    return Update(files, stats, tuple(findings))


def _read(
    catalogs: Mapping[str, bytes], target: str
) -> tuple[dict[CatalogId, Catalog], dict[CatalogId, tuple[Finding, ...]]]:
    """The catalogs of one target language, and what is wrong with each."""
    read = {}
    wrong = {}
    for path in sorted(catalogs):
        parts = catalog_parts(path)
        if parts is not None and parts[0] == target:
            id = parts[1], parts[2]
            read[id], wrong[id] = read_catalog(path, catalogs[path])
    return read, wrong


def _vanished(
    old: Mapping[CatalogId, Catalog], wanted: Mapping[CatalogId, Sequence[Message]]
) -> dict[str, dict[MessageId, Entry]]:
    """Source language -> the confirmed translations of texts that have vanished from one of its catalogs: a chapter
    that got a new id finds its translations here, word for word and context for context."""
    gone: dict[str, dict[MessageId, Entry]] = {}
    for id in sorted(old):
        there = {message.id for message in wanted.get(id, ())}
        for entry in (*old[id].entries, *old[id].obsolete):
            if entry.confirmed and entry.id not in there:
                gone.setdefault(id[0], {}).setdefault(entry.id, entry)
    return gone

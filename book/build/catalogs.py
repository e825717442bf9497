"""The translators' commands: reads sources and catalogs, lets translate work, writes what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from book.build.checking import Inspector
from book.build.condition import press_of
from book.build.keys import Keys
from book.build.reading import Progress, Reading, Shelf, catalog_bytes, mended, read_all, read_book_file
from book.build.sources import source_findings, unread_of
from book.compose.words import default_catalog, messages
from book.digests import Digests
from book.errors import BookError, ExitCode
from book.findings import Finding
from book.model import Book, Manuscript, Struct
from book.store import Store
from book.translate.freeze import Frozen, frozen_at
from book.translate.messages import UI_CATALOG, UI_SOURCE, catalog_path, frozen_parts
from book.translate.status import CatalogStatus, LanguageStatus, by_language, status
from book.translate.update import Update, update
from book.world import SOURCES, STATE, World

LOCALE = f"{SOURCES}/locale/"
_SHORT = 40  # characters; a longer neighbour says nothing of a word


class Desk(Struct, frozen=True):
    """What a command on the whole manuscript starts from; `manuscript` is None where book.yaml could not be read.

    `frozen`: language -> the texts that it is translated against, `templates` the paths of their files, `held` what is
    wrong with those."""

    manuscript: Manuscript | None
    catalogs: dict[str, bytes]
    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()
    reading: Reading | None = None
    frozen: dict[str, Frozen] = msgspec.field(default_factory=dict)
    templates: tuple[str, ...] = ()
    held: tuple[Finding, ...] = ()


def manuscript_of(world: World, jobs: int, progress: Progress) -> Desk:
    """Reads everything, through the store. No typesetting library is loaded."""
    return mended(lambda careful: _manuscript_of(world, jobs, progress, careful))


def _manuscript_of(world: World, jobs: int, progress: Progress, careful: bool) -> Desk:
    book, found = read_book_file(world)
    if book is None:
        return Desk(None, {}, found)
    digests = Digests(world)
    sources = world.sources()
    shelf = Shelf(Store(world.root / STATE / "store"), careful)
    reading = read_all(world, digests, shelf, Keys(world, digests, ""), book, sources, jobs, progress)
    digests.save()
    documents = [shelf.document(reading.keys[summary.id]) for summary in reading.summaries]
    manuscript = Manuscript(book, reading.vocabularies, tuple(documents))
    unread = unread_of(reading, sources)
    catalogs, pots = _files(world, sources, ".po"), _files(world, sources, ".pot")
    kept, held = frozen_at(pots)
    found = (*found, *reading.findings, *source_findings(reading, unread))
    return Desk(
        manuscript, catalogs, found, unread, reading, kept, tuple(path for path in pots if frozen_parts(path)), held
    )


def _files(world: World, sources: Sequence[str], ending: str) -> dict[str, bytes]:
    """The translators' files with this ending, by path."""
    return {path: catalog_bytes(world, path) for path in sources if path.startswith(LOCALE) and path.endswith(ending)}


def targets(book: Book, languages: Sequence[str]) -> list[str]:
    """The languages asked for, or all of the book's; BookError (exit 2) for one that it does not have."""
    for language in languages:
        if language not in book.languages:
            made = next((script.source for script in book.scripts if script.tag == language), "")
            hint = f"It has {', '.join(book.languages)}."
            if made:
                hint = f"It is made from {made}, and has no catalogs of its own."
                raise BookError(f"nothing is translated into {language}", hint, ExitCode.WRONG_COMMAND)
            raise BookError(f"the book has no language {language}", hint, ExitCode.WRONG_COMMAND)
    return list(languages or book.languages)


def update_catalogs(world: World, languages: Sequence[str], jobs: int, progress: Progress) -> tuple[Update, Desk]:
    """Merges the book's texts into its catalogs and writes those that changed."""
    with world.locked():
        desk = manuscript_of(world, jobs, progress)
        if desk.manuscript is None:
            return Update({}, {}, desk.findings), desk
        wanted = targets(desk.manuscript.book, languages)
        made = merged(desk, desk.manuscript, wanted, desk.frozen)
        write_all(world, made.files)
        return replace(made, findings=(*made.findings, *held_back(desk, wanted))), desk


def held_back(desk: Desk, languages: Sequence[str]) -> tuple[Finding, ...]:
    """What is wrong with the templates of frozen languages."""
    return tuple(finding for finding in desk.held if language_of(finding.span.path) in languages)


def merged(desk: Desk, manuscript: Manuscript, wanted: Sequence[str], held: Mapping[str, Frozen]) -> Update:
    ours = _design_catalogs([language for language in wanted if language not in held], desk.catalogs)
    offered = _design_catalogs(wanted, {})  # words that the design has got since the book took its catalog
    made = update(manuscript, {**desk.catalogs, **ours}, wanted, design_messages(), desk.unread, held, offered)
    return replace(made, files={**ours, **made.files})


def write_all(world: World, files: Mapping[str, bytes]) -> None:
    for path, data in sorted(files.items()):
        world.write(path, data)


def language_of(path: str) -> str:
    """kk of chapters/locale/kk/…"""
    return path.removeprefix(LOCALE).partition("/")[0]


def design_messages() -> list[tuple[str, str, str]]:
    """The templates' own words, as messages of the catalog ui, each with those that stand beside it in the templates:
    "Type" of a resort is another word than that of a letter."""
    words = messages()
    found = []
    for at, word in enumerate(words):
        near = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        beside = ", ".join(f'"{one}"' for one in near if len(one) <= _SHORT)
        found.append(("", word, f"a word of the design, beside {beside}"))
    return found


def _design_catalogs(languages: Sequence[str], there: Mapping[str, bytes]) -> dict[str, bytes]:
    """The press's own ui catalogs for the languages whose path is not `there`: translators begin with these."""
    paths = {language: catalog_path(language, UI_SOURCE, UI_CATALOG) for language in languages}
    found = {path: default_catalog(language) for language, path in paths.items() if path not in there}
    return {path: data for path, data in found.items() if data}


def catalog_status(
    world: World, languages: Sequence[str], jobs: int, progress: Progress
) -> tuple[tuple[CatalogStatus, ...], tuple[LanguageStatus, ...], Desk]:
    """How far each catalog is translated, and each language."""
    with world.locked():
        desk = manuscript_of(world, jobs, progress)
        if desk.manuscript is None:
            return (), (), desk
        wanted = targets(desk.manuscript.book, languages)
        words = design_messages(), desk.frozen, _design_catalogs(wanted, {})
        rows = status(desk.manuscript, desk.catalogs, wanted, *words)
        rows = _checked(world, desk, rows, wanted)
        return rows, by_language(rows, wanted, desk.frozen), replace(desk, held=held_back(desk, wanted))


def _checked(
    world: World, desk: Desk, rows: Sequence[CatalogStatus], languages: Sequence[str]
) -> tuple[CatalogStatus, ...]:
    """The rows with what the checks find in each catalog's translations."""
    from book.build.findings import read_findings

    if desk.reading is None:
        return tuple(rows)
    inspector = _inspector(world, desk.reading)
    found = [one for language in languages for one in inspector.findings(language, strict=False)]
    found = list(read_findings(found, desk.reading.book))
    return tuple(
        replace(row, findings=(*row.findings, *(one for one in found if one.span.path == row.path))) for row in rows
    )


def _inspector(world: World, reading: Reading) -> Inspector:
    digests = Digests(world)
    return Inspector(world, digests, Shelf(Store(world.root / STATE / "store")), Keys(world, digests, ""), reading)


def check_book(world: World, jobs: int, progress: Progress) -> tuple[Finding, ...]:
    """Everything that is wrong with sources and catalogs, without setting a page. What only lacks a translation is a
    warning here, whatever the editions say."""
    from book.build.findings import catalog_findings, read_findings

    with world.locked():
        desk = manuscript_of(world, jobs, progress)
        if desk.reading is None or desk.manuscript is None:
            return desk.findings
        pressed = press_of(world, desk.reading.book).findings
        found = [*desk.findings, *desk.held, *pressed]
        inspector = _inspector(world, desk.reading)
        for language in desk.reading.book.languages:
            found += catalog_findings(desk.reading, inspector.shelf, language, strict=False)
            found += inspector.findings(language, strict=False)
            found += inspector.of_language(desk.manuscript.documents, language)
        return read_findings(found, desk.reading.book)

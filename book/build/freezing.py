"""Freezing and thawing a language: it is translated against the texts of one day, while editors go on."""

from __future__ import annotations

from msgspec.structs import replace

from book.build.catalogs import Desk, design_messages, language_of, manuscript_of, merged, targets, write_all
from book.build.reading import Progress
from book.errors import BookError, ExitCode
from book.translate.extract import groups
from book.translate.freeze import templates
from book.translate.update import Update
from book.world import World


def freeze_language(
    world: World, language: str, date: str, note: str, jobs: int, progress: Progress
) -> tuple[Update, Desk]:
    """Brings the language's catalogs up to the book's texts and keeps those texts for it, until it is thawed. Nothing
    is written where a source or a catalog cannot be read: the findings tell. `date` is today, as year-month-day."""
    with world.locked():
        desk = manuscript_of(world, jobs, progress)
        if desk.manuscript is None or desk.unread:
            return Update({}, {}, desk.findings), desk
        targets(desk.manuscript.book, [language])
        if language in desk.frozen:
            raise BookError(
                f"{language} is frozen since {desk.frozen[language].date}",
                f"Thaw it first: make-book catalogs thaw {language}",
                ExitCode.WRONG_COMMAND,
            )
        made = merged(desk, desk.manuscript, [language], {})
        if made.findings:
            return replace(made, files={}), desk
        kept = templates(groups(desk.manuscript, design_messages()), language, date, note)
        if not kept:
            hint = "All of the book is written in it."
            raise BookError(f"{language} has no catalogs", hint, ExitCode.WRONG_COMMAND)
        write_all(world, made.files)
        write_all(world, kept)
        return made, desk


def thaw_language(world: World, language: str, jobs: int, progress: Progress) -> tuple[Update, Desk]:
    """Merges the texts as they are now into the catalogs of a frozen language. Nothing is written where one of them
    cannot be read."""
    with world.locked():
        desk = manuscript_of(world, jobs, progress)
        if desk.manuscript is None:
            return Update({}, {}, desk.findings), desk
        targets(desk.manuscript.book, [language])
        if language not in desk.frozen:
            raise BookError(f"{language} is not frozen", "There is nothing to thaw.", ExitCode.WRONG_COMMAND)
        made = merged(desk, desk.manuscript, [language], {})
        if made.findings:
            return replace(made, files={}), desk
        # First the templates: a thaw that is cut short is ended by the next update.
        for path in desk.templates:
            if language_of(path) == language:
                world.discard(path)
        write_all(world, made.files)
        return made, desk

"""A language that is translated against the texts of one day: freeze and thaw."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from book.cli.root import book_option, examples
from book.cli.telling import tell, telling_progress, verdict
from book.cli.translators import catalogs, summary, tell_changes
from book.errors import ExitCode
from book.world import World, find_book


@catalogs.command(
    "freeze",
    short_help="Lets a translation be finished while editors go on.",
    epilog=examples(
        "make-book catalogs freeze kk",
        'make-book catalogs freeze kk --note "the first printing"',
    ),
)
@click.argument("language", metavar="LANG")
@click.option("--note", default="", metavar="WORDS", help="Why: told beside the date.")
@book_option
def freeze(language: str, note: str, book: Path) -> None:
    """Keeps the texts that are translated into LANG as they are today, while editors go on.

    Brings the catalogs of LANG up to date once more, and keeps their texts in chapters/locale/LANG/frozen/: commit that
    folder with them. Until `make-book catalogs thaw LANG` these catalogs get nothing new from `update`, and `status`
    counts the texts of that day. Books are built from the sources as they are: what has changed since is untranslated
    there."""
    from book.build.freezing import freeze_language

    world = World(find_book(book))
    with telling_progress(True) as progress:
        made, desk = freeze_language(world, language, datetime.date.today().isoformat(), note, 0, progress)
    found = made.findings if desk.manuscript is not None and not desk.unread else desk.findings
    tell(found, world)
    if verdict(found):
        click.echo(f"{language} is not frozen: mend that first", err=True)
        sys.exit(ExitCode.BOOK_HAS_ERRORS)
    tell_changes(made, world)
    click.echo(f"{language} is frozen: its catalogs keep the texts of today until make-book catalogs thaw {language}")


@catalogs.command(
    "thaw",
    short_help="Brings a frozen language's texts up to date.",
    epilog=examples("make-book catalogs thaw kk"),
)
@click.argument("language", metavar="LANG")
@book_option
def thaw(language: str, book: Path) -> None:
    """Merges the book's texts as they are now into the catalogs of LANG, which `freeze` has kept as they were.

    As with `update`, nothing that was translated is lost: what has vanished since waits at the end of its catalog."""
    from book.build.freezing import thaw_language

    world = World(find_book(book))
    with telling_progress(True) as progress:
        made, desk = thaw_language(world, language, 0, progress)
    found = made.findings if desk.manuscript is not None else desk.findings
    tell(found, world)
    if verdict(found):
        click.echo(f"{language} is still frozen: mend that first", err=True)
        sys.exit(ExitCode.BOOK_HAS_ERRORS)
    tell_changes(made, world)
    changed = [stats for path, stats in made.stats.items() if path in made.files]
    click.echo(f"{language} is thawed: {summary(changed, len(made.stats))}")

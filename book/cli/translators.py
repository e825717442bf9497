"""The translators' commands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from book.cli.root import Commands, book_option, cli, examples, format_option, languages_option
from book.cli.telling import near, plain, tell, tell_json, telling_progress, verdict
from book.errors import ExitCode
from book.world import World, find_book


@cli.group(
    cls=Commands,
    short_help="Message catalogs: update them, and how far they are.",
    epilog=examples(
        "make-book catalogs update          new texts to the translators",
        "make-book catalogs status -l kk    how far the Kazakh translation is",
    ),
)
def catalogs() -> None:
    """Message catalogs: new texts to the translators, and how far they are."""


@catalogs.command(
    "update",
    short_help="Puts new and changed texts into the catalogs.",
    epilog=examples(
        "make-book catalogs update          all languages",
        "make-book catalogs update -l kk    the Kazakh catalogs alone",
    ),
)
@book_option
@languages_option
@format_option("text", "json")
def update(book: Path, languages: tuple[str, ...], style: str) -> None:
    """Puts the book's texts into chapters/locale/<language>/<source>/*.po; nothing that a translator wrote is lost."""
    from book.build.catalogs import update_catalogs

    world = World(find_book(book))
    with telling_progress(style == "text") as progress:
        made, desk = update_catalogs(world, languages, 0, progress)
    found = made.findings if desk.manuscript else desk.findings
    changed = {path: stats for path, stats in made.stats.items() if path in made.files}
    if style == "json":
        tell_json({"findings": plain(found), "changed": plain(changed)})
    else:
        tell(found, world)
        for path, stats in changed.items():
            click.echo(f"{near(world.root / path)}: {_counts(stats) or 'comments or order'}")
        if desk.manuscript:
            click.echo(_summary(list(changed.values()), len(made.stats)))
    sys.exit(verdict(found))


def _counts(stats: Any) -> str:
    counts = ((stats.new, "new"), (stats.fuzzy, "to review"), (stats.revived, "back"), (stats.gone, "gone"))
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def _summary(changed: list[Any], catalogs: int) -> str:
    if not changed:
        return f"nothing to change: the {catalogs} catalogs have every text of the book"
    waiting = sum(stats.new + stats.fuzzy for stats in changed)
    texts = f"{waiting} text{'s' if waiting != 1 else ''} for the translators" if waiting else "nothing to translate"
    return f"{len(changed)} of {catalogs} catalogs changed: {texts}"


@catalogs.command(
    "status",
    short_help="Tells how much is translated, fuzzy and missing.",
    epilog=examples(
        "make-book catalogs status          all languages",
        "make-book catalogs status -l kk    how far the Kazakh translation is",
        "make-book catalogs status --format json",
    ),
)
@book_option
@languages_option
@format_option("text", "json")
def status(book: Path, languages: tuple[str, ...], style: str) -> None:
    """Tells per language and catalog how much is translated, fuzzy and missing.

    Fuzzy translations wait for a translator's word: they are not printed."""
    from book.build.catalogs import catalog_status

    world = World(find_book(book))
    with telling_progress(style == "text") as progress:
        rows, desk = catalog_status(world, languages, 0, progress)
    lost = desk.findings if desk.manuscript is None else ()
    if style == "json":
        tell_json({"findings": plain(lost), "catalogs": plain(rows)})
    else:
        if desk.manuscript is not None:
            _tell_status(rows)
        tell(lost, world)
    sys.exit(ExitCode.BUILT if desk.manuscript is not None else ExitCode.BOOK_HAS_ERRORS)


def _tell_status(rows: Any) -> None:
    """A table in which a complete catalog is green, one to review yellow, one that lacks texts red; and a summary."""
    from book.report.table import table

    heads = ("language", "from", "catalog", "texts", "translated", "fuzzy", "missing", "words left")
    lines = table(
        heads,
        [
            (row.target, row.source, row.name, row.total, row.translated, row.fuzzy, row.missing, row.words_left)
            for row in rows
        ],
    ).split("\n")
    colours = [None, None, *("red" if row.missing else "yellow" if row.fuzzy else "green" for row in rows)]
    for line, colour in zip(lines, colours, strict=True):
        click.echo(click.style(line, fg=colour))
    for target in dict.fromkeys(row.target for row in rows):
        own = [row for row in rows if row.target == target]
        total, done = sum(row.total for row in own), sum(row.translated for row in own)
        left = sum(row.words_left for row in own)
        rest = "" if done == total else f", {total - done} to do ({left} word{'s' if left != 1 else ''})"
        click.echo(f"{target}: {done} of {total} texts translated{rest}")

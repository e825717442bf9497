"""The translators' commands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from book.cli.root import Commands, book_option, cli, examples, format_option, languages_option
from book.cli.telling import near, plain, tell, tell_json, telling_progress, verdict
from book.world import World, find_book


@cli.group(
    cls=Commands,
    short_help="Message catalogs: update them, and how far they are.",
    epilog=examples(
        "make-book catalogs update          new texts to the translators",
        "make-book catalogs status -l kk    how far the Kazakh translation is",
        "make-book catalogs freeze kk       let it be finished while editors go on",
        "make-book catalogs thaw kk         then bring it up to date",
    ),
)
def catalogs() -> None:
    """Message catalogs: new texts to the translators, how far they are, and languages frozen for a while."""


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
        tell_changes(made, world)
        if desk.manuscript:
            click.echo(summary(list(changed.values()), len(made.stats)))
        for target, held in desk.frozen.items():
            if target in (languages or desk.frozen):
                click.echo(frozen(target, held.date, held.note))
    sys.exit(verdict(found))


def tell_changes(made: Any, world: World) -> None:
    for path, stats in made.stats.items():
        if path in made.files:
            click.echo(f"{near(world.root / path)}: {_counts(stats) or 'comments or order'}")


def _counts(stats: Any) -> str:
    counts = (
        (stats.new, "new"), (stats.fuzzy, "to review"), (stats.moved, "known elsewhere"), (stats.revived, "back"),
        (stats.gone, "gone"),
    )  # fmt: skip
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def summary(changed: list[Any], catalogs: int) -> str:
    if not changed:
        return f"nothing to change: the {catalogs} catalogs have every text of the book"
    waiting = sum(stats.new + stats.fuzzy for stats in changed)
    texts = f"{waiting} text{'s' if waiting != 1 else ''} for the translators" if waiting else "nothing to translate"
    return f"{len(changed)} of {catalogs} catalogs changed: {texts}"


@catalogs.command(
    "status",
    short_help="Tells how much is translated, fuzzy and missing.",
    epilog=examples(
        "make-book catalogs status                    all languages",
        "make-book catalogs status -l kk              how far the Kazakh translation is",
        "make-book catalogs status --html status.html a page with every text that waits",
        "make-book catalogs status --format json      the same for a program",
    ),
)
@book_option
@languages_option
@format_option("text", "json")
@click.option(
    "--html", "page", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help="Also write a page for a browser: bars, and every text that is not printed yet, with its place.",
)  # fmt: skip
def status(book: Path, languages: tuple[str, ...], style: str, page: Path | None) -> None:
    """Tells per language and catalog how much is translated, fuzzy, unusable and missing.

    Only translated texts are printed: fuzzy ones wait for a translator's word, unusable ones have lost a reference or a
    footnote. A frozen language is counted against the texts of that day."""
    from book.build.catalogs import catalog_status

    world = World(find_book(book))
    with telling_progress(style == "text") as progress:
        rows, sums, desk = catalog_status(world, languages, 0, progress)
    found = desk.findings if desk.manuscript is None else (*(one for row in rows for one in row.findings), *desk.held)
    told = {"findings": plain(found), "languages": plain(sums), "catalogs": plain(rows)}
    if page is not None and desk.manuscript is not None:
        from book.report.status_page import status_page

        with World.writing(page.absolute()) as file:
            file.write(status_page(_title(desk.manuscript.book), told).encode())
    if style == "json":
        tell_json(told)
    else:
        if desk.manuscript is not None:
            _tell_status(rows, sums)
        tell(found, world)
        if page is not None and desk.manuscript is not None:
            click.echo(f"written: {near(page.absolute())}")
    sys.exit(verdict(found))


def _title(book: Any) -> tuple[str, str]:
    """(the book's title in its own language, that language)."""
    forms = book.title.forms or {book.title.lang: book.title.source}
    language = book.source_language if book.source_language in forms else next(iter(forms))
    return forms[language], language


def _tell_status(rows: Any, sums: Any) -> None:
    """A table in which a complete catalog is green, one to review yellow, one that lacks texts red; and a summary."""
    from book.report.table import table

    heads = ("language", "from", "catalog", "texts", "translated", "fuzzy", "unusable", "missing", "words left")
    lines = table(
        heads,
        [
            (
                row.target, row.source, row.name, row.total, row.translated, row.fuzzy, row.unusable, row.missing,
                row.words_left,
            )
            for row in rows
        ],
    ).split("\n")  # fmt: skip
    colours = [None, None, *("red" if row.missing else "yellow" if row.waiting else "green" for row in rows)]
    for line, colour in zip(lines, colours, strict=True):
        click.echo(click.style(line, fg=colour))
    for one in sums:
        rest = f", {one.total - one.translated} to do ({_words(one.words_left)})" if one.total > one.translated else ""
        click.echo(f"{one.language}: {one.translated} of {one.total} texts translated{rest}")
        if one.frozen:
            click.echo(frozen(one.language, one.frozen, one.note))


def _words(count: int) -> str:
    return f"{count} word{'s' if count != 1 else ''}"


def frozen(language: str, date: str, note: str) -> str:
    because = f" ({note})" if note else ""
    return f"{language} is frozen since {date}{because}: newer texts wait for make-book catalogs thaw {language}"

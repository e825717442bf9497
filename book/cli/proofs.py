"""Proofs for translators: where each message stands, what waits, and how long the languages come out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from book.cli.root import Commands, book_option, cli, examples, format_option, languages_option
from book.cli.telling import near, tell, tell_json, telling_progress
from book.errors import ExitCode
from book.world import World, find_book

_out = click.option(
    "-o", "--out", metavar="OUT", type=click.Path(path_type=Path), help="Where to (default: out/ in the book)."
)


@cli.group(
    cls=Commands,
    short_help="Proofs for translators, and lengths compared.",
    epilog=examples(
        "make-book proof translator -l kk   the Kazakh book with the number of each message",
        "make-book proof lengths            pages of each profile in all languages",
    ),
)
def proof() -> None:
    """Proofs for translators. For a book in a made-up longer language see `make-book -l qps -e proof`."""


@proof.command(
    short_help="The book with message numbers; what waits is marked.",
    epilog=examples(
        "make-book proof translator -l kk   out/kk/translator/interior.pdf and waiting.pdf",
        "make-book proof translator         all languages",
    ),
)
@book_option
@languages_option
@_out
@format_option("text", "json")
def translator(book: Path, languages: tuple[str, ...], out: Path | None, style: str) -> None:
    """Builds OUT/<language>/translator/interior.pdf: beside each block stands the number of its message in the
    catalog, and leads there; untranslated text is red and marked !, fuzzy text yellow and marked ?.

    waiting.pdf beside it lists what waits in each catalog, and where text does not fit its place."""
    from book.build.waiting import translators_proofs

    world = World(find_book(book))
    with telling_progress(style == "text") as progress:
        outcome, papers = translators_proofs(world, languages, (out or world.root / "out").absolute(), progress)
    if style == "json":
        tell_json({"findings": outcome.findings, "files": [str(path) for path in papers]})
    else:
        tell(outcome.findings, world)
        for path in papers:
            click.echo(near(path))
    sys.exit(ExitCode.BOOK_HAS_ERRORS if outcome.book_errors else ExitCode.BUILT)


@proof.command(
    short_help="Pages of each part in all languages.",
    epilog=examples(
        "make-book proof lengths            a table, and what comes out longer in one language",
        "make-book proof lengths --all      also what is alike",
    ),
)
@book_option
@click.option("-e", "--edition", metavar="EDITION", help="In this edition (default: the first for reading).")
@click.option("--all", "everything", is_flag=True, help="Also parts that are as long in all languages.")
@_out
@format_option("text", "json")
def lengths(book: Path, edition: str | None, everything: bool, out: Path | None, style: str) -> None:
    """Builds an edition in all languages and compares the pages of each profile, chapter and run of the directory, and
    what does not fit its place. A text that takes more pages in one language than in all others is a warning."""
    from book.build.lengths import compare
    from book.report.table import table

    world = World(find_book(book))
    with telling_progress(style == "text") as progress:
        compared = compare(world, edition or "", (out or world.root / "out").absolute(), progress)
    rows = [row for row in compared.rows if everything or not row.alike]
    if style == "json":
        tell_json({"languages": compared.languages, "rows": [_row(row) for row in compared.rows],
                   "findings": compared.findings})  # fmt: skip
    else:
        tell(compared.findings, world)
        if rows:
            click.echo(table(("", *compared.languages), [(row.part.title, *map(_pages, row.cells)) for row in rows]))
        else:
            click.echo(f"all {len(compared.rows)} parts are as long in all languages")
    sys.exit(ExitCode.BOOK_HAS_ERRORS if compared.errors else ExitCode.BUILT)


def _pages(cell: Any) -> str:
    if not cell.pages:
        return "–"
    return f"{cell.pages}{f', {cell.overfull} too long' if cell.overfull else ''}"


def _row(row: Any) -> dict[str, Any]:
    cells = {cell.language: {"pages": cell.pages, "overfull": cell.overfull} for cell in row.cells}
    return {"part": row.part.subject or row.part.key, "title": row.part.title, "languages": cells}

"""The command that hands the book to the printer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from book.cli.root import book_option, cli, examples, format_option, languages_option
from book.cli.telling import near, plain, tell, tell_json, telling_progress
from book.errors import ExitCode
from book.world import World, find_book


@cli.command(
    short_help="Everything that a printer needs, in a folder and an archive.",
    epilog=examples(
        "make-book deliver                          all languages, to out/delivery/",
        "make-book deliver -l kk --copies 3000      the Kazakh book, with the number of copies",
        "make-book deliver -l kk --ticket ru        the job ticket in Russian",
    ),
)
@book_option
@languages_option
@click.option("-e", "--edition", metavar="EDITION", help="The edition (default: the book's only one for the press).")
@click.option("-o", "--out", metavar="DIR", type=click.Path(path_type=Path), help="Where to (default: out/delivery/).")
@click.option("--copies", type=click.IntRange(1), metavar="N", help="How many are to be printed.")
@click.option("--ticket", metavar="LANG", default="", help="The printer's language (default: the book's).")
@click.option("--no-plates", is_flag=True, help="Do not count ink on plates (Ghostscript): quicker, less exact.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), metavar="JOBS", help="Processes (default: one per processor)."
)
@format_option("text", "json")
def deliver(
    book: Path, languages: tuple[str, ...], edition: str | None, out: Path | None, copies: int | None, ticket: str,
    no_plates: bool, jobs: int | None, style: str,
) -> None:  # fmt: skip
    """Builds the book, judges the finished files as a printer would, and writes for each language DIR/<book>-<language>
    and the same as a zip: interior.pdf, cover.pdf, endpapers.pdf, the reports of preflight, a flat plan, the job ticket
    (XJDF for machines, PDF for people), SHA256SUMS.

    A language with an error that no waiver of book.yaml accepts is not handed over; then the command ends with 1."""
    from book.build import Order
    from book.build.delivering import Wish
    from book.build.delivering import deliver as hand_over

    world = World(find_book(book))
    where = (out or world.root / "out" / "delivery").absolute()
    order = Order(languages, (edition,) if edition else (), world.root / "out", jobs or 0)
    with telling_progress(style == "text") as progress:
        made = hand_over(world, order, Wish(where, copies or 0, ticket, not no_plates), progress)
    if style == "json":
        parcels = [
            {"language": one.language, "folder": str(one.folder), "archive": str(one.archive), "files": one.files}
            for one in made.parcels
        ]
        tell_json({"findings": [*made.outcome.findings, *plain(made.findings)], "parcels": parcels})
    else:
        tell((*made.outcome.findings, *plain(made.findings)), world)
        for one in made.parcels:
            click.echo(f"{one.language}: {len(one.files)} files: {near(one.archive)}")
        handed = {one.language for one in made.parcels}
        for book_made in made.outcome.made:
            if book_made.target.language not in handed:
                click.echo(f"{book_made.target.language}: not handed over, mend the errors first")
    sys.exit(ExitCode.BOOK_HAS_ERRORS if made.refused else ExitCode.BUILT)

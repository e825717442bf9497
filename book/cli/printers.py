"""The commands for those who hand the book to a printer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from book.cli.root import cli, examples, format_option
from book.cli.telling import Progress, near, tell_json, telling_progress, verdict
from book.errors import BookError, ExitCode
from book.world import World

if TYPE_CHECKING:
    from book.preflight.report_facts import PreflightReport


@cli.command(
    short_help="Judges a PDF as a printer would.",
    epilog=examples(
        "make-book preflight out/kk/print/interior.pdf",
        "make-book preflight advert.pdf --press coated-soft",
        "make-book preflight jacket.pdf --spots Gold,Varnish",
        "make-book preflight advert.pdf --html advert.html",
        "make-book preflight advert.pdf --format json",
    ),
)
@click.argument("file", metavar="FILE.pdf", type=click.Path(path_type=Path))
@click.option(
    "-C", "book", metavar="BOOK", type=click.Path(path_type=Path),
    help="The book whose press conditions hold (default: the one that FILE lies in, else the one here).",
)
@click.option("--press", default="", metavar="NAME", help="The press condition to judge by, from styles/press.yaml.")
@click.option("--spots", metavar="INK,…", help="The spot inks that are meant to be there; none: --spots ''.")
@click.option("--no-plates", is_flag=True, help="Do not count ink on plates (Ghostscript): quicker, less exact.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), metavar="JOBS", help="Processes (default: one per processor)."
)
@click.option(
    "--html", "page", metavar="PAGE.html", type=click.Path(path_type=Path, dir_okay=False),
    help="Also write a page for a browser: findings at their places, ink maps, fonts, pictures, boxes, flat plan.",
)
@format_option("text", "json")
def preflight(
    file: Path, book: Path | None, press: str, spots: str | None, no_plates: bool, jobs: int | None,
    page: Path | None, style: str,
) -> None:  # fmt: skip
    """Judges FILE.pdf, a book of this press or any other PDF, by what a printer asks for: PDF/X, boxes, bleed, inks,
    overprint, pictures, text and lines, ink coverage.

    Of a book as it was built, findings name the person or chapter, and the source with its line. Ends with 1 where the
    file has errors."""
    from book.build.preflighting import Wish, book_of
    from book.build.preflighting import preflight as judge
    from book.report.preflight import plain, text

    if page is not None and page.resolve() == file.resolve():
        raise BookError(f"{page} is the file itself", "Give the page another name.", ExitCode.WRONG_COMMAND)
    inks = None if spots is None else tuple(ink.strip() for ink in spots.split(",") if ink.strip())
    with telling_progress(style == "text") as progress:
        report = judge(file, book, Wish(press, inks, not no_plates, jobs=jobs or 0), progress)
        if page is not None:
            _write(page, file, report, progress)
    if style == "json":
        tell_json(plain(report))
    else:
        root = book_of(file, book).root
        for words in text(report, lambda path: near(root / path)):
            click.echo(words)
        if page is not None:
            click.echo(f"written: {near(page.absolute())}")
    sys.exit(verdict(report.findings))


def _write(page: Path, file: Path, report: PreflightReport, progress: Progress) -> None:
    from book.build.preflight_page import page_of

    with World.writing(page.absolute()) as out:
        out.write(page_of(file, report, progress).encode())

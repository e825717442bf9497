"""The commands that make and check a book."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from book.cli.root import book_option, cli, examples, format_option, languages_option
from book.cli.telling import near, plain, tell, tell_json, telling_progress, verdict
from book.errors import ExitCode
from book.world import World, find_book


@cli.command(
    short_help="Builds the book (also without a command).",
    epilog=examples(
        "make-book                          all languages and editions",
        "make-book -l kk -e proof           the Kazakh proof alone",
        "make-book -C ../yearbook -o /tmp/y another book, to another place",
        "make-book --why                    what was set anew, and why",
        "make-book --format json            the findings and the books, for a program",
    ),
)
@book_option
@languages_option
@click.option("-e", "--edition", "editions", multiple=True, metavar="EDITION", help="Only this edition (repeatable).")
@click.option(
    "-o", "--out", metavar="OUT", type=click.Path(path_type=Path), help="Where to (default: out/ in the book)."
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), metavar="JOBS", help="Processes (default: one per processor)."
)
@click.option("--why", is_flag=True, help="Say what was set anew, and why.")
@format_option("text", "json")
def build(
    book: Path, languages: tuple[str, ...], editions: tuple[str, ...], out: Path | None, jobs: int | None, why: bool,
    style: str,
) -> None:  # fmt: skip
    """Builds the book: OUT/<language>/<edition>/interior.pdf, with report.json and manifest.json beside it."""
    from book.build import Order
    from book.build import build as run

    world = World(find_book(book))
    order = Order(languages, editions, (out or world.root / "out").absolute(), jobs or 0)
    with telling_progress(style == "text") as progress:
        outcome = run(world, order, progress)
    if style == "json":
        tell_json({"findings": outcome.findings, "books": [_book(made, why) for made in outcome.made]})
    else:
        tell(outcome.findings, world)
        for made in outcome.made:
            if why:
                for reason in made.reasons:
                    click.echo(f"{made.target.language} {made.target.edition}: {reason}", err=True)
            click.echo(_made(made))
    sys.exit(ExitCode.BOOK_HAS_ERRORS if outcome.book_errors else ExitCode.BUILT)


def _book(made: Any, why: bool) -> dict[str, Any]:
    return {
        "language": made.target.language,
        "edition": made.target.edition,
        "pages": made.pages,
        "pdf": str(made.pdf) if made.pdf else None,
        "unchanged": not made.fresh,
        **({"reasons": made.reasons} if why else {}),
    }


def _made(made: Any) -> str:
    name = f"{made.target.language} {made.target.edition}"
    if made.pdf is None:
        return f"{name}: not built, mend the errors first"
    return f"{name}: {made.pages} pages{'' if made.fresh else ', nothing changed'}: {near(made.pdf)}"


@cli.command(
    short_help="Checks sources and catalogs without typesetting.",
    epilog=examples(
        "make-book check                    what is wrong, and what to do",
        "make-book check -C ../yearbook     the same for another book",
        "make-book check --format json      the findings for a program",
    ),
)
@book_option
@format_option("text", "json")
def check(book: Path, style: str) -> None:
    """Checks sources and catalogs without typesetting, in a second or two.

    Each finding says where it is, what is wrong, and what to do. Ends with 1 where the book has errors."""
    from book.build.catalogs import check_book
    from book.report.text import ordered, tally

    world = World(find_book(book))
    with telling_progress(style == "text") as progress:
        found = ordered(check_book(world, 0, progress))
    if style == "json":
        tell_json({"findings": plain(found)})
    else:
        tell(found, world)
        if not found:
            click.echo(tally(found))
    sys.exit(verdict(found))

"""argv -> one command. The only module that prints or exits.

Each command imports what it needs when it runs: an unchanged book is told so without loading the press.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import click

from book import __version__
from book.errors import BookError, ExitCode
from book.world import World, find_book

_EXAMPLES = """
\b
Examples:
  make-book                          all languages and editions of the book here
  make-book -l kk -e proof           the Kazakh proof alone
  make-book -C ../yearbook -o /tmp/y another book, to another place
  make-book --why                    what was set anew, and why
  make-book check                    sources and catalogs, without typesetting
  make-book catalogs update          new texts to the translators' catalogs
  make-book new person ivanova       a new profile to fill in
  make-book list resort --missing inspection --format csv
"""


class _DefaultBuild(click.Group):
    """A group in which words that are no command belong to `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--version", "--help", "-h"}
        if not args or (args[0] not in self.commands and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def _book_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "-C", "book", metavar="BOOK", default=".", type=click.Path(path_type=Path), help="The book's folder."
    )(command)


def _format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option("--format", "style", type=click.Choice(formats), default=formats[0], help="How to tell.")


@click.group(
    cls=_DefaultBuild,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLES,
)
@click.version_option(__version__, prog_name="make-book")
def cli() -> None:
    """Makes finished books from sources and message catalogs. Without a command it builds (see: make-book build -h)."""


@cli.command(epilog=_EXAMPLES)
@_book_option
@click.option("-l", "--language", "languages", multiple=True, metavar="LANG", help="Only this language (repeatable).")
@click.option("-e", "--edition", "editions", multiple=True, metavar="EDITION", help="Only this edition (repeatable).")
@click.option(
    "-o", "--out", metavar="OUT", type=click.Path(path_type=Path), help="Where to (default: out/ in the book)."
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), metavar="JOBS", help="Processes (default: one per processor)."
)
@click.option("--why", is_flag=True, help="Say what was set anew, and why.")
@_format_option("text", "json")
def build(
    book: Path, languages: tuple[str, ...], editions: tuple[str, ...], out: Path | None, jobs: int | None, why: bool,
    style: str,
) -> None:  # fmt: skip
    """Builds the book: OUT/<language>/<edition>/interior.pdf, with report.json and manifest.json beside it."""
    from book.build import Order
    from book.build import build as run
    world = World(find_book(book))
    order = Order(languages, editions, (out or world.root / "out").absolute(), jobs or 0)
    with _progress(style == "text") as progress:
        outcome = run(world, order, progress)
    if style == "json":
        _json(
            {
                "findings": outcome.findings,
                "books": [
                    {
                        "language": made.target.language,
                        "edition": made.target.edition,
                        "pages": made.pages,
                        "pdf": str(made.pdf) if made.pdf else None,
                        "unchanged": not made.fresh,
                        **({"reasons": made.reasons} if why else {}),
                    }
                    for made in outcome.made
                ],
            }
        )
    else:
        _tell(outcome.findings, world)
        for made in outcome.made:
            if why:
                for reason in made.reasons:
                    click.echo(f"{made.target.language} {made.target.edition}: {reason}", err=True)
            click.echo(_made(made))
    sys.exit(ExitCode.BOOK_HAS_ERRORS if outcome.book_errors else ExitCode.BUILT)


def _made(made: Any) -> str:
    name = f"{made.target.language} {made.target.edition}"
    if made.pdf is None:
        return f"{name}: not built, mend the errors first"
    return f"{name}: {made.pages} pages{'' if made.fresh else ', nothing changed'}: {_near(made.pdf)}"


@cli.command()
@_book_option
@_format_option("text", "json")
def check(book: Path, style: str) -> None:
    """Checks sources and catalogs without typesetting, in a second or two."""
    from book.build.catalogs import check_book
    from book.report.text import ordered, tally
    world = World(find_book(book))
    with _progress(style == "text") as progress:
        found = ordered(check_book(world, 0, progress))
    if style == "json":
        _json({"findings": _told(found)})
    else:
        _tell(_told(found), world)
        if not found:
            click.echo(tally(found))
    sys.exit(_verdict(found))


# --- translators ------------------------------------------------------------


@cli.group()
def catalogs() -> None:
    """Message catalogs: new texts to the translators, and how far they are."""


_LANGUAGES = click.option("-l", "--language", "languages", multiple=True, metavar="LANG", help="Only this language.")


@catalogs.command("update")
@_book_option
@_LANGUAGES
def catalogs_update(book: Path, languages: tuple[str, ...]) -> None:
    """Puts the book's texts into chapters/locale/<language>/<source>/*.po; nothing that a translator wrote is lost."""
    from book.build.catalogs import update_catalogs
    world = World(find_book(book))
    with _progress(True) as progress:
        made, desk = update_catalogs(world, languages, 0, progress)
    _tell(_told(made.findings if desk.manuscript else desk.findings), world)
    for path, stats in made.stats.items():
        if path in made.files:
            counts = ((stats.new, "new"), (stats.fuzzy, "to review"), (stats.revived, "back"), (stats.gone, "gone"))
            told = ", ".join(f"{count} {word}" for count, word in counts if count) or "comments or order"
            click.echo(f"{_near(world.root / path)}: {told}")
    if not made.files:
        click.echo("nothing to change: the catalogs have every text of the book")
    sys.exit(_verdict(made.findings if desk.manuscript else desk.findings))


@catalogs.command("status")
@_book_option
@_LANGUAGES
@_format_option("text", "json")
def catalogs_status(book: Path, languages: tuple[str, ...], style: str) -> None:
    """Tells per language and catalog how much is translated, fuzzy and missing."""
    from book.build.catalogs import catalog_status
    world = World(find_book(book))
    with _progress(style == "text") as progress:
        rows, desk = catalog_status(world, languages, 0, progress)
    if style == "json":
        import msgspec

        _json(msgspec.to_builtins(rows))
    else:
        from book.report.table import table

        heads = ("language", "from", "catalog", "texts", "translated", "fuzzy", "missing", "words left")
        lines = [
            (row.target, row.source, row.name, row.total, row.translated, row.fuzzy, row.missing, row.words_left)
            for row in rows
        ]
        click.echo(table(heads, lines))
    if desk.manuscript is None:
        _tell(_told(desk.findings), world)
        sys.exit(ExitCode.BOOK_HAS_ERRORS)


# --- telling ------------------------------------------------------------


def _near(path: Path) -> str:
    """The path as one would type it here."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(str(path)) else str(path)


def _tell(found: Any, world: World) -> None:
    """Findings as lines on standard error, notes left out, and how many there were."""
    if not found:
        return
    import msgspec

    from book.findings import Finding, Severity
    from book.report.text import line, tally

    findings = msgspec.convert(list(found), list[Finding])
    colours = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            text = line(finding, lambda path: _near(world.root / path))
            mark = f"{finding.severity.value} {finding.code}"
            click.echo(text.replace(mark, click.style(mark, fg=colours[finding.severity]), 1), err=True)
    click.echo(tally(findings), err=True)


def _told(findings: Any) -> Any:
    import msgspec

    return msgspec.to_builtins(list(findings))


def _verdict(findings: Any) -> ExitCode:
    return ExitCode.BOOK_HAS_ERRORS if any(finding.is_error for finding in findings) else ExitCode.BUILT


def _json(value: Any) -> None:
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=1).decode())


@contextlib.contextmanager
def _progress(wanted: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on a terminal; elsewhere a plain line when a stage ends; nothing where none is wanted."""
    if not wanted:
        yield lambda stage, done, total: None
        return
    if not sys.stderr.isatty():
        said: set[tuple[str, int]] = set()

        def plain(stage: str, done: int, total: int) -> None:
            if done == total and (stage, total) not in said:
                said.add((stage, total))
                click.echo(f"{stage}: {total}", err=True)

        yield plain
        return
    yield from _bars()


def _bars() -> Iterator[Callable[[str, int, int], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield show


def main() -> NoReturn:
    """The entry point: every way out leads through here."""
    # A terminated build ends like an interrupted one: workers are stopped, half-written files go.
    signal.signal(signal.SIGTERM, lambda *_: _interrupt())
    try:
        cli.main(prog_name="make-book", standalone_mode=False)
        sys.exit(ExitCode.BUILT)
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        sys.exit(ExitCode.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.WRONG_COMMAND)
    except BookError as error:
        hint = f" {error.hint}" if error.hint else ""
        click.echo(f"make-book: {error}.{hint}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        # A full disk, a folder that can't be written: the machine's, not the book's.
        click.echo(f"make-book: {error.strerror or error}: {error.filename or 'the book'}", err=True)
        sys.exit(ExitCode.MACHINE_LACKS)


def _interrupt() -> NoReturn:
    raise KeyboardInterrupt

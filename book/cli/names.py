"""The command for the names of people and places in all languages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any, BinaryIO

import click

from book.cli.root import book_option, cli, examples, format_option
from book.cli.telling import near, plain, tell, tell_json, telling_progress, verdict
from book.errors import ExitCode
from book.world import World, find_book


@cli.command(
    "names",
    short_help="All names in all languages: a table, and its corrections.",
    epilog=examples(
        "make-book names                        all names, and what is odd",
        "make-book names --odd                  only those at which somebody should look",
        "make-book names -o names.csv           for a spreadsheet, with proposals",
        "make-book names --apply names.csv      the corrected names into the sources",
        "make-book names --format json | jq -r '.names[] | select(.remarks != []) | .id'",
    ),
)
@click.option("--odd", is_flag=True, help="Only names with a remark.")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help="Write the table to a file, as CSV for a spreadsheet unless --format says json.",
)  # fmt: skip
@click.option(
    "--apply", "table", metavar="FILE", type=click.File("rb"),
    help="Put the corrections of a table into the sources: all of them, or none where one is wrong.",
)  # fmt: skip
@book_option
@format_option("table", "csv", "json")
def names_command(odd: bool, output: Path | None, table: BinaryIO | None, book: Path, style: str) -> None:
    """Tells the names of people, places and institutions in every language, with proposals for Latin letters
    by transliteration, and marks what is missing or odd.

    In the table that comes back, the columns kind, id and field say which name is meant, and the languages how it is
    spelt; rows may be left out, other columns count for nothing. CSV with commas, semicolons or tabs, in UTF-8 or as
    Excel's Unicode text. In the sources only the changed words change."""
    world = World(find_book(book))
    if table is not None:
        if odd or output is not None:
            raise click.UsageError("--apply reads a table: it goes with neither --odd nor -o")
        _apply(world, table, style)
    _tell(world, odd, output, style)


def _apply(world: World, table: BinaryIO, style: str) -> None:
    from book.build.names import apply_names
    from book.desk.names_back import MOST_BYTES

    name = str(Path(table.name).resolve()) if table.name not in ("-", "<stdin>") else "standard input"
    data = table.read(MOST_BYTES + 1)
    with telling_progress(style == "table") as progress:
        done = apply_names(world, name, data, progress)
    if style == "json":
        tell_json({"findings": plain(done.findings), "changed": done.written})
    else:
        tell(done.findings, world)
        for path, count in done.written.items():
            click.echo(f"{near(world.root / path)}: {count} name{'s' if count != 1 else ''}")
        if not done.findings and not done.written:
            click.echo("nothing to change: the sources say what the table says")
    sys.exit(verdict(done.findings))


def _tell(world: World, odd: bool, output: Path | None, style: str) -> None:
    from book.build.names import names
    from book.desk.names import sheet_rows

    with telling_progress(style == "table" and output is None) as progress:
        rows, desk = names(world, progress)
    if desk.manuscript is None:
        if style == "json":
            tell_json({"findings": plain(desk.findings), "names": []})
        else:
            tell(desk.findings, world)
        sys.exit(ExitCode.BOOK_HAS_ERRORS)
    shown = [row for row in rows if row.remarks or not odd]
    told = desk.manuscript.book
    if style == "json":
        _json(shown, output)
    elif style == "csv" or output is not None:
        from book.report.table import comma_separated

        data = comma_separated(*sheet_rows(shown, told)).encode("utf-8-sig")
        if output is None:
            click.echo(data, nl=False)
        else:
            _write(output, data)
    else:
        _table(shown, told)
    if output is not None or style == "table":
        marked = sum(1 for row in rows if row.remarks)
        click.echo(f"{len(rows)} names, {marked} with a remark", err=True)
    for path in (path for path in desk.unread if not path.endswith(".po")):
        click.echo(f"{near(world.root / path)} could not be read: see make-book check", err=True)


def _json(rows: Any, output: Path | None) -> None:
    found = [
        {"kind": row.kind, "id": row.id, "field": row.field, "forms": row.forms, "proposals": row.proposals,
         "remarks": row.remarks, "file": row.span.path, "line": row.span.line}
        for row in rows
    ]  # fmt: skip
    if output is None:
        tell_json({"names": found})
    else:
        import msgspec

        _write(output, msgspec.json.format(msgspec.json.encode({"names": found}), indent=1) + b"\n")


def _write(output: Path, data: bytes) -> None:
    with World.writing(output) as file:
        file.write(data)
    click.echo(f"{near(output.resolve())} written")


def _table(rows: Any, book: Any) -> None:
    from book.desk.names import table_rows
    from book.report.table import table

    heads, cells = table_rows(rows, book)
    if rows:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
        click.echo(table(heads, cells, width))

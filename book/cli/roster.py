"""The command that tells who is in the book."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import click

from book.cli.root import book_option, cli, examples, format_option
from book.cli.telling import near, plain, tell, tell_json, telling_progress
from book.errors import BookError, ExitCode
from book.world import World, find_book

_MANY = {"person": "people", "resort": "resorts"}


@cli.command(
    "list",
    short_help="Tells who is in the book, and what is missing.",
    epilog=examples(
        "make-book list person                        everybody, as a table",
        "make-book list person --missing portrait     who has no portrait",
        "make-book list resort --missing inspection   which were never inspected",
        "make-book list resort --missing contact.phone -l kk",
        "make-book list person --format csv > people.csv",
        "make-book list person --format json | jq -r '.entries[].id'",
    ),
)
@click.argument("kind", metavar="person|resort", type=click.Choice(tuple(_MANY)))
@click.option(
    "--missing", "fields", multiple=True, metavar="FIELD",
    help="Only those that lack this field, like portrait or inspection.date (repeated: that lack all of them).",
)  # fmt: skip
@book_option
@click.option("-l", "--language", metavar="LANG", default="", help="In which language (default: the source language).")
@format_option("table", "csv", "json")
def list_command(kind: str, fields: tuple[str, ...], book: Path, language: str, style: str) -> None:
    """Tells who is in the book, or which resorts, in the order of the language.

    CSV is UTF-8 with the mark by which Excel knows it. Dates are told as the sources write them."""
    from book.build.listing import language_of, localized
    from book.desk.absence import lacks, optional_fields
    from book.desk.roster import entries, of_kind

    known = optional_fields(kind)
    for field in fields:
        _known_field(field, known, kind)
    world = World(find_book(book))
    with telling_progress(style == "table") as progress:
        desk = localized(world, language, progress)
    if desk.manuscript is None:
        if style == "json":
            tell_json({"findings": plain(desk.findings), "entries": []})
        else:
            tell(desk.findings, world)
        sys.exit(ExitCode.BOOK_HAS_ERRORS)
    chosen = language_of(desk.manuscript, language)
    everything = of_kind(kind, desk.manuscript.documents)
    lacking = [one for one in everything if all(lacks(one, known[field]) for field in fields)]
    found = entries(lacking, desk.manuscript.vocabularies, chosen)
    unread = [path for path in desk.unread if path.endswith(".md")]
    if style == "json":
        findings = [finding for finding in desk.findings if finding.span.path in unread]
        tell_json({"language": chosen, "findings": plain(findings), "entries": plain(found)})
    else:
        _tell_entries(found, kind, style, world)
        if style == "table":
            lack = f" {'lacks' if len(found) == 1 else 'lack'} {' and '.join(fields)}" if fields else ""
            click.echo(f"{len(found)} of {len(everything)} {_MANY[kind]}{lack}", err=True)
        for path in unread:
            click.echo(f"{near(world.root / path)} could not be read: see make-book check", err=True)


def _known_field(field: str, known: Any, kind: str) -> None:
    from book.nearest import meant

    if field not in known:
        hint = meant(field, known, f"There are {', '.join(known)}.")
        message = f'a {kind} has no optional field "{field}"'
        raise BookError(message, hint[0].upper() + hint[1:], ExitCode.WRONG_COMMAND)


def _tell_entries(found: Any, kind: str, style: str, world: World) -> None:
    from book.desk.roster import SPARE, rows
    from book.report.table import comma_separated, table, without_spare

    heads, cells = rows(found, kind, {entry.file: near(world.root / entry.file) for entry in found})
    if style == "csv":
        click.echo(comma_separated(heads, cells).encode("utf-8-sig"), nl=False)
    elif found and not sys.stdout.isatty():
        click.echo(table(heads, cells))
    elif found:
        width = shutil.get_terminal_size().columns
        fitting, narrow = without_spare(heads, cells, width, SPARE[kind])
        click.echo(table(fitting, narrow, width))
        if len(fitting) < len(heads):
            left_out = ", ".join(head for head in heads if head not in fitting)
            click.echo(f"no room for {left_out}: see --format csv", err=True)

"""The editors' commands that write: a new book, a new source, schemas for their programs."""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path
from typing import Any

import click

from book.cli.root import book_option, cli, examples
from book.cli.telling import near, tell, tell_json, telling_progress
from book.errors import BookError, ExitCode
from book.world import SOURCES, World, find_book, new_folder

_FOLDERS = {"person": "profiles/", "resort": "resorts/", "chapter": ""}
_CONTENT = {"person": "people", "resort": "resorts"}


@cli.command(
    short_help="Begins a new small book that builds at once.",
    epilog=examples("make-book init yearbook            then: make-book -C yearbook"),
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Begins a new small book in DIR, a folder that is empty or not there yet.

    It has a chapter, two profiles and a resort to write over, vocabularies, catalogs in three languages, three
    editions, and JSON Schemas by which an editor's program completes and checks while typing."""
    from book.desk import starter

    files = starter.files(datetime.date.today().isoformat())
    new_folder(folder, files)
    where = near(folder.absolute())
    click.echo(f"{where}: a new book of {len(files)} files")
    click.echo(f"build it:  make-book{'' if where == '.' else f' -C {where}'}")
    click.echo(f"write it:  {near(folder.absolute() / 'README.md')} tells how")


# --- new sources ---------------------------------------------------------------------------------------------------


@cli.command(
    short_help="Writes a new profile, resort or chapter to fill in.",
    epilog=examples(
        "make-book new person ivanova       chapters/profiles/ivanova.md",
        "make-book new resort spring --lang ru",
        "make-book new chapter history      chapters/history.md",
    ),
)
@click.argument("kind", metavar="person|resort|chapter", type=click.Choice(tuple(_FOLDERS)))
@click.argument("id", metavar="ID")
@book_option
@click.option("--lang", metavar="LANG", help="The language of its texts (default: the book's).")
def new(kind: str, id: str, book: Path, lang: str | None) -> None:
    """Writes a new source with every field as an example. ID becomes its file's name, by which the book refers to it:
    small Latin letters, digits, - and _."""
    from book.build.catalogs import manuscript_of
    from book.desk.skeleton import Surroundings, skeleton

    world = World(find_book(book))
    path = f"{SOURCES}/{_FOLDERS[kind]}{id}.md"
    _allowed(id)
    with telling_progress(False) as progress, world.locked():
        desk = manuscript_of(world, 0, progress)
        if desk.manuscript is None:
            tell(desk.findings, world)
            sys.exit(ExitCode.BOOK_HAS_ERRORS)
        _free(id, world, desk.reading)
        of = desk.manuscript.book
        language = lang or of.source_language
        _known(language, (*of.languages, of.source_language), "the book has no language", "It has")
        keys = {name: tuple(term.key for term in one.terms) for name, one in desk.manuscript.vocabularies.items()}
        world.write(path, skeleton(kind, Surroundings(id, language, of.languages, keys)).encode())
    click.echo(near(world.root / path))
    click.echo(f"next: fill in what is needed, then {_next(kind, id, of)}")


def _allowed(id: str) -> None:
    from book.inline import ID

    if not ID.fullmatch(id):
        tamed = re.sub(r"[^a-z0-9_-]+", "_", id.lower()).strip("_-")
        like = f", like {tamed}" if ID.fullmatch(tamed) else ""
        rule = f"Write small Latin letters, digits, - and _, beginning with a letter{like}."
        raise BookError(f'"{id}" cannot be an id', rule, ExitCode.WRONG_COMMAND)


def _free(id: str, world: World, reading: Any) -> None:
    """Ids are unique in the book: those of documents, also unreadable ones, and of headings."""
    taken = {Path(path).stem: path for path in world.sources() if path.endswith(".md")}
    for summary in reading.summaries:
        for heading in summary.headings:
            taken.setdefault(heading.id, f"{summary.path}, line {heading.text.span.line}")
    if id in taken:
        where = near(world.root / taken[id])
        raise BookError(f'the id "{id}" is taken: {where}', "Choose another.", ExitCode.WRONG_COMMAND)


def _known(word: str, words: Any, what: str, list_of: str) -> None:
    from book.nearest import meant

    known = tuple(dict.fromkeys(words))
    if word not in known:
        hint = meant(word, known if len(word) > 3 else (), f"{list_of} {', '.join(known)}.")
        raise BookError(f"{what} {word}", hint[0].upper() + hint[1:], ExitCode.WRONG_COMMAND)


def _next(kind: str, id: str, book: Any) -> str:
    """What the editor does when the source is written."""
    if kind == "chapter":
        return f"name {id} in the chapters of a part in {SOURCES}/book.yaml, and run make-book check"
    if any(part.content == _CONTENT[kind] for part in book.parts):
        return "run make-book check"
    return f"give {SOURCES}/book.yaml a part with content: {_CONTENT[kind]}, or it is not printed; make-book check"


# --- schemas -------------------------------------------------------------------------------------------------------


@cli.command(
    short_help="JSON Schemas of the sources, for editors' programs.",
    epilog=examples(
        "make-book schema book              to standard output",
        "make-book schema -o .schemas       all of them, as files",
    ),
)
@click.argument("kind", metavar="[KIND]", required=False)
@click.option("-o", "--out", metavar="DIR", type=click.Path(path_type=Path), help="Write files to this folder.")
def schema(kind: str | None, out: Path | None) -> None:
    """Prints the JSON Schema of a KIND of source: person, resort, chapter, book, vocabulary, glossary (terms.yaml) or
    press (press.yaml); with -o writes it to DIR/KIND.schema.json. Without KIND: all of them.

    Programs with a YAML language server take those of book.yaml, of press.yaml and of the vocabularies. For the front
    matter of Markdown they need an extension that checks front matter against a schema."""
    from book.desk.starter import schema_file, schema_files
    from book.read import json_schema
    from book.read.schema import SCHEMAS

    if kind is not None:
        _known(kind, SCHEMAS, "there is no kind", "There are")
    if out is not None:
        for name, data in schema_files().items():
            if kind is None or name == schema_file(kind):
                with World.writing(out / name) as file:
                    file.write(data)
                click.echo(near((out / name).absolute()))
    else:
        tell_json(json_schema(kind) if kind else {name: json_schema(name) for name in SCHEMAS})

"""The commands that put finished pages on sheets."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import click

from book.cli.root import book_option, cli, examples, format_option, languages_option
from book.cli.telling import near, tell, tell_json, telling_progress
from book.errors import ExitCode
from book.world import World, find_book

_FORMATS = {
    "A2": (594, 420), "A3": (420, 297), "A4": (297, 210), "SRA2": (640, 450), "SRA3": (450, 320), "B2": (707, 500),
}  # fmt: skip
"""ISO 216 and 217, across."""

_edition = click.option(
    "-e", "--edition", "editions", multiple=True, metavar="EDITION",
    help="This edition (repeatable; default: those for the press).",
)  # fmt: skip
_out = click.option(
    "-o", "--out", metavar="OUT", type=click.Path(path_type=Path), help="Where to (default: out/ in the book)."
)
_jobs = click.option(
    "-j", "--jobs", type=click.IntRange(1, 256), metavar="JOBS", help="Processes (default: one per processor)."
)


class _Sheet(click.ParamType[tuple[float, float]]):
    """A sheet's size: a name, or width x height in mm."""

    name = "SIZE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, float]:
        known = _FORMATS.get(str(value).upper())
        if known:
            return known
        found = re.fullmatch(r"(\d{2,4}(?:\.\d+)?)\s*[x×]\s*(\d{2,4}(?:\.\d+)?)", str(value))
        if not found:
            self.fail(f"write {', '.join(_FORMATS)}, or width x height in mm like 720x520", param, ctx)
        return float(found[1]), float(found[2])


@cli.command(
    short_help="Puts the pages on printer's sheets, ready to fold.",
    epilog=examples(
        "make-book impose -l kk                       as the press condition says",
        "make-book impose --sheet A3 --nest           a dummy from an office printer",
        "make-book impose --sheet 720x520 --pages 16  sixteen pages a sheet",
    ),
)
@book_option
@languages_option
@_edition
@click.option("--sheet", type=_Sheet(), help="The sheet: A2, A3, A4, SRA3, SRA2, B2, or like 720x520 (mm).")
@click.option("--pages", type=click.IntRange(4, 256), metavar="N", help="Pages a section (4, 8, 16 or 32 to a sheet).")
@click.option("--nest", is_flag=True, help="Sections of nested sheets with four pages each, printed on both sides.")
@_out
@_jobs
@format_option("text", "json")
def impose(
    book: Path, languages: tuple[str, ...], editions: tuple[str, ...], sheet: tuple[float, float] | None,
    pages: int | None, nest: bool, out: Path | None, jobs: int | None, style: str,
) -> None:  # fmt: skip
    """Builds the book and puts its pages on sheets: OUT/<language>/<edition>/imposed.pdf.

    Each sheet is a pair of pages, front and back, to be printed on both sides and turned over sideways. Inner pages are
    moved towards the spine by what the paper's thickness makes them creep out. Marks show where to cut and to fold,
    and on the back of each section a bar by which a missing one is seen."""
    from book.build import Order
    from book.build.imposing import Wish, imposed_books

    world = World(find_book(book))
    order = Order(languages, editions, (out or world.root / "out").absolute(), jobs or 0)
    width, height = sheet or (0.0, 0.0)
    with telling_progress(style == "text") as progress:
        outcome, written = imposed_books(world, order, Wish(width, height, pages or 0, nest), progress)
    _tell(outcome, written, style, world)


@cli.command(
    short_help="All spreads small, with sections, blanks and plates.",
    epilog=examples(
        "make-book flatplan -l en           the English book on a few pages",
        "make-book flatplan -e proof        of another edition",
    ),
)
@book_option
@languages_option
@_edition
@_out
@_jobs
@format_option("text", "json")
def flatplan(
    book: Path, languages: tuple[str, ...], editions: tuple[str, ...], out: Path | None, jobs: int | None, style: str
) -> None:
    """Builds the book and draws its flat plan: OUT/<language>/<edition>/flatplan.pdf."""
    from book.build import Order
    from book.build.imposing import flat_plans

    world = World(find_book(book))
    order = Order(languages, editions, (out or world.root / "out").absolute(), jobs or 0)
    with telling_progress(style == "text") as progress:
        outcome, written = flat_plans(world, order, progress)
    _tell(outcome, written, style, world)


def _tell(outcome: Any, written: Any, style: str, world: World) -> None:
    if style == "json":
        files = [_file(one) for one in written]
        tell_json({"findings": outcome.findings, "files": files})
    else:
        tell(outcome.findings, world)
        for one in written:
            click.echo(f"{near(one.path)}: {_summary(one)}")
    sys.exit(ExitCode.BOOK_HAS_ERRORS if outcome.book_errors else ExitCode.BUILT)


def _file(one: Any) -> dict[str, Any]:
    if one.imposed is None:
        return {"file": str(one.path), "pages": one.pages}
    sections = list(one.imposed.sections)
    return {"file": str(one.path), "sheets": one.imposed.sheets, "sections": sections, "blanks": one.imposed.blanks}


def _summary(one: Any) -> str:
    if one.imposed is None:
        return _many(one.pages, "page")
    count = len(one.imposed.sections)
    blanks = f", {_many(one.imposed.blanks, 'blank page')} at the end" if one.imposed.blanks else ""
    return f"{_many(one.imposed.sheets, 'sheet')}, {_many(count, 'section')}{blanks}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"

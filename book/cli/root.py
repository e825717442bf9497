"""The command itself: what holds for all of its commands, and the options that they share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from book import __version__
from book.cli.telling import tell_json
from book.errors import BookError

_JSON = "book.json"
"""Where a context keeps that nothing but JSON is to be printed."""

CLOSED_PIPE = 141
"""As a shell tells it of a program that wrote to one that had ended (`make-book list person | head -1`)."""

EXAMPLES = """
\b
Examples:
  make-book                          all languages and editions of the book here
  make-book -l kk -e proof           the Kazakh proof alone
  make-book -C ../yearbook -o /tmp/y another book, to another place
  make-book check                    sources and catalogs, without typesetting
  make-book catalogs update          new texts to the translators' catalogs
  make-book init yearbook            a new small book
  make-book new person ivanova       a new profile to fill in
  make-book list resort --missing inspection --format csv
  make-book names -o names.csv       all names in all languages, for a spreadsheet

\b
Exit codes:
  0 done, 1 the book has errors, 2 wrong command, 3 the machine lacks something, 130 interrupted
"""


def examples(*lines: str) -> str:
    """The examples of one command, below its help."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


class Root(click.Group):
    """A group in which options without a command belong to `build`; -C may stand before the command, too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        before, rest = _folder_first(args)
        if rest and rest[0] in self.commands:
            args = [*rest, *before]
        elif rest and not rest[0].startswith("-"):
            ctx.fail(_no_command(rest[0], self.commands))
        elif not args or args[0] not in {"--version", "--help", "-h"}:
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            ctx.color = False
        try:
            return super().invoke(ctx)
        except BookError as error:
            if ctx.meta.get(_JSON):
                tell_json({"error": {"message": str(error), "hint": error.hint, "exit_code": int(error.exit_code)}})
            raise
        except BrokenPipeError:
            os._exit(CLOSED_PIPE)  # an ordinary end would try to write the rest


def _folder_first(args: list[str]) -> tuple[list[str], list[str]]:
    """(`-C BOOK` at the beginning, the rest)."""
    at = 0
    while at < len(args) and args[at].startswith("-C"):
        at += 2 if args[at] == "-C" else 1
    return args[:at], args[at:]


def _no_command(word: str, commands: Any) -> str:
    from book.nearest import meant

    hint = meant(word, commands, f"There are {', '.join(sorted(commands))}.")
    return f'there is no command "{word}". {hint[0].upper()}{hint[1:]}'


class Commands(click.Group):
    """A group of commands below the command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            ctx.fail(_no_command(args[0], self.commands))
        return super().resolve_command(ctx, args)


SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Root, context_settings=SETTINGS, epilog=EXAMPLES)
@click.version_option(__version__, prog_name="make-book", message="%(prog)s %(version)s")
def cli() -> None:
    """Makes finished books from sources and message catalogs.

    Without a command it builds: see `make-book build -h` for the options."""


def book_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "-C",
        "book",
        metavar="BOOK",
        default=".",
        type=click.Path(path_type=Path),
        help="The book's folder (default: this one, or the nearest above it that holds a book).",
    )(command)


def format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`style` is one of `formats`; with json nothing else comes to standard output, whatever happens."""

    def remember(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
        ctx.meta[_JSON] = value == "json"
        return value

    return click.option(
        "--format", "style", type=click.Choice(formats), default=formats[0], show_default=True, callback=remember,
        help="How to tell it.",
    )  # fmt: skip


languages_option = click.option(
    "-l", "--language", "languages", multiple=True, metavar="LANG", help="Only this language (repeatable)."
)

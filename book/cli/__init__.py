"""argv -> one command. The only room that prints or exits.

Each command imports what it needs when it runs: an unchanged book is told so without loading the press.
"""

from __future__ import annotations

import gc
import signal
import sys
from typing import NoReturn

import click

from book.cli import building, delivering, editors, freezing, imposing, names, printers, proofs, roster, translators
from book.cli.root import cli
from book.errors import BookError, ExitCode

COMMANDS = (building, translators, freezing, editors, roster, names, proofs, imposing, printers, delivering)
"""The modules that add their commands to `cli`."""


def main() -> NoReturn:
    """The entry point: every way out leads through here."""
    # A terminated build ends like an interrupted one: workers are stopped, half-written files go.
    signal.signal(signal.SIGTERM, lambda *_: _interrupt())
    # A process that reads a thousand values and ends finds little garbage; looking for it costs a tenth of the time.
    # One that sets pages looks more often (build/engines.py).
    gc.set_threshold(100_000, 20, 50)
    try:
        cli.main(prog_name="make-book", standalone_mode=False)
        sys.exit(ExitCode.BUILT)
    except (click.exceptions.Abort, KeyboardInterrupt):
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

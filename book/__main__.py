"""`python -m book` is `make-book`."""

import contextlib
import os
import sys

from book.cli import main


def run() -> None:
    """Runs the command line, then ends the process at once: to take down what was built up piece by piece would take a
    large book a tenth of a second. Every file is whole and every worker ended when a command comes back."""
    try:
        main()
    except SystemExit as done:
        code = int(done.code or 0)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError):  # who read it has gone, or it was closed from the start
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()

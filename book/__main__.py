"""`python -m book` is `make-book`."""

import contextlib
import io
import os
import sys
from typing import NoReturn

from book.cli import main


def run() -> NoReturn:
    """Runs the command line, then ends the process at once: to take down what was built up piece by piece would take a
    large book a tenth of a second. Every file is whole and every worker ended when a command comes back."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it was closed before Python began
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), "utf-8"))
    try:
        main()
    except SystemExit as done:
        code = int(done.code or 0)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # who read it has gone
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()

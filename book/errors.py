"""What stops the work as a whole, and the exit codes. Standard library only: the quick path imports it."""

from __future__ import annotations

import enum


class ExitCode(enum.IntEnum):
    """The process's exit code."""

    BUILT = 0
    BOOK_HAS_ERRORS = 1
    WRONG_COMMAND = 2
    MACHINE_LACKS = 3
    INTERRUPTED = 130


class BookError(Exception):
    """The machine or the command cannot do the work: no Pango, a full disk, an unknown folder. `hint`: what to do."""

    def __init__(self, message: str, hint: str = "", exit_code: ExitCode = ExitCode.MACHINE_LACKS) -> None:
        super().__init__(message)
        self.hint = hint
        self.exit_code = exit_code

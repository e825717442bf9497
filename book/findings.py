"""What an editor, a translator or a printer can mend: values, never exceptions. Imports nothing of book."""

from __future__ import annotations

import enum

import msgspec


class Severity(enum.Enum):
    """How bad a finding is: an error stops a book, a warning does not, a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Where a value stands in a source or a catalog.

    `path` is relative to the book folder, with forward slashes; `line` and `column` count from 1, in characters;
    0 means "the file as a whole".
    """

    path: str = ""
    line: int = 0
    column: int = 0


def place_of(source: str) -> Span:
    """The place that HTML names in its attribute data-src: path:line."""
    path, _, line = source.rpartition(":")
    return Span(path, int(line)) if path and line.isdigit() else Span(source)


class Finding(msgspec.Struct, frozen=True):
    """One thing to mend. `code` is stable (a letter and three digits); `hint` says what to do.

    `page` is the printed label of the page, `subject` the id of the person, resort or chapter, `language` the
    language of the book in which it was found; all three empty where they do not apply. `box` is the place on the page
    where one can be shown: left, top, right, bottom in mm from the upper left corner of the trimmed page.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    span: Span = Span()
    page: str = ""
    subject: str = ""
    language: str = ""
    box: tuple[float, float, float, float] | None = None

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

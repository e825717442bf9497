"""The codes of findings that only the build as a whole makes: code -> (severity, why it matters, what to do)."""

from __future__ import annotations

from book.findings import Severity

E = Severity.ERROR

CODES: dict[str, tuple[Severity, str, str]] = {
    "B001": (E, "without book.yaml there is no book", "make the file readable"),
    "B002": (E, "of two vocabularies of one name only one can be read", "put their terms into one file"),
    "B010": (E, "a waiver that waives nothing would hide the next finding", "take it out of book.yaml"),
    "L020": (
        Severity.WARNING,
        "a translation that needs a page more than all others bursts what was designed for it",
        "shorten it by the lines on its last page",
    ),
    "L091": (
        E,
        "page numbers that move what they name cannot be true",
        "reword the text near a page reference so that its line has room",
    ),
}

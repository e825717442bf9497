"""Every code of the findings made over catalogs: code -> (severity, why it matters, what to do).

C010 to C013 are warnings in an edition for reading, errors in a strict one.
"""

from __future__ import annotations

from book.findings import Severity

E = Severity.ERROR
W = Severity.WARNING

CODES: dict[str, tuple[Severity, str, str]] = {
    "C001": (E, "a catalog that cannot be read loses its translations", "mend the line, or take an earlier file"),
    "C002": (E, "a catalog in another encoding loses its letters", "save the catalog as UTF-8"),
    "C003": (E, "of two translations of one message only one could be printed", "keep the better one"),
    "C004": (E, "two edits of the catalog were never joined", "choose one of the two, and delete the marks"),
    "C005": (E, "a NUL character is the sign of a damaged file", "take an earlier file"),
    "C006": (E, "a file, a line or a message of this size is none of a book", "split it"),
    "C007": (E, "with wrong plural forms gettext's programs refuse the catalog", "write those of the language"),
    "C008": (E, "a catalog of another language would be printed in the wrong book", "put it where it belongs"),
    "C010": (W, "a text without a translation is printed in its own language", "translate it in its catalog"),
    "C011": (W, "a fuzzy translation was made for another text and is not printed", "confirm or mend it"),
    "C012": (
        W,
        "a translation that loses a reference, an index mark or a footnote breaks the book",
        "put in what the source has, as it stands there",
    ),
    "C013": (W, "markup that cannot be read would be printed", "close what is open, as in the source"),
}

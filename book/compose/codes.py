"""The codes of findings on the cover, which is judged by measures before it is set."""

from __future__ import annotations

from book.findings import Severity

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: dict[str, tuple[Severity, str, str]] = {
    "P801": (
        W,
        "words on a spine that is too narrow run over its edges as soon as the binder is off by a millimetre",
        "leave the spine bare, or give shorter words for it: cover: {spine: …} in book.yaml",
    ),
    "P802": (N, "shops and libraries take in a book by the ISBN on its cover", "add it to isbn in book.yaml"),
    "P803": (E, "a barcode of a wrong number sells another book", "compare the ISBN with the agency's letter"),
    "P804": (E, "text that does not fit its place on the cover is cut off or covers something else", "shorten it"),
}

"""The codes of findings that the press makes itself: code -> (severity, why it matters, what to do)."""

from __future__ import annotations

from book.findings import Severity

E, W = Severity.ERROR, Severity.WARNING

CODES: dict[str, tuple[Severity, str, str]] = {
    "L090": (E, "a picture that cannot be decoded leaves a hole in the page", "save it again from the original"),
    "P490": (
        W,
        "without its profile nobody knows which colours the numbers mean",
        "save it again with a profile; until then it is read as sRGB, or as the press's own inks",
    ),
}

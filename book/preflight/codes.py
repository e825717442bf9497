"""What can be wrong with a PDF before anything in it can be judged: code -> (severity, why, hint)."""

from __future__ import annotations

from book.findings import Severity

_AGAIN = "Get the file once more, or save it anew from the program that made it"

CODES: dict[str, tuple[Severity, str, str]] = {
    "P901": (Severity.ERROR, "only a PDF can be judged", "Give the path of a PDF"),
    "P902": (Severity.ERROR, "a file that asks for a password cannot be judged, nor printed",
             "Save the file without protection"),
    "P903": (Severity.ERROR, "a file that was cut short or damaged on its way prints in part, or not at all", _AGAIN),
    "P904": (Severity.ERROR, "there is nothing to print", _AGAIN),
    "P905": (Severity.ERROR, "a file that takes a program all its time or memory stops the printer's, too", _AGAIN),
    "P906": (Severity.WARNING, "without plates the ink on a page is not counted, but only estimated",
             "Open the file with Ghostscript to see what it says of it"),
}  # fmt: skip

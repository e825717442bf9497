"""Codes of what is wrong with a table of names that comes back: code -> (severity, why it matters, what to do)."""

from __future__ import annotations

from book.findings import Severity

E = Severity.ERROR

CODES: dict[str, tuple[Severity, str, str]] = {
    "B030": (E, "a table in another form cannot be read", "save it as CSV UTF-8"),
    "B031": (E, "a name goes to the place that its row names", "take its row from `make-book names -o names.csv`"),
    "B032": (E, "what is written into the sources must be a name", "correct the cell"),
    "B033": (E, "only a plain map of languages is changed by a program", "change it in the file itself"),
}

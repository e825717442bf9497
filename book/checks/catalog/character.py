"""Letters made of two characters, and characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity

CODE = "C107"
SEVERITY = Severity.WARNING
WHY = "such letters are found by no search, sort wrongly and break hyphenation"
HINT = "type the word anew"

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffd\x00-\x08\x0b-\x1f\x7f-\x9f]")


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        text = message.translation
        if text.isascii() and text.isprintable():
            continue
        if not unicodedata.is_normalized("NFC", text):
            word = next((word for word in text.split() if not unicodedata.is_normalized("NFC", word)), "")
            right = unicodedata.normalize("NFC", word)
            what = f"a letter of {right!r} is made of two characters (the text is not in NFC)"
            yield message.finding(CODE, facts.path, what, HINT)
        hidden = _HIDDEN.search(text)
        if hidden and hidden[0] not in message.source:
            name = unicodedata.name(hidden[0], "a control character").lower()
            near = _HIDDEN.sub("", text[max(0, hidden.start() - 12) : hidden.end() + 12]).strip()
            what = f"a character that nobody sees, U+{ord(hidden[0]):04X} ({name}), at {near!r}"
            yield message.finding(CODE, facts.path, what, "delete it; the press hyphenates by itself")

"""Spaces that are too many: two in a row, before a comma or a full stop, at an end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity

CODE = "C105"
SEVERITY = Severity.WARNING
WHY = "a space too many is a sign of words that were cut out, and may be seen in print"
HINT = "delete the space"

_FAULTS = (
    (re.compile(r"\S[^\S\n]{2,}\S"), "two spaces in a row"),
    (re.compile(r"\S[^\S\n]+[,.](?![\w.…])"), "a space before {0}"),
    (re.compile(r"^\s+\S"), "a space at the beginning"),
    (re.compile(r"\S\s+$"), "a space at the end"),
)


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        text = message.translation
        for pattern, what in _FAULTS:
            found = pattern.search(text)
            if found and not pattern.search(message.source):
                begin, end = max(0, found.start() - 15), found.end() + 15
                where = text[begin:end].strip()
                said = what.format("a comma" if found[0].endswith(",") else "a full stop")
                yield message.finding(CODE, facts.path, f"{said}: {where!r}", HINT)
                break

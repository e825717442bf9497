"""A translation that ends with another mark than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity

CODE = "C106"
SEVERITY = Severity.WARNING
WHY = "a lost full stop, question mark or colon changes what a sentence is, and is seen in lists"
HINT = "end it as the source ends"

_END = re.compile(r"(\.{3}|[.!?…:;,])?[\s\"'’»”“)\]]*$")
_ABBREVIATION = re.compile(r"(?:^|[\s\d(–-])[^\W\d_]{1,5}\.[\s\"'’»”“)\]]*$")
"""What ends with a full stop of its own: г., жж., etc."""


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        before, after = _mark(message.said), _mark(message.says)
        if before == after or not message.said.strip() or not message.says.strip():
            continue
        plain_stop = {before, after} == {"", "."}
        if plain_stop and _ABBREVIATION.search(message.said if before else message.says):
            continue
        what = f"the source ends with {before or 'no mark'}, the translation with {after or 'no mark'}: "
        yield message.finding(CODE, facts.path, what + f"…{message.says.rstrip()[-25:]}", HINT)


def _mark(text: str) -> str:
    found = _END.search(text)
    mark = found[1] or "" if found else ""
    return "…" if mark == "..." else mark

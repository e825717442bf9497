"""A translation that ends with another mark than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity
from book.language.tongue import tongue

CODE = "C106"
SEVERITY = Severity.WARNING
WHY = "a lost full stop, question mark or colon changes what a sentence is, and is seen in lists"
HINT = "end it as the source ends"

_CLOSING = " \t\n\u00a0\"'’»”“)]"
_MARKS = ".!?…:;,"
_VOWELS = set("аәеёиоөуұүыіэюяaeiouy")


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        before, after = _mark(message.said), _mark(message.says)
        if before == after or not message.said.strip() or not message.says.strip():
            continue
        shortened = _shortened(message.said, facts.source_language) or _shortened(message.says, facts.language)
        if {before, after} == {"", "."} and shortened:
            continue
        what = f"the source ends with {before or 'no mark'}, the translation with {after or 'no mark'}: "
        yield message.finding(CODE, facts.path, what + f"…{message.says.rstrip()[-25:]}", HINT)


def _shortened(text: str, lang: str) -> bool:
    """Whether the full stop at the end is that of a short form: г., жж., etc."""
    said = text.rstrip(_CLOSING)
    word = re.split(r"[\s\d(.–-]", said[:-1][-20:])[-1].lower()
    if said[-1:] != "." or not word.isalpha():
        return False
    forms = tongue(lang).rules.typography
    listed = (forms.abbreviations_before_next, forms.abbreviations_after_previous, forms.after_number, *forms.runs)
    return len(word) <= 2 or not _VOWELS & set(word) or word in " ".join(listed).split()


def _mark(text: str) -> str:
    said = text.rstrip(_CLOSING)
    return "…" if said.endswith("...") else said[-1:] if said[-1:] in _MARKS else ""

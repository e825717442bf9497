"""A text that stands in the translation as it stood in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity
from book.language.tongue import tongue

CODE = "C110"
SEVERITY = Severity.WARNING
WHY = "a program's “copy from source” leaves the other language in the book"
HINT = "translate it; or, if it is the same in both languages, say so in the comment “ok C110: why”"

_SAME_SCRIPT = 4
"""Words; Russian and Kazakh share "Невролог" and "Хирург, онколог"."""


def check(facts: CatalogFacts) -> Iterator[Finding]:
    source_is_latin, target_is_latin = _latin(facts.source_language), _latin(facts.language)
    for message in facts.asked(CODE):
        if message.said.strip() != message.says.strip():
            continue
        script = r"[A-Za-z\u00c0-\u024f]" if source_is_latin else r"[^\W\d_A-Za-z\u00c0-\u024f]"
        words = re.findall(rf"{script}{{2,}}", message.said)  # in the script of the source: others are titles, brands
        if source_is_latin == target_is_latin:
            bad = len(words) >= _SAME_SCRIPT
        elif source_is_latin:  # a brand may stay as it is: WeasyPrint, Source Serif
            bad = len(words) > 1 and sum(word.islower() for word in words) * 3 >= len(words)
        else:
            bad = bool(words)
        if bad:
            yield message.finding(CODE, facts.path, f"not translated, but copied: {_short(message.says)}", HINT)


def _latin(language: str) -> bool:
    """Whether a language is written in Latin letters, by the names of its months."""
    return tongue(language).rules.months["month"][0][0] < "\u0250"


def _short(text: str) -> str:
    return text if len(text) <= 50 else text[:49].rstrip() + "…"

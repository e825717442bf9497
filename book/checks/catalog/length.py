"""A translation that is much shorter or longer than its source."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity

CODE = "C111"
SEVERITY = Severity.WARNING
WHY = "half of a text was forgotten, or two were put into one"
HINT = "compare it with the source, sentence by sentence"

_FROM = 40
"""Characters; shorter texts differ by nature."""
_SHORTEST, _LONGEST = 0.5, 2.0
"""Measured on the specimen: texts of 40 characters and more have 0.70 to 1.63 of the length of their sources."""


def check(facts: CatalogFacts) -> Iterator[Finding]:
    for message in facts.asked(CODE):
        before, after = len(message.said), len(message.says)
        if before and max(before, after) >= _FROM and not _SHORTEST * before <= after <= _LONGEST * before:
            amount = "shorter" if after < before else "longer"
            what = f"much {amount} than its source: {after} characters for {before}"
            yield message.finding(CODE, facts.path, what, HINT)

"""Quotation marks that open and do not close, or belong to another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from book.checks.catalog.facts import CatalogFacts
from book.findings import Finding, Severity
from book.language.quotes import edits
from book.language.tongue import tongue

CODE = "C104"
SEVERITY = Severity.WARNING
WHY = "a mark that has no partner is printed as it was typed; marks of another language look like a slip"
HINT = "give each mark its partner"

_MARKS = re.compile('["«»„“”]')


def check(facts: CatalogFacts) -> Iterator[Finding]:
    quotes = tongue(facts.language).rules.quotes
    for message in facts.asked(CODE):
        text = message.says
        typed = [match.start() for match in _MARKS.finditer(text)]
        if not typed:
            continue
        foreign = next((at for at in typed if text[at] not in quotes and text[at] != '"'), None)
        alone = _alone(text, typed, quotes)
        if alone is not None:
            what = f"a quotation mark without its partner: {_around(text, alone)}"
            yield message.finding(CODE, facts.path, what, HINT)
        elif foreign is not None:
            what = f"{text[foreign]} is not a quotation mark of this language: {_around(text, foreign)}"
            outer, inner = f"{quotes[0]}…{quotes[1]}", f"{quotes[2]}…{quotes[3]}"
            yield message.finding(CODE, facts.path, what, f"write {outer}, and {inner} inside them")


def _alone(text: str, typed: list[int], quotes: tuple[str, str, str, str]) -> int | None:
    """Where a mark stands that closes nothing, or that nothing closes."""
    set_so = {start: mark for start, _, mark in edits(text, quotes)}
    open_marks: list[int] = []
    for at in typed:
        if at not in set_so:
            return at
        if set_so[at] in (quotes[0], quotes[2]) and set_so[at] != quotes[3 if open_marks else 1]:
            open_marks.append(at)
        elif open_marks:
            open_marks.pop()
    return open_marks[0] if open_marks else None


def _around(text: str, at: int) -> str:
    """The mark with a few words beside it."""
    begin, end = max(0, at - 20), at + 21
    return f"{'…' if begin else ''}{text[begin:end].strip()}{'…' if end < len(text) else ''}"

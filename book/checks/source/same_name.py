"""Two people of one name."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, warning
from book.findings import Finding, Severity
from book.model import Language, Summary

CODE = "S209"
SEVERITY = Severity.WARNING
WHY = "a reader cannot tell two people of one name apart in the index"
HINT = "merge the two profiles if they are one person; else add a patronymic"


def check(facts: SourceFacts) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], Summary] = {}
    for summary in facts.summaries:
        if summary.kind != "person":
            continue
        for language in facts.book.languages:
            first = seen.setdefault(_name(summary, language), summary)
            if first is not summary:
                surname, given, patronymic = _name(summary, language)[1:]
                words = " ".join(word for word in (surname, given, patronymic) if word)
                what = f"{words} is also the name of the person in {first.path}"
                yield warning(CODE, summary.texts["surname"].span, what, HINT, summary.id)
                break


def _name(summary: Summary, language: Language) -> tuple[str, ...]:
    """(language, surname, given name, patronymic)."""
    parts = (summary.texts.get(role) for role in ("surname", "given", "patronymic"))
    return (language, *((part.forms or {}).get(language, "") if part else "" for part in parts))

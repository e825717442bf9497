"""Three and more lines in a row that end in a hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.layout.facts import LayoutFacts, TextFact, found
from book.findings import Finding, Severity

CODE = "L008"
SEVERITY = Severity.NOTE
WHY = "a ladder of hyphens catches the eye; the engine cannot limit it"
HINT = "Reword the paragraph, or keep a word whole"
MOST = 2


def check(facts: LayoutFacts) -> Iterator[Finding]:
    for page in facts.pages:
        run: list[TextFact] = []
        for text in _line_ends(page.texts):
            if text.hyphenated:
                run.append(text)
                if len(run) == MOST + 1:
                    message = f"{len(run)} lines in a row end in a hyphen"
                    yield found(CODE, SEVERITY, message, HINT, page, text.source)
            else:
                run = []


def _line_ends(texts: tuple[TextFact, ...]) -> Iterator[TextFact]:
    """The last run of each line of running text."""
    for at, text in enumerate(texts):
        following = texts[at + 1] if at + 1 < len(texts) else None
        if text.zone == "body" and (following is None or following.top > text.top + 1 or following.x0 < text.x0):
            yield text

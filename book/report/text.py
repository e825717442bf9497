"""Findings as lines: `path:line:column: severity CODE: what. Hint: what to do.`"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from book.findings import Finding, Severity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, in the order of the sources. The same text missing in two editions of one language is one; so
    is what a style sheet does to every page: without a place, the first page that shows it is enough."""
    unique: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        subject = finding.subject if finding.span.path else ""
        same = (finding.code, finding.span, finding.message, subject, finding.language)
        known = unique.get(same)
        if known is None or _ORDER[finding.severity] < _ORDER[known.severity]:
            unique[same] = finding
    return sorted(unique.values(), key=lambda f: (f.span, f.language, f.page.zfill(6), f.code, f.message))


def ordered_again(findings: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    """ordered() for findings as plain data."""
    read = msgspec.convert(list(findings), list[Finding])
    plain: list[dict[str, object]] = msgspec.to_builtins(ordered(read), str_keys=True)
    return plain


_TOGETHER = {"C010", "C011"}
"""Untranslated texts: there may be thousands, and one line for each catalog says what to do."""


def together(findings: Iterable[Finding]) -> list[Finding]:
    """The findings for reading, in their order: of untranslated texts the first of each catalog, with how many more
    there are. Their hint names the catalog, so that the same hint means the same catalog."""
    kept: list[Finding] = []
    more: dict[tuple[object, ...], int] = {}
    for finding in findings:
        same = _same_catalog(finding)
        if finding.code in _TOGETHER and finding.span.path:
            more[same] = more.get(same, -1) + 1
            if more[same]:
                continue
        kept.append(finding)
    return [_counted(finding, more.get(_same_catalog(finding), 0)) for finding in kept]


def _same_catalog(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.severity, finding.language, finding.hint


def _counted(finding: Finding, more: int) -> Finding:
    if not more:
        return finding
    hint = f"{_sentence(finding.hint)} `make-book catalogs status --html FILE` shows them all."
    message = f"{finding.message} (and {more} more text{'s' if more != 1 else ''} of this catalog)"
    return replace(finding, message=message, hint=hint)


def line(finding: Finding, located: Callable[[str], str]) -> str:
    """One finding; `located` turns a path of the book into the path as the user would open it."""
    place = ""
    if finding.span.path:
        place = located(finding.span.path)
        if finding.span.line:
            place += f":{finding.span.line}:{max(1, finding.span.column)}"
        place += ": "
    where = " ".join(part for part in (finding.language, f"page {finding.page}" if finding.page else "") if part)
    about = f" [{where}]" if where else ""
    if finding.subject and (not finding.span.path or finding.span.path.endswith(".po")):
        about += f" {finding.subject}:"
    hint = f" Hint: {_sentence(finding.hint)}" if finding.hint else ""
    return f"{place}{finding.severity.value} {finding.code}:{about} {_sentence(finding.message)}{hint}"


def _sentence(words: str) -> str:
    words = " ".join(words.split())
    return words if words.endswith((".", "!", "?", "…")) else words + "."


def tally(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`, or "no findings"; notes are counted too."""
    counts = {severity: sum(1 for finding in findings if finding.severity is severity) for severity in Severity}
    parts = [f"{count} {severity.value}{'s' if count != 1 else ''}" for severity, count in counts.items() if count]
    return ", ".join(parts) or "no findings"

"""Waivers: findings that the editors accept, each with a reason. A waiver that waives nothing is an error."""

from __future__ import annotations

from collections.abc import Sequence

from book.findings import Finding, Severity
from book.model import Waiver


def waived(finding: Finding, waiver: Waiver) -> bool:
    """The waiver names this finding's code and its file, with or without the line."""
    if finding.code != waiver.code:
        return False
    place = finding.span.path
    return waiver.path in (place, f"{place}:{finding.span.line}", f"{place}:{finding.span.line}:{finding.span.column}")


def apply_waivers(
    findings: Sequence[Finding], waivers: Sequence[Waiver]
) -> tuple[tuple[Finding, ...], tuple[Waiver, ...]]:
    """The findings that remain, and the waivers that waived something."""
    remaining = []
    useful = []
    for finding in findings:
        matching = [waiver for waiver in waivers if waived(finding, waiver)]
        useful += matching
        if not matching:
            remaining.append(finding)
    return tuple(remaining), tuple(waiver for waiver in waivers if waiver in useful)


def useless(waivers: Sequence[Waiver], useful: Sequence[Waiver]) -> tuple[Finding, ...]:
    """Waivers without a finding to waive."""
    return tuple(
        Finding(
            "B010",
            Severity.ERROR,
            f"the waiver of {waiver.code} at {waiver.path} waives nothing",
            "Take it out of book.yaml: what it accepted is gone.",
            waiver.span,
        )
        for waiver in waivers
        if waiver not in useful
    )

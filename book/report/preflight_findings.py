"""Findings of a PDF for its page: numbered, in groups, each with the place on the page where it is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from book.findings import Finding, Severity
from book.preflight.report_facts import PreflightReport, Shown
from book.printed import Box, PdfFacts, PrintedPage
from book.report.frames import Frames, Mark, around, common, frames
from book.report.preflight_choice import places

PER_GROUP = 40
"""Findings of one code that are shown one by one."""
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Seen(msgspec.Struct, frozen=True):
    """A finding as it is shown. `detail` is what of the page is shown beside it, None where there is nothing to show;
    `large`: the page itself is shown further down."""

    number: int
    finding: Finding
    index: int | None
    whose: str
    detail: Box | None
    mark: Box | None
    large: bool

    @property
    def place(self) -> str:
        span = self.finding.span
        return ":".join(str(part) for part in (span.path, span.line, span.column) if part)


class Group(NamedTuple):
    """All findings of one code and severity; `left` more than are shown."""

    code: str
    severity: str
    why: str
    hint: str
    seen: Sequence[Seen]
    left: int


class Sheet(NamedTuple):
    """A page that is shown large, with its boxes and the marks on it."""

    page: PrintedPage
    frames: Frames
    view: Box
    picture: bytes
    lost: str
    marks: Sequence[Mark]
    numbers: Sequence[int]


def groups(report: PreflightReport, shown: Shown, whys: Mapping[str, str]) -> list[Group]:
    """Errors first; among the same severity in the order in which they were found. Numbers count on through them."""
    facts = report.facts
    at = places(facts) if facts is not None else {}
    pages = {page.index: page for page in facts.pages} if facts is not None else {}
    sorted_out: dict[tuple[Severity, str], list[Finding]] = {}
    for severity in _ORDER:
        for finding in report.findings:
            if finding.severity is severity:
                sorted_out.setdefault((severity, finding.code), []).append(finding)
    made, number = [], 1
    for (severity, code), found in sorted_out.items():
        seen = []
        for finding in found[:PER_GROUP]:
            index = at.get(finding.page)
            page = pages.get(index) if index is not None else None
            seen.append(_seen(number, finding, page, facts, shown))
            number += 1
        hints = {finding.hint for finding in found}
        hint = found[0].hint if len(hints) == 1 else ""
        made.append(Group(code, severity.value, whys.get(code, ""), hint, seen, len(found) - len(seen)))
    return made


def _seen(
    number: int, finding: Finding, page: PrintedPage | None, facts: PdfFacts | None, shown: Shown
) -> Seen:
    if page is None or facts is None:
        return Seen(number, finding, None, "", None, None, False)
    large = page.index in shown.large or page.index in shown.lost
    view = frames(page, facts.condition.limits, False).media
    mark = common(finding.box, view) if finding.box is not None and view is not None else None
    seen = mark is not None and page.index in shown.large
    detail = around(mark, view) if seen and mark is not None and view is not None else None
    return Seen(number, finding, page.index, page.title or finding.subject, detail, mark, large)


def sheets(facts: PdfFacts, shown: Shown, found: Sequence[Group]) -> list[Sheet]:
    """The pages that are shown large, in their order."""
    bound = facts.part == "interior" and facts.document is not None
    on: dict[int, list[Seen]] = {}
    for group in found:
        for one in group.seen:
            if one.index is not None:
                on.setdefault(one.index, []).append(one)
    made = []
    for page in facts.pages:
        if page.index in shown.large or page.index in shown.lost:
            here = on.get(page.index, [])
            boxes = frames(page, facts.condition.limits, bound)
            view = boxes.media or boxes.trim or (0.0, 0.0, 210.0, 297.0)
            picture, lost = shown.large.get(page.index, b""), shown.lost.get(page.index, "")
            made.append(Sheet(page, boxes, view, picture, lost, marks(here), [one.number for one in here]))
    return made


def marks(seen: Sequence[Seen]) -> list[Mark]:
    """One mark for what lies in the same place."""
    at: dict[Box, list[Seen]] = {}
    for one in seen:
        if one.mark is not None:
            x0, top, x1, bottom = (round(edge, 1) for edge in one.mark)
            at.setdefault((x0, top, x1, bottom), []).append(one)
    return [
        Mark(box, tuple(one.number for one in here), here[0].finding.severity.value) for box, here in at.items()
    ]

"""Text nearer to the edge than the knife and the fold are exact."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.pdf.facts import PdfFacts, PrintedPage, PrintedText, alike, amount, excerpt, found, size
from book.findings import Finding, Severity

CODE = "P505"
SEVERITY = Severity.WARNING
WHY = "the knife takes a millimetre more or less, and near the fold a book cannot be read"
HINT = "Move the text away from the edge, or let it bleed on purpose"
TOLERANCE = 0.05


def check(facts: PdfFacts) -> Iterator[Finding]:
    for page in facts.pages:
        near = [(_near(text, page, facts), text) for text in page.texts]
        for text, more in alike((side, text) for side, text in near if side):
            side = _near(text, page, facts)
            what = f"the text {excerpt(text.text)} stands {side}{more}"
            yield found(CODE, SEVERITY, what, HINT, page, text.span, text.box)


def _near(text: PrintedText, page: PrintedPage, facts: PdfFacts) -> str:
    """How near to which edge a text stands; "" where it is far enough, off the page, or on a tab that bleeds."""
    paper = size(page)
    if paper is None:
        return ""
    outer, inner = facts.condition.limits.safety, facts.condition.limits.safety_inner
    # The first page of a book is a recto: its fold is on the left. Of a unit, and of a cover, no side is known.
    bound = facts.document is not None and facts.part == "interior"
    left = inner if bound and page.index % 2 == 0 else outer
    right = inner if bound and page.index % 2 == 1 else outer
    x0, top, x1, bottom = text.box
    if x0 > paper[0] or x1 < 0 or top > paper[1] or bottom < 0:
        return ""
    room = {
        "left": (x0, left), "upper": (top, outer), "right": (paper[0] - x1, right), "lower": (paper[1] - bottom, outer),
    }  # fmt: skip
    for side, (distance, least) in room.items():
        if distance < least - TOLERANCE and not _on_tab(text, page, side, paper):
            return f"{amount(max(0.0, distance))} mm from the {side} edge, at least {amount(least)} mm"
    return ""


def _on_tab(text: PrintedText, page: PrintedPage, side: str, paper: tuple[float, float]) -> bool:
    """Whether the text stands on an area that runs over that edge and is no more than a tab or a band."""
    for path in page.paths:
        x0, top, x1, bottom = path.box
        over = {"left": x0 < 0, "upper": top < 0, "right": x1 > paper[0], "lower": bottom > paper[1]}[side]
        small = min(x1 - x0, bottom - top) < min(paper) / 4
        holds = x0 <= text.box[0] and text.box[2] <= x1 and top <= text.box[1] and text.box[3] <= bottom
        if over and small and holds and not path.stroke:
            return True
    return False

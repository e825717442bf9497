"""What the layout checks are given, and how they word a place. Lengths in mm."""

from __future__ import annotations

from book.findings import Finding, Severity, Span
from book.sheets import LayoutFacts, PageFact, TextFact

__all__ = ["LayoutFacts", "PageFact", "TextFact", "at", "excerpt", "found"]


def at(source: str) -> Span:
    """The span that a data-src attribute names: path:line or path:line:column."""
    path, *numbers = source.split(":")
    values = [int(number) for number in numbers[:2] if number.isdigit()]
    return Span(path, *values, *([1] if len(values) == 1 else [])) if path else Span()


def excerpt(text: str) -> str:
    """Enough of a text to find it by."""
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


def found(
    code: str, severity: Severity, message: str, hint: str, page: PageFact | None = None, source: str = ""
) -> Finding:
    """A finding on a page."""
    return Finding(code, severity, message, hint, at(source), page=str(page.index) if page is not None else "")

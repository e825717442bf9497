"""What the checks of PDFs are given, and how they word a place. Lengths in mm, sizes of text and lines in points."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Protocol, TypeVar

from book.findings import Finding, Severity, Span
from book.printed import Box, Colour, Document, PdfFacts, PrintedPage, PrintedPath, PrintedPicture, PrintedText

__all__ = [
    "Box",
    "Colour",
    "Document",
    "PdfFacts",
    "PrintedPage",
    "PrintedPath",
    "PrintedPicture",
    "PrintedText",
    "alike",
    "amount",
    "coloured",
    "excerpt",
    "found",
    "inks",
    "is_black",
    "is_white",
    "of_file",
    "of_whom",
    "on_paper",
    "overprints",
    "size",
    "spot_inks",
]  # fmt: skip

MM = 25.4 / 72
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
NOWHERE = Span()
NO_SPOTS = {*PROCESS, "All", "None", ""}


class Placed(Protocol):
    @property
    def span(self) -> Span: ...


Thing = TypeVar("Thing", bound=Placed)


def found(
    code: str, severity: Severity, message: str, hint: str, page: PrintedPage, span: Span = NOWHERE,
    box: Box | None = None,
) -> Finding:  # fmt: skip
    """A finding on a page: at its own source where that is known, else at the page's; in `box` where it has a place."""
    where = span if span.path else page.source
    return Finding(code, severity, message, hint, where, page.label or str(page.index), page.subject, box=box)


def of_file(code: str, severity: Severity, message: str, hint: str) -> Finding:
    """A finding about the file as a whole."""
    return Finding(code, severity, message, hint)


def of_whom(page: PrintedPage) -> str:
    """" of Aigul" where the page is somebody's."""
    return f" of {page.title}" if page.title else ""


def excerpt(text: str) -> str:
    """Enough of a text to find it by, in quotes; "(?)" where its letters are not known."""
    words = " ".join(text.split())
    return f'"{words if len(words) <= 40 else words[:39].rstrip() + "…"}"' if words else "(?)"


def amount(value: float) -> str:
    """A number as it is read: 0.25, 5, 12.5."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def alike(things: Iterable[tuple[Hashable, Thing]]) -> Iterator[tuple[Thing, str]]:
    """One of those that are the same to mend (the same fault at the same source), and how many there are besides."""
    first: dict[Hashable, Thing] = {}
    count: dict[Hashable, int] = {}
    for what, thing in things:
        key: Hashable = (what, thing.span)
        first.setdefault(key, thing)
        count[key] = count.get(key, 0) + int(getattr(thing, "count", 1))
    for key, thing in first.items():
        yield thing, f" (and {count[key] - 1} more like it)" if count[key] > 1 else ""


# --- the page --------------------------------------------------------------------------------------------------------


def size(page: PrintedPage) -> tuple[float, float] | None:
    """Width and height of the trimmed page in mm; None where the page does not say it."""
    box = page.trim
    if box is None:
        return None
    return (box[2] - box[0]) * MM * page.user_unit, (box[3] - box[1]) * MM * page.user_unit


def on_paper(box: Box, page: PrintedPage, beyond: float) -> bool:
    """Whether any of a box lies on the trimmed page or within `beyond` mm of it; marks and slug do not."""
    paper = size(page)
    if paper is None:
        return True
    return box[0] < paper[0] + beyond and box[2] > -beyond and box[1] < paper[1] + beyond and box[3] > -beyond


# --- colours ---------------------------------------------------------------------------------------------------------


def inks(colour: Colour) -> dict[str, float]:
    """How much of each plate is printed, 0 to 1, without those of which there is nothing."""
    return {ink: share for ink, share in colour.amounts().items() if share > 0.0005}


def is_white(colour: Colour | None) -> bool:
    """Paper white, said in printing inks."""
    return colour is not None and bool(colour.amounts()) and not inks(colour)


def is_black(colour: Colour | None) -> bool:
    """Full black ink and no other."""
    return colour is not None and inks(colour).keys() == {"Black"} and inks(colour)["Black"] > 0.995


def coloured(colour: Colour | None) -> bool:
    """White, or of several inks that must meet; registration is none of them."""
    return colour is not None and (is_white(colour) or len(inks(colour)) > 1)


def spot_inks(colour: Colour) -> list[str]:
    """The inks of a colour that are not printed from the four plates."""
    return [ink for ink in colour.inks if ink not in NO_SPOTS]


def overprints(colour: Colour, overprint: bool, mode: int) -> bool:
    """Whether what lies below stays (ISO 32000-1, 8.6.7): of DeviceCMYK the inks that it has none of stay in mode 1
    alone; DeviceGray stands for all four plates and always takes out what lies below."""
    return overprint and (mode == 1 if colour.space == "DeviceCMYK" else colour.space in ("Separation", "DeviceN"))

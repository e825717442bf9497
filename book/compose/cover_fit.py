"""What fits where on a cover, judged by measures before it is set: sizes of type, and findings where nothing fits.

Boxes in mm from the upper left corner of the trimmed sheet, sizes of type in points.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from book.binding import Box, Flat
from book.compose.barcode import Symbol, symbol
from book.compose.codes import CODES
from book.compose.front import subtitle
from book.compose.metrics import MM, balanced, lines, set_lines, width
from book.compose.rich import plain
from book.compose.shared import Shared
from book.conditions import Spine
from book.findings import Finding, Severity, Span
from book.model import Struct, Text

HEAD, EDGE, GAP = 25.0, 12.0, 11.0
"""From the head and the foot of a board to its words, from its fore edge, and from the horns, in mm."""
TITLES = ((50.0, 49.0), (42.0, 43.0), (35.0, 37.0), (28.0, 31.0))
"""Sizes and line heights of the title on the front, the largest that fits is taken."""
MOST_LINES = 4
KIND, KIND_LINE, KIND_ABOVE = 21.0, 24.5, 28.0
SECOND, SECOND_LINE = 11.0, 14.0
BACK, BACK_LINE = 9.6, 14.0
SPINE_MOST = 29.0
EXTENT = 0.98
"""From the top of Cormorant's capitals with marks to the foot of its descenders, in em."""
SPINE_ENDS = 14.0
"""Free at the head and the foot of the spine, in mm."""
DEVICE, DEVICE_LEAST = 12.0, 5.0
"""Width of the device on the spine, in mm, and the least that it is drawn in."""


class CoverPlan(Struct, frozen=True):
    """What a cover is made for. `module` of the barcode in mm."""

    flat: Flat
    pages: int
    spine: Spine
    module: float
    bleed: float


class Words(NamedTuple):
    """The title, or a piece of the subtitle, and the measure in points that keeps its lines even."""

    words: str
    measure: float


class Fit(NamedTuple):
    """`front` and `back` are the boxes of the words on both boards; `size` is that of the title, with its line height;
    `spine_size` is 0 where nothing is printed on the spine, `device` 0 where there is no room for it."""

    plan: CoverPlan
    front: Box
    back: Box
    title: Words
    size: tuple[float, float]
    kind: Words
    second: Words
    spine_words: str
    spine_size: float
    reads: str
    device: float
    device_top: float
    symbol: Symbol | None
    findings: tuple[Finding, ...]


def fit(plan: CoverPlan, shared: Shared, grown: float) -> Fit:
    """The cover's words in their places; `grown` is how far gold and horns reach from the spine."""
    book, sheet = shared.book, plan.flat
    spine, front_panel, back_panel = sheet.face("spine").box, sheet.face("front").box, sheet.face("back").box
    front = (spine[2] + grown + GAP, front_panel[1] + HEAD, front_panel[2] - EDGE, front_panel[3] - HEAD)
    back = (back_panel[0] + EDGE, back_panel[1] + HEAD, spine[0] - grown - GAP, back_panel[3] - HEAD)
    kind, second = subtitle(book)
    isbn = book.isbn.get(shared.lang, "")
    made = symbol(isbn, plan.module)
    found: list[Finding] = []
    size = _title(shared, (kind, second), front, found)
    _judge_back(shared, back, made, found)
    if made is None:
        what = f'the ISBN "{isbn[:40]}" is none: no barcode is printed' if isbn else "the book has no ISBN: no barcode"
        found.append(_finding("P803" if isbn else "P802", what, Span(book.span.path)))
    words = plain(book.cover.spine) or plain(book.title)
    device = min(DEVICE, (spine[2] - spine[0]) - 2 * plan.spine.clear)
    device = round(device, 2) if device >= DEVICE_LEAST else 0.0
    spine_size = _spine_size(plan, words, book.cover.spine or book.title, device, found)
    room = (front[2] - front[0]) * MM
    return Fit(
        plan, front, back, _even(plain(book.title), "display", size[0], room), size,
        _even(kind, "display", KIND, room), _even(second, "serif-italic", SECOND, room), words, spine_size,
        book.cover.reads or shared.tongue.rules.spine, device,
        round(spine[3] - SPINE_ENDS - device, 2), made, tuple(found),
    )  # fmt: skip


def _even(words: str, face: str, size: float, measure: float) -> Words:
    return Words(words, balanced(words, face, size, measure))


def _title(shared: Shared, under: tuple[str, str], box: Box, found: list[Finding]) -> tuple[float, float]:
    """The largest size in which the front holds the title and the subtitle."""
    words = plain(shared.book.title)
    measure, room = (box[2] - box[0]) * MM, (box[3] - box[1]) * MM
    below = KIND_ABOVE + KIND_LINE * lines(under[0], "display", KIND, measure) if under[0] else 0.0
    below += SECOND_LINE * (1 + lines(under[1], "serif-italic", SECOND, measure)) if under[1] else 0.0
    for size, line in TITLES:
        count = lines(words, "display", size, measure)
        longest = max((width(word, "display", size) for word in words.split()), default=0.0)
        if longest <= measure and count <= MOST_LINES and count * line + below <= room:
            return size, line
    what = "the title and the subtitle are too long for the front of the cover"
    found.append(_finding("P804", what, shared.book.title.span))
    return TITLES[-1]


def _judge_back(shared: Shared, box: Box, made: Symbol | None, found: list[Finding]) -> None:
    text = shared.book.cover.back
    if text is None:
        return
    room = (box[3] - box[1] - (made.height + 7 if made else 0)) * MM
    tall = BACK_LINE * (set_lines(plain(text), "serif", BACK, (box[2] - box[0]) * MM) + 2 + len(shared.titles))
    if tall > room:
        over = f"{(tall - room) / BACK_LINE:.0f} lines"
        found.append(_finding("P804", f"the text is {over} too long for the back of the cover", text.span))


def _spine_size(plan: CoverPlan, words: str, text: Text, device: float, found: list[Finding]) -> float:
    """The size of the spine's words, at most SPINE_MOST; 0 where they do not fit."""
    panel, rule = plan.flat.face("spine"), plan.spine
    if plan.pages < rule.text_from:
        what = f"a book of {plan.pages} pages has no words on its spine: they begin with {rule.text_from} pages"
        found.append(replace(_finding("P801", what, text.span), severity=Severity.NOTE))  # as the binding wants it
        return 0.0
    across = (panel.width - 2 * rule.clear) * MM / EXTENT
    along = panel.height - 2 * SPINE_ENDS - (device + SPINE_ENDS / 2 if device else 0.0)
    fits = min(SPINE_MOST, across, along * MM / max(1e-9, width(words, "display-bold", 1)))
    if fits < rule.text_least:
        narrow = "narrow" if across < rule.text_least else "short"
        place = panel.width if narrow == "narrow" else panel.height
        what = f"the spine is {place:.1f} mm: too {narrow} for its words, nothing is printed on it"
        found.append(_finding("P801", what, text.span))
        return 0.0
    return int(fits * 2) / 2


def _finding(code: str, what: str, span: Span) -> Finding:
    severity, _, hint = CODES[code]
    return Finding(code, severity, what, hint, span, subject="cover")

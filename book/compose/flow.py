"""Keeps charts from leaving holes in the pages of a chapter: a chart that doesn't fit on the page where it is named is
drawn a little lower, or the text after it goes first, as a compositor would do. Judged by measures before anything is
set; wrong by a line or two, it only leaves the hole that would be there anyway. Heights are points.
"""

from __future__ import annotations

from collections.abc import Sequence

from book.compose.metrics import MM, lines, set_lines
from book.compose.rich import plain
from book.model import Block, Body, Chart, Figure, Heading, Listing, Paragraph, Quotation, Table, Timeline

PAGE = 532.0
LINE = 14.0
TEXT = 111 * MM
HIGHEST = {("line", True): 210.0, ("line", False): 182.0, ("bar", True): 140.0, ("bar", False): 140.0}
"""Usual heights of the drawings: (kind, wide)."""
LEAST = 0.72
"""How much lower a chart may be drawn."""
MOST_MOVED = 3
"""So many paragraphs may stand before a chart that stood after it in the source; never a heading."""


def chart_height(chart: Chart) -> float:
    """The usual height of a chart's drawing."""
    return HIGHEST[chart.kind, chart.wide]


def _around(chart: Chart) -> float:
    """Height of a chart's title, unit, source and the space above."""
    note = lines(plain(chart.source), "sans", 7.5, (141 if chart.wide else 111) * MM) if chart.source else 0
    return 14 + 14 + (24 if chart.unit else 0) + (3.5 + 10.5 * note if note else 0)


def block_height(block: Block) -> float:
    match block:
        case Paragraph(text):
            return LINE * set_lines(plain(text), "serif", 9.6, TEXT, 14)
        case Heading():
            return 56.0 if block.level == 2 else 28.0
        case Listing():
            return 14 + LINE * sum(lines(plain(item), "serif", 9.6, TEXT - 14) for item in block.items)
        case Quotation():
            return 56 + 21.0 * lines(plain(block.text), "display", 17, TEXT - 12 * MM) + (21 if block.by else 0)
        case Timeline():
            return 35 + sum(
                7 + LINE * lines(f"00 000000. {plain(item.text)}", "sans", 8.8, TEXT - 23 * MM) for item in block.items
            )
        case Table():
            return 70.0 + 17 * len(block.rows)
        case Figure():
            return 42 + 0.66 * (141 if block.wide else 111) * MM
        case Chart():
            return _around(block) + chart_height(block) + 28


def arrange(body: Body, begin: float) -> list[tuple[Block, float]]:
    """The blocks in the order in which they are set, and for each chart the height of its drawing. `begin`: how far
    down the first page the text starts."""
    waiting = list(body.blocks)
    out: list[tuple[Block, float]] = []
    at = begin + 12.0 * len(body.footnotes)
    while waiting:
        block = waiting.pop(0)
        height = 0.0
        if isinstance(block, Chart):
            height = chart_height(block)
            room = PAGE - at - _around(block)
            if height * LEAST <= room < height:
                height = room
            elif room < height and (moved := _before(waiting, PAGE - at)):
                for text in moved:
                    out.append((text, 0.0))
                    at = _after(at, block_height(text), True)
                del waiting[: len(moved)]
                waiting.insert(0, block)  # looked at again on the page where the text ended
                if PAGE - at - _around(block) < height * LEAST:
                    at = 0.0
                continue
        out.append((block, height))
        whole = _around(block) + height if isinstance(block, Chart) else block_height(block)
        at = _after(at, whole, isinstance(block, (Paragraph, Listing, Timeline, Table)))
        at = min(PAGE, at + 28) if isinstance(block, Chart) else at
    return out


def _before(waiting: Sequence[Block], room: float) -> list[Block]:
    """The paragraphs that may go before a chart: as few as fill `room`."""
    moved: list[Block] = []
    filled = 0.0
    for block in waiting[:MOST_MOVED]:
        if not isinstance(block, Paragraph) or filled >= room - LINE:
            break
        moved.append(block)
        filled += block_height(block)
    return moved


def _after(at: float, height: float, breaks: bool) -> float:
    """Where a block of `height` ends that begins at `at`; one that may not break starts a new page."""
    if at + height <= PAGE + LINE:
        return min(at + height, PAGE)
    return (at + height) % PAGE if breaks else min(height, PAGE)

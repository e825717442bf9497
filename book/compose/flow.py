"""Keeps charts from leaving holes in the pages of a chapter, and its last page from being nearly empty.

A chart that doesn't fit on the page where it is named is drawn a little lower, or the text after it goes first, as a
compositor would do. Judged by measures before anything is set; wrong by a line or two, it only leaves the hole that
would be there anyway. Heights are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from book.compose.metrics import MM, lines, set_lines
from book.compose.rich import full, plain
from book.model import Block, Body, Chart, Figure, Heading, Listing, Paragraph, Quotation, Table, Timeline

PAGE = 532.0
LINE = 14.0
TEXT = 111 * MM
HIGHEST = {("line", True): 210.0, ("line", False): 182.0, ("bar", True): 140.0, ("bar", False): 140.0}
"""Usual heights of the drawings: (kind, wide)."""
LEAST = 0.72
"""How much lower a chart may be drawn."""
SAFE = 8.0
"""So much is kept free under a chart that fills a page: the measures may be a little wrong."""
MOST_MOVED = 3
"""So many blocks may stand before a chart that stood after it in the source."""
HOLE = 98.0
"""A heading goes before a chart only where the page would else end with so much paper."""
FEW_LINES = 7
"""A last page should have so many lines of text."""
SINK = 56.0
"""How much lower a heading may stand."""


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
            return LINE * set_lines(full(text), "serif", 9.6, TEXT, 14)
        case Heading():
            return 56.0 if block.level == 2 else 28.0
        case Listing():
            return 14 + LINE * sum(lines(full(item), "serif", 9.6, TEXT - 14) for item in block.items)
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


def arrange(body: Body, begin: float, most: float = 1.0) -> list[tuple[Block, float]]:
    """The blocks in the order in which they are set, and for each chart the height of its drawing. `begin`: how far
    down the first page the text starts; `most`: the share of their usual heights that charts may have."""
    return _run(body, begin, most)[0]


class Fit(NamedTuple):
    """A chapter as it is set: its blocks, the space over its heading, and whether its sources are one paragraph."""

    blocks: list[tuple[Block, float]]
    sink: float
    run_in: bool


def fit(body: Body, begin: float, sources: Sequence[str]) -> Fit:
    """The way of setting a chapter that leaves neither a few lines nor sources alone on its last page: sources in one
    paragraph, lower charts, or a heading that stands lower, which gives the last page more lines."""
    run_ins = (False, True) if len(sources) > 3 else (False,)
    shares = (1.0, 0.93, 0.86, 0.8) if any(isinstance(block, Chart) for block in body.blocks) else (1.0,)
    sinks = (0.0, SINK) if any(isinstance(block, Paragraph) for block in body.blocks) else (0.0,)
    best: tuple[float, Fit] | None = None
    for sink in sinks:
        for most in shares:
            blocks, at, page = _run(body, begin + sink, most)
            for run_in in run_ins:
                cost = _cost(at, page, sources_height(sources, run_in))
                cost += 12 * run_in + 60 * (1 - most) + 0.3 * sink
                if best is None or cost < best[0]:
                    best = (cost, Fit(blocks, sink, run_in))
    assert best is not None
    return best[1]


def sources_height(sources: Sequence[str], run_in: bool) -> float:
    """Height of the sources after a chapter, the space above among it."""
    if not sources:
        return 0.0
    if run_in:
        return 28 + 10.5 * lines("          " + " · ".join(sources), "sans", 7.5, TEXT)
    return 42 + 10.5 * sum(lines(one, "sans", 7.5, TEXT, hang=8) for one in sources)


def _cost(at: float, page: int, sources: float) -> float:
    """How bad a chapter's last page is; `at`: where its text ends on page `page`."""
    spare = PAGE - at - sources
    if spare >= LINE / 2:
        few = page > 0 and at < FEW_LINES * LINE
        return 100.0 * page + 60 * few + 15 * (spare < 2 * LINE)  # so near the foot, the measure may be wrong
    return 100.0 * (page + 1) + 60 + 15 * (sources > 0)  # sources go over, and a few lines with them


def _run(body: Body, begin: float, most: float) -> tuple[list[tuple[Block, float]], float, int]:
    """The blocks set one after another, and where they end: points down a page, and which page."""
    notes = {note.label: LINE * lines(plain(note.text), "serif", 7.8, TEXT - 12) for note in body.footnotes}
    waiting = list(body.blocks)
    out: list[tuple[Block, float]] = []
    at, page = begin, 0
    while waiting:
        block = waiting.pop(0)
        height = 0.0
        if isinstance(block, Chart):
            height = chart_height(block) * most
            room = PAGE - at - _around(block) - SAFE
            if chart_height(block) * LEAST <= room < height:
                height = room
            elif room < height and (moved := _before(waiting, PAGE - at)):
                for text in moved:
                    out.append((text, 0.0))
                    at, page = _after(at, page, block_height(text), True)
                del waiting[: len(moved)]
                waiting.insert(0, block)  # looked at again on the page where the text ended
                if PAGE - at - _around(block) - SAFE < chart_height(block) * LEAST:
                    at, page = 0.0, page + 1
                continue
        out.append((block, height))
        whole = _around(block) + height if isinstance(block, Chart) else block_height(block)
        whole += sum(notes.pop(label) for label in [*notes] if isinstance(block, Paragraph) and _calls(block, label))
        if isinstance(block, Heading) and at + whole + 2 * LINE > PAGE:
            at, page, whole = 0.0, page + 1, whole / 2
        at, page = _after(at, page, whole, isinstance(block, (Paragraph, Listing, Timeline, Table)))
        at = min(PAGE, at + 28) if isinstance(block, Chart) else at
    return out, at, page


def _calls(block: Paragraph, label: str) -> bool:
    return f"[^{label}]" in block.text.source


def _before(waiting: Sequence[Block], room: float) -> list[Block]:
    """What may go before a chart: as few paragraphs as fill `room`; where these leave a hole, the next heading too with
    the paragraph after it, as long as some lines of it stand on the page."""
    moved: list[Block] = []
    filled = 0.0
    for at, block in enumerate(waiting[:MOST_MOVED]):
        if filled >= room - LINE:
            break
        if isinstance(block, Heading):
            after = waiting[at + 1] if at + 1 < len(waiting) else None
            if room - filled < HOLE or not isinstance(after, Paragraph):
                break
        elif not isinstance(block, Paragraph):
            break
        moved.append(block)
        filled += block_height(block)
    while moved and isinstance(moved[-1], Heading):
        moved.pop()
    return moved


def _after(at: float, page: int, height: float, breaks: bool) -> tuple[float, int]:
    """Where a block of `height` ends that begins at `at`; one that may not break starts a new page."""
    if at + height <= PAGE + LINE / 2:
        return min(at + height, PAGE), page
    if not breaks:
        return min(height, PAGE), page + 1
    over = at + height
    return over % PAGE, page + int(over // PAGE)

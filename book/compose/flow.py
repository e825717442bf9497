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
SINK = 84.0
"""How much lower a heading may stand."""


def chart_height(chart: Chart) -> float:
    """The usual height of a chart's drawing."""
    return HIGHEST[chart.kind, chart.wide]


def _words(chart: Chart) -> float:
    """Height of a chart's title, unit and source."""
    note = lines(plain(chart.source), "sans", 7.5, (141 if chart.wide else 111) * MM) if chart.source else 0
    return 14 + (24 if chart.unit else 0) + (3.5 + 10.5 * note if note else 0)


def margins(block: Block) -> tuple[float, float]:
    """Space above and below a block (blocks.css); of two that meet the greater counts."""
    match block:
        case Heading():
            return (21.0, 14.0) if block.level == 2 else (14.0, 0.0)
        case Listing():
            return 7.0, 7.0
        case Quotation():
            return 14.0, 14.0
        case Timeline():
            return 14.0, 21.0
        case Table() | Figure() | Chart():
            return 14.0, 28.0
        case _:
            return 0.0, 0.0


def block_height(block: Block) -> float:
    """Height of a block without the space above and below."""
    match block:
        case Paragraph(text):
            return LINE * set_lines(full(text), "serif", 9.6, TEXT, 14)
        case Heading():
            return 21.0 if block.level == 2 else 14.0
        case Listing():
            return LINE * sum(lines(full(item), "serif", 9.6, TEXT - 14) for item in block.items)
        case Quotation():
            return 28 + 21.0 * lines(plain(block.text), "display", 17, TEXT - 12 * MM) + (21 if block.by else 0)
        case Timeline():
            words = (f"00 0000. {full(item.text)}" for item in block.items)
            return sum(7 + LINE * lines(one, "sans", 8.8, TEXT - 23 * MM) for one in words) - 7
        case Table():
            caption = 7 + LINE * lines(plain(block.caption), "serif-bold", 10, TEXT) if block.caption else 0
            return caption + 18 * bool(block.head) + 18.3 * len(block.rows)
        case Figure():
            return 0.66 * (141 if block.wide else 111) * MM
        case Chart():
            return _words(block) + chart_height(block)


def arrange(body: Body, begin: float, most: float = 1.0) -> list[tuple[Block, float]]:
    """The blocks in the order in which they are set, and for each chart the height of its drawing. `begin`: how far
    down the first page the text starts; `most`: the share of their usual heights that charts may have."""
    return _run(body, begin, most)[0]


class Fit(NamedTuple):
    """A chapter as it is set: its blocks, the space over its heading, and whether its sources are one paragraph."""

    blocks: list[tuple[Block, float]]
    sink: float
    run_in: bool


def fit(body: Body, begin: float, sources: Sequence[str], may_sink: bool = False) -> Fit:
    """The way of setting a chapter that leaves neither a few lines nor sources alone on its last page: sources in one
    paragraph, lower charts, or a heading that stands lower, which gives the last page more lines (never a numbered
    chapter's: these begin alike)."""
    run_ins = (False, True) if len(sources) > 3 else (False,)
    shares = (1.0, 0.93, 0.86, 0.8) if any(isinstance(block, Chart) for block in body.blocks) else (1.0,)
    sinks = (0.0, SINK) if may_sink else (0.0,)
    best: tuple[float, Fit] | None = None
    for sink in sinks:
        for most in shares:
            blocks, at, page = _run(body, begin + sink, most)
            for run_in in run_ins:
                cost = _cost(at, page, sources_height(sources, run_in))
                cost += 12 * run_in + 60 * (1 - most) + 0.2 * sink
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
        few = max(0.0, 1 - at / (FEW_LINES * LINE)) if page > 0 else 0.0
        return 100.0 * page + 80 * few + 15 * (spare < 2 * LINE)  # so near the foot, the measure may be wrong
    return 100.0 * (page + 1) + 60 + 15 * (sources > 0)  # sources go over, and a few lines with them


class _Page:
    """How far down which page the blocks have come."""

    def __init__(self, body: Body, begin: float) -> None:
        self.at, self.page, self.owed = begin, 0, 0.0
        self.notes = {note.label: LINE * lines(plain(note.text), "serif", 7.8, TEXT - 12) for note in body.footnotes}

    def gap(self, block: Block) -> float:
        return max(self.owed, margins(block)[0]) if self.at else 0.0

    def set(self, block: Block, whole: float) -> None:
        gap, below = self.gap(block), margins(block)[1]
        if isinstance(block, Paragraph):
            whole += sum(self.notes.pop(label) for label in [*self.notes] if f"[^{label}]" in block.text.source)
        end = self.at + gap + whole
        fits = end + (below + 2 * LINE if isinstance(block, Heading) else 0) <= PAGE + LINE / 2
        if fits:
            self.at = min(end, PAGE)
        elif isinstance(block, (Paragraph, Listing, Timeline, Table)):
            self.at, self.page = max(end % PAGE, 2 * LINE), self.page + int(end // PAGE)  # no line goes over alone
        else:
            self.turn(min(whole, PAGE))
        self.owed = below

    def turn(self, at: float) -> None:
        self.at, self.page, self.owed = at, self.page + 1, 0.0


def _run(body: Body, begin: float, most: float) -> tuple[list[tuple[Block, float]], float, int]:
    """The blocks set one after another, and where they end: points down a page, and which page."""
    waiting = list(body.blocks)
    out: list[tuple[Block, float]] = []
    page = _Page(body, begin)
    while waiting:
        block = waiting.pop(0)
        if not isinstance(block, Chart):
            out.append((block, 0.0))
            page.set(block, block_height(block))
            continue
        usual, least = chart_height(block) * most, chart_height(block) * LEAST
        room = PAGE - page.at - page.gap(block) - _words(block) - SAFE
        if room < least and (moved := _before(waiting, PAGE - page.at - page.owed)):
            before = page.page
            for text in moved:
                out.append((text, 0.0))
                page.set(text, block_height(text))
            del waiting[: len(moved)]
            waiting.insert(0, block)  # looked at again on the page where the text ended
            if page.page == before:
                page.turn(2 * LINE if PAGE - page.at < 4 * LINE else 0.0)  # a line or two may go over
            continue
        height = min(usual, room) if room >= least else usual
        out.append((block, height))
        page.set(block, _words(block) + height)
    return out, page.at, page.page


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
        filled += sum(margins(block)) + block_height(block)
    while moved and isinstance(moved[-1], Heading):
        moved.pop()
    return moved

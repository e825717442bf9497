"""Blocks of a body -> what the template of blocks prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup, escape

from book.compose.bar_chart import bar_chart
from book.compose.chart import Line
from book.compose.inks import substitute_inks
from book.compose.line_chart import line_chart
from book.compose.numbers import ordinal
from book.compose.plan import heading_anchor
from book.compose.rich import Rich, plain, source
from book.model import (
    Block,
    Body,
    Chart,
    DateRange,
    Figure,
    Heading,
    Listing,
    Paragraph,
    PartialDate,
    Quotation,
    Table,
    Text,
    Timeline,
)

View = dict[str, Any]

_FIGURE = re.compile(r"[-\u2212]?(?:\d{1,15}(\.\d{1,9})|\d{5,15}|(?<=[-\u2212])\d{1,4})")


class Blocks:
    """The blocks of one document in one unit. `recto`: the side of the unit's first page."""

    def __init__(self, rich: Rich, recto: bool) -> None:
        self.rich = rich
        self.recto = recto
        self.anchors: Iterator[str] = iter(())
        self.wides = 0

    def views(self, body: Body, arranged: Sequence[tuple[Block, float]] | None = None) -> Iterator[View]:
        """The blocks in their order, or `arranged` by flow.py, which says how high each chart is drawn."""
        self.rich.notes.update({note.label: note for note in body.footnotes})
        anchors = (heading_anchor(self.rich.document, at, heading.id) for at, heading in enumerate(_headings(body)))
        self.anchors = iter(list(anchors))
        for block, height in [(block, 0.0) for block in body.blocks] if arranged is None else arranged:
            yield self._chart(block, height) if isinstance(block, Chart) else self.view(block)

    def view(self, block: Block) -> View:
        match block:
            case Paragraph(text):
                return self._text("p", text)
            case Heading():
                return {**self._text("h", block.text), "level": block.level, "id": next(self.anchors)}
            case Listing():
                listed = [(self.rich.block(item), source(item.span)) for item in block.items]
                return {"kind": "list", "tag": "ol" if block.ordered else "ul", "items": listed}
            case Quotation():
                return self.quotation(block)
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block)
            case Timeline():
                items = [self._moment(item.date, item.text) for item in block.items]
                again = [at > 0 and items[at - 1]["year"] == moment["year"] for at, moment in enumerate(items)]
                return {"kind": "timeline", "items": items, "again": again}
            case Chart():
                return self._chart(block, 0.0)

    def _text(self, kind: str, text: Text) -> View:
        return {"kind": kind, "html": self.rich.block(text), "src": source(text.span)}

    def quotation(self, quotation: Quotation) -> View:
        return {**self._text("quote", quotation.text), "by": self.rich.block(quotation.by)}

    def _wide(self) -> tuple[str, str]:
        """(anchor, class) of something as wide as text and side column: it reaches outward, so it must know the side of
        its page. It asks for its page number, which is odd on a right page, though it prints none."""
        self.wides += 1
        anchor = f"w.{self.rich.document}.{self.wides}"
        self.rich.refs[anchor] = None
        label = self.rich.pages.get(anchor)
        recto = ordinal(label)[1] % 2 == 1 if label else self.recto
        return anchor, "on-recto" if recto else "on-verso"

    def _figure(self, figure: Figure) -> View:
        anchor, side = self._wide() if figure.wide else ("", "")
        return {
            "kind": "figure", "src": source(figure.span), "picture": self.rich.picture(figure.picture),
            "alt": plain(figure.alt) or plain(figure.caption), "caption": self.rich.block(figure.caption),
            "credit": self.rich.block(figure.credit), "id": anchor, "side": side, "wide": figure.wide,
            "labels": self.rich.place(figure.alt),
        }  # fmt: skip

    def _table(self, table: Table) -> View:
        def cells(row: Sequence[Text]) -> list[tuple[Markup, str]]:
            align = [*table.align, *[""] * len(row)]
            return [(self._cell(cell), align[at].replace("left", "")) for at, cell in enumerate(row)]

        span = table.head[0].span if table.head else table.rows[0][0].span if table.rows and table.rows[0] else None
        return {
            "kind": "table", "head": cells(table.head), "rows": [cells(row) for row in table.rows],
            "caption": self.rich.block(table.caption), "src": source(span) if span else Markup(""),
        }  # fmt: skip

    def _cell(self, cell: Text) -> Markup:
        """A bare figure is set as the language sets figures (73.2 -> 73,2); a year is no figure."""
        if match := _FIGURE.fullmatch(words := plain(cell)):
            value = float(words.replace("\u2212", "-"))
            return escape(self.rich.shared.tongue.number(value, len(match[1] or ".") - 1))
        return self.rich.block(cell)

    def _moment(self, date: PartialDate | DateRange, text: Text) -> View:
        """A year in display figures; the day and month before the words."""
        speech = self.rich.shared.tongue
        start = (date.start or date.end or PartialDate()) if isinstance(date, DateRange) else date
        year = str(start.year) if start.year else ""
        day = ""
        if isinstance(date, DateRange) and date.start and date.end and date.start.year != date.end.year:
            year = speech.date_range(DateRange(PartialDate(date.start.year), PartialDate(date.end.year)))
        elif start.month or start.modifier or isinstance(date, DateRange):
            day = self._day(date, start)
        return {
            "year": year, "long": len(year) > 5, "day": day, "html": self.rich.block(text), "src": source(text.span),
        }  # fmt: skip

    def _day(self, date: PartialDate | DateRange, start: PartialDate) -> str:
        """Day and month without the year, which stands before them; anything less certain in full."""
        speech = self.rich.shared.tongue
        end = date.end if isinstance(date, DateRange) else None
        open_end = isinstance(date, DateRange) and not (date.start and end and end.month and end.day)
        names = speech.rules.months
        if start.modifier or not start.month or open_end or not names:  # not every language's months are known
            return speech.when(date)
        whole, of = names["month"], names.get("of", names["month"])
        if not start.day:
            return whole[start.month - 1]
        first = f"{start.day} {of[start.month - 1]}"
        if end is None or (end.month, end.day) == (start.month, start.day):
            return self.rich.set(first)
        last = f"{end.day} {of[end.month - 1]}"
        return self.rich.set(f"{start.day}–{last}" if end.month == start.month else f"{first} – {last}")

    def _chart(self, chart: Chart, height: float) -> View:
        anchor, side = self._wide() if chart.wide else ("", "")
        shared = self.rich.shared
        speech = shared.tongue
        lines = [Line(self._plain(one.label), one.ink, one.points, one.mark) for one in chart.series]
        title = self._plain(chart.title)

        def number(value: float) -> str:
            return speech.number(value, chart.decimals)

        def tick(value: float) -> str:
            whole = float(value).is_integer()
            return speech.number(int(value) if whole else value, 0 if whole else None)

        if chart.kind == "bar":
            svg = bar_chart(lines, [self._plain(one) for one in chart.categories], number, chart.wide, title, height)
        else:
            svg = line_chart(lines, number, tick, chart.wide, title, height)
        return {
            "kind": "chart", "title": self.rich.block(chart.title), "unit": self.rich.block(chart.unit),
            "source": self.rich.block(chart.source), "src": source(chart.span), "id": anchor, "side": side,
            "labels": self.rich.place(*(one.label for one in chart.series), *chart.categories),
            "svg": Markup(substitute_inks(svg, shared.inks, shared.edition.colour)), "wide": chart.wide,
        }  # fmt: skip

    def _plain(self, text: Text) -> str:
        return self.rich.set(plain(text))


def _headings(body: Body) -> Iterator[Heading]:
    return (block for block in body.blocks if isinstance(block, Heading))


def needs_blocks(body: Body) -> bool:
    """Is there anything but paragraphs?"""
    return any(not isinstance(block, Paragraph) for block in body.blocks)

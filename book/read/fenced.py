"""The blocks between ```: figure, timeline, chart, quote. YAML inside, read by the same tables as front matter."""

from __future__ import annotations

from typing import Any

from book.findings import Span
from book.model import Block, Chart, Figure, Series, Text, Timeline, TimelineItem
from book.read.convert import Either, Field, Kind, ListOf, MapOf, Record
from book.read.kinds import Choice, Date, Flag, Number, name
from book.read.nodes import Node, Sequence
from book.read.reader import Reader
from book.read.special import Picture, PictureAt
from book.read.tables import QUOTATION
from book.read.texts import TextOf

_ANY_NUMBER = Number(-1e12, 1e12)
_WIDE = Field("wide", Flag(), "over the whole width of the page")


def _figure(picture: PictureAt, **rest: Any) -> Figure:
    return Figure(picture=picture.path, span=picture.span, **rest)


FIGURE = Record(
    "A figure",
    (
        Field("picture", Picture(), "path of the picture from chapters/, like pictures/x.jpg", required=True),
        Field("caption", TextOf("caption"), "the words under it"),
        Field("credit", TextOf("credit"), "who made or owns it"),
        Field("alt", TextOf("alt"), "what can be seen, for those who cannot see it"),
        _WIDE,
    ),
    _figure,
)

TIMELINE = ListOf(
    Record(
        "A date and what happened",
        (
            Field("date", Date(ranges=True), "a date, or from-to", required=True),
            Field("text", TextOf("timeline"), "what happened", required=True),
        ),
        TimelineItem,
    )
)


def _series(label: Text, values: tuple[Any, ...], span: Span, ink: str = "black", mark: Any = ()) -> Any:
    return (Series(label, _points(values), ink, mark), span)


def _points(values: tuple[Any, ...]) -> tuple[tuple[float, float], ...]:
    """A map of years gives (year, value) in order of years, a list gives (0, value), (1, value) and so on."""
    if values and not isinstance(values[0], float):
        return tuple(sorted((pair.name, pair.value) for pair in values))
    return tuple((float(index), value) for index, value in enumerate(values))


SERIES = Record(
    "One line, or one set of bars",
    (
        Field("label", TextOf("chart-label"), "what it is called in the chart", required=True),
        Field("ink", name(), "name of an ink in styles/inks.yaml"),
        Field("mark", ListOf(_ANY_NUMBER), "years whose figures are printed"),
        Field(
            "values",
            Either(lambda node: isinstance(node, Sequence), ListOf(_ANY_NUMBER), MapOf(_ANY_NUMBER, _ANY_NUMBER)),
            "{1991: 69.9, 1992: 69.7} in a line chart, [1, 2, 3] in order of the categories in a bar chart",
            required=True,
        ),
    ),
    _series,
    spanned=True,
)


def _chart(**values: Any) -> tuple[Any, Chart]:
    series = values.pop("series")
    return series, Chart(series=tuple(one for one, _ in series), **values)


CHART = Record(
    "A chart, drawn from its numbers",
    (
        Field("title", TextOf("chart-title"), "what the chart shows", required=True),
        Field("kind", Choice("line", "bar"), "line: years along the axis; bar: one bar for each category"),
        Field("unit", TextOf("chart-unit"), "in what is counted"),
        Field("source", TextOf("chart-source"), "where the numbers are from"),
        Field("decimals", Number(0, 6, whole=True), "digits after the comma"),
        _WIDE,
        Field("categories", ListOf(TextOf("chart-label")), "names of the bars"),
        Field("series", ListOf(SERIES), "the lines or the sets of bars", required=True),
    ),
    _chart,
    spanned=True,
)

BLOCKS: dict[str, Kind] = {"figure": FIGURE, "timeline": TIMELINE, "chart": CHART, "quote": QUOTATION}


def read_block(kind: str, node: Node, reader: Reader) -> Block | None:
    """The block of one of BLOCKS; None when it can't be used."""
    value = BLOCKS[kind].read(node, reader)
    if value is None:
        return None
    if kind == "timeline":
        return Timeline(value) if value else None
    if kind == "chart":
        return _checked(value[0], value[1], reader)
    block: Block = value
    return block


def _checked(series: tuple[tuple[Series, Span], ...], chart: Chart, reader: Reader) -> Chart | None:
    """A chart whose numbers belong together; what doesn't is reported."""
    size = len(chart.categories)
    if chart.kind == "bar" and not size:
        reader.report("S046", chart.span, "a bar chart without categories", "add categories: [text, text]")
    if not chart.series:
        reader.report("S046", chart.span, "a chart without a series of values")
        return None
    for one, span in series:
        years = {x for x, _ in one.points}
        if chart.kind == "bar" and size and len(one.points) != size:
            reader.report("S046", span, f"{len(one.points)} values for {size} categories")
        if chart.kind == "line" and len(one.points) < 2:
            reader.report("S046", span, "a line needs at least two values")
        if chart.kind == "line" and one.points and one.points[0][0] < 100:
            reader.report("S046", span, "values of a line without their years", "write {1991: 69.9, 1992: 69.7}")
        lost = [f"{x:g}" for x in one.mark if x not in years]
        if lost:
            reader.report("S046", span, f"{', '.join(lost)} in mark has no value")
    return chart

"""What stands beside a short text, for its comment in the catalog: "Beds" alone says little to a translator; as a
column head above 120 and 60, beside "Ward", it says enough.

Short texts alone: a sentence speaks for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from book.findings import Span
from book.model import (
    Block,
    Body,
    Book,
    Chart,
    Document,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Portrait,
    Quotation,
    Table,
    Term,
    Text,
    Vocabulary,
)

_SHORT_WORDS = 3
_SHORT = 40  # characters
_QUOTED = 48  # characters of a neighbour that are quoted
_SIDE = 3  # neighbours of a list that are named

Place = tuple[Span, str]
"""A text's span and context: what it is found by."""


def neighbours(value: Document | Vocabulary | Book) -> dict[Place, str]:
    """Place of each short text that goes to a catalog -> words on what stands beside it."""
    if isinstance(value, Book):
        return {}
    pairs = _terms(value.terms) if isinstance(value, Vocabulary) else _document(value)
    return {(text.span, text.context): words for text, words in pairs if words and text.translatable and _short(text)}


def _short(text: Text) -> bool:
    return len(text.source) <= _SHORT and len(text.source.split()) <= _SHORT_WORDS


def _document(value: Document) -> Iterator[tuple[Text, str]]:
    portrait: Portrait | None = getattr(value, "portrait", None)
    if portrait is not None:
        yield from _picture(portrait)
    quotation: Quotation | None = getattr(value, "quotation", None)
    if quotation is not None:
        yield from _block(quotation, None)
    blocks = value.body.blocks
    for place, block in enumerate(blocks):
        yield from _block(block, blocks[place + 1] if place + 1 < len(blocks) else None)
    yield from _footnotes(value.body)


def _block(block: Block, following: Block | None) -> Iterator[tuple[Text, str]]:
    if isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Listing):
        yield from _list("in a list with", block.items)
    elif isinstance(block, Chart):
        yield from _chart(block)
    elif isinstance(block, Figure):
        yield from _picture(block)
    elif isinstance(block, Quotation) and block.by is not None:
        yield block.by, f"below the quotation {_quoted(block.text)}"
    elif isinstance(block, Heading):
        below = _opening(following)
        yield block.text, f"above {_quoted(below)}" if below else ""


def _opening(block: Block | None) -> Text | None:
    """The words that a heading stands above."""
    if isinstance(block, Paragraph | Heading | Quotation):
        return block.text
    if isinstance(block, Listing):
        return block.items[0] if block.items else None
    if isinstance(block, Table | Figure):
        return block.caption
    return block.title if isinstance(block, Chart) else None


def _table(table: Table) -> Iterator[tuple[Text, str]]:
    for column, head in enumerate(table.head):
        below = [row[column] for row in table.rows if column < len(row) and _plain(row[column])][:2]
        yield head, f"a column's head, below it {_all(below)}" if below else "a column's head"
        for row in table.rows:
            if column < len(row):
                beside = row[0] if column else next(iter(row[1:]), None)
                words = [f"column {_quoted(head)}"] if _plain(head) else []
                if beside is not None and _plain(beside):
                    words.append(f"{'row' if column else 'beside'} {_quoted(beside)}")
                yield row[column], ", ".join(words)
    if table.caption is not None:
        yield table.caption, f"of a table with the columns {_all(table.head)}"


def _chart(chart: Chart) -> Iterator[tuple[Text, str]]:
    of = f"of the chart {_quoted(chart.title)}"
    yield chart.title, f"a chart of {_all([series.label for series in chart.series])}"
    yield from ((text, of) for text in (chart.unit, chart.source) if text is not None)
    yield from ((series.label, of) for series in chart.series)
    yield from ((category, of) for category in chart.categories)


def _picture(picture: Figure | Portrait) -> Iterator[tuple[Text, str]]:
    of = f"of {picture.picture.rpartition('/')[2]}"
    texts = (getattr(picture, "caption", None), picture.credit, picture.alt)
    yield from ((text, of) for text in texts if text is not None)


def _list(what: str, items: Sequence[Text]) -> Iterator[tuple[Text, str]]:
    """Each item with those nearest to it: before and after."""
    for place, item in enumerate(items):
        begin = max(0, min(place - _SIDE // 2, len(items) - _SIDE - 1))
        others = [one for at, one in enumerate(items[begin : begin + _SIDE + 1], begin) if at != place][:_SIDE]
        yield item, f"{what} {_all(others)}" if others else ""


def _footnotes(body: Body) -> Iterator[tuple[Text, str]]:
    """A note with the words that it is set to."""
    for note in body.footnotes:
        mark = f"[^{note.label}]"
        sources = (block.text.source for block in body.blocks if isinstance(block, Paragraph | Quotation))
        before = next((source.partition(mark)[0] for source in sources if mark in source), "")
        words = " ".join(before.split()[-6:])
        yield note.text, f'a note to "{words}"' if words else ""


def _terms(terms: Sequence[Term]) -> Iterator[tuple[Text, str]]:
    yield from _list("beside", [term.name for term in terms])
    for term in terms:
        yield from ((text, f"another word for {_quoted(term.name)}") for text in term.see)


def _all(texts: Sequence[Text]) -> str:
    return ", ".join(_quoted(text) for text in texts if _plain(text))


def _quoted(text: Text) -> str:
    words = _plain(text)
    return f'"{words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"}"'


def _plain(text: Text) -> str:
    """The words on one line; of a map of languages the first."""
    words = text.source if text.forms is None else next(iter(text.forms.values()), "")
    return " ".join(words.split())

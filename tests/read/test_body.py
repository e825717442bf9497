"""The body: every block of the design, each text with its place."""

from __future__ import annotations

from book.model import (
    Body,
    Chapter,
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
from tests.read.sources import chapter, told


def body(words: str) -> Body:
    """The body of a chapter without faults; it begins in line 4."""
    document, findings = chapter(words)
    assert isinstance(document, Chapter)
    assert findings == ()
    return document.body


def place(text: Text | None) -> tuple[str, str, int, int]:
    """(context, source, line, column)"""
    assert text is not None
    return text.context, text.source, text.span.line, text.span.column


def test_a_paragraph_is_one_line_of_text() -> None:
    (block,) = body("First  \n  second *and*\nthird.\n").blocks
    assert isinstance(block, Paragraph)
    assert place(block.text) == ("paragraph", "First second *and* third.", 4, 1)
    assert block.text.lang == "ru"
    spans = map(block.text.at, (0, 6, 13, 19))
    assert [(span.line, span.column) for span in spans] == [(4, 1), (5, 3), (5, 10), (6, 1)]


def test_headings() -> None:
    blocks = body("## A *b* {#a-b}\n\n### C ###\n\n#### D\n").blocks
    assert [(block.level, block.id, *place(block.text)) for block in blocks if isinstance(block, Heading)] == [
        (2, "a-b", "heading", "A *b*", 4, 4),
        (3, "", "heading", "C", 6, 5),
        (4, "", "heading", "D", 8, 6),
    ]


def test_lists() -> None:
    first, second = body("- a\n  b\n- c\n\n1. d\n\n2. e\n").blocks
    assert isinstance(first, Listing)
    assert isinstance(second, Listing)
    assert [place(item) for item in first.items] == [("item", "a b", 4, 3), ("item", "c", 6, 3)]
    assert [place(item) for item in second.items] == [("item", "d", 8, 4), ("item", "e", 10, 4)]
    assert (first.ordered, second.ordered) == (False, True)


def test_quotations() -> None:
    blocks = body("> a\n> b\n> — C\n\n> d\n>\n> — E\n\n> f\n").blocks
    assert [(place(block.text), block.by and place(block.by)) for block in blocks if isinstance(block, Quotation)] == [
        (("quotation", "a b", 4, 3), ("attribution", "C", 6, 5)),
        (("quotation", "d", 8, 3), ("attribution", "E", 10, 5)),
        (("quotation", "f", 12, 3), None),
    ]


def test_a_table() -> None:
    (block,) = body("| A | *B*|C|\n|:-|-:|:-:|\n| d | e \\| f |\n|  | g | h |\n\nTable: About\nit\n").blocks
    assert isinstance(block, Table)
    assert [place(cell) for cell in block.head] == [("cell", "A", 4, 3), ("cell", "*B*", 4, 7), ("cell", "C", 4, 11)]
    assert [[cell.source for cell in row] for row in block.rows] == [["d", "e \\| f", ""], ["", "g", "h"]]
    assert place(block.rows[0][1]) == ("cell", "e \\| f", 6, 7)
    assert block.align == ("left", "right", "center")
    assert place(block.caption) == ("caption", "About it", 9, 8)


def test_a_caption_right_under_its_table() -> None:
    (block,) = body("A | B\n--|--\nc | d\nTable: About\n").blocks
    assert isinstance(block, Table)
    assert len(block.rows) == 1
    assert place(block.caption) == ("caption", "About", 7, 8)


def test_a_figure() -> None:
    source = "```figure\npicture: pictures/a.jpg\ncaption: A *b*\nalt: {kk: а, ru: б, en: c}\nwide: true\n```\n"
    (block,) = body(source).blocks
    assert isinstance(block, Figure)
    assert (block.picture, block.span.line, block.span.column, block.wide) == ("chapters/pictures/a.jpg", 5, 10, True)
    assert place(block.caption) == ("caption", "A *b*", 6, 10)
    assert block.alt is not None
    assert block.alt.forms == {"kk": "а", "ru": "б", "en": "c"}


def test_a_timeline() -> None:
    (block,) = body("```timeline\n- date: 1998-11-16\n  text: a\n- {date: 1999/2001, text: b}\n```\n").blocks
    assert isinstance(block, Timeline)
    first, second = block.items
    assert isinstance(first.date, PartialDate)
    assert (first.date.year, first.date.month, first.date.day) == (1998, 11, 16)
    assert isinstance(second.date, DateRange)
    assert place(second.text) == ("timeline", "b", 7, 27)


def test_a_line_chart() -> None:
    source = (
        "```chart\ntitle: T\nkind: line\nunit: years\nsource: S\ndecimals: 2\nseries:\n"
        "- label: women\n  ink: gold\n  mark: [1991]\n  values: {1992: 69.8, 1991: -69}\n```\n"
    )
    (block,) = body(source).blocks
    assert isinstance(block, Chart)
    (series,) = block.series
    assert (series.points, series.mark, series.ink) == (((1991.0, -69.0), (1992.0, 69.8)), (1991.0,), "gold")
    assert place(series.label) == ("chart-label", "women", 11, 10)
    assert (block.decimals, block.span.line) == (2, 5)


def test_a_bar_chart() -> None:
    source = "```chart\ntitle: T\nkind: bar\ncategories: [a, b]\nseries:\n- {label: c, values: [1, 2.5]}\n```\n"
    (block,) = body(source).blocks
    assert isinstance(block, Chart)
    assert [category.source for category in block.categories] == ["a", "b"]
    assert block.series[0].points == ((0.0, 1.0), (1.0, 2.5))


def test_a_fenced_quotation() -> None:
    (block,) = body("~~~quote\ntext: a\nby: b\n~~~\n").blocks
    assert isinstance(block, Quotation)
    assert (place(block.text), place(block.by)) == (("quotation", "a", 5, 7), ("attribution", "b", 6, 5))


def test_footnotes() -> None:
    read = body("A[^1] b[^note].\n\n[^1]: First\n  goes on\n[^note]: *Second*\n")
    assert [(note.label, *place(note.text)) for note in read.footnotes] == [
        ("1", "footnote", "First goes on", 6, 7),
        ("note", "footnote", "*Second*", 8, 10),
    ]
    assert len(read.blocks) == 1


def test_html_and_entities_stay_words() -> None:
    document, findings = chapter("<script>a</script> &amp; &lt;\n")
    assert isinstance(document, Chapter)
    (block,) = document.body.blocks
    assert isinstance(block, Paragraph)
    assert block.text.source == "<script>a</script> &amp; &lt;"
    assert told(findings) == [("S080", 4, 1), ("S080", 4, 10)]


def test_faults_in_a_block_are_at_their_place_in_the_file() -> None:
    _, findings = chapter("a\n\n```figure\npicture: a.png\ncaptoin: b\ncaption: 'a {sea:b}'\n```\n")
    assert told(findings) == [("S030", 8, 1), ("S081", 9, 13)]


def test_a_hostile_body_is_read_to_its_end() -> None:
    for piece in (">", "> ", "- ", "1. ", "#", "|", "| a ", "```\n", "[^a]: ", "    ", "-\n", "|-", "~~~", "* * "):
        chapter(piece * (50_000 // len(piece)))

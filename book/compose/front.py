"""The views of half-title, title and imprint (one unit of four pages), dedication, contents and part openers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

import msgspec
from markupsafe import Markup

from book.compose.blocks import Blocks
from book.compose.metrics import MM, lines, width
from book.compose.plan import Row
from book.compose.rich import Rich, plain, source
from book.compose.view import View
from book.model import Book, Chapter, Document, Side, UnitPlan

TWO_COLUMNS = 6
"""So many names or regions stand in two columns of the contents."""
_RULES = 17
"""On a page for notes: 38 lines of the rhythm, less three for the heading, two to a rule."""


def subtitle(book: Book) -> tuple[str, str]:
    """The subtitle's first sentence, without its full stop where another follows, and the rest."""
    first, _, rest = re.sub(r"(\.)\s+", r"\1\n", plain(book.subtitle), count=1).partition("\n")
    return first.removesuffix(".") if rest else first, rest


def front(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    book = rich.shared.book
    title = plain(book.title)
    kind, second = subtitle(book)
    imprint = documents.get(plan.documents[0]) if plan.documents else None
    blocks = list(Blocks(rich, False).views(imprint.body)) if isinstance(imprint, Chapter) else []
    values = {
        "name": rich.set(title), "place": rich.place(book.title, book.subtitle),
        "long": lines(title, "display", 47, 141 * MM) > 2,
        "kind": rich.set(kind), "second": rich.set(second),
        "others": list(rich.shared.titles.items()), "publisher": rich.block(book.publisher), "blocks": blocks,
        "year": str(book.date.year) if book.date.year else "", "isbn": book.isbn.get(rich.shared.lang, ""),
        "rights": rich.block(book.rights), "note": rich.block(book.note),
        "note_src": source(book.note.span) if book.note else Markup(""),
    }  # fmt: skip
    notes = ("notes.css",) if isinstance(imprint, Chapter) and imprint.body.footnotes else ()
    return View("front.html", ("front.css", *notes), values, title=title)


def dedication(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    text = rich.shared.book.dedication
    values = {"html": rich.block(text), "src": source(text.span) if text else Markup("")}
    return View("dedication.html", ("front.css",), values, title=plain(rich.shared.book.title))


def contents(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    rows: list[dict[str, object]] = [
        {"kind": row.kind, "numeral": row.numeral, "page": rich.page(row.anchor),
         "html": rich.linked(row.anchor, rich.set(row.words))}
        for row in msgspec.json.decode(plan.params["rows"], type=list[Row])
    ]  # fmt: skip
    groups: list[list[dict[str, object]]] = [[]]
    for kind, run in groupby(rows, key=lambda row: str(row["kind"])):
        if kind == "part":
            groups.append([])
        groups[-1] += _run(kind, list(run))
    heading = rich.word("Contents")
    values = {"groups": [group for group in groups if group], "heading": heading}
    entry = plan.params["entry"]
    properties = {"part": plan.params["part"], "entry-first": entry, "entry-last": entry}
    return View("contents.html", ("wide.css", "contents.css"), values, title=heading, properties=properties)


def _run(kind: str, rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """Rows of one kind: many names or regions stand in two columns."""
    if kind not in ("name", "in") or len(rows) < TWO_COLUMNS:
        return rows
    half = (len(rows) + 1) // 2
    return [{"kind": "two", "columns": [rows[:half], rows[half:]]}]


def opener(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    title = plan.params["title"]
    values = {
        "id": plan.id, "numeral": plan.params["numeral"], "name": rich.set(title),
        "lead": rich.set(plan.params["lead"]), "place": _part_place(plan, rich),
        "long": width(title, "display", 46) > 2 * 132 * MM,
    }  # fmt: skip
    return View("opener.html", ("opener.css",), values, title=title)


def _part_place(plan: UnitPlan, rich: Rich) -> Markup:
    parts = [part for part in rich.shared.book.parts if f"part.{part.id}" == plan.id]
    return rich.place(*(text for part in parts for text in (part.title, part.lead)))


def notes(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    """A ruled page at the end of the book."""
    title = plan.params["title"]
    return View("notes.html", ("fill.css",), {"heading": title, "rules": _RULES}, title=title)

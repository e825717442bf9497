"""The view of a chapter: its own matter only; sources at the end in small type."""

from __future__ import annotations

from collections.abc import Mapping

from book.compose.blocks import Blocks
from book.compose.flow import LINE, block_height, fit
from book.compose.metrics import MM, lines
from book.compose.rich import HEAD, Rich, head_words, plain, source
from book.compose.sources import printed, source_items
from book.compose.view import View
from book.model import Chapter, Document, Side, UnitPlan


def chapter(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    text = documents[plan.documents[0]]
    assert isinstance(text, Chapter)
    kind = plan.params["kind"]
    title_lines = lines(plain(text.title), "display", 37, 141 * MM)
    begin = 28.0 * ("number" in plan.params) + 42 * title_lines + 28 + 28 * (text.subtitle is not None)
    blocks = Blocks(rich, side == "recto")
    fitted = fit(text.body, begin, [printed(one) for one in text.sources], "number" not in plan.params)
    values = {
        "id": text.id, "src": source(text.span), "kind": kind, "number": plan.params.get("number", ""),
        "heading": rich.block(text.title), "heading_src": source(text.title.span),
        "long": title_lines > 2,
        "subtitle": rich.block(text.subtitle), "blocks": list(blocks.views(text.body, fitted.blocks)),
        "sources": source_items(text.sources, rich), "run_in": fitted.run_in, "sink": fitted.sink > 0,
        "brief": bool(text.body.blocks) and block_height(text.body.blocks[-1]) < 4 * LINE,
    }  # fmt: skip
    sheets = ["heads.css", "blocks.css", "chapter.css"]
    if text.body.footnotes:
        sheets.append("notes.css")
    if kind == "colophon":
        sheets.append("colophon.css")
    properties = {"part": plan.params["part"], "entry": head_words(plan.params["entry"], HEAD)}
    return View("chapter.html", tuple(sheets), values, title=plan.params["entry"], properties=properties, classes=kind)

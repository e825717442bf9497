"""The view of one page of an index or of the finder: columns placed by columns.py, page numbers put in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from markupsafe import Markup, escape

from book.compose.columns import Item, Sheet
from book.compose.numbers import numbers
from book.compose.rich import HEAD, Rich, head_words
from book.compose.view import View
from book.model import Document, Side, UnitPlan


def index(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    sheet = msgspec.json.decode(plan.params["sheet"], type=Sheet)
    name, opens = plan.params["name"], plan.params["at"] == "0"
    finder = name == "finder"
    values = {
        "name": name, "opens": opens, "heading": rich.set(plan.params["title"]) if opens else "",
        "columns": [[_row(item, rich) for item in column] for column in sheet.columns], "finder": finder,
    }  # fmt: skip
    heads = {"entry-first": head_words(sheet.first, HEAD), "entry-last": head_words(sheet.last, HEAD)}
    if finder:
        heads = dict.fromkeys(heads, plan.params["title"])
    return View(
        "index.html", ("wide.css", "index.css"), values, title=plan.params["title"],
        properties={"part": plan.params["part"], **heads},
    )  # fmt: skip


def _row(item: Item, rich: Rich) -> dict[str, Any]:
    if item.kind in ("head", "group"):
        return {"kind": item.kind, "html": escape(rich.set(item.text))}
    words = [rich.typed(item.text)] if item.text else []
    if item.kind == "again":
        return {"kind": item.kind, "html": Markup("{} <i>{}</i>").format(words[0], rich.word("(continued)"))}
    if item.more:
        words[-1] += Markup(" <i>{}</i>").format(rich.set(item.more))
    if item.see:
        words.append(Markup("<i>{}</i>\u00a0{}").format(rich.word("see"), rich.typed(item.see)))
    pages = numbers(item.locators, rich)
    return {"kind": item.kind, "html": Markup(", ").join([*words, *([pages] if pages else [])])}

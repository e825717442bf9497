"""A planned unit -> its HTML, ready to be set: the templates get views made here, never the manuscript itself.

The HTML is well-formed XML (no named entities, void elements closed): typeset reads it with a C parser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from book.compose import chapters, cover, directory, front, people, registers
from book.compose.rich import Rich, css_string, plain
from book.compose.shared import Shared
from book.compose.view import View
from book.model import Document, Side, Unit, UnitPlan

EDITION_CSS = "edition.css"
"""The first stylesheet of every unit: no file, but inks.edition_css()."""

BASE = (EDITION_CSS, "tokens.css", "page.css", "type.css")
"""The stylesheets of every unit."""

_FIGURES = "0123456789ivxlcdm"
"""All that page labels are made of."""

_NUMBERS = ("tab", "flat-width", "flat-height")
"""Properties that the press reckons: no words of the book are in them."""

_VIEWS: dict[str, Callable[[UnitPlan, Side, Mapping[str, Document], Rich], View]] = {
    "front": front.front,
    "dedication": front.dedication,
    "contents": front.contents,
    "opener": front.opener,
    "chapter": chapters.chapter,
    "person": people.person,
    "resorts": directory.resorts,
    "index": registers.index,
    "notes": front.notes,
    "cover": cover.cover,
    "endpapers": cover.endpapers,
}


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("book.compose"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


def compose(
    plan: UnitPlan, side: Side, documents: Mapping[str, Document], shared: Shared, pages: Mapping[str, str]
) -> Unit:
    """One unit for the side on which it opens. `documents` holds those of `plan.documents`; `pages` maps an anchor to
    the label of its page, as far as it is known. Unit.refs are the anchors that it asked for."""
    rich = Rich(shared, pages, plan.documents[0] if plan.documents else "")
    view = _VIEWS[plan.kind](plan, side, documents, rich)
    html = render(view, side, shared, rich)
    sheets = (*BASE, *view.sheets)
    return Unit(plan.id, html, side, sheets, dict(sorted(rich.assets.items())), tuple(rich.refs))


def folio_probe(side: Side, shared: Shared) -> Unit:
    """A page on which every glyph of a folio stands alone at the folio's place, each in a span.folio-glyph: right-
    aligned at the outer edge on a recto, left-aligned on a verso. Assembly takes the glyphs from it."""
    return _probe(View("folio.html", ("folio.css",), {"glyphs": _FIGURES}, title="folio"), side, shared)


def slug_probes(shared: Shared, date: str, part: str) -> tuple[Unit, Unit]:
    """The slug line of a print edition: the glyphs of page labels, each alone in a span.slug-glyph, and the words that
    follow the label on every page."""
    rich = Rich(shared, {})
    parts = {"cover": rich.word("Cover, flat"), "endpapers": rich.word("Endpapers")}
    words = (plain(shared.book.title), shared.tongue.native_name, shared.edition.name, date,
             parts.get(part) or rich.word("Book block"))  # fmt: skip
    views = (
        View("slug.html", ("slug.css",), {"glyphs": _FIGURES, "line": ""}, title="slug"),
        View("slug.html", ("slug.css",), {"glyphs": "", "line": " · ".join(map(str, words))}, title="slug"),
    )
    return _probe(views[0], "recto", shared), _probe(views[1], "recto", shared)


def _probe(view: View, side: Side, shared: Shared) -> Unit:
    """A page that is not printed: assembly takes from it what it needs."""
    html = render(view, side, shared, Rich(shared, {}))
    return Unit(f"{view.title}.{side}", html, side, (*BASE, *view.sheets))


def render(view: View, side: Side, shared: Shared, rich: Rich) -> str:
    """A view as the HTML of a unit."""
    small = shared.tongue.small_capitals

    def printed(name: str, value: str) -> str:
        return value if name in _NUMBERS else css_string(small(value) if name.startswith("entry") else value)

    properties = Markup("; ").join(
        Markup("--{}: {}").format(name, printed(name, value)) for name, value in view.properties.items()
    )
    values: dict[str, Any] = {
        **view.values, "lang": shared.lang, "side": side, "properties": properties, "title_tag": view.title,
        "word": rich.word, "drawing": rich.drawing, "tall": view.classes, "small": small,
    }  # fmt: skip
    return _template(view.template).render(values)

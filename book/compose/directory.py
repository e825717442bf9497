"""The view of the directory: resorts by region, in two columns; what is not known is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from book.compose.blocks import Blocks, needs_blocks
from book.compose.rich import Rich, plain, source
from book.compose.shared import begin_upper
from book.compose.sources import printed
from book.compose.view import View
from book.model import Contact, Document, Inspection, Key, Resort, Side, UnitPlan

Line = tuple[str, Markup]


def resorts(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    shared = rich.shared
    key = [
        (rich.drawing(f"symbols/{symbol}.svg"), rich.set(term.name))
        for term in (shared.term("resort_types", key) for key in plan.params.get("types", "").split())
        if (symbol := _symbol(term.symbol))
    ]
    entries = [documents[id] for id in plan.documents if id in documents]
    regions = []
    for region in plan.params["regions"].split():
        name = begin_upper(shared.term("regions", region).name, shared)
        inside = [_entry(one, rich, side) for one in entries if isinstance(one, Resort) and one.region.key == region]
        regions.append({"key": region, "name": rich.set(name), "entries": inside})
    values = {
        "regions": regions, "types": sorted(key, key=lambda one: shared.tongue.sort_key(one[1])),
        "opens": "types" in plan.params,
        "uncertain": any(isinstance(one, Resort) and one.certainty for one in entries),
    }  # fmt: skip
    more = ("blocks.css",) if any(needs_blocks(one.body) for one in entries) else ()
    notes = ("notes.css",) if any(one.body.footnotes for one in entries) else ()
    return View(
        "resorts.html", ("wide.css", "resort.css", *more, *notes), values, title=plan.params["part"],
        properties={"part": plan.params["part"]},
    )  # fmt: skip


def _symbol(name: str) -> str:
    """The name of a drawing; one that isn't a plain name is no drawing of ours."""
    return name if name.isascii() and name.replace("-", "").isalnum() else ""


def _entry(resort: Resort, rich: Rich, side: Side) -> dict[str, Any]:
    rich.document = resort.id
    rich.endnotes = []
    shared = rich.shared
    symbols = [_symbol(shared.term("resort_types", key.key).symbol) for key in resort.types]
    return {
        "id": resort.id, "src": source(resort.span), "name": rich.set(plain(resort.name)),
        "ring": bool(resort.certainty),
        "where": rich.block(resort.place), "lines": [line for line in _lines(resort, rich) if line[1]],
        "symbols": [rich.drawing(f"symbols/{symbol}.svg") for symbol in symbols[:4] if symbol],
        "blocks": list(Blocks(rich, side == "recto").views(resort.body)),
        "sources": [printed(one) for one in resort.sources], "notes": rich.endnotes,
    }  # fmt: skip


def _lines(resort: Resort, rich: Rich) -> Iterator[Line]:
    """(message of the label, words), in the order in which a doctor asks."""
    types = (*resort.types, resort.category) if resort.category else resort.types
    yield "Type", _terms(types, rich)
    yield "Treats", _terms(resort.treats, rich)
    yield "Water", rich.block(resort.water)
    yield "Mud", rich.block(resort.mud)
    yield "Climate", rich.block(resort.climate)
    yield "Equipment", _terms(resort.equipment, rich)
    beds = escape(rich.shared.tongue.number(resort.beds)) if resort.beds else Markup("")
    yield "Beds", Markup("; ").join(part for part in (beds, rich.block(resort.capacity)) if part)
    yield "Season", rich.block(resort.season)
    yield "Places for medical staff", rich.block(resort.staff_season)
    yield "Founded", rich.block(resort.founded)
    yield from _contact(resort.contact, rich)
    yield "Inspected", _inspection(resort.inspection, rich)
    yield "See also", Markup("; ").join(rich.see(reference.id) for reference in resort.see)


def _terms(keys: tuple[Key, ...], rich: Rich) -> Markup:
    return rich.terms(keys, ", ".join(rich.shared.term(key.vocabulary, key.key).name for key in keys))


def _contact(contact: Contact | None, rich: Rich) -> Iterator[Line]:
    if contact is None:
        return
    yield "Address", rich.block(contact.address)
    yield "Telephone", escape(contact.phone.replace(" ", "\u00a0"))
    web = contact.web.removeprefix("https://").removeprefix("http://").rstrip("/")
    words: list[Markup] = []
    for printed_as, address in ((contact.email, f"mailto:{contact.email}"), (web, contact.web)):
        linked = rich.shared.edition.links and address.startswith(("mailto:", "http://", "https://"))
        if printed_as:
            words.append(Markup('<a href="{}">{}</a>').format(address, printed_as) if linked else escape(printed_as))
    yield "On the net", Markup(", ").join(words)


def _inspection(inspection: Inspection | None, rich: Rich) -> Markup:
    if inspection is None:
        return Markup("")
    parts = [escape(rich.shared.tongue.date(inspection.date)), rich.block(inspection.by), rich.block(inspection.result)]
    return Markup(", ").join(part for part in parts if part)

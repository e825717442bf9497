"""The cover and the endpapers: what is planned for them, and the views of their templates.

What fits where is judged in cover_fit.py. The gold of the spine goes on over the hinges and grows its horns into the
white of both boards. Lengths in mm, places from the upper left corner of the trimmed sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from markupsafe import Markup

from book.binding import Flat, Panel, endpaper_spread, flat
from book.compose import barcode
from book.compose.cover_fit import CoverPlan, Fit, Words, fit
from book.compose.horns import REACH, Horn, grown
from book.compose.inks import substitute_inks
from book.compose.rich import Rich, plain, source
from book.compose.shared import Shared
from book.compose.view import View
from book.conditions import PressCondition
from book.findings import Finding
from book.model import Document, Side, UnitPlan

FIELD = 34.0
"""The gold beside the spine, and how wide a stripe of the endpapers is, about."""
PERIOD = 49.2
"""Of the horns of the cover."""


def cover_plan(condition: PressCondition, pages: int, trim: tuple[float, float], bleed: float) -> UnitPlan:
    """The cover of a book of so many pages; `trim` of a page, in mm."""
    made = CoverPlan(flat(condition, pages, trim), pages, condition.cover.spine, condition.cover.barcode.module, bleed)
    return UnitPlan("cover", "cover", folio="none", params={"cover": msgspec.json.encode(made).decode()})


def endpapers_plan(trim: tuple[float, float], bleed: float) -> UnitPlan:
    """The endpapers: one spread, printed at the front and at the back."""
    width, height = endpaper_spread(trim)
    params = {"width": f"{width:g}", "height": f"{height:g}", "bleed": f"{bleed:g}"}
    return UnitPlan("endpapers", "endpapers", folio="none", params=params)


def judge_cover(plan: UnitPlan, shared: Shared) -> tuple[Finding, ...]:
    """What is wrong with the cover that `plan` asks for."""
    return _fit(plan, shared).findings


def folds(plan: UnitPlan) -> tuple[tuple[float, ...], tuple[float, ...], float]:
    """The x at which the sheet is folded, the y at which it is turned in, its height; an endpaper is folded in its
    middle."""
    if "cover" not in plan.params:
        return (float(plan.params["width"]) / 2,), (), float(plan.params["height"])
    sheet = msgspec.json.decode(plan.params["cover"], type=CoverPlan).flat
    return sheet.folds, sheet.turns, sheet.height


def _fit(plan: UnitPlan, shared: Shared) -> Fit:
    return fit(msgspec.json.decode(plan.params["cover"], type=CoverPlan), shared, FIELD + REACH * PERIOD)


# --- views -----------------------------------------------------------------------------------------------------------


def cover(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    made = _fit(plan, rich.shared)
    book, sheet = rich.shared.book, made.plan.flat
    back = book.cover.back
    values = {
        "fields": _fields(sheet, made.plan.bleed), "horns": _placed(_edges(sheet, made.plan.bleed)),
        "title": _even(made.title, rich), "size": f"font-size:{made.size[0]:g}pt;line-height:{made.size[1]:g}pt",
        "kind": _even(made.kind, rich), "second": _even(made.second, rich), "publisher": rich.block(book.publisher),
        "front": _box(made.front), "back": _box(made.back), "flaps": _flaps(sheet, rich),
        "text": rich.block(back), "text_src": source(back.span) if back else Markup(""),
        "others": list(rich.shared.titles.items()), "spine": _spine(made, rich), "symbol": _symbol(made, rich.shared),
    }  # fmt: skip
    size = {"flat-width": f"{sheet.width:g}mm", "flat-height": f"{sheet.height:g}mm"}
    return View("cover.html", ("cover.css",), values, title=plain(book.title), properties=size)


def endpapers(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    width, height, bleed = (float(plan.params[name]) for name in ("width", "height", "bleed"))
    stripes = max(1, round(height / FIELD / 2) * 2 - 1)  # an odd number: the first and the last are of gold
    tall = height / stripes
    # An odd number again: paper horns stand on both edges, so that no gold begins or ends where the knife goes.
    period = width / (2 * round((width / FIELD - 1) / 2) + 1)
    fields, horns = [], list[Horn]()
    for at in range(0, stripes, 2):
        top, bottom = at * tall, (at + 1) * tall
        above, below = (bleed if at == 0 else 0.0), (bleed if at == stripes - 1 else 0.0)
        fields.append((-bleed, top - above, width + bleed, bottom + below))
        horns += [] if above else grown(0, top, -bleed, width + bleed, period)
        horns += [] if below else grown(180, bottom, -bleed, width + bleed, period)
    size = {"flat-width": f"{width:g}mm", "flat-height": f"{height:g}mm"}
    values = {"fields": [_box(field) for field in fields], "horns": _placed(horns)}
    return View("endpapers.html", ("cover.css",), values, title=plain(rich.shared.book.title), properties=size)


def _fields(sheet: Flat, bleed: float) -> list[str]:
    """The gold: the spine and what lies beside it, from edge to edge."""
    spine = sheet.face("spine").box
    return [_box((spine[0] - FIELD, -bleed, spine[2] + FIELD, sheet.height + bleed))]


def _edges(sheet: Flat, bleed: float) -> list[Horn]:
    spine = sheet.face("spine").box
    start, end = -bleed, sheet.height + bleed
    return [*grown(270, spine[0] - FIELD, start, end, PERIOD), *grown(90, spine[2] + FIELD, start, end, PERIOD)]


def _placed(horns: Iterable[Horn]) -> list[dict[str, str]]:
    return [
        {"drawing": f"ornaments/edge-{horn.ink}.svg",
         "style": f"left:{horn.left:g}mm;top:{horn.top:g}mm;width:{horn.width:g}mm;height:{horn.height:g}mm;"
                  f"transform:rotate({horn.turn}deg)"}
        for horn in horns
    ]  # fmt: skip


def _spine(made: Fit, rich: Rich) -> dict[str, str] | None:
    """The spine's words, turned about their middle, and the device at its foot."""
    panel = made.plan.flat.face("spine")
    x0, top, x1, _ = panel.box
    words = _box((x0 + (panel.width - panel.height) / 2, top + (panel.height - panel.width) / 2,
                  x0 + (panel.width + panel.height) / 2, top + (panel.height + panel.width) / 2))  # fmt: skip
    turn = 90 if made.reads == "down" else -90
    device = made.device
    style = f"{words};transform:rotate({turn}deg);line-height:{panel.width:g}mm;font-size:{made.spine_size:g}pt"
    return {
        "words": rich.set(made.spine_words) if made.spine_size else "", "style": style, "reads": made.reads,
        "device": _box(((x0 + x1 - device) / 2, made.device_top, (x0 + x1 + device) / 2, made.device_top + device))
        if device else "",
    }  # fmt: skip


def _symbol(made: Fit, shared: Shared) -> dict[str, object] | None:
    """The barcode at the foot of the back, its bars in line with the text."""
    if made.symbol is None:
        return None
    x0, _, _, bottom = made.back
    left, top = x0 - made.symbol.left, bottom - made.symbol.height
    svg = substitute_inks(barcode.svg(made.symbol), shared.inks, shared.edition.colour)
    return {"svg": Markup(svg), "style": _box((left, top, left + made.symbol.width, bottom))}


def _flaps(sheet: Flat, rich: Rich) -> list[dict[str, object]]:
    """The flaps of a soft cover: the dedication in front, the book's parts behind."""
    front, back = sheet.panel("front-flap"), sheet.panel("back-flap")
    if front is None or back is None:
        return []
    book = rich.shared.book
    parts = [rich.set(plain(part.title)) for part in book.parts if part.title is not None and part.matter == "body"]
    return [
        {"style": _box(_inset(front)), "dedication": rich.block(book.dedication), "parts": []},
        {"style": _box(_inset(back)), "dedication": Markup(""), "parts": parts},
    ]


def _inset(panel: Panel) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = panel.box
    return x0 + 10, top + 25, x1 - 10, bottom - 25


def _even(words: Words, rich: Rich) -> dict[str, str]:
    return {"words": rich.set(words.words), "style": f"width:{words.measure:.1f}pt"}


def _box(box: tuple[float, float, float, float]) -> str:
    """A box as CSS."""
    x0, top, x1, bottom = box
    return f"left:{x0:.2f}mm;top:{top:.2f}mm;width:{x1 - x0:.2f}mm;height:{bottom - top:.2f}mm"

"""The view of a profile."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from book.compose import lives
from book.compose.blocks import Blocks, needs_blocks
from book.compose.blocks import View as BlockView
from book.compose.rich import HEAD, Rich, head_words, plain, source
from book.compose.sources import printed, source_items
from book.compose.view import View
from book.model import Document, Person, Side, UnitPlan

FINIS_ROOM = 112.0
"""The ornament at the end of an entry stands only where a quarter of a page is left."""


def person(plan: UnitPlan, side: Side, documents: Mapping[str, Document], rich: Rich) -> View:
    life = documents[plan.documents[0]]
    assert isinstance(life, Person)
    surname, given = plain(life.name.surname), plain(life.name.given)
    first_names = " ".join(part for part in (given, plain(life.name.patronymic)) if part)
    sources = [printed(one) for one in life.sources]
    arranged = lives.arrange(life, sources, rich)
    if arranged.form in ("tight", "long"):
        rich.endnotes = []
    blocks = list(Blocks(rich, side == "recto").views(life.body))
    _insert_quotation(life, blocks, rich, side)
    values = {
        "id": life.id, "src": source(life.span), "form": arranged.form,
        "brief": arranged.form in ("tight", "long") and lives.ends_briefly(life),
        "surname": surname, "given": first_names,
        "surname_step": lives.name_step(surname), "given_step": lives.given_step(first_names),
        "name_src": source(life.name.surname.span), "memorial": lives.died(life), "role": rich.block(life.role),
        "role_src": source(life.role.span) if life.role else Markup(""), "plate": _plate(life, rich),
        "dates": rich.shared.tongue.life(life.born.date if life.born else None, life.died.date if life.died else None),
        "groups": arranged.groups, "notes": rich.endnotes or [], "years": arranged.years, "more": arranged.more,
        "blocks": blocks, "sources": source_items(life.sources, rich),
        "finis": arranged.form == "long" and arranged.rest >= FINIS_ROOM,
        "credit": rich.block(life.portrait.credit) if life.portrait else Markup(""),
    }  # fmt: skip
    more = ("blocks.css",) if needs_blocks(life.body) or life.quotation else ()
    notes = ("notes.css",) if life.body.footnotes else ()
    return View(
        "person.html", ("heads.css", "tab.css", "person.css", *more, *notes), values, title=surname,
        properties={
            "part": plan.params["part"], "entry": head_words(surname, HEAD), "letter": plan.params["letter"],
            "tab": plan.params["tab"],
        },
    )  # fmt: skip


def _plate(life: Person, rich: Rich) -> dict[str, str]:
    if life.portrait is not None:
        name = rich.shared.labels[life.id].name if life.id in rich.shared.labels else plain(life.name.surname)
        picture, place = rich.picture(life.portrait.picture), source(life.portrait.span)
        alt = plain(life.portrait.alt) or name
        return {"picture": picture, "alt": alt, "src": place, "at": rich.place(life.portrait.alt)}
    return {"field": rich.drawing("ornaments/field-plate.svg"), "letters": lives.monogram(life, rich.shared)}


def _insert_quotation(life: Person, blocks: list[BlockView], rich: Rich, side: Side) -> None:
    """The pulled quotation stands after the second paragraph, or after the only one."""
    if life.quotation is not None:
        blocks.insert(min(2, len(blocks)), Blocks(rich, side == "recto").quotation(life.quotation))

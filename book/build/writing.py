"""Assembles a book that is set: what the file says of itself, folios and slug line from their probes, spot inks."""

from __future__ import annotations

from typing import BinaryIO

from book.assemble import About, Production, Slug, assemble
from book.assemble.folios import FolioStyle, folio_style
from book.build.producing import Producer, Stored
from book.build.setting import Setting
from book.compose import folio_probe, slug_probes
from book.compose.rich import plain
from book.inks import spot_builds
from book.model import PartialDate, Side, Struct, Unit
from book.paginate import Pagination
from book.sheets import FontUse, Sheet
from book.world import World


def write_pdf(file: BinaryIO, producer: Producer, pagination: Pagination, world: World) -> None:
    """Assembles the book into `file`."""
    setting = producer.setting
    shared, edition = setting.shared, setting.shared.edition
    recto, verso = _folio(setting, "recto"), _folio(setting, "verso")
    assert recto.style is not None and verso.style is not None
    production = Production(
        about=About(
            title=plain(shared.book.title),
            language=shared.lang,
            date=pdf_date(shared.book.date),
            subject=plain(shared.book.subtitle),
            pdfx=edition.pdfx if setting.profile else "",
        ),
        trim=recto.sheet.size,
        edition=edition,
        anchors=producer.anchors(pagination),
        outline=tuple((level, label, anchor) for plan in producer.plans for level, anchor, label in plan.outline),
        folios={"recto": recto.style, "verso": verso.style},
        folio_fonts={**recto.fonts, **verso.fonts},
        fonts=world.fonts(),
        profile=setting.profile,
        condition=setting.condition,
        builds=spot_builds(setting.inks),
        slug=_slug(setting) if edition.purpose == "print" and edition.marks else None,
    )
    assemble(file, pagination, production, Stored(setting, producer.records))


def pdf_date(date: PartialDate) -> str:
    """The edition's date as a PDF says it."""
    return f"D:{date.year:04}{date.month or 1:02}{date.day or 1:02}000000Z"


def day(date: PartialDate) -> str:
    """The edition's date as far as it is known: 2021-12-16, 2021-12, 2021."""
    return "-".join(f"{part:02}" for part in (date.year, date.month, date.day) if part)


class Probe(Struct, frozen=True):
    """A page of which assembly takes something: the look of the glyphs that stand alone on it, where there are any, the
    page itself, and the fonts that it uses."""

    sheet: Sheet
    fonts: dict[str, FontUse]
    style: FolioStyle | None = None


def _folio(setting: Setting, side: Side) -> Probe:
    return _probe(setting, folio_probe(side, setting.shared), side)


def _slug(setting: Setting) -> Slug:
    glyphs, words = slug_probes(setting.shared, day(setting.shared.book.date))
    label, line = _probe(setting, glyphs, "verso"), _probe(setting, words, None)
    assert label.style is not None
    return Slug(label.style, line.sheet, (label.fonts, line.fonts))


def _probe(setting: Setting, unit: Unit, aligned: Side | None) -> Probe:
    """A probe page; kept in the store like any unit. Its glyphs are right-aligned on a recto, left-aligned on a verso;
    None where words stand on it."""
    key = setting.keys.sheets(unit.html, unit.side, setting.look, unit.stylesheets) + ".probe"
    stored = setting.shelf.get(key, Probe)
    if stored is None:
        set_, facts, drawings = setting.engine.set(unit)
        sheets, _, _ = setting.pressroom.press(unit.id, set_, drawings, facts, {})
        style = None
        if aligned is not None:
            characters = "".join(text.text.strip() for text in facts.pages[0].texts)
            widths = {name: setting.engine.widths(use.file) for name, use in sheets.fonts.items()}
            style = folio_style(sheets.sheets[0], characters, aligned, widths)
        stored = Probe(sheets.sheets[0], sheets.fonts, style)
        setting.shelf.put(key, stored)
    return stored

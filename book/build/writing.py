"""Assembles a book that is set: what the file says of itself, folios and slug line from their probes, spot inks."""

from __future__ import annotations

from typing import BinaryIO

from msgspec.structs import replace

from book.assemble import About, Production, Slug, assemble
from book.assemble.folios import FolioStyle, folio_style
from book.assemble.frame import POINTS
from book.build.manifest import PressFacts
from book.build.producing import Producer, Stored
from book.build.setting import Setting
from book.checks import run as run_checks
from book.compose import folio_probe, slug_probes
from book.compose.rich import plain
from book.findings import Finding
from book.inks import spot_builds
from book.model import PartialDate, Side, Struct, Unit
from book.paginate import Pagination
from book.printed import Document, PdfFacts
from book.sheets import FontUse, Sheet
from book.world import World


def write_pdf(file: BinaryIO, producer: Producer, pagination: Pagination, world: World, home: str) -> Document:
    """Assembles the book into `file`; returns what holds for it. `home`: the way from its folder to the book's."""
    setting = producer.setting
    recto, verso = _folio(setting, "recto"), _folio(setting, "verso")
    assert recto.style is not None and verso.style is not None
    production = replace(
        production_of(setting, recto.sheet.size, "interior"),
        anchors=producer.anchors(pagination),
        outline=tuple((level, label, anchor) for plan in producer.plans for level, anchor, label in plan.outline),
        folios={"recto": recto.style, "verso": verso.style},
        folio_fonts={**recto.fonts, **verso.fonts},
        home=home,
    )
    return assemble(file, pagination, production, Stored(setting, producer.records))


def production_of(setting: Setting, trim: tuple[float, float], part: str) -> Production:
    """What one file of a book is, before it has pages of its own; `trim` in points, `part` is interior,
    cover or endpapers, for the slug line."""
    shared, edition = setting.shared, setting.shared.edition
    return Production(
        about=About(
            title=plain(shared.book.title),
            language=shared.lang,
            date=pdf_date(shared.book.date),
            subject=plain(shared.book.subtitle),
            pdfx=edition.pdfx if setting.profile else "",
        ),
        trim=trim,
        edition=edition,
        anchors={},
        outline=(),
        folios={},
        folio_fonts={},
        fonts=setting.world.fonts(),
        small=shared.tongue.small_letters,
        profile=setting.profile,
        condition=setting.condition,
        builds=spot_builds(setting.inks),
        slug=_slug(setting, part) if edition.purpose == "print" and edition.marks else None,
    )


def page_trim(setting: Setting) -> tuple[float, float]:
    """Width and height of a page of the book in mm."""
    width, height = _folio(setting, "recto").sheet.size
    return round(width / POINTS, 2), round(height / POINTS, 2)


def document_findings(setting: Setting, document: Document, bound: bool = False) -> tuple[Finding, ...]:
    """What is wrong with the file as a whole, where it goes to a press; `bound`: it is no book block, which is folded
    of sheets with so many pages."""
    edition = setting.shared.edition
    if edition.purpose != "print" or not edition.pdfx:
        return ()
    condition = replace(setting.condition, multiple=1) if bound else setting.condition
    facts = PdfFacts((), condition, document, edition.spots, edition.pdfx)
    return tuple(replace(finding, language=setting.shared.lang) for finding in run_checks("pdf", facts))


def press_facts(setting: Setting, pagination: Pagination, document: Document) -> PressFacts:
    """What the printer's side must know of the file; lengths in mm."""
    edition = setting.shared.edition
    leaves = pagination.leaves
    end = len(leaves) - next((at for at, leaf in enumerate(reversed(leaves)) if leaf.unit), 0)
    ((width, height, _),) = document.sizes
    return PressFacts(
        setting.condition.name, edition.pdfx, len(leaves), len(leaves) - end,
        (round(width / POINTS, 2), round(height / POINTS, 2)), edition.bleed, document.spots, edition.marks,
    )  # fmt: skip


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


def _slug(setting: Setting, part: str) -> Slug:
    glyphs, words = slug_probes(setting.shared, day(setting.shared.book.date), part)
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
        sheets, *_ = setting.pressroom.press(unit.id, set_, drawings, facts, {})
        style = None
        if aligned is not None:
            characters = "".join(text.text.strip() for text in facts.pages[0].texts)
            widths = {name: setting.engine.widths(use.file) for name, use in sheets.fonts.items()}
            style = folio_style(sheets.sheets[0], characters, aligned, widths)
        stored = Probe(sheets.sheets[0], sheets.fonts, style)
        setting.shelf.put(key, stored)
    return stored

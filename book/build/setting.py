"""What a worker does with one unit: compose, typeset, check, press, store. Everything it needs is in a Setting, which
the workers get by fork."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from book.ahead import Ahead
from book.build.engines import FarEngine, Look, near_engine, remember
from book.build.keys import Keys
from book.build.pressing import Pressroom, Spent
from book.build.proofs import messages_of
from book.build.reading import AnyDocument, Reading, Shelf
from book.build.rendering import Rendering, hyphens
from book.checks import run as run_checks
from book.compose.compose import compose
from book.compose.inks import edition_css, substitute_inks
from book.compose.messages import Message, numbered
from book.compose.shared import Shared
from book.conditions import PressCondition
from book.digests import Digests
from book.findings import Finding, Span
from book.inks import Inks
from book.language import tongue
from book.model import Side, Struct, Summary, Unit, UnitPlan
from book.sheets import Placed
from book.store import key_of
from book.translate.messages import catalog_name, catalog_path
from book.world import HOUSE, SOURCES, World

if TYPE_CHECKING:
    from book.typeset.engine import Engine
    from book.typeset.hyphens import Hyphens

EDITION_CSS = "edition.css"


class Job(Struct, frozen=True):
    """A unit to set: on this side, printing these page numbers. `key` is where its record is kept."""

    plan: UnitPlan
    side: Side
    key: str
    pages: dict[str, str] = msgspec.field(default_factory=dict)


class PlateKey(Struct, frozen=True, array_like=True):
    placed: Placed
    key: str


class PictureOn(Struct, frozen=True, array_like=True):
    """A picture on a unit's page: its box in mm from the upper left corner, and where it is named."""

    page: int
    box: tuple[float, float, float, float]
    span: Span
    path: str


class Record(Struct, frozen=True):
    """What a set unit is to the rest of the build. `anchors`: page in the unit, place on it (points)."""

    sheets: str
    length: int
    anchors: dict[str, tuple[int, float, float]] = msgspec.field(default_factory=dict)
    refs: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    plates: tuple[PlateKey, ...] = ()
    drawings: tuple[str, ...] = ()
    pictures: tuple[PictureOn, ...] = ()
    blanks: tuple[int, ...] = ()
    """Pages that the design leaves empty."""


class Done(Struct, frozen=True):
    """What a worker gives back: a unit's record, and what it has spent pressing for it."""

    record: Record
    pressing: Spent = Spent()


class Setting:
    """One target's surroundings for its units. The engine is made when the first unit is really set."""

    def __init__(
        self, world: World, digests: Digests, shelf: Shelf, keys: Keys, reading: Reading, shared: Shared,
        rendering: Rendering, condition: PressCondition, inks: Inks, profile: bytes, ahead: Ahead | None = None,
    ) -> None:  # fmt: skip
        self.world = world
        self.digests = digests
        self.shelf = shelf
        self.keys = keys
        self.reading = reading
        self.shared = shared
        self.rendering = rendering
        self.condition = condition
        self.inks = inks
        self.profile = profile
        self.summaries = {summary.id: summary for summary in reading.summaries}
        self.cmyk = shared.edition.colour == "cmyk"
        self.ahead = ahead
        self._engine: Engine | FarEngine | None = None
        names = sorted({Path(path).name for path in world.furniture() if path.endswith(".css")})
        self._styles = {name: world.read(world.style(name)).decode("utf-8", "replace") for name in names}
        self._styles[EDITION_CSS] = edition_css(shared.inks, shared.edition)
        self.pressroom = Pressroom(world, digests, shelf, keys, reading, shared.edition, condition, inks, profile)
        fonts = [path for path in world.furniture() if path.endswith((".ttf", ".conf"))]
        self.look = key_of(
            self.pressroom.key,
            str(shared.edition.tags),
            *(f"{name} {style}" for name, style in sorted(self._styles.items())),
            *(f"{path} {digests.of(path)}" for path in fonts),
            rendering.key,
            *reading.breaks.get(shared.lang, ()),
        )

    @functools.cached_property
    def surroundings(self) -> str:
        """What the HTML and the pages of every unit depend on beside its own plan, documents and words."""
        shared = self.shared
        held = (shared.edition, shared.book, shared.words, shared.titles)
        drawings = (f"{path} {self.digests.of(path)}" for path in self.world.furniture() if path.endswith(".svg"))
        return key_of(self.look, shared.lang, *map(repr, held), *drawings)

    def prepare(self) -> None:
        """Has the process ahead make ready for this target, here and, by what is remembered, in the next build."""
        if self.ahead is not None:
            assert self.engine
        remember(self.shelf.store, f"{self.rendering.tag}-{self.shared.edition.name}", self._look)

    def catalog_of(self, summary: Summary) -> str:
        """The path of the catalog of a document's messages."""
        return catalog_path(self.rendering.lang, summary.lang, catalog_name(summary.path))

    @functools.cached_property
    def common_catalogs(self) -> tuple[str, ...]:
        """The paths of the catalogs of book.yaml and of the vocabularies."""
        begins, ends = f"{SOURCES}/locale/{self.rendering.lang}/", ("/book.po", "/vocabulary.po")
        return tuple(path for path in sorted(self.reading.catalogs) if path.startswith(begins) and path.endswith(ends))

    def words_of(self, summary: Summary) -> Mapping[str, str]:
        """The translations of a document's messages, from its own catalog."""
        catalog = self.reading.catalogs.get(self.catalog_of(summary))
        return catalog.words if catalog else {}

    def document(self, id: str) -> AnyDocument:
        """A document in the language of the book."""
        read = self.shelf.document(self.reading.keys[id])
        return self.rendering.put(read, self.words_of(self.summaries[id]))

    @property
    def engine(self) -> Engine | FarEngine:
        if self._engine is None:
            look, sizes = self._look, self._sizes()
            if self.ahead is not None:
                self._engine = FarEngine(self.ahead, look, self.drawing, sizes, self.pressroom.warm)
            else:
                self._engine = near_engine(look, self.drawing, sizes)
        return self._engine

    @functools.cached_property
    def _look(self) -> Look:
        fonts = str(self.world.fonts_folder())
        return Look(fonts, self._styles, self._hyphenation(), self.cmyk, self.shared.edition.tags)

    def _sizes(self) -> dict[str, tuple[int, int]]:
        """Pixels of the pictures that can be used."""
        facts = self.reading.pictures.items()
        return {path: (one.width, one.height) for path, one in facts if one is not None and not one.problem}

    def _hyphenation(self) -> dict[str, Hyphens]:
        """How words break: the book's own exceptions count in its own language."""
        own = self.shared.lang
        found = {language: hyphens(tongue(language)) for language in self.shared.book.languages}
        return {**found, own: hyphens(self.shared.tongue, self.reading.breaks.get(own, ()))}

    def drawing(self, path: str) -> bytes:
        """A drawing in the edition's inks."""
        svg = self.world.read(path).decode("utf-8", "replace")
        return substitute_inks(svg, self.shared.inks, self.shared.edition.colour).encode()

    # --- one unit ---

    def compose(self, plan: UnitPlan, side: Side, pages: Mapping[str, str]) -> Unit:
        documents = {id: self.document(id) for id in plan.documents}
        unit = self._with_own_drawings(compose(plan, side, documents, self.shared, pages))
        return numbered(unit, self._messages(plan)) if self.shared.edition.messages else unit

    def _with_own_drawings(self, unit: Unit) -> Unit:
        """The book's own drawings go before the house's of the same name."""
        begins = f"{HOUSE}styles/"
        assets = {
            address: self.world.style(path.removeprefix(begins)) if path.startswith(begins) else path
            for address, path in unit.assets.items()
        }
        return msgspec.structs.replace(unit, assets=assets)

    def _messages(self, plan: UnitPlan) -> Mapping[str, Message]:
        """The messages that a unit's blocks come from, for a translator's proof."""
        read = [self.shelf.document(self.reading.keys[id]) for id in plan.documents]
        return {**self._of_all, **messages_of(self.world, read, self.rendering.lang)}

    @functools.cached_property
    def _of_all(self) -> Mapping[str, Message]:
        """The messages of book.yaml and of the vocabularies, which stand in any unit."""
        return messages_of(self.world, [self.reading.book, *self.reading.vocabularies.values()], self.rendering.lang)

    def work(self, job: Job) -> Done:
        before = self.pressroom.spent
        return Done(self.set(job), self.pressroom.spent.since(before))

    def set(self, job: Job) -> Record:
        """Composes and sets a unit, or takes its sheets from the store where the HTML came out the same."""
        unit = self.compose(job.plan, job.side, job.pages)
        assets = [f"{address} {path} {self.digests.of(path)}" for address, path in sorted(unit.assets.items())]
        sheets_key = self.keys.sheets(unit.html, unit.side, self.look, [*unit.stylesheets, *assets])
        record = self.shelf.get(sheets_key + ".record", Record)
        if record is None or not self.complete(record):
            record = self._set_anew(unit, sheets_key)
            self.shelf.put(sheets_key + ".record", record)
        self.shelf.put(job.key, record)
        return record

    def complete(self, record: Record, look: bool = True) -> bool:
        """Everything that assembly will fetch for this unit is in the store; without a look it is believed to be."""
        wanted = (record.sheets, *(plate.key for plate in record.plates), *record.drawings)
        self.shelf.used.update(wanted)
        return not look or all(self.shelf.store.has(key) for key in wanted)

    def _set_anew(self, unit: Unit, key: str) -> Record:
        sheets, facts, drawings = self.engine.set(unit)
        plates, faults = self.pressroom.plates(sheets, unit.id, self._named)
        heads = {placed: plate for placed, (_, plate) in plates.items()}
        pressed, drawn, told, pages = self.pressroom.press(unit.id, sheets, drawings, facts, heads)
        for name, drawing in drawn.items():
            if not self.shelf.store.has(f"{name}.drawing"):
                self.shelf.put(f"{name}.drawing", drawing)
        self.shelf.put(key, pressed)
        anchors: dict[str, tuple[int, float, float]] = {}
        for index, sheet in enumerate(sheets.sheets):
            for name, place in sheet.anchors.items():
                # What goes on over a page has its place on every one of them: it is where it begins.
                anchors.setdefault(name, (index, *place))
        return Record(
            key,
            len(sheets.sheets),
            anchors,
            unit.refs,
            (*run_checks("layout", facts), *faults, *told),
            tuple(PlateKey(placed, key) for placed, (key, _) in plates.items()),
            tuple(sorted(f"{name}.drawing" for name in drawn)),
            tuple(PictureOn(page.index, one.box, one.span, one.name) for page in pages for one in page.pictures),
            tuple(page.index for page in pages if page.blank),
        )

    def _named(self, picture: str) -> Span:
        """Where the sources name a picture first."""
        for summary in self.reading.summaries:
            for path, span in zip(summary.pictures, summary.picture_spans, strict=False):
                if path == picture:
                    return span
        return Span()

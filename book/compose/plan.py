"""The book as units in their order, from summaries alone: what opens where, what each needs, what the outline says.

Ids of units: front, dedication, contents, c.<chapter>, part.<id>, p.<person>, r.<region of the first entry>,
finder.<n>, <index>.<n>. Nothing here is set; page numbers come later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from book.compose.columns import FINDER, INDEX, Item, Shape, place
from book.compose.indexes import NAMES, bare, finder_items, index_items
from book.compose.rich import plain
from book.compose.shared import Shared, begin_upper
from book.compose.words import say
from book.model import Part, Side, Summary, UnitPlan

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FEW_PEOPLE = 60
"""So many people stand in the contents one by one; more stand there by letters."""
REGION_WEIGHT = 32
"""Regions run on in one unit until it has so many entries (about six pages); a region is never cut."""

Matter = Literal["front", "body", "back"]
SIDES: tuple[Side, ...] = ("recto", "verso")


class Row(msgspec.Struct, frozen=True, array_like=True):
    """A line of the contents. `kind`: chapter, part (with its numeral), sub, name (a person, or the first and last of a
    letter), in (a region)."""

    kind: str
    anchor: str
    words: str
    numeral: str = ""


def plan(summaries: Sequence[Summary], shared: Shared) -> tuple[UnitPlan, ...]:
    """Every unit of the book, in book order."""
    return _Planner(summaries, shared).plan()


def fill_plans(shared: Shared) -> tuple[UnitPlan, ...]:
    """A ruled page for notes on each side; assembly takes as many as the last sheets have room for."""
    title = say(shared.words, "Notes")
    return tuple(UnitPlan(f"fill.{side}", "notes", matter="back", params={"title": title}) for side in SIDES)


class _Planner:
    def __init__(self, summaries: Sequence[Summary], shared: Shared) -> None:
        self.shared = shared
        self.summaries = summaries
        self.by_id = {summary.id: summary for summary in summaries}
        self.rows: list[Row] = []
        self.part_title = plain(shared.book.title)
        self.digits = "000" if len(summaries) < 400 else "0000"
        self.speech = shared.tongue

    def plan(self) -> tuple[UnitPlan, ...]:
        numeral = 0
        units: list[UnitPlan] = []
        for part in self.shared.book.parts:
            before = len(units)
            if part.matter == "body":
                self.part_title = plain(part.title)
                units.append(self._opener(part, ROMAN[numeral] if numeral < len(ROMAN) else str(numeral + 1)))
                numeral += 1
                units += self._part(part, 2)
            else:
                self.part_title = plain(self.shared.book.title)
                units += self._part(part, 1)
            if part.last:
                units[before:] = [msgspec.structs.replace(unit, last=part.last) for unit in units[before:]]
        return (*self._front(), *units)

    def _say(self, message: str, **values: str) -> str:
        return say(self.shared.words, message, **values)

    # --- what stands before the first part ---

    def _front(self) -> Iterator[UnitPlan]:
        imprint = tuple(one.id for one in self.summaries if one.chapter_kind == "imprint")[:1]
        title = plain(self.shared.book.title)
        yield UnitPlan(
            "front", "front", imprint, opens="recto", matter="front", folio="none", outline=((1, "title", title),)
        )
        if self.shared.book.dedication is not None:
            yield UnitPlan("dedication", "dedication", opens="recto", matter="front", folio="none")
        rows = msgspec.json.encode(self.rows).decode()
        words = self._say("Contents")
        yield UnitPlan(
            "contents", "contents", opens="recto", matter="front", folio="roman", late=True,
            params={"rows": rows, "entry": words, "part": title}, outline=((1, "contents", words),),
        )  # fmt: skip

    # --- parts ---

    def _opener(self, part: Part, numeral: str) -> UnitPlan:
        anchor, title = f"part.{part.id}", plain(part.title)
        self.rows.append(Row("part", anchor, title, numeral))
        params = {"numeral": numeral, "title": title, "lead": plain(part.lead)}
        return UnitPlan(anchor, "opener", opens="recto", folio="none", params=params, outline=((1, anchor, title),))

    def _part(self, part: Part, level: int) -> Iterator[UnitPlan]:
        yield from self._chapters((reference.id for reference in part.intro), part, level)
        if part.content == "people":
            yield from self._people(part, level)
        elif part.content == "resorts":
            yield from self._resorts(part, level)
            yield from self._finder(part, level)
        elif part.content == "indexes":
            yield from self._indexes(part, level)
        chapters = (reference.id for reference in part.chapters)
        yield from self._chapters(chapters, part, level, numbered=part.content == "chapters" and part.matter == "body")

    def _chapters(self, ids: Iterable[str], part: Part, level: int, numbered: bool = False) -> Iterator[UnitPlan]:
        number = 0
        for id in ids:
            summary = self.by_id.get(id)
            if summary is None or summary.kind != "chapter" or summary.chapter_kind == "imprint":
                continue
            title = self.shared.labels[id].name
            params = {"part": self.part_title, "entry": title, "kind": summary.chapter_kind or "chapter"}
            if numbered and params["kind"] == "chapter":
                number += 1
                params["number"] = str(number)
            self.rows.append(Row("chapter" if part.matter == "front" else "sub", f"d.{id}", title))
            heads = tuple((level + 1, anchor, words) for depth, anchor, words in headings(summary) if depth == 2)
            yield UnitPlan(
                f"c.{id}", "chapter", (id,), opens="recto", matter=part.matter, folio=_folio(part.matter),
                params=params, uses=self._uses(summary), outline=((level, f"d.{id}", title), *heads),
            )  # fmt: skip

    def _uses(self, summary: Summary, *more: str) -> tuple[str, ...]:
        """Entries of Shared that a document's own page prints: the names of its keys and of what it refers to."""
        terms = (f"{key.vocabulary}/{key.key}" for key in (*summary.keys, *summary.treats))
        documents = (f"doc/{reference.id}" for reference in summary.refs)
        return tuple(sorted({*terms, *documents, *more}))

    # --- people ---

    def _people(self, part: Part, level: int) -> Iterator[UnitPlan]:
        people = [summary for summary in self.summaries if summary.kind == "person"]
        keyed = sorted((self.speech.sort_key(self.shared.labels[one.id].sort), one.id) for one in people)
        letter = ""
        letters: list[tuple[str, list[str]]] = []
        for _, id in keyed:
            label = self.shared.labels[id]
            own = self.speech.letter(bare(label.sort))
            outline: tuple[tuple[int, str, str], ...] = ((level + 1, f"d.{id}", label.index),)
            if first := own != letter:
                letter = own
                letters.append((letter, []))
                outline = ((level, f"d.{id}", letter), *outline)
            letters[-1][1].append(id)
            yield UnitPlan(
                f"p.{id}", "person", (id,),
                opens="recto" if first and self.shared.edition.letters_open == "recto" else "next",
                matter=part.matter, folio=_folio(part.matter), uses=self._uses(self.by_id[id], f"doc/{id}"),
                params={"part": self.part_title, "letter": own, "tab": f"{self.speech.letter_position(own):.4f}"},
                outline=outline,
            )  # fmt: skip
        self._people_rows(letters)

    def _people_rows(self, letters: list[tuple[str, list[str]]]) -> None:
        labels = self.shared.labels
        if sum(len(ids) for _, ids in letters) <= FEW_PEOPLE:
            self.rows += [Row("name", f"d.{id}", labels[id].index) for _, ids in letters for id in ids]
            return
        for _, ids in letters:
            first, last = labels[ids[0]].short, labels[ids[-1]].short
            self.rows.append(Row("name", f"d.{ids[0]}", first if len(ids) == 1 else f"{first} – {last}"))

    # --- resorts ---

    def _regions(self) -> list[list[tuple[str, list[str]]]]:
        """Units of the directory: each a list of (region, ids of its entries in order)."""
        by_region: dict[str, list[str]] = {}
        for summary in self.summaries:
            if summary.kind == "resort":
                by_region.setdefault(summary.region, []).append(summary.id)
        key = self.speech.sort_key
        units: list[list[tuple[str, list[str]]]] = []
        count = REGION_WEIGHT
        for region in sorted(by_region, key=lambda region: key(self.shared.term("regions", region).name)):
            ids = sorted(by_region[region], key=lambda id: (key(bare(self.shared.labels[id].name)), id))
            if count >= REGION_WEIGHT or count + len(ids) > 2 * REGION_WEIGHT:
                units.append([])
                count = 0
            units[-1].append((region, ids))
            count += len(ids)
        return units

    def _resorts(self, part: Part, level: int) -> Iterator[UnitPlan]:
        used: set[str] = {f"resort_types/{key}" for one in self.summaries for key in _types(one)}
        for at, regions in enumerate(self._regions()):
            ids = tuple(id for _, group in regions for id in group)
            uses = {use for id in ids for use in self._uses(self.by_id[id], f"doc/{id}")}
            uses |= {f"regions/{region}" for region, _ in regions} | (used if at == 0 else set())
            outline: list[tuple[int, str, str]] = []
            for region, group in regions:
                name = begin_upper(self.shared.term("regions", region).name, self.shared)
                if at == 0 and region == regions[0][0]:
                    self.rows.append(Row("sub", f"r.{region}", self._say("By region")))
                self.rows.append(Row("in", f"r.{region}", name))
                outline.append((level, f"r.{region}", name))
                outline += ((level + 1, f"d.{id}", self.shared.labels[id].name) for id in group)
            params = {"part": self.part_title, "regions": " ".join(region for region, _ in regions)}
            if at == 0:
                params["types"] = " ".join(sorted(use.partition("/")[2] for use in used))
            yield UnitPlan(
                f"r.{regions[0][0]}", "resorts", ids, matter=part.matter, folio=_folio(part.matter),
                opens="recto" if at == 0 else "next", uses=tuple(sorted(uses)), params=params, outline=tuple(outline),
            )  # fmt: skip

    def _finder(self, part: Part, level: int) -> Iterator[UnitPlan]:
        title = self._say("By illness")
        yield from self._columns("finder", title, finder_items(self.summaries, self.shared), FINDER, part, level)

    # --- indexes ---

    def _indexes(self, part: Part, level: int) -> Iterator[UnitPlan]:
        if part.matter != "body":
            self.part_title = plain(part.title) or self.part_title
        first = True
        for name in part.indexes:
            if name not in NAMES:
                continue
            items = index_items(name, self.summaries, self.shared)
            if first and items and part.matter != "body" and part.title is not None:
                self.rows.append(Row("part", f"i.{name}", plain(part.title)))
            first = first and not items
            yield from self._columns(name, self._say(NAMES[name]), items, INDEX, part, level)
        if part.matter != "body":
            self.part_title = plain(self.shared.book.title)

    def _columns(
        self, name: str, title: str, items: tuple[Item, ...], shape: Shape, part: Part, level: int
    ) -> Iterator[UnitPlan]:
        for at, sheet in enumerate(place(items, shape, self.digits)):
            params = {
                "name": name, "title": title, "part": self.part_title, "first": sheet.first, "last": sheet.last,
                "sheet": msgspec.json.encode(sheet).decode(), "at": str(at),
            }  # fmt: skip
            if at == 0:
                self.rows.append(Row("sub", f"i.{name}", title))
            yield UnitPlan(
                f"{name}.{at + 1}", "index", late=True, matter=part.matter, folio=_folio(part.matter), params=params,
                opens="next", outline=((level, f"i.{name}", title),) if at == 0 else (),
            )  # fmt: skip


def _types(summary: Summary) -> Iterator[str]:
    if summary.kind == "resort":
        yield from (key.key for key in summary.keys if key.vocabulary == "resort_types")


def _folio(matter: Matter) -> Literal["arabic", "roman"]:
    return "roman" if matter == "front" else "arabic"


def headings(summary: Summary) -> list[tuple[int, str, str]]:
    """(level, anchor, words) of a chapter's headings; one without an id of its own is counted."""
    return [
        (heading.level, heading_anchor(summary.id, at, heading.id), plain(heading.text))
        for at, heading in enumerate(summary.headings)
    ]


def heading_anchor(document: str, at: int, id: str) -> str:
    return f"h.{id}" if id else f"h.{document}.{at + 1}"

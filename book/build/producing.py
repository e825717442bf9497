"""Makes one book: plan, set the units, number the pages, set what prints page numbers, assemble."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from book.build.keys import words_key
from book.build.pressing import Spent
from book.build.reading import Progress
from book.build.setting import Done, Job, Record, Setting
from book.compose.plan import SIDES, fill_plans
from book.compose.plan import plan as plan_units
from book.findings import Finding, Severity
from book.model import Side, Summary, UnitPlan
from book.paginate import Ending, Pagination, openings, paginate, side_of
from book.sheets import Drawing, Placed, Plate, Sheets
from book.store import Opened
from book.workers import Workers, workers

ROUNDS = 4
"""Page numbers that are printed may move pages, which changes page numbers: so often is a book numbered anew."""


class Producer:
    """One target on its way. `guessed` gives lengths of units from an earlier build."""

    def __init__(self, setting: Setting, guessed: Mapping[str, int], jobs: int, progress: Progress) -> None:
        self.setting = setting
        self.progress = progress
        self.jobs = jobs
        self.plans = plan_units(localized_summaries(setting), setting.shared)
        self.ending, self.fills = _ending(setting, self.plans)
        self.records: dict[str, Record] = {}
        self.sides: dict[str, Side] = {}
        self.printed: dict[str, dict[str, str]] = {}
        self.reasons: list[str] = []
        self.pressing = Spent()
        """By all workers."""
        self._guessed = guessed
        self._seen: dict[str, list[tuple[int, int]]] = {}
        self._keys: dict[tuple[str, Side], str] = {}
        self._composed: set[str] = set()
        self._crew = _crew(setting, jobs)
        self._parts = {plan.id: self._depends(plan) for plan in (*self.plans, *self.fills)}

    # --- lengths and sides ---

    def _length(self, plan: UnitPlan) -> int:
        """Pages of a unit: as set, as in the last build, or as many as the set unit of its kind that has most nearly as
        many characters."""
        record = self.records.get(plan.id)
        if record is not None:
            return record.length
        if plan.id in self._guessed:
            return self._guessed[plan.id]
        seen = self._seen.get(plan.kind)
        if not plan.documents or not seen:
            return 1
        at = bisect.bisect_left(seen, (self._weight(plan), 0))
        near = seen[max(0, at - 1) : at + 1]
        return min(near, key=lambda known: abs(known[0] - self._weight(plan)))[1]

    def _weight(self, plan: UnitPlan) -> int:
        return sum(self.setting.summaries[id].weight for id in plan.documents)

    def _sides(self) -> Iterator[tuple[UnitPlan, Side]]:
        """Units with the side on which each opens, as far as lengths are known at that moment."""
        for plan, start in openings(self.plans, self._length, self.ending):
            yield plan, side_of(start)
        for side, plan in zip(SIDES, self.fills, strict=False):
            yield plan, side

    # --- setting ---

    def _depends(self, plan: UnitPlan) -> tuple[str, ...]:
        """What a unit's HTML depends on beside the plan and what all share."""
        setting, shared = self.setting, self.setting.shared
        parts = []
        for id in plan.documents:
            summary = setting.summaries[id]
            parts.append(f"{setting.reading.keys[id]} {words_key(summary, setting.words_of(summary))}")
            parts += [f"{path} {setting.digests.of(path)}" for path in summary.pictures]
        if shared.edition.messages:  # the numbers of their messages stand beside the texts
            catalogs = [*setting.common_catalogs, *(setting.catalog_of(setting.summaries[id]) for id in plan.documents)]
            parts += [f"{path} {setting.digests.of(path)}" for path in catalogs if setting.world.is_file(path)]
        for use in plan.uses:
            kind, _, name = use.partition("/")
            parts.append(f"{use} {shared.labels.get(name) if kind == 'doc' else shared.terms.get(use)!r}")
        return tuple(parts)

    def _key(self, plan: UnitPlan, side: Side) -> str:
        known = self._keys.get((plan.id, side))
        if known is None:
            known = self.setting.keys.unit(plan, side, self.setting.surroundings, self._parts[plan.id])
            self._keys[plan.id, side] = known
        return known

    def _refs(self, plan: UnitPlan, side: Side, base: str) -> tuple[str, ...] | None:
        """The anchors whose page numbers a unit prints; None where it was never composed like this."""
        shelf = self.setting.shelf
        refs = shelf.get(base + ".refs", tuple[str, ...], small=True)
        if refs is None and plan.late:
            refs = self.setting.compose(plan, side, {}).refs
            shelf.put(base + ".refs", refs, small=True)
            self._composed.add(plan.id)
        return refs

    def _job(self, plan: UnitPlan, side: Side, labels: Mapping[str, str]) -> Job | None:
        """What is to be done for a unit, or None where its record is at hand already."""
        shelf = self.setting.shelf
        base = self._key(plan, side)
        same = plan.id in self.records and self.sides[plan.id] == side
        refs = self.records[plan.id].refs if same else self._refs(plan, side, base)
        pages = {anchor: labels[anchor] for anchor in refs or () if anchor in labels}
        if same and self.printed[plan.id] == pages:
            return None
        self.sides[plan.id] = side
        self.printed[plan.id] = pages
        key = self.setting.keys.numbers(base, pages)
        record = shelf.get(key, Record, small=True)
        if record is not None and self.setting.complete(record, shelf.careful):
            self._take(plan, base, record)
            return None
        self.reasons.append(f"{plan.id}: {self._why(plan, refs)}")
        return Job(plan, side, key, pages)

    def _why(self, plan: UnitPlan, refs: tuple[str, ...] | None) -> str:
        """Why a unit is set anew."""
        if refs is None or plan.id in self._composed:
            return "its text, its words or the templates changed" if plan.id in self._guessed else "it is new"
        return "page numbers that it prints have changed, or its side"

    def _take(self, plan: UnitPlan, base: str, record: Record) -> None:
        self.records[plan.id] = record
        bisect.insort(self._seen.setdefault(plan.kind, []), (self._weight(plan), record.length))
        shelf = self.setting.shelf
        shelf.used.add(record.sheets + ".record")
        if not shelf.has(base + ".refs"):
            shelf.put(base + ".refs", record.refs, small=True)

    def _set(self, plans: Sequence[UnitPlan], labels: Mapping[str, str], stage: str) -> int:
        """Sets what of `plans` is not set for its side and its page numbers; returns how many were."""
        wanted = {plan.id for plan in plans}
        waiting: list[Job] = []

        def jobs() -> Iterator[Job]:
            for plan, side in self._sides():
                if plan.id in wanted and (job := self._job(plan, side, labels)) is not None:
                    waiting.append(job)
                    yield job

        done = 0
        for made in self._crew.run(jobs()):
            job, record = waiting[done], made.record
            self.pressing = self.pressing.and_(made.pressing)
            done += 1
            self.setting.shelf.remember(job.key, record)
            self.setting.complete(record, look=False)
            self._take(job.plan, self._key(job.plan, job.side), record)
            self.progress(stage, len(self.records), len(self.plans))
        return done

    # --- the whole ---

    def run(self) -> tuple[Pagination, list[Finding]]:
        """Sets everything; returns the pagination and what was found."""
        try:
            early = [plan for plan in (*self.plans, *self.fills) if not plan.late]
            while self._set(early, {}, "setting"):
                if all(self.sides[plan.id] == side for plan, side in self._sides() if not plan.late):
                    break
            findings: list[Finding] = []
            for _ in range(ROUNDS):
                pagination = self._paginate()
                labels = self._labels(pagination)
                if not self._set(self.plans, labels, "numbering") and self._settled(pagination, labels):
                    break
            else:
                findings.append(
                    Finding(
                        "L091",
                        Severity.ERROR,
                        "page numbers do not settle: printing one moves the page it names",
                        "Reword the text near a page reference so that its line has room.",
                    )
                )
            pagination = self._paginate()
        finally:
            self._crew.close()
        for plan in (*self.plans, *self.fills):
            if plan.id in pagination.starts:
                findings += self._placed(plan, pagination)
        return pagination, findings

    def _paginate(self) -> Pagination:
        return paginate(self.plans, {plan.id: self._length(plan) for plan in self.plans}, self.ending)

    def _settled(self, pagination: Pagination, labels: Mapping[str, str]) -> bool:
        """All units, also those from the store, have the sides, lengths and anchors that the numbers were made from."""
        if pagination != self._paginate() or labels != self._labels(pagination):
            return False
        starts = pagination.starts
        return all(pagination.leaves[starts[id]].side == side for id, side in self.sides.items() if id in starts)

    def _labels(self, pagination: Pagination) -> dict[str, str]:
        """Printed page label of every anchor."""
        return {
            anchor: pagination.label(id, place[0])
            for id, record in self.records.items()
            for anchor, place in record.anchors.items()
        }

    def anchors(self, pagination: Pagination) -> dict[str, tuple[int, float, float]]:
        """Position in the book and place on the page of every anchor."""
        return {
            anchor: (pagination.starts[id] + index, x, y)
            for id, record in self.records.items()
            for anchor, (index, x, y) in record.anchors.items()
        }

    def _placed(self, plan: UnitPlan, pagination: Pagination) -> list[Finding]:
        """A unit's findings with the page labels of the book in place of its own page indexes."""
        found = []
        for finding in self.records[plan.id].findings:
            label = pagination.label(plan.id, int(finding.page)) if finding.page.isdigit() else finding.page
            subject = plan.documents[0] if len(plan.documents) == 1 else plan.id
            found.append(replace(finding, page=label, subject=subject, language=self.setting.shared.lang))
        return found


def _ending(setting: Setting, plans: Sequence[UnitPlan]) -> tuple[Ending, tuple[UnitPlan, ...]]:
    """How the book ends, and the units that its last sheets are filled with. All editions have the same page numbers;
    sheets are filled up after the last unit for the printer alone."""
    shared, press = setting.shared, setting.shared.edition.purpose == "print"
    filled = press or any(plan.last for plan in plans)
    fills = fill_plans(shared) if filled and shared.book.fill == "notes" else ()
    pages = {side: plan.id for side, plan in zip(SIDES, fills, strict=False)}
    return Ending(setting.condition.multiple, pages, press), fills


def localized_summaries(setting: Setting) -> list[Summary]:
    return [setting.rendering.put(summary, setting.words_of(summary)) for summary in setting.reading.summaries]


def _crew(setting: Setting, jobs: int) -> Workers[Job, Done]:
    ahead = setting.ahead
    if ahead is None:
        return workers(setting.work, jobs)
    return workers(setting.work, jobs, before=ahead.spread, enter=ahead.enter)


# --- assembly --------------------------------------------------------------------------------------------------------


class Stored:
    """What assembly fetches, from the store."""

    def __init__(self, setting: Setting, records: Mapping[str, Record]) -> None:
        self._shelf = setting.shelf
        self._records = records
        self._plates = {
            (plate.placed.path, plate.placed.width, plate.placed.height): plate.key
            for record in records.values()
            for plate in record.plates
        }

    def sheets(self, unit: str) -> Sheets:
        return self._shelf.need(self._records[unit].sheets, Sheets)

    def drawing(self, key: str) -> Drawing:
        return self._shelf.need(f"{key}.drawing", Drawing)

    def plate(self, placed: Placed) -> tuple[Plate, Opened]:
        return self._shelf.plate(self._plates[placed.path, placed.width, placed.height])

"""cover.pdf and endpapers.pdf of a print edition: set and kept like units, and written only where they changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from book.assemble import Folds, assemble
from book.assemble.frame import POINTS
from book.build.manifest import BoundFile
from book.build.producing import Stored
from book.build.setting import Job, Record, Setting
from book.build.target import BOUND, COVER, ENDPAPERS, mark
from book.build.writing import document_findings, page_trim, production_of
from book.compose.cover import cover_plan, endpapers_plan, folds, judge_cover
from book.digests import Following
from book.findings import Finding
from book.inks import marked
from book.model import UnitPlan
from book.paginate import Leaf, Pagination
from book.sheets import Sheets
from book.world import World


class Bound(NamedTuple):
    files: dict[str, BoundFile]
    findings: tuple[Finding, ...]


def bind(setting: Setting, pages: int, folder: Path, state: Mapping[str, Any]) -> Bound:
    """Makes what a book of so many pages is bound in, or finds it made; `state` is what the last build left."""
    files: dict[str, BoundFile] = {}
    findings: list[Finding] = []
    if setting.shared.edition.purpose == "print":
        covered = in_foil(setting)
        for name, plan, leaves in _plans(setting, pages):
            record = _set(covered, plan)
            findings += (replace(found, page=plan.id, subject=plan.id) for found in record.findings)
            if name == COVER:
                findings += judge_cover(plan, covered.shared)
            files[name] = _write(covered, folder / name, plan, record, leaves, state)
            findings += (replace(found, subject=plan.id) for found in files[name].findings)
    for name in BOUND:
        if name not in files:
            World.remove(folder / name)
    return Bound(files, tuple(replace(found, language=setting.shared.lang) for found in findings))


def _plans(setting: Setting, pages: int) -> Iterator[tuple[str, UnitPlan, int]]:
    """The files with their plans; and how often each stands in its file, with the sheet's blank side after it."""
    condition, trim = setting.condition, page_trim(setting)
    bleed = setting.shared.edition.bleed
    yield COVER, cover_plan(condition, pages, trim, bleed), 0
    if condition.cover.endpapers:
        yield ENDPAPERS, endpapers_plan(trim, bleed), 2


def in_foil(setting: Setting) -> Setting:
    """The cover's surroundings: where the condition names a foil, it stands for the gold."""
    foil, shared, declared = setting.condition.cover.foil, setting.shared, setting.inks
    ink = next((ink for _, ink in sorted(declared.items()) if foil and ink.spot == foil), None)
    if ink is None or not setting.cmyk or (foil in shared.edition.spots and declared.get("gold") == ink):
        return setting
    spots = tuple(dict.fromkeys((*shared.edition.spots, foil)))
    inks = {**declared, "gold": ink}
    shared = replace(shared, inks=dict(marked(inks, spots)), edition=replace(shared.edition, spots=spots))
    return Setting(
        setting.world, setting.digests, setting.shelf, setting.keys, setting.reading, shared, setting.rendering,
        setting.condition, inks, setting.profile,
    )  # fmt: skip


def _set(setting: Setting, plan: UnitPlan) -> Record:
    """The set unit, from the store where it is there."""
    key = setting.keys.unit(plan, "recto", setting.surroundings, ())
    record = setting.shelf.get(key, Record, small=True)
    if record is None or not setting.complete(record, setting.shelf.careful):
        record = setting.set(Job(plan, "recto", key))
        setting.shelf.remember(key, record)
        setting.complete(record, look=False)
    setting.shelf.used.add(record.sheets + ".record")
    return record


def _write(
    setting: Setting, target: Path, plan: UnitPlan, record: Record, times: int, state: Mapping[str, Any]
) -> BoundFile:
    """Writes the file, unless the last build wrote the same and it is still there."""
    key = setting.keys.file(plan, record.sheets, setting.surroundings, repr(setting.condition))
    known = state.get("bound", {}).get(target.name)
    if known and known["key"] == key and _is_there(target, state):
        return msgspec.convert(known, BoundFile)
    trim = setting.shelf.need(record.sheets, Sheets).sheets[0].size
    production = replace(production_of(setting, trim, plan.id), folds=folds_of(plan))
    with World.writing(target, durable=False) as file, Following(file) as following:
        document = assemble(file, _leaves(plan, times), production, Stored(setting, {plan.id: record}))
    return BoundFile(key, following.digest, document_findings(setting, document, bound=True))


def folds_of(plan: UnitPlan) -> Folds:
    """Where the sheet of a plan is folded or turned in, in points from its lower left corner."""
    across, down, height = folds(plan)
    return Folds(tuple(x * POINTS for x in across), tuple((height - y) * POINTS for y in down))


def _is_there(target: Path, state: Mapping[str, Any]) -> bool:
    try:
        return bool(state["folder"] == str(target.parent) and state["outputs"][target.name] == mark(target))
    except (OSError, KeyError, TypeError):
        return False


def _leaves(plan: UnitPlan, times: int) -> Pagination:
    """The pages of the file: a cover's one; or the printed side of each endpaper, and the blank side that is pasted."""
    leaves = [Leaf(plan.id, 0, "1", "recto")]
    for at in range(times):
        leaves[2 * at :] = [Leaf(plan.id, 0, str(2 * at + 1), "recto"), Leaf("", 0, str(2 * at + 2), "verso")]
    return Pagination(tuple(leaves), {plan.id: 0})

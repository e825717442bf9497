"""The order of the stages; the only room that knows the store and the workers.

`build` makes every target (language x edition) that changed. Sources are read once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from book.build.target import (
    MANIFEST,
    PDF,
    REPORT,
    Inputs,
    Target,
    inputs_of,
    load_state,
    load_targets,
    mark,
    press_digest,
    save_state,
    unchanged,
)
from book.digests import Digests
from book.world import STATE, World

if TYPE_CHECKING:
    from book.ahead import Ahead

Progress = Callable[[str, int, int], None]


class Made(NamedTuple):
    """What became of one target. `findings` are as in report.json; `pages` 0 where nothing was written."""

    target: Target
    pdf: Path | None
    pages: int
    fresh: bool
    errors: int
    reasons: tuple[str, ...] = ()


class Order(NamedTuple):
    """What to build. Empty languages or editions mean all of the book; 0 jobs: one for each processor."""

    languages: tuple[str, ...]
    editions: tuple[str, ...]
    out: Path
    jobs: int


class Outcome(NamedTuple):
    made: tuple[Made, ...]
    findings: tuple[dict[str, object], ...]
    book_errors: bool


def build(world: World, order: Order, progress: Progress) -> Outcome:
    """Builds what `order` asks for. Findings are told as plain data, so that an unchanged book imports nothing more."""
    with world.locked():
        digests = Digests(world)
        sources = world.sources()
        press = press_digest(world, digests)
        known = _known_targets(world, order)
        inputs = {target: inputs_of(target, world, digests, sources, press) for target in known}
        states = {target: load_state(world, target) for target in known}
        changed = [t for t in known if not unchanged(states[t], inputs[t], t.folder(order.out))]
        if known and not changed:
            digests.save()
            return _as_before(known, states, order)
        ahead = _ahead(world, order, changed) if any(states.values()) else None
        try:
            from book.build.run import build_changed

            return build_changed(world, digests, sources, press, order, progress, ahead)
        finally:
            digests.save()
            if ahead is not None:
                ahead.close()


def _ahead(world: World, order: Order, changed: list[Target]) -> Ahead | None:
    """While this process reads what changed, another loads what sets it, for the first of `changed`; a book that was
    never set has other work for all processors."""
    from book.workers import default_jobs

    jobs = order.jobs or default_jobs()
    if jobs == 1 or default_jobs() == 1:
        return None
    from book.ahead import Ahead

    def prepare() -> Callable[[object], object]:
        from book.build.engines import remembered, serving
        from book.store import Store

        store = Store(world.root / STATE / "store")
        return serving(world.fonts_folder(), remembered(store, changed[0].name) if changed else None)

    return Ahead(prepare, jobs)


def _known_targets(world: World, order: Order) -> list[Target]:
    """The targets of the order, as far as earlier builds left their names; empty where that cannot be known."""
    known = load_targets(world)
    if known is None or not known.settled or not _all_asked(known.targets, order):
        return []
    return [target for target in known.targets if target.asked(order.languages, order.editions)]


def _all_asked(targets: Sequence[Target], order: Order) -> bool:
    languages = {target.language for target in targets}
    editions = {target.edition for target in targets}
    return set(order.languages) <= languages and set(order.editions) <= editions


def _as_before(targets: Sequence[Target], states: dict[Target, dict[str, object]], order: Order) -> Outcome:
    made = []
    findings: list[dict[str, object]] = []
    for target in targets:
        state = states[target]
        found = state["findings"]
        assert isinstance(found, list)
        findings += found
        pages = state["pages"]
        assert isinstance(pages, int)
        errors = sum(1 for entry in found if entry["severity"] == "error")
        made.append(Made(target, target.folder(order.out) / PDF if pages else None, pages, False, errors))
    if findings:  # as the build told them
        from book.report.text import ordered_again

        findings = ordered_again(findings)
    return Outcome(tuple(made), tuple(findings), any(one.errors for one in made))


__all__ = ["MANIFEST", "PDF", "REPORT", "Inputs", "Made", "Order", "Outcome", "Target", "build", "mark", "save_state"]

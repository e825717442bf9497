"""Builds the targets that changed: reads the sources once, then makes one book after another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from book.ahead import Ahead
from book.build import manifest
from book.build.condition import Pressed, press_of
from book.build.keys import Keys
from book.build.manifest import Produced
from book.build.produce_target import produce
from book.build.proofs import with_translator
from book.build.reading import BOOK, Progress, Reading, Shelf, mended, read_all, read_book_file
from book.build.sources import source_findings, unread_of
from book.build.target import (
    BOUND,
    MANIFEST,
    PDF,
    PLACES,
    REPORT,
    Inputs,
    Known,
    Target,
    inputs_of,
    load_state,
    load_targets,
    mark,
    save_state,
    save_targets,
    unchanged,
)
from book.build.waivers import apply_waivers, useless
from book.checks import checks
from book.digests import Digests
from book.errors import BookError, ExitCode
from book.findings import Finding
from book.language.pseudo import TAG as PSEUDO
from book.model import Book, Waiver
from book.report.text import ordered
from book.store import Store
from book.typeset.versions import engine_versions
from book.world import STATE, World

if TYPE_CHECKING:  # this module is imported by the room's door
    from book.build import Made, Order, Outcome


def build_changed(
    world: World, digests: Digests, sources: list[str], press: str, order: Order, progress: Progress,
    ahead: Ahead | None,
) -> Outcome:  # fmt: skip
    """See book.build.build; here something has changed, or nothing is known of an earlier build."""
    return mended(lambda careful: _Run(world, digests, sources, press, order, progress, careful, ahead).run())


class _Run:
    def __init__(
        self, world: World, digests: Digests, sources: list[str], press: str, order: Order, progress: Progress,
        careful: bool, ahead: Ahead | None,
    ) -> None:  # fmt: skip
        self.world = world
        self.digests = digests
        self.sources = sources
        self.press = press
        self.order = order
        self.progress = progress
        self.careful = careful
        self.ahead = ahead
        self.store = Store(world.root / STATE / "store")
        self.findings: list[Finding] = []
        self.useful: set[Waiver] = set()
        self.made: list[Made] = []

    def run(self) -> Outcome:
        from book.build import Outcome

        book, found = read_book_file(self.world)
        if book is None:
            self._withdraw()
            return Outcome((), _plain(ordered(found)), True)
        pressed = press_of(self.world, with_translator(book, self.order.editions))
        book = pressed.book
        targets = self._targets(book)
        keys = Keys(self.world, self.digests, engine_versions())
        shelf = Shelf(self.store, self.careful)
        for target in targets:
            shelf.unpack(target.name)
        reading = read_all(self.world, self.digests, shelf, keys, book, self.sources, self.order.jobs, self.progress)
        checked = source_findings(reading, unread_of(reading, self.sources))
        before, useful = apply_waivers((*found, *pressed.findings, *reading.findings, *checked), book.waivers)
        self.useful.update(useful)
        self.store.keep("sources", reading.used)
        for target in targets:
            self._one(target, pressed, reading, before, keys, shelf)
        whole = {*targets} == {Target(tag, edition.name) for tag in book.tags for edition in book.editions}
        idle = useless(self._judged(book, whole), tuple(self.useful))
        self.findings += idle
        self._remember_targets(book, settled=not idle and (whole or self._was_settled()))
        self.store.sweep()
        return Outcome(tuple(self.made), _plain(ordered(self.findings)), self._errors())

    def _judged(self, book: Book, whole: bool) -> list[Waiver]:
        """Waivers that this run could have used: those of pages only where every book was made."""
        whole = whole and all(made.pages for made in self.made)
        judged = [waiver for waiver in book.waivers if whole or not waiver.code.startswith(("L", "P", "C"))]
        if any(waiver.code.startswith("C") for waiver in judged):  # what `make-book check` alone finds is not idle here
            elsewhere = {check.code for check in checks("catalog") if check.scope}
            judged = [waiver for waiver in judged if waiver.code not in elsewhere]
        return judged

    def _was_settled(self) -> bool:
        known = load_targets(self.world)
        return known is None or known.settled

    def _remember_targets(self, book: Book, settled: bool) -> None:
        """What the quick path may go by: only where all that was found is told of one book or another."""
        editions = [edition.name for edition in book.editions if edition.span.path]
        names = [Target(language, edition) for language in book.tags for edition in editions]
        save_targets(self.world, Known(names, settled))

    def _withdraw(self) -> None:
        """Without book.yaml there is no book: what earlier builds left must not pass for it."""
        known = load_targets(self.world)
        for target in known.targets if known else ():
            folder = target.folder(self.order.out)
            asked = target.asked(self.order.languages, self.order.editions)
            if asked and load_state(self.world, target).get("folder") == str(folder):
                for name in (PDF, PLACES, *BOUND, REPORT, MANIFEST):
                    self.world.remove(folder / name)

    def _errors(self) -> bool:
        return any(finding.is_error for finding in self.findings) or any(made.errors for made in self.made)

    def _targets(self, book: Book) -> list[Target]:
        editions = [edition.name for edition in book.editions]
        for asked, known, what in (
            (self.order.languages, (*book.tags, PSEUDO), "language"), (self.order.editions, editions, "edition"),
        ):  # fmt: skip
            for name in asked:
                if name not in known:
                    raise BookError(
                        f"the book has no {what} {name}",
                        f"It has {', '.join(known)}: see {BOOK}.",
                        ExitCode.WRONG_COMMAND,
                    )
        return [
            Target(language, edition)
            for language in dict.fromkeys(self.order.languages or book.tags)
            for edition in dict.fromkeys(self.order.editions or editions)
        ]

    def _one(
        self, target: Target, pressed: Pressed, reading: Reading, before: Sequence[Finding], keys: Keys, shelf: Shelf
    ) -> None:
        """Makes one target, or finds it made."""
        from book.build import Made

        book = pressed.book
        folder = target.folder(self.order.out)
        inputs = inputs_of(target, self.world, self.digests, self.sources, self.press)
        state = load_state(self.world, target)
        if unchanged(state, inputs, folder):
            found = msgspec.convert(state["findings"], list[Finding])
            self.findings += found
            self.useful.update(book.waivers[at] for at in state["waived"] if at < len(book.waivers))
            errors = sum(finding.is_error for finding in found)
            self.made.append(Made(target, folder / PDF if state["pages"] else None, state["pages"], False, errors))
            return
        produced = produce(
            self.world,
            self.digests,
            shelf,
            keys,
            reading,
            pressed,
            target,
            before,
            folder,
            state,
            self.order.jobs,
            self.progress,
            self.ahead,
        )
        remaining, useful = apply_waivers(produced.findings, book.waivers)
        self.useful.update(useful)
        found = ordered((*before, *remaining))
        self.findings += found
        errors = sum(finding.is_error for finding in found)
        outputs = manifest.write(folder, target, inputs, produced, found)
        pdf = folder / PDF if produced.pages else None
        self.made.append(Made(target, pdf, produced.pages, True, errors, produced.reasons))
        waived = [at for at, waiver in enumerate(book.waivers) if waiver in self.useful]
        self._remember(target, inputs, folder, outputs, found, waived, produced)
        if produced.pages:  # a book that was not made used nothing, and what it used before is wanted again soon
            self.store.keep(target.name, {*produced.used, *reading.used})
            shelf.pack(target.name, {*produced.used, *reading.used})

    def _remember(
        self, target: Target, inputs: Inputs, folder: Path, outputs: Sequence[str], found: Sequence[Finding],
        waived: list[int], produced: Produced,
    ) -> None:  # fmt: skip
        save_state(
            self.world,
            target,
            {
                "inputs": inputs.digest,
                "folder": str(folder),
                "outputs": {name: mark(folder / name) for name in outputs},
                "findings": _plain(found),
                "waived": waived,
                "pages": produced.pages,
                "lengths": produced.lengths,
                "parts": produced.parts,
                "pressing": {kind: round(seconds, 3) for kind, seconds in produced.pressing._asdict().items()},
                "bound": msgspec.to_builtins(produced.bound),
            },
        )


def _plain(findings: Sequence[Finding]) -> tuple[dict[str, object], ...]:
    built: list[dict[str, object]] = msgspec.to_builtins(list(findings), str_keys=True)
    return tuple(built)

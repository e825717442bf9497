"""places.json beside a print edition: what stands on each page of the PDF and where its source is.

So `preflight` names the person, the file and the line where the PDF is ours. All of it comes from records at hand: no
page is read for it.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from book.build.manifest import PartOf
from book.build.producing import Producer
from book.build.setting import Record
from book.compose.rich import plain
from book.compose.words import say
from book.findings import Span
from book.model import UnitPlan
from book.paginate import Leaf, Pagination

NOTHING = ("", "", Span())


class PictureAt(NamedTuple):
    """Left, top, right and bottom in mm from the upper left corner of the trimmed page; where the picture is named;
    the picture."""

    x0: float
    top: float
    x1: float
    bottom: float
    source: str
    line: int
    column: int
    picture: str


class Place(msgspec.Struct, frozen=True):
    """One page of the file. `subject` is the id of the person, resort or chapter, `title` its name for people;
    `blank`: the page is meant to be empty."""

    label: str
    unit: str
    subject: str
    title: str
    source: Span
    blank: bool
    pictures: tuple[PictureAt, ...] = ()


def places(producer: Producer, pagination: Pagination, digest: str) -> bytes:
    """The file's bytes; one line for each page, so that people can read it, too."""
    abouts = {plan.id: _about(producer, plan) for plan in (*producer.plans, *producer.fills)}
    records = producer.records
    found = (_place(leaf, records.get(leaf.unit), *abouts.get(leaf.unit, NOTHING)) for leaf in pagination.leaves)
    lines = b",\n".join(map(msgspec.json.encode, found))
    return b'{"pdf":' + msgspec.json.encode(digest) + b',"pages":[\n' + lines + b"\n]}\n"


def _place(leaf: Leaf, record: Record | None, subject: str, title: str, source: Span) -> Place:
    if record is None:
        return Place(leaf.label, leaf.unit, subject, title, source, blank=True)
    here = (one for one in record.pictures if one.page == leaf.index)
    pictures = tuple(PictureAt(*one.box, *_span(one.span), one.path) for one in here)
    return Place(leaf.label, leaf.unit, subject, title, source, leaf.index in record.blanks, pictures)


def _span(span: Span) -> tuple[str, int, int]:
    return span.path, span.line, span.column


def part_of(producer: Producer, plan: UnitPlan) -> PartOf:
    """The part of the book to which a unit belongs; cuts of the directory and of an index are one."""
    subject, title, span = _about(producer, plan)
    if plan.kind == "resorts":
        return PartOf(plan.kind, say(producer.setting.shared.words, "By region"), "", "", 0)
    if plan.kind == "index":
        return PartOf(plan.params["name"], title, "", "", 0)
    if not subject and plan.outline:
        title = plan.outline[0][2]
    return PartOf(plan.id, title, subject, *((span.path, span.line) if subject else ("", 0)))


def _about(producer: Producer, plan: UnitPlan) -> tuple[str, str, Span]:
    """(subject, its name, its source) of a unit that shows one document; else what the unit is called."""
    shared = producer.setting.shared
    if len(plan.documents) == 1:
        id = plan.documents[0]
        label = shared.labels.get(id)
        return id, label.index if label else id, producer.setting.summaries[id].span
    title = plan.params.get("title") or plan.params.get("entry") or plain(shared.book.title)
    return "", title, shared.book.span

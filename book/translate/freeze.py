"""A frozen language is translated against the book's texts as they were on a day, while editors go on.

Its messages of that day lie beside its catalogs, as templates (chapters/locale/kk/frozen/ru/profiles.pot): `update`
merges these instead of the book's. Thawing takes them away, and the next merge brings the book's texts as they are now.
A catalog of a frozen language that has no template (a chapter that is younger) rests.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from book.findings import Finding, Span
from book.model import Struct
from book.translate.catalog import Entry, header_fields, header_text
from book.translate.extract import CatalogId
from book.translate.merge import merge
from book.translate.messages import Message, frozen_parts, frozen_path
from book.translate.pofile import read_catalog, write_catalog

_DATE = "POT-Creation-Date"


class Frozen(Struct, frozen=True):
    """What one language is translated against. `date` as year-month-day; `note` says why, or is empty."""

    date: str
    note: str
    messages: dict[CatalogId, tuple[Message, ...]]


def templates(
    wanted: Mapping[CatalogId, Sequence[Message]], target: str, date: str, note: str = ""
) -> dict[str, bytes]:
    """Path -> template of each catalog of `target`: what is to be kept, until the language is thawed."""
    made = {}
    for (source, name), messages in wanted.items():
        if source != target:
            catalog, _ = merge(None, messages, target, source)
            fields = [*header_fields(catalog.header), (_DATE, f"{date} 00:00+0000")]
            words = " ".join(note.split()).rstrip("\\ ")  # to gettext a backslash would join the next line
            notes = (words,) if words else ()
            header = replace(catalog.header, strings=(header_text(fields),), notes=notes)
            made[frozen_path(target, source, name)] = write_catalog(replace(catalog, header=header))
    return made


def frozen_at(files: Mapping[str, bytes]) -> tuple[dict[str, Frozen], tuple[Finding, ...]]:
    """Target -> what it is frozen at, of the templates among `files` (path -> bytes), and what is wrong with them. A
    template that is broken counts for nothing: its catalog rests."""
    found: dict[str, Frozen] = {}
    findings: list[Finding] = []
    for path in sorted(files):
        parts = frozen_parts(path)
        if parts is None:
            continue
        target, source, name = parts
        catalog, wrong = read_catalog(path, files[path])
        findings.extend(wrong)
        known = found.get(target) or Frozen("", "", {})
        date = dict(header_fields(catalog.header)).get(_DATE, "")[:10]
        messages = known.messages
        if not wrong:
            messages = {**messages, (source, name): tuple(_message(entry, source, path) for entry in catalog.entries)}
        found[target] = Frozen(known.date or date, known.note or " ".join(catalog.header.notes), messages)
    return found, tuple(findings)


def _message(entry: Entry, source: str, path: str) -> Message:
    span = Span(path, entry.line, 1)
    return Message(entry.context or "", entry.source, span, "\n".join(entry.comments), source, entry.places)

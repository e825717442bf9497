"""The book's texts as they are now + the catalog as translators left it -> the new catalog. Nothing that a translator
wrote is lost: a text that vanishes takes its translation to the obsolete entries and finds it there when it comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from book.model import Struct
from book.translate.catalog import FUZZY, Catalog, Entry, MessageId, Previous, header_fields, header_text
from book.translate.header import plural_rule
from book.translate.messages import Message
from book.translate.proposals import lower_words, propose

# A flag that a program set because of a per cent sign; msgfmt would hold "20 % s" to the rules of printf. "no-c-format"
# is somebody's word and stays.
_GUESSED = re.compile(r"(?!no-)[a-z-]+-format")


class MergeStats(Struct, frozen=True):
    """How many messages: `kept` as they were, `revived` from the obsolete, `moved` from another catalog, `fuzzy`
    proposed, `new` without words; `gone` are texts whose translation became obsolete in this merge."""

    kept: int = 0
    revived: int = 0
    moved: int = 0
    fuzzy: int = 0
    new: int = 0
    gone: int = 0


def merge(
    old: Catalog | None,
    messages: Iterable[Message],
    target: str,
    source: str,
    elsewhere: Mapping[MessageId, Entry] | None = None,
) -> tuple[Catalog, MergeStats]:
    """`messages` in reading order, each once; `elsewhere` holds confirmed translations of the same context and text
    that vanished from other catalogs (a chapter that got a new id). Merging the result again changes nothing."""
    old, elsewhere = old or Catalog(), elsewhere or {}
    wanted = list(messages)
    live = {entry.id: entry for entry in old.entries}
    kept_back = {entry.id: entry for entry in old.obsolete}
    ids = {message.id for message in wanted}
    leaving = _leaving(old, ids)
    fresh = [message for message in wanted if not any(message.id in place for place in (live, kept_back, elsewhere))]
    proposed = _proposals(old, fresh, leaving)
    counts = dict.fromkeys(MergeStats.__struct_fields__, 0)
    entries = []
    for message in wanted:
        entry, outcome = _entry(message, live, kept_back, elsewhere, proposed)
        entries.append(entry)
        counts[outcome] += 1
    counts["gone"] = len(leaving)
    obsolete = [entry for entry in old.obsolete if entry.id not in ids and _said(entry)]
    obsolete += [replace(entry, comments=(), places=()) for entry in leaving]
    return Catalog(_header(old.header, target, source), tuple(entries), tuple(obsolete)), MergeStats(**counts)


def _proposals(old: Catalog, fresh: list[Message], leaving: list[Entry]) -> dict[MessageId, Entry]:
    """For the new messages that have no translation of their own: the vanished entry whose words are proposed."""
    candidates = [entry for entry in (*leaving, *old.obsolete) if entry.translated and entry.plural is None]
    if not fresh or not candidates:
        return {}
    common = lower_words([*(message.source for message in fresh), *(entry.source for entry in candidates)])
    common |= lower_words(entry.source for entry in old.entries)
    found = propose(fresh, candidates, common)
    return {fresh[index].id: entry for index, entry in found.items()}


def _entry(
    message: Message,
    live: Mapping[MessageId, Entry],
    kept_back: Mapping[MessageId, Entry],
    elsewhere: Mapping[MessageId, Entry],
    proposed: Mapping[MessageId, Entry],
) -> tuple[Entry, str]:
    """The message with the words it has, and where they come from (a field of MergeStats)."""
    id = message.id
    for place, outcome in ((live, "kept"), (kept_back, "revived"), (elsewhere, "moved")):
        if id in place:
            return _told(_tidy(place[id]), message), outcome
    if id in proposed:
        entry = proposed[id]
        # What was never confirmed was made for an older text: that one helps the translator.
        previous = entry.previous if entry.fuzzy and entry.previous else Previous(entry.source, entry.context)
        flags = (FUZZY, *(flag for flag in entry.flags if flag != FUZZY))
        made = Entry(message.source, entry.strings, id[0], notes=entry.notes, flags=flags, previous=previous)
        return _told(_tidy(made), message), "fuzzy"
    return _told(Entry(message.source, context=id[0]), message), "new"


def _tidy(entry: Entry) -> Entry:
    """Without guessed format flags, and without the marks of a proposal where it was confirmed or has no words."""
    flags = tuple(flag for flag in entry.flags if not _GUESSED.fullmatch(flag))
    if not any(entry.strings):
        flags = tuple(flag for flag in flags if flag != FUZZY)
    previous = entry.previous if FUZZY in flags else None
    return replace(entry, flags=flags, previous=previous, line=0)


def _told(entry: Entry, message: Message) -> Entry:
    """The entry with what the book says of it today. A message that stands in several places has a line for each."""
    # Without a backslash at the end: to gettext it would join the next line to the comment.
    comments = tuple(line.strip(" \t\\") for line in message.comment.split("\n") if line.strip(" \t\\"))
    return replace(entry, comments=comments, places=message.places)


def _leaving(old: Catalog, ids: set[MessageId]) -> list[Entry]:
    """The entries whose text has vanished and that hold something of a translator's: words or a comment. Without the
    proposals that nobody has touched: the entry that they were copied from is there."""
    safe = {entry.id: entry for entry in (*old.obsolete, *old.entries) if entry.confirmed}
    leaving = []
    for entry in old.entries:
        if entry.id in ids or not _said(entry):
            continue
        origin = safe.get((entry.context, entry.previous.source)) if entry.fuzzy and entry.previous else None
        if origin is None or (origin.strings, origin.notes) != (entry.strings, entry.notes):
            leaving.append(entry)
    return leaving


def _said(entry: Entry) -> bool:
    """Is there anything of a translator's in it: words or a comment?"""
    return any(entry.strings) or bool(entry.notes)


def _header(header: Entry, target: str, source: str) -> Entry:
    """The translator's header with what it must say; what it says already stays as and where it is."""
    fields = header_fields(header)
    places = {name.lower(): place for place, (name, _) in enumerate(fields)}
    for name, value, right in _needed(target, source):
        place = places.get(name.lower())
        if place is None:
            fields.append((name, value))
        elif not re.search(right, fields[place][1], re.IGNORECASE):
            fields[place] = (fields[place][0], value)
    return replace(header, strings=(header_text(fields),), line=0)


def _needed(target: str, source: str) -> tuple[tuple[str, str, str], ...]:
    """What every header says: (name, value, pattern of a value that may stay). The date of the last revision and the
    translator are the translator's program's to fill in: a clock's time would change the file with every update."""
    count, rule = plural_rule(target)
    return (
        ("Project-Id-Version", "", ""),
        ("PO-Revision-Date", "", ""),
        ("Last-Translator", "", ""),
        ("Language-Team", "", ""),
        ("Language", target.replace("-", "_"), r"\w"),
        ("MIME-Version", "1.0", ""),
        ("Content-Type", "text/plain; charset=UTF-8", r"charset=utf-?8\b"),
        ("Content-Transfer-Encoding", "8bit", ""),
        ("Plural-Forms", f"nplurals={count}; plural={rule};", r"nplurals\s*=\s*\d"),  # a wrong one is a finding: C007
        ("X-Source-Language", source, f"^{re.escape(source)}$"),
    )

"""A message catalog as frozen data: everything that stands in a .po file, nothing of how its lines were broken.

Our own values instead of Babel's Catalog and Message, which know no previous context, join messages that stand twice,
and are changed in place. Files written from them read the same in Babel and gettext (tests/translate).
"""

from __future__ import annotations

from book.model import Struct

FUZZY = "fuzzy"
MessageId = tuple[str | None, str]
"""(msgctxt or None, msgid): what a message is known by in its catalog."""


class Previous(Struct, frozen=True):
    """The text that a fuzzy translation was made for (`#| msgid`)."""

    source: str
    context: str | None = None
    plural: str | None = None


class Entry(Struct, frozen=True):
    """One message. `strings` has one item, or one per plural form; "" is not translated.

    `notes` are the translator's comments (`# `), `comments` the editor's (`#. `), `places` the files (`#: `);
    `line` is the line of the msgid in the file that was read, 0 for a new message.
    """

    source: str
    strings: tuple[str, ...] = ("",)
    context: str | None = None
    plural: str | None = None
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous: Previous | None = None
    line: int = 0

    @property
    def id(self) -> MessageId:
        return self.context, self.source

    @property
    def fuzzy(self) -> bool:
        return FUZZY in self.flags

    @property
    def translated(self) -> bool:
        """Every form has words; a fuzzy entry is translated in this sense too."""
        return all(self.strings)

    @property
    def confirmed(self) -> bool:
        """May be printed: translated and not fuzzy."""
        return self.translated and not self.fuzzy


class Catalog(Struct, frozen=True):
    """`header` is the entry of the empty msgid, `entries` the messages of the book in reading order, `obsolete` those
    whose text has gone (`#~`), kept for the day when it comes back."""

    header: Entry = Entry("")
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()


def header_fields(header: Entry) -> list[tuple[str, str]]:
    """The header's (name, value) pairs in their order; a line without a colon is ("", line)."""
    fields = []
    for line in header.strings[0].split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            fields.append((name.strip(), value.strip()))
        elif line.strip():
            fields.append(("", line.strip()))
    return fields


def header_text(fields: list[tuple[str, str]]) -> str:
    """The header's msgstr from its pairs."""
    return "".join(f"{name}: {value}\n" if name else f"{value}\n" for name, value in fields)

"""How the book of a language is made from the manuscript: by translation, and in another script by its table, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from book.build.reading import Reading
from book.compose.words import messages
from book.language import Tongue
from book.language.pseudo import TAG as PSEUDO
from book.language.pseudo import pseudo
from book.language.scripts import TABLES, Rewriter
from book.model import Edition
from book.store import key_of
from book.translate.apply import localize

if TYPE_CHECKING:
    from book.typeset.hyphens import Hyphens

T = TypeVar("T", bound=msgspec.Struct)


class Rendering(NamedTuple):
    """`tag` is the book's language, `lang` that of its catalogs and maps: the same, but kk for kk-Latn."""

    tag: str
    lang: str
    rewriter: Rewriter | None = None

    @property
    def table(self) -> str:
        return self.rewriter.name if self.rewriter else ""

    @property
    def key(self) -> str:
        """What the words depend on beside the manuscript, the catalogs and the press's own tables."""
        spellings = self.rewriter.spellings if self.rewriter else {}
        return key_of(self.tag, self.table, *(f"{word} {spelt}" for word, spelt in sorted(spellings.items())))

    def put(self, value: T, words: Mapping[str, str]) -> T:
        """A document, a summary, the book, with all its texts in the book's language and script."""
        return localize(value, words, self.lang, self.rewriter)

    def say(self, words: Mapping[str, str]) -> dict[str, str]:
        """Words of the design, translated already, in the book's script."""
        if self.tag == PSEUDO:
            return {message: pseudo(message, markup=False) for message in messages()}
        return {message: self.rewriter.text(word) if self.rewriter else word for message, word in words.items()}


def rendering(reading: Reading, tag: str, edition: Edition | None = None) -> Rendering:
    """The table is the edition's, else the book's, else the first."""
    for script in reading.book.scripts:
        if script.tag == tag:
            table = (edition.tables.get(tag) if edition else "") or script.table or TABLES[tag][0]
            return Rendering(tag, script.source, Rewriter(tag, table, reading.spellings.get(tag, {})))
    return Rendering(tag, tag)


def hyphens(speech: Tongue, exceptions: Sequence[str] = ()) -> Hyphens:
    """How the words of a language break, for the engine; `exceptions` are the book's own, with their hyphens."""
    from book.typeset.hyphens import Hyphens

    return Hyphens(speech.hyphenation_file, speech.hyphenation_patterns(exceptions), speech.small_letters)

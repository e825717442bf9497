"""What every unit of one book may look up: the book, its vocabularies, a label per document, the templates' words.

A unit's HTML depends on its documents, on the entries of Shared that its plan names in `uses`, on the page numbers that
it names in `refs`, and on nothing else here but the words and the edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from book.compose.rich import plain
from book.compose.words import default_words
from book.findings import Span
from book.inks import Ink
from book.language import tongue
from book.model import Book, Edition, Struct, Summary, Vocabulary

if TYPE_CHECKING:
    from book.language import Tongue


class Label(Struct, frozen=True):
    """How other units name a document. `name` as it is printed in text; `index` as an index prints it; `short` for
    "see also" and running heads; `sort` is what it is sorted by; `region` and `types` of a resort."""

    kind: str
    name: str
    index: str
    short: str
    sort: str = ""
    region: str = ""
    types: tuple[str, ...] = ()


class TermName(Struct, frozen=True):
    """A vocabulary's entry in the language of the book."""

    name: str
    symbol: str = ""
    see: tuple[str, ...] = ()
    group: str = ""
    span: Span = Span()
    """Where it stands, in an edition with the numbers of messages; in others a term may move without a new page."""


class Shared(msgspec.Struct, frozen=True):
    """`terms` by "vocabulary/key", `labels` by document id, `words` by English message id."""

    lang: str
    edition: Edition
    book: Book
    terms: dict[str, TermName] = {}
    labels: dict[str, Label] = {}
    words: dict[str, str] = {}
    inks: dict[str, Ink] = {}
    titles: dict[str, str] = {}
    """The book's title in its other languages, for the title page."""
    table: str = ""
    """Of a language in another script: the table of its letters."""

    @property
    def tongue(self) -> Tongue:
        return tongue(self.lang, self.table)

    def term(self, vocabulary: str, key: str) -> TermName:
        """A term; one that does not exist (a finding elsewhere) is named by its key."""
        return self.terms.get(f"{vocabulary}/{key}") or TermName(key)


def share(
    lang: str,
    edition: Edition,
    book: Book,
    vocabularies: Iterable[Vocabulary],
    summaries: Iterable[Summary],
    inks: Mapping[str, Ink],
    words: Mapping[str, str] | None = None,
    titles: Mapping[str, str] | None = None,
    table: str = "",
) -> Shared:
    """Everything localized; `words` are the book's own translations of the templates' words, if it has any; `titles`
    the title in every language (a localized book has lost the others)."""
    terms = {
        f"{vocabulary.name}/{term.key}": TermName(
            plain(term.name), term.symbol, tuple(plain(see) for see in term.see), term.group,
            term.name.span if edition.messages else Span(),
        )
        for vocabulary in vocabularies
        for term in vocabulary.terms
    }  # fmt: skip
    labels = {summary.id: label(summary, tongue(lang, table)) for summary in summaries}
    others = {tag: title for tag, title in (titles or {}).items() if tag != lang}
    said = {**default_words(lang), **(words or {})}
    return Shared(lang, edition, book, terms, labels, said, dict(inks), others, table)


def label(summary: Summary, speech: Tongue) -> Label:
    """The label of one document in the language of the book."""
    if summary.kind == "person":
        surname, given, patronymic = (plain(summary.texts.get(part)) for part in ("surname", "given", "patronymic"))
        index = speech.index_name(surname, given, patronymic)
        return Label("person", speech.full_name(surname, given), speech.index_name(surname, given), surname, index)
    role = "name" if summary.kind == "resort" else "title"
    name = plain(summary.texts.get(role)) or summary.id
    types = tuple(key.key for key in summary.keys if key.vocabulary == "resort_types")
    return Label(summary.kind, name, name, name, name, summary.region, types)


def begin_upper(words: str, shared: Shared) -> str:
    """A name as a heading begins it; in a sentence the vocabulary's own letter stays («город Алматы»)."""
    return shared.tongue.upper(words[:1]) + words[1:]

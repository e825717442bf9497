"""The table of all names in all languages: of people, places and institutions, with proposals and what is odd.

A name is a map of languages in the front matter of a profile or an entry, or in a vocabulary. A row is named by `kind`,
`id` and `field`, which never change; its place in the file is that of the map.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from book.findings import Span
from book.language import tongue
from book.language.scripts import Rewriter
from book.language.transliteration import PROPOSED, likeness, romanized, scripts_of
from book.model import Book, Language, Manuscript, Person, Resort, Text

VOCABULARIES = ("persons", "places", "regions", "institutions")
TRANSLATED = ("regions", "institutions")
"""Their names are translated, not put into other letters: nothing is proposed."""
UNLIKE = 0.65
"""A Latin name less alike to every transliteration is told: a slip, another word, or a name that has its own form."""
ONE_WORD = 0.8
PEOPLE = ("person", "persons")
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)


class NameRow(msgspec.Struct, frozen=True):
    """`proposals`: "en from kk" -> a spelling; `remarks` what to look at."""

    kind: str
    id: str
    field: str
    forms: dict[Language, str]
    proposals: dict[str, str]
    remarks: tuple[str, ...]
    span: Span

    @property
    def key(self) -> tuple[str, str, str]:
        return self.kind, self.id, self.field


def columns(book: Book) -> tuple[Language, ...]:
    """The languages of the table: those of the book, then those in another script."""
    return book.tags


def name_rows(manuscript: Manuscript) -> list[NameRow]:
    """Every name that is a map of languages, people first, in the order of their files."""
    book = manuscript.book
    return [_row(book, *name) for name in _names(manuscript)]


def _names(manuscript: Manuscript) -> Iterator[tuple[str, str, str, Text]]:
    """(kind, id, field, text)."""
    for document in manuscript.documents:
        if isinstance(document, Person):
            name = document.name
            fields = {"surname": name.surname, "given": name.given, "patronymic": name.patronymic}
            yield from _maps("person", document.id, {**fields, **_counted("variant", name.variants)})
        elif isinstance(document, Resort):
            yield from _maps("resort", document.id, {"name": document.name, **_counted("variant", document.variants)})
    for called in VOCABULARIES:
        vocabulary = manuscript.vocabularies.get(called)
        for term in vocabulary.terms if vocabulary else ():
            yield from _maps(called, term.key, {"name": term.name, **_counted("see", term.see)})


def _counted(field: str, texts: Sequence[Text]) -> dict[str, Text]:
    return {f"{field} {number}": text for number, text in enumerate(texts, 1)}


def _maps(kind: str, id: str, fields: dict[str, Text | None] | dict[str, Text]) -> Iterator[tuple[str, str, str, Text]]:
    for field, text in fields.items():
        if text is not None and text.forms is not None and text.span.path:
            yield kind, id, field, text


def _row(book: Book, kind: str, id: str, field: str, text: Text) -> NameRow:
    forms = dict(text.forms or {})
    proposals: dict[str, str] = {}
    if "en" in book.languages and kind not in TRANSLATED:
        sources = [tag for tag in PROPOSED if forms.get(tag)]
        proposals = {f"en from {tag}": romanized(tag, forms[tag]) for tag in sources}
    remarks = tuple(_remarks(book, kind, forms, tuple(proposals.values())))
    for script in book.scripts:
        if forms.get(script.source):
            table = script.table or tongue(script.tag).rules.table
            rewritten = Rewriter(script.tag, table, {}).text(forms[script.source])
            proposals[f"{script.tag} from {script.source}"] = rewritten
    return NameRow(kind, id, field, forms, proposals, remarks, text.span)


def _remarks(book: Book, kind: str, forms: dict[str, str], latin: Sequence[str]) -> Iterator[str]:
    for tag in book.tags:
        form = forms.get(tag, "")
        if not form:
            if tag in book.languages:
                yield f"{tag} is missing"
            continue
        own = _script(tag)
        mixed = [word for word in re.findall(r"[^\W\d_]+", form) if len(scripts_of(word)) > 1]
        if mixed:
            yield f"{tag}: letters of two alphabets in {mixed[0]}"
        elif own and own not in scripts_of(form) and any(map(str.isalpha, form)):
            yield f"{tag} is not in {own.title()} letters"
        elif tag == "ru" and (strange := _KAZAKH.search(form)):
            yield f"ru has the Kazakh letter {strange[0]}"
        elif tag == "en" and latin and not any(_alike(form, one, kind not in PEOPLE) for one in latin):
            yield f"en is unlike {' and '.join(dict.fromkeys(latin))}"
    commas = {tag for tag in book.languages if "," in forms.get(tag, "")}
    if kind == "persons" and commas and len(commas) < len(book.languages):
        rest = ", ".join(tag for tag in book.languages if tag not in commas)
        yield f"no comma after the surname in {rest}"


def _script(tag: str) -> str:
    """The alphabet of a language: LATIN, CYRILLIC."""
    found = scripts_of("".join(tongue(tag).alphabet[:1]))
    return min(found, default="")


def _alike(name: str, proposed: str, translated: bool) -> bool:
    """Whether two Latin names may be one. Some words of a place are translated (Temir district): one alike will do."""
    words, others = _words(name), _words(proposed)
    if likeness(" ".join(words), " ".join(others)) >= UNLIKE:
        return True
    return translated and any(likeness(one, other) >= ONE_WORD for one in words for other in others)


def _words(name: str) -> list[str]:
    return sorted(re.findall(r"[^\W\d_]{3,}", name.lower()))


def table_rows(rows: Sequence[NameRow], book: Book) -> tuple[list[str], list[list[object]]]:
    """(heads, cells) of a table for reading."""
    heads = ["kind", "id", "field", *columns(book), "remarks"]
    return heads, [
        [row.kind, row.id, row.field, *(row.forms.get(tag, "") for tag in columns(book)), "; ".join(row.remarks)]
        for row in rows
    ]


def sheet_rows(rows: Sequence[NameRow], book: Book) -> tuple[list[str], list[list[object]]]:
    """The same for a spreadsheet, with a column for each proposal."""
    heads, cells = table_rows(rows, book)
    proposed = list(dict.fromkeys(name for row in rows for name in row.proposals))
    full = [
        [*cell[:-1], *(row.proposals.get(name, "") for name in proposed), cell[-1]]
        for row, cell in zip(rows, cells, strict=True)
    ]
    return [*heads[:-1], *proposed, "remarks"], full

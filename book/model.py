"""The manuscript and the book as frozen data. Imports findings only; everything here is cheap to pickle and to encode.

Rooms hand these values to one another. A `Text` is in its document's language until `translate.apply` has put the
words of the book's language in its place.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from book.findings import Span

Language = str
"""A language tag as in book.yaml: kk, ru, en, kk-Latn."""


class Struct(msgspec.Struct, frozen=True, omit_defaults=True):
    """Base of everything that is stored."""


# --- words -----------------------------------------------------------------------------------------------------------


class Text(Struct, frozen=True):
    """A piece of text for readers, with inline Markdown, and where it stands.

    Either `source` is set (a string in `lang`, which goes to the catalogs under the message context `context`), or
    `forms` is set (a map of languages: data, complete as it stands). After translate.apply: `source` is in the language
    of the book, `lang` is that language, `forms` is None; `pending` is True where no translation was there and the
    source language's words stand in.
    """

    span: Span
    context: str = ""
    lang: Language = ""
    source: str = ""
    forms: dict[Language, str] | None = None
    pending: bool = False
    starts: tuple[tuple[int, int, int], ...] = ()
    """(offset in `source`, line, column) of each further line of the file; kept only where `source` has markup."""

    @property
    def translatable(self) -> bool:
        """Goes to the catalogs: words in one language. A bare number or year is the same in all."""
        return self.forms is None and any(map(str.isalpha, self.source))

    def at(self, offset: int) -> Span:
        """Where the character `offset` of `source` (as it was read) stands in the file."""
        number = bisect_right(self.starts, offset, key=lambda start: start[0])
        begin, line, column = self.starts[number - 1] if number else (0, self.span.line, self.span.column)
        return Span(self.span.path, line, column + offset - begin)


class Name(Struct, frozen=True):
    """A person's name as data in every language: never a catalog message. Each part is a Text with `forms`."""

    surname: Text
    given: Text
    patronymic: Text | None = None
    variants: tuple[Text, ...] = ()
    """Other spellings of "Surname Given" under which an index says "see"."""


class PartialDate(Struct, frozen=True, tag="date"):
    """A date as an encyclopedia knows it. year 0 = unknown; month, day 0 = not known.

    `modifier`: "" exact, "about", "before", "after".
    """

    year: int = 0
    month: int = 0
    day: int = 0
    modifier: Literal["", "about", "before", "after"] = ""
    span: Span = Span()

    @property
    def earliest(self) -> tuple[int, int, int]:
        """The first day that it may mean; "about" is taken as ten years either way."""
        if not self.year or self.modifier == "before":
            return (-9999, 1, 1)
        return (self.year - (10 if self.modifier == "about" else 0), self.month or 1, self.day or 1)

    @property
    def latest(self) -> tuple[int, int, int]:
        """The last day that it may mean (every month is taken to have 31 days)."""
        if not self.year or self.modifier == "after":
            return (9999, 12, 31)
        return (self.year + (10 if self.modifier == "about" else 0), self.month or 12, self.day or 31)


class DateRange(Struct, frozen=True, tag="range"):
    """From `start` to `end`; None is an open end (since 1944; until 1922)."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    span: Span = Span()


class Key(Struct, frozen=True):
    """A reference to an entry of chapters/vocabulary/<vocabulary>.yaml."""

    vocabulary: str
    key: str
    span: Span = Span()


class Reference(Struct, frozen=True):
    """A reference to a document or a heading by its id. `kind`: "" in front matter; in a text see, page, name, link."""

    id: str
    span: Span = Span()
    kind: Literal["", "see", "page", "name", "link"] = ""


# --- blocks of a body ------------------------------------------------------------------------------------------------


class Paragraph(Struct, frozen=True, tag="p"):
    text: Text


class Heading(Struct, frozen=True, tag="h"):
    """`level` 2 to 4 (1 is the document's title); `id` is unique in the book when set by the author ({#id})."""

    level: int
    text: Text
    id: str = ""


class Listing(Struct, frozen=True, tag="list"):
    items: tuple[Text, ...]
    ordered: bool = False


class Quotation(Struct, frozen=True, tag="quote"):
    """A pulled quotation."""

    text: Text
    by: Text | None = None


class Figure(Struct, frozen=True, tag="figure"):
    """`picture` is a path relative to the book folder (already resolved and confined)."""

    picture: str
    span: Span
    caption: Text | None = None
    credit: Text | None = None
    alt: Text | None = None
    wide: bool = False


class Table(Struct, frozen=True, tag="table"):
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text | None = None
    align: tuple[str, ...] = ()
    """Per column: "left", "right", "center"."""


class TimelineItem(Struct, frozen=True):
    date: PartialDate | DateRange
    text: Text


class Timeline(Struct, frozen=True, tag="timeline"):
    items: tuple[TimelineItem, ...]


class Series(Struct, frozen=True):
    """One line (or one set of bars) of a chart: points (x, y) in ascending x; `x` is a year or a category index.

    `mark` lists the x values that carry a printed figure beside the last one.
    """

    label: Text
    points: tuple[tuple[float, float], ...]
    ink: str = "black"
    mark: tuple[float, ...] = ()


class Chart(Struct, frozen=True, tag="chart"):
    """`kind` line: years along the axis; bar: one bar per category (the first series' points follow `categories`)."""

    title: Text
    series: tuple[Series, ...]
    span: Span
    kind: Literal["line", "bar"] = "line"
    unit: Text | None = None
    source: Text | None = None
    categories: tuple[Text, ...] = ()
    decimals: int = 1
    wide: bool = False


class Footnote(Struct, frozen=True):
    """`label` as in the source ([^label])."""

    label: str
    text: Text


Block = Paragraph | Heading | Listing | Quotation | Figure | Table | Timeline | Chart


class Body(Struct, frozen=True):
    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()


# --- documents -------------------------------------------------------------------------------------------------------


class Source(Struct, frozen=True):
    """Where a fact was read: a web address, or words. Printed as it stands; never translated."""

    text: str
    span: Span = Span()


class Life(Struct, frozen=True):
    """A birth or a death. `place` as printed; `at` is the place's vocabulary key for the index."""

    date: PartialDate | None = None
    place: Text | None = None
    at: Key | None = None


class Fact(Struct, frozen=True):
    """A dated line of a life: education, a post, an award. `institution` is for the index."""

    text: Text
    date: PartialDate | DateRange | None = None
    institution: Key | None = None


class Portrait(Struct, frozen=True):
    """`picture` relative to the book folder, resolved."""

    picture: str
    span: Span
    credit: Text | None = None
    alt: Text | None = None


class Person(Struct, frozen=True, tag="person"):
    """A profile. `span` is the file; `path` equals span.path."""

    id: str
    path: str
    lang: Language
    name: Name
    span: Span
    born: Life | None = None
    died: Life | None = None
    role: Text | None = None
    specialties: tuple[Key, ...] = ()
    regions: tuple[Key, ...] = ()
    institutions: tuple[Key, ...] = ()
    places: tuple[Key, ...] = ()
    education: tuple[Fact, ...] = ()
    posts: tuple[Fact, ...] = ()
    honours: tuple[Key, ...] = ()
    awards: tuple[Text, ...] = ()
    memory: tuple[Text, ...] = ()
    """What bears the person's name."""
    portrait: Portrait | None = None
    quotation: Quotation | None = None
    see: tuple[Reference, ...] = ()
    sources: tuple[Source, ...] = ()
    body: Body = Body()


class Contact(Struct, frozen=True):
    address: Text | None = None
    phone: str = ""
    email: str = ""
    web: str = ""


class Inspection(Struct, frozen=True):
    date: PartialDate | None = None
    by: Text | None = None
    result: Text | None = None


class Resort(Struct, frozen=True, tag="resort"):
    """An entry of the directory. All but id, name and region may be unknown; nothing unknown is printed."""

    id: str
    path: str
    lang: Language
    name: Text
    region: Key
    span: Span
    variants: tuple[Text, ...] = ()
    place: Text | None = None
    at: Key | None = None
    types: tuple[Key, ...] = ()
    category: Key | None = None
    water: Text | None = None
    mud: Text | None = None
    climate: Text | None = None
    treats: tuple[Key, ...] = ()
    equipment: tuple[Key, ...] = ()
    beds: int = 0
    capacity: Text | None = None
    """Where a bare number would mislead: "100, in the renovated block"."""
    season: Text | None = None
    staff_season: Text | None = None
    """When places for medical staff are kept."""
    contact: Contact | None = None
    inspection: Inspection | None = None
    founded: Text | None = None
    certainty: Literal["", "single", "mirror"] = ""
    see: tuple[Reference, ...] = ()
    sources: tuple[Source, ...] = ()
    body: Body = Body()


class Chapter(Struct, frozen=True, tag="chapter"):
    """`kind`: chapter (numbered in its part), plain (foreword, notes: no number), colophon, imprint."""

    id: str
    path: str
    lang: Language
    title: Text
    span: Span
    kind: Literal["chapter", "plain", "colophon", "imprint"] = "chapter"
    subtitle: Text | None = None
    sources: tuple[Source, ...] = ()
    body: Body = Body()


Document = Person | Resort | Chapter


class Term(Struct, frozen=True):
    """An entry of a vocabulary. `name` is a map of languages or a Text in the vocabulary's language."""

    key: str
    name: Text
    symbol: str = ""
    """For resort types: the name of a drawing in styles/symbols."""
    see: tuple[Text, ...] = ()
    group: str = ""


class Vocabulary(Struct, frozen=True):
    """chapters/vocabulary/<name>.yaml; terms in the file's order."""

    name: str
    path: str
    terms: tuple[Term, ...] = ()


class GlossaryTerm(Struct, frozen=True):
    """A term that is always translated alike: language -> the forms in which it may stand, the best one first.

    A form stands for every word that begins with it ("санатори": санаторий, санаториях); of several words each may
    have its ending. A form with a capital letter stands for words with capitals only.
    """

    key: str
    forms: dict[Language, tuple[str, ...]]


class Glossary(Struct, frozen=True):
    """chapters/vocabulary/terms.yaml: what translations are held to; nothing of it is printed."""

    path: str
    terms: tuple[GlossaryTerm, ...] = ()


# --- the book --------------------------------------------------------------------------------------------------------


class Part(Struct, frozen=True):
    """`content` says what fills it: chapters (by id, in order), people (A to Z), resorts (by region), or indexes.

    `matter`: front (roman folios, no opener), body, back (arabic folios go on; no opener).
    """

    id: str
    title: Text | None
    span: Span
    content: Literal["chapters", "people", "resorts", "indexes"] = "chapters"
    matter: Literal["front", "body", "back"] = "body"
    lead: Text | None = None
    chapters: tuple[Reference, ...] = ()
    intro: tuple[Reference, ...] = ()
    """Chapters that stand before the people, the resorts or the indexes of this part."""
    indexes: tuple[str, ...] = ()
    """names, specialties, institutions, places."""
    last: Literal["", "page", "recto"] = ""
    """The part ends the book: on its very last page, or it opens on its last recto. What is missing to a whole number
    of sheets stands before it."""


class Edition(Struct, frozen=True):
    """An edition is data. Lengths in mm."""

    name: str
    purpose: Literal["proof", "print", "screen"] = "proof"
    colour: Literal["cmyk", "rgb"] = "rgb"
    bleed: float = 3.0
    """Beyond the trim; below 0 until the press condition's is put in (read.press.settled)."""
    links: bool = False
    outline: bool = False
    tags: bool = False
    picture_ppi: int = 150
    letters_open: Literal["recto", "next"] = "next"
    strict: bool = False
    """Untranslated and fuzzy text is an error instead of a warning."""
    tables: dict[Language, str] = {}
    """Of books in another script: the table of this edition, where it is not the book's."""
    marks: bool = False
    """Crop and registration marks, colour bar and slug line round the page."""
    pdfx: Literal["", "X-4", "X-1a:2003"] = ""
    """Empty: what the press condition asks for."""
    messages: bool = False
    """A proof for translators: each block carries the number of its message, untranslated and fuzzy ones are marked."""
    spots: tuple[str, ...] = ()
    """The spot inks that are printed as plates of their own, by their names in inks.yaml; others print their build."""
    span: Span = Span()


class Waiver(Struct, frozen=True):
    """Findings with this code at this path (a file, or a file:line) are accepted, for `reason`."""

    code: str
    path: str
    reason: str
    span: Span = Span()


class Script(Struct, frozen=True):
    """A book in another script, made from that of the language `source`. `table`: "" the first that there is."""

    tag: Language
    source: Language
    table: str = ""
    span: Span = Span()


class CoverWords(Struct, frozen=True):
    """What the cover says beside the title page's words: `back` on its back, `spine` where the title is too long for
    the spine; `reads` is the spine's direction where it is not the language's own."""

    back: Text | None = None
    spine: Text | None = None
    reads: Literal["", "down", "up"] = ""


class Book(Struct, frozen=True):
    """chapters/book.yaml. `languages` are those in which it is written and translated; `tags` names every book that is
    made, those in another script last."""

    id: str
    title: Text
    languages: tuple[Language, ...]
    source_language: Language
    date: PartialDate
    span: Span
    subtitle: Text | None = None
    dedication: Text | None = None
    publisher: Text | None = None
    rights: Text | None = None
    note: Text | None = None
    """What the imprint says of this edition (a specimen says that it is one)."""
    isbn: dict[Language, str] = {}
    cover: CoverWords = CoverWords()
    parts: tuple[Part, ...] = ()
    editions: tuple[Edition, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    fill: Literal["blank", "notes"] = "blank"
    """What stands on the pages at the end that bring the book to a whole number of sheets."""
    press: str = ""
    """The press condition by its name in styles/press.yaml; empty: the first."""
    press_span: Span = Span()
    scripts: tuple[Script, ...] = ()

    @property
    def tags(self) -> tuple[Language, ...]:
        return (*self.languages, *(script.tag for script in self.scripts))


class Manuscript(Struct, frozen=True):
    """Everything that was read, documents in the order of their paths."""

    book: Book
    vocabularies: dict[str, Vocabulary] = {}
    documents: tuple[Document, ...] = ()


class PictureFacts(Struct, frozen=True):
    """What is known of a picture file without setting it: pixels and Pillow's mode; `problem` says why it can't be used
    ("not a picture", "the file is cut short")."""

    width: int = 0
    height: int = 0
    mode: str = ""
    problem: str = ""


def message_key(context: str, source: str) -> str:
    """The key of a catalog message: 16 hex digits of BLAKE2b over context, U+0004, source (gettext's own separator)."""
    return hashlib.blake2b(f"{context}\x04{source}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    return kind.__struct_fields__


def texts(value: object) -> Iterator[Text]:
    """Every Text in a struct (a document, a vocabulary, the book), in the order of its fields."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, (Struct, tuple)):
                yield from texts(item)
    elif isinstance(value, Struct):
        for name in _fields(type(value)):
            item = getattr(value, name)
            if isinstance(item, (Struct, tuple)):
                yield from texts(item)


# --- the production of pages -----------------------------------------------------------------------------------------

Side = Literal["recto", "verso"]


class Summary(Struct, frozen=True):
    """What the rest of the book may know of a document without reading it: everything the plan, the contents, the
    indexes and the compose keys need. `texts` maps a role ("surname", "given", "title", "name"…) to its Text."""

    id: str
    kind: Literal["person", "resort", "chapter"]
    path: str
    lang: Language
    span: Span
    texts: dict[str, Text] = {}
    variants: tuple[Text, ...] = ()
    dates: tuple[PartialDate, ...] = ()
    """Of a person always two, born and died; PartialDate() stands for one that the profile does not give."""
    keys: tuple[Key, ...] = ()
    """Vocabulary keys: of the facts, and of index marks in the body."""
    marks: tuple[Key, ...] = ()
    """The index marks of the printed texts in their order, with repetitions (places, institutions, specialties,
    persons), and Key("people", id) for each {name:id}: so the indexes know the anchors before anything is set."""
    treats: tuple[Key, ...] = ()
    region: str = ""
    refs: tuple[Reference, ...] = ()
    messages: tuple[str, ...] = ()
    """message_key() of every Text that goes to the catalogs."""
    pictures: tuple[str, ...] = ()
    picture_spans: tuple[Span, ...] = ()
    """Where each of `pictures` is named."""
    chapter_kind: str = ""
    headings: tuple[Heading, ...] = ()
    weight: int = 0
    """Characters of text, to guess the number of pages before anything is set."""


class UnitPlan(Struct, frozen=True):
    """One unit before it is composed. `kind` names the template; `documents` are needed whole; `opens` says where it
    may begin; `folio` which numbers its pages carry; `params` are small things the template wants (letter, tab…)."""

    id: str
    kind: str
    documents: tuple[str, ...] = ()
    opens: Literal["recto", "verso", "next"] = "next"
    matter: Literal["front", "body", "back"] = "body"
    folio: Literal["arabic", "roman", "none"] = "arabic"
    uses: tuple[str, ...] = ()
    """"vocabulary/key" and "doc/<id>" entries of Shared that the HTML depends on."""
    late: bool = False
    """Needs page numbers of other units (contents, indexes, finder): composed after the first pagination."""
    params: dict[str, str] = {}
    outline: tuple[tuple[int, str, str], ...] = ()
    """(level, anchor id, label): what the PDF outline shows for this unit."""
    last: Literal["", "page", "recto"] = ""
    """As its part: it ends the book."""


class Unit(Struct, frozen=True):
    """The smallest part that can be typeset alone. `stylesheets` are names in styles/ in order; `assets` maps each
    address that the HTML names to a path relative to the book folder (or house:… for the press's own drawings);
    `refs` are the anchors whose page numbers are printed in it."""

    id: str
    html: str
    side: Side
    stylesheets: tuple[str, ...]
    assets: dict[str, str] = {}
    refs: tuple[str, ...] = ()

"""The fields of book.yaml and of the vocabularies."""

from __future__ import annotations

from typing import Any

from book.findings import Span
from book.language.scripts import TABLES
from book.model import CoverWords, Edition, Part, Waiver
from book.read.convert import Either, Field, ListOf, MapOf, Record
from book.read.kinds import Choice, Date, Flag, Number, Words, name, to
from book.read.nodes import Mapping, Node, Scalar
from book.read.press_tables import PDFX, Named
from book.read.special import LANGUAGE_TAG, Isbn, LanguageOf
from book.read.texts import TextOf

PURPOSES: dict[str, dict[str, Any]] = {
    "proof": {"colour": "rgb", "bleed": 0.0, "picture_ppi": 150, "letters_open": "next"},
    "print": {"colour": "cmyk", "bleed": -1.0, "picture_ppi": 350, "letters_open": "recto", "strict": True},
    "screen": {
        "colour": "rgb",
        "bleed": 0.0,
        "picture_ppi": 200,
        "letters_open": "next",
        "links": True,
        "outline": True,
        "tags": True,
    },
}
"""What an edition is unless book.yaml says otherwise, by its purpose."""


def edition(called: str, span: Span, values: dict[str, Any]) -> Edition:
    """An edition: what its purpose means, and over it what book.yaml says. A translators' proof has links: its
    numbers lead to their messages."""
    purpose = values.get("purpose", "proof")
    means = {**PURPOSES[purpose], "links": True} if values.get("messages") and purpose == "proof" else PURPOSES[purpose]
    return Edition(name=called, span=span, **{**means, **values, "purpose": purpose})


PART = Record(
    "A part of the book",
    (
        Field("id", name(), "the part's name for references", required=True),
        Field("title", TextOf("title"), "the title, printed on the part's opening page"),
        Field("lead", TextOf("lead"), "a sentence under the title"),
        Field("matter", Choice("front", "body", "back"), "front has Roman folios; front and back have no opening page"),
        Field("content", Choice("chapters", "people", "resorts", "indexes"), "what fills the part"),
        Field("chapters", ListOf(to()), "ids of its chapters, in order"),
        Field("intro", ListOf(to()), "chapters before the people, the resorts or the indexes"),
        Field("last", Choice("page", "recto"), "the part ends the book, on its last page or from its last recto"),
        Field("indexes", ListOf(Choice("names", "specialties", "institutions", "places")), "its indexes, in order"),
    ),
    lambda **values: Part(**{"title": None, **values}),
    spanned=True,
)

_TABLE = Choice(*(table for tables in TABLES.values() for table in tables))

SCRIPT = Record(
    "A book in another script, made from one of the book's languages",
    (
        Field("from", LanguageOf(), "the language from which it is made", required=True, attribute="source"),
        Field("table", _TABLE, "the table of its letters"),
    ),
    dict,
)

EDITION = Record(
    "An edition of the book; what is not said follows from its purpose",
    (
        Field("purpose", Choice(*PURPOSES), "proof for reading, print for the printer, screen for a reader's screen"),
        Field("colour", Choice("cmyk", "rgb"), "the inks"),
        Field("bleed", Number(0, 20), "mm beyond the trim; if not said, the press condition's"),
        Field("links", Flag(), "links that can be clicked"),
        Field("outline", Flag(), "an outline beside the pages"),
        Field("tags", Flag(), "structure for screen readers"),
        Field("picture_ppi", Number(36, 2400, whole=True), "pixels per inch of pictures as placed"),
        Field("letters_open", Choice("recto", "next"), "where a letter of the alphabet opens"),
        Field("strict", Flag(), "untranslated text is an error"),
        Field("messages", Flag(), "a proof for translators: the number of its message at each text"),
        Field("marks", Flag(), "crop and registration marks, colour bar and slug line round the pages"),
        Field("pdfx", PDFX, "PDF/X version; if not said, the press condition's"),
        Field("spots", ListOf(Words(64)), "spot inks of styles/inks.yaml that are plates of their own, like [Gold]"),
        Field("tables", MapOf(Choice(*TABLES), _TABLE), "of books in another script: another table than the book's"),
    ),
    dict,
)

COVER = Record(
    "What the cover says beside the words of the title page",
    (
        Field("back", TextOf("back of the cover"), "the text on the back"),
        Field("spine", TextOf("spine of the cover"), "words for the spine where the title is too long for it"),
        Field("reads", Choice("down", "up"), "how the spine reads, where it is not as the language has it"),
    ),
    CoverWords,
)

WAIVER = Record(
    "A finding that is accepted, with its reason",
    (
        Field("code", Words(4, r"[A-Z][0-9]{3}", "write a code like S204"), "code of the finding", required=True),
        Field("path", Words(500), "the file, or file:line, as the finding names it", required=True),
        Field("reason", Words(1000), "why it is accepted", required=True),
    ),
    Waiver,
    spanned=True,
)

_TAG = Words(12, LANGUAGE_TAG, "write a tag like kk, ru, en or kk-Latn")

LANGUAGES = Field("languages", ListOf(_TAG), "the languages of the book, like [kk, ru, en]", required=True)
SOURCE_LANGUAGE = Field("source_language", _TAG, "the language of documents that do not say theirs", required=True)

BOOK = Record(
    "The book: chapters/book.yaml",
    (
        Field("id", name(), "the book's name in file names", required=True),
        Field("title", TextOf("title"), "the title", required=True),
        Field("subtitle", TextOf("subtitle"), "the subtitle"),
        Field("dedication", TextOf("dedication"), "the dedication"),
        Field("publisher", TextOf("publisher"), "who publishes it"),
        Field("rights", TextOf("rights"), "the note on rights"),
        Field("note", TextOf("note"), "what the imprint says of this edition"),
        LANGUAGES,
        SOURCE_LANGUAGE,
        Field("scripts", MapOf(Choice(*TABLES), SCRIPT), "books in another script, like {kk-Latn: {from: kk}}"),
        Field("date", Date(), "date of the edition, like 2021-12-16", required=True),
        Field("isbn", MapOf(LanguageOf(scripts=True), Isbn()), "the ISBN of the book in each language"),
        Field("cover", COVER, "the words of the cover"),
        Field("parts", ListOf(PART), "the parts, in order"),
        Field("fill", Choice("blank", "notes"), "pages that fill the last sheets: blank, or ruled for notes"),
        Field("press", Named(64), "the press condition of styles/press.yaml; if not said, the first"),
        Field("editions", MapOf(name(), EDITION), "the editions by their names"),
        Field("waivers", ListOf(WAIVER), "findings that are accepted"),
    ),
    dict,
)

GLOSSARY_NAME = "terms"
"""The file beside the vocabularies that is none: chapters/vocabulary/terms.yaml."""

VOCABULARIES = (
    "specialties",
    "regions",
    "institutions",
    "honours",
    "places",
    "persons",
    "resort_types",
    "resort_categories",
    "treatments",
    "equipment",
)


def _is_name(node: Node) -> bool:
    """A term in its short form, key: name, and not the map of its fields."""
    return not isinstance(node, Mapping) or not any(
        key.value in ("name", "see", "symbol", "group") for key, _ in node.pairs
    )


TERM = Either(
    _is_name,
    TextOf("term", name=True),
    Record(
        "A term",
        (
            Field("name", TextOf("term", name=True), "the name", required=True),
            Field("see", ListOf(TextOf("term", name=True)), 'other words under which the index says "see"'),
            Field("symbol", name(), "for resort types: the name of a drawing in styles/symbols"),
            Field("group", name(), "the term of this vocabulary under which it stands"),
        ),
        dict,
    ),
)

VOCABULARY = Record(
    "A vocabulary: chapters/vocabulary/<name>.yaml",
    (
        Field("lang", LanguageOf(written=True), "the language of names that are plain strings"),
        Field("terms", MapOf(name(), TERM), "key: name, or key: a map of name, see, symbol, group", required=True),
    ),
    dict,
)

_FORM = Words(100)

GLOSSARY = Record(
    "The glossary: chapters/vocabulary/terms.yaml",
    (
        Field(
            "terms",
            MapOf(name(), MapOf(LanguageOf(), Either(lambda node: isinstance(node, Scalar), _FORM, ListOf(_FORM)))),
            "key: {language: a form, or a list of forms}; a form stands for every word that begins with it",
            required=True,
        ),
    ),
    dict,
)

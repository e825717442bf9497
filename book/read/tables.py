"""The fields of the documents' front matter: one table per kind, from which sources are read and JSON Schemas made."""

from __future__ import annotations

from book.model import Contact, Fact, Inspection, Life, Name, Portrait, Quotation, Text
from book.read.convert import Field, ListOf, Record
from book.read.kinds import Choice, Date, KeyOf, Number, SourceLine, Words, to
from book.read.special import LanguageOf, Picture, PictureAt
from book.read.texts import TextOf

_NAME = TextOf("", name=True, only_map=True)

LANG = Field("lang", LanguageOf(written=True), "the language of this document; if not said, that of book.yaml")
SOURCES = Field("sources", ListOf(SourceLine()), "where the facts were read: addresses or words, never translated")
SEE = Field("see", ListOf(to()), "ids of other documents of the book")


def _portrait(picture: PictureAt, credit: Text | None = None, alt: Text | None = None) -> Portrait:
    return Portrait(picture.path, picture.span, credit, alt)


def _keys(key: str, about: str, vocabulary: str = "") -> Field:
    return Field(key, ListOf(KeyOf(vocabulary or key)), f"{about}: keys of the vocabulary {vocabulary or key}")


def _text(key: str, about: str, context: str = "", required: bool = False) -> Field:
    return Field(key, TextOf(context or key), about, required)


NAME = Record(
    "The name in every language of the book: a person's own spelling, never translated",
    (
        Field("surname", _NAME, "surname in every language", required=True),
        Field("given", _NAME, "given name in every language", required=True),
        Field("patronymic", _NAME, "patronymic in every language"),
        Field("variants", ListOf(_NAME), 'other spellings, "Surname Given", under which the index says "see"'),
    ),
    Name,
)

_AT = Field("at", KeyOf("places"), "the place's key in the vocabulary places, for the index")

LIFE = Record(
    "A birth or a death",
    (Field("date", Date(), "1893, 1978-09, 1880-11-12, about 1880, unknown"), _text("place", "place as printed"), _AT),
    Life,
)

_INSTITUTION = Field("institution", KeyOf("institutions"), "key of the institution, for the index")


def _facts(key: str, context: str, about: str) -> Field:
    fields = (
        Field("date", Date(ranges=True), "a date, or from-to: 1909/1910, 1944/, /1922"),
        Field("text", TextOf(context), "what it was", required=True),
        _INSTITUTION,
    )
    return Field(key, ListOf(Record(about, fields, Fact)), about)


PORTRAIT = Record(
    "The portrait",
    (
        Field("picture", Picture(), "path of the picture from chapters/, like portraits/x.jpg", required=True),
        _text("credit", "who made or owns it"),
        _text("alt", "what can be seen, for those who cannot see it"),
    ),
    _portrait,
)

QUOTATION = Record(
    "A pulled quotation",
    (
        Field("text", TextOf("quotation"), "the words, without quotation marks around them", required=True),
        Field("by", TextOf("attribution"), "who said them"),
    ),
    Quotation,
)

PERSON = Record(
    "A profile: front matter of chapters/profiles/<id>.md",
    (
        LANG,
        Field("name", NAME, "the name, as data in every language", required=True),
        _text("role", "what stands under the name"),
        Field("born", LIFE, "birth: date, place"),
        Field("died", LIFE, "death: date, place"),
        _keys("specialties", "what the doctor practised"),
        _keys("regions", "where the doctor worked"),
        _keys("institutions", "for the index of institutions"),
        _keys("places", "further entries of the index of places"),
        _facts("education", "education", "education, in order of time"),
        _facts("posts", "post", "posts held, in order of time"),
        _keys("honours", "honours received"),
        Field("awards", ListOf(TextOf("award")), "other awards"),
        Field("memory", ListOf(TextOf("memory")), "what bears the person's name"),
        Field("portrait", PORTRAIT, "the portrait"),
        Field("quotation", QUOTATION, "a pulled quotation"),
        SEE,
        SOURCES,
    ),
    dict,
)

CONTACT = Record(
    "How to reach the place",
    (
        _text("address", "postal address"),
        Field("phone", Words(100, r"[+0-9][0-9 ()+,;/-]*", "write digits, like +7 727 000-00-00"), "telephone"),
        Field("email", Words(200, r"[^\s@<>]+@[^\s@<>]+", "write name@example.org"), "electronic mail"),
        Field("web", Words(500, r"(?:https?://)?[^\s:<>/?#]+\.[^\s<>]+", "write https://example.org"), "web site"),
    ),
    Contact,
)

INSPECTION = Record(
    "The last inspection",
    (
        Field("date", Date(), "when"),
        Field("by", TextOf("inspection-by"), "by whom"),
        Field("result", TextOf("inspection-result"), "with which result"),
    ),
    Inspection,
)

RESORT = Record(
    "An entry of the directory: front matter of chapters/resorts/<id>.md",
    (
        LANG,
        Field("name", _NAME, "name in every language", required=True),
        Field("variants", ListOf(_NAME), "other names"),
        Field("region", KeyOf("regions"), "key of the region", required=True),
        _text("place", "where it lies"),
        _AT,
        _keys("types", "what kind of resort it is", "resort_types"),
        Field("category", KeyOf("resort_categories"), "key of its category"),
        _text("water", "its waters"),
        _text("mud", "its muds"),
        _text("climate", "its climate"),
        _keys("treats", "what is treated", "treatments"),
        _keys("equipment", "what it is equipped with"),
        Field("beds", Number(1, 100_000, whole=True), "number of beds"),
        _text("capacity", "the beds in words, where a bare number would mislead"),
        _text("season", "when it is open"),
        Field("staff_season", TextOf("staff-season"), "when places for medical staff are kept"),
        Field("contact", CONTACT, "address, telephone, mail, web"),
        Field("inspection", INSPECTION, "the last inspection"),
        _text("founded", "when and by whom it was founded"),
        Field("certainty", Choice("single", "mirror"), "how well the facts are known, if not well"),
        SEE,
        SOURCES,
    ),
    dict,
)

CHAPTER = Record(
    "A chapter: front matter of chapters/<id>.md",
    (
        LANG,
        _text("title", "the chapter's title", required=True),
        _text("subtitle", "the line under the title"),
        Field("kind", Choice("chapter", "plain", "colophon", "imprint"), "chapter is numbered, plain is not"),
        SOURCES,
    ),
    dict,
)

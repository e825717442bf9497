"""Manuscript -> messages: every text that goes to the catalogs, with words that tell a translator where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from book.findings import Span
from book.model import Book, DateRange, Document, PartialDate, Person, Resort, Struct, Text, Vocabulary
from book.translate.catalog import MessageId
from book.translate.neighbours import neighbours
from book.translate.walk import text_fields

FOLDERS = ("profiles", "resorts", "vocabulary")
"""Folders of chapters/ whose files share one catalog."""
UI_CATALOG = "ui"
UI_SOURCE = "en"
_FROZEN = "frozen"


class Message(Struct, frozen=True):
    """A text for the translators. `context` is the role of the text (the msgctxt), `lang` the language of `source`;
    `comment` names document, person and field: "seitov, Сеитов Асылбек: role"; `places` are the files in which the text
    stands. One message for the same words in several places has a line of comment for each."""

    context: str
    source: str
    span: Span = Span()
    comment: str = ""
    lang: str = ""
    places: tuple[str, ...] = ()

    @property
    def id(self) -> MessageId:
        """What it is known by in its catalog."""
        return self.context or None, self.source


def catalog_name(path: str) -> str:
    """The catalog of a source: the folder for profiles, resorts and vocabularies, else the file's stem."""
    parts = path.split("/")
    folder = parts[1] if len(parts) > 2 and parts[0] == "chapters" else ""
    if folder in FOLDERS:
        return folder
    return parts[-1].rpartition(".")[0] or parts[-1]


def catalog_path(target: str, source: str, name: str) -> str:
    """Where a catalog lies below the book folder: chapters/locale/kk/ru/profiles.po."""
    return f"chapters/locale/{target}/{source}/{name}.po"


def catalog_parts(path: str) -> tuple[str, str, str] | None:
    """(target, source, name) of a catalog's path; None where the path is not a catalog's."""
    parts = path.split("/")
    if len(parts) != 5 or parts[:2] != ["chapters", "locale"] or not parts[4].endswith(".po"):
        return None
    return parts[2], parts[3], parts[4].removesuffix(".po")


def frozen_path(target: str, source: str, name: str) -> str:
    """Where the messages of a frozen catalog lie: chapters/locale/kk/frozen/ru/profiles.pot."""
    return f"chapters/locale/{target}/{_FROZEN}/{source}/{name}.pot"


def frozen_parts(path: str) -> tuple[str, str, str] | None:
    """(target, source, name) of a frozen catalog's path; None where the path is not one's."""
    parts = path.split("/")
    if len(parts) != 6 or parts[:2] != ["chapters", "locale"] or parts[3] != _FROZEN or not path.endswith(".pot"):
        return None
    return parts[2], parts[4], parts[5].removesuffix(".pot")


def ui_messages(words: Sequence[tuple[str, str, str]], path: str = "") -> Iterator[Message]:
    """Messages of the templates' own words: (context, English msgid, comment) each."""
    for context, source, comment in words:
        yield Message(context, source, Span(path), comment, UI_SOURCE, (path,) if path else ())


def messages(value: Document | Vocabulary | Book) -> Iterator[Message]:
    """Every text of `value` that goes to a catalog, in reading order."""
    where = _title(value)
    beside = neighbours(value)
    for text, trail in _texts(value, ()):
        if text.translatable:
            words = text.context.replace("-", " ") or "text"
            found = (*trail, beside.get((text.span, text.context), ""))
            within = ", ".join(word for word in found if word not in ("", words))
            comment = f"{where}: {words} ({within})" if within else f"{where}: {words}"
            yield Message(text.context, text.source, text.span, comment, text.lang, (text.span.path,))


def _title(value: Document | Vocabulary | Book) -> str:
    """What a translator calls the document: its id and the name of the person, the resort or the chapter."""
    if isinstance(value, Book):
        return "book"
    if isinstance(value, Vocabulary):
        return f"vocabulary {value.name}"
    if isinstance(value, Person):
        words = f"{_words(value.name.surname, value.lang)} {_words(value.name.given, value.lang)}"
    elif isinstance(value, Resort):
        words = _words(value.name, value.lang)
    else:
        words = _words(value.title, value.lang)
    return f"{value.id}, {' '.join(words.split())}"


def _words(text: Text, lang: str) -> str:
    return text.source if text.forms is None else text.forms.get(lang, "") or next(iter(text.forms.values()), "")


def _texts(value: Struct, trail: tuple[str, ...]) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Each Text below `value` with the plain words that lead to it: ("born", "1894"), ("1909/1910",), ("surgery",)."""
    for name in text_fields(type(value)):
        item = getattr(value, name)
        if isinstance(item, Text):
            yield item, trail
        elif isinstance(item, Struct):
            # The body is the document itself; every other struct is a field that a translator knows by its name.
            yield from _texts(item, trail if name == "body" else (*trail, name.replace("_", " "), *_mark(item)))
        elif isinstance(item, tuple):
            yield from _items(item, trail)


def _items(items: tuple[object, ...], trail: tuple[str, ...]) -> Iterator[tuple[Text, tuple[str, ...]]]:
    for item in items:
        if isinstance(item, Text):
            yield item, trail
        elif isinstance(item, tuple):
            yield from _items(item, trail)
        elif isinstance(item, Struct):
            yield from _texts(item, (*trail, *_mark(item)))


def _mark(item: Struct) -> tuple[str, ...]:
    """What tells a struct from others of its kind: its key or id, its date."""
    label = getattr(item, "key", "") or getattr(item, "id", "")
    date = getattr(item, "date", None)
    return tuple(word for word in (label, _date(date)) if word)


def _date(date: PartialDate | DateRange | None) -> str:
    """A date as its source writes it: "about 1880", "1991-12-16", "1909/1910"."""
    if isinstance(date, DateRange):
        return f"{_date(date.start)}/{_date(date.end)}"
    if date is None or not date.year:
        return ""
    day = f"-{date.month:02}" + (f"-{date.day:02}" if date.day else "") if date.month else ""
    return f"{date.modifier} {date.year}{day}".strip()

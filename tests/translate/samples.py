"""Small manuscripts, catalogs and strategies for the tests of this room."""

from __future__ import annotations

import subprocess
from pathlib import Path

from hypothesis import strategies as st
from msgspec.structs import replace

from book.findings import Span
from book.model import (
    Body,
    Book,
    Chapter,
    DateRange,
    Fact,
    Figure,
    Footnote,
    Heading,
    Key,
    Life,
    Listing,
    Manuscript,
    Name,
    Paragraph,
    PartialDate,
    Person,
    Quotation,
    Table,
    Term,
    Text,
    Vocabulary,
)
from book.translate.catalog import Catalog, Entry, Previous
from book.translate.messages import Message

PROFILE = "chapters/profiles/seitov.md"
HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: \\n"\n"PO-Revision-Date: \\n"\n"Last-Translator: \\n"\n'
    '"Language-Team: \\n"\n"Language: kk\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"X-Source-Language: ru\\n"\n'
)


def text(context: str, source: str, line: int = 1, path: str = PROFILE, lang: str = "ru") -> Text:
    return Text(Span(path, line, 1), context, lang, source)


def forms(kk: str, ru: str, en: str) -> Text:
    return Text(Span(PROFILE, 2, 1), forms={"kk": kk, "ru": ru, "en": en})


def person() -> Person:
    return Person(
        id="seitov",
        path=PROFILE,
        lang="ru",
        name=Name(forms("Сейітов", "Сеитов", "Seitov"), forms("Асылбек", "Асылбек", "Asylbek")),
        span=Span(PROFILE),
        born=Life(PartialDate(1894), text("place", "аул", 4), Key("places", "aul")),
        role=text("role", "врач", 3),
        posts=(
            Fact(text("post", "ректор", 6), DateRange(PartialDate(1931), PartialDate(1934))),
            Fact(text("post", "врач", 7), PartialDate(1920, 5, modifier="about")),
        ),
        quotation=Quotation(text("quotation", "Лечить.", 8), text("attribution", "А. Сеитов", 9)),
        body=Body(
            (
                Heading(2, text("heading", "Жизнь", 12), "life"),
                Paragraph(text("paragraph", "Учился в *Томске*.[^a] {see:foreword}", 14)),
                Listing((text("item", "первое", 16), text("item", "второе", 17))),
                Figure("chapters/pictures/x.jpg", Span(PROFILE, 18, 1), text("caption", "Дом", 19)),
                Table((text("cell", "Год", 21),), ((text("cell", "Дом", 22),),)),
            ),
            (Footnote("a", text("footnote", "Архив.", 30)),),
        ),
    )


def book() -> Book:
    title = Text(Span("chapters/book.yaml", 2, 8), forms={"kk": "Кітап", "ru": "Книга", "en": "Book"})
    note = text("note", "Образец", 5, "chapters/book.yaml")
    span = Span("chapters/book.yaml")
    return Book("white-book", title, ("kk", "ru", "en"), "ru", PartialDate(2021), span, note=note)


def vocabulary() -> Vocabulary:
    path = "chapters/vocabulary/specialties.yaml"
    return Vocabulary("specialties", path, (Term("surgery", text("term", "хирургия", 3, path)),))


def chapter(id: str = "foreword", *paragraphs: str, lang: str = "ru") -> Chapter:
    path = f"chapters/{id}.md"
    blocks = tuple(Paragraph(text("paragraph", words, 5 + i, path, lang)) for i, words in enumerate(paragraphs))
    return Chapter(id, path, lang, text("title", f"Глава {id}", 2, path, lang), Span(path), body=Body(blocks))


def manuscript(*documents: Person | Chapter) -> Manuscript:
    return Manuscript(book(), {"specialties": vocabulary()}, documents)


def message(source: str, context: str = "paragraph", comment: str = "x, Y: paragraph") -> Message:
    return Message(context, source, Span("chapters/x.md", 3, 1), comment, "ru", ("chapters/x.md",))


def gettext(program: str, *arguments: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
    """A program of GNU gettext, which scripts/test installs: another reader and writer of the same format."""
    return subprocess.run([program, *arguments, "-"], input=data, capture_output=True, check=False)


def as_msgcat(data: bytes) -> bytes:
    # --force-po: it writes nothing else where there is no message below the header.
    done = gettext("msgcat", "--force-po", "--no-wrap", "--add-location=file", data=data)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def passes_msgfmt(data: bytes, folder: Path) -> None:
    done = gettext("msgfmt", "-c", "-o", str(folder / "x.mo"), data=data)
    assert done.returncode == 0 and not done.stderr, done.stderr.decode()


# --- strategies ------------------------------------------------------------------------------------------------------

# What can stand in a text: letters of our languages, digits, markup, quotes, backslashes, per cent signs, line ends.
letters = st.sampled_from('абвӘәғқңөұүһіІЖ abzY019.,;:%s"\\\n\t*{}[]<>^#~|—«»\u00a0\u2028')
words = st.text(letters, max_size=30)
# A backslash at the end of a comment joins it to the next line for gettext.
comments = st.text(st.sampled_from('abв Қ:.,~|#"\\%'), max_size=12).map(lambda said: said.strip(" \\"))
# gettext breaks a name with spaces in two where it comes to the end of a line: those stand alone here.
paths = st.one_of(
    st.lists(st.sampled_from(["chapters/a.md", "chapters/b c.md"]), max_size=2, unique=True),
    st.lists(st.integers(1, 60).map(lambda length: f"chapters/{'x' * length}.md"), max_size=9, unique=True),
)
contexts = st.sampled_from(["paragraph", "role", "title", "x y"])


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    source = draw(words.filter(lambda said: bool(said)))
    string = draw(words)
    flags = tuple(draw(st.sampled_from([(), ("fuzzy",), ("no-wrap",), ("fuzzy", "no-wrap")])))
    flags = flags if string else tuple(flag for flag in flags if flag != "fuzzy")
    previous = Previous(draw(words), draw(st.none() | contexts)) if "fuzzy" in flags and draw(st.booleans()) else None
    notes = tuple(draw(st.lists(comments, max_size=2)))
    said = tuple(draw(st.lists(comments, max_size=2)))
    places = tuple(draw(paths))
    context = draw(st.none() | contexts)
    return Entry(source, (string,), context, notes=notes, comments=said, places=places, flags=flags, previous=previous)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    found = draw(st.lists(entries(), max_size=6, unique_by=lambda entry: entry.id))
    live = draw(st.integers(0, len(found)))
    header = Entry("", ("Language: kk\nContent-Type: text/plain; charset=UTF-8\nX-Generator: Poedit 3.4\n",))
    notes = tuple(draw(st.lists(comments, max_size=2)))
    # msgcat keeps no places of an obsolete message, and no obsolete message without words.
    gone = [replace(entry, places=()) for entry in found[live:] if entry.translated]
    return Catalog(Entry("", header.strings, notes=notes), tuple(found[:live]), tuple(gone))

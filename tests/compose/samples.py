"""Small books made by hand for the tests of the compose room: nothing is read from a file but the inks."""

from __future__ import annotations

from pathlib import Path

from book.compose import Shared, compose, plan, share
from book.findings import Span
from book.model import (
    Block,
    Body,
    Book,
    Chapter,
    Document,
    Edition,
    Fact,
    Key,
    Life,
    Name,
    Paragraph,
    Part,
    PartialDate,
    Person,
    Reference,
    Resort,
    Side,
    Source,
    Summary,
    Term,
    Text,
    Unit,
    UnitPlan,
    Vocabulary,
)
from book.read import read_ink_file, summarize

HOUSE = Path(__file__).parents[2]
INKS = read_ink_file("styles/inks.yaml", (HOUSE / "styles/inks.yaml").read_bytes())[0]


def text(words: str, lang: str = "ru", line: int = 5) -> Text:
    return Text(Span("chapters/x.md", line, 1), "paragraph", lang, words)


def body(*blocks: str | Block) -> Body:
    return Body(tuple(Paragraph(text(one)) if isinstance(one, str) else one for one in blocks))


def person(id: str, surname: str, given: str = "Иван", words: str = "Он лечил людей.", **more: object) -> Person:
    made = Person(id, f"chapters/profiles/{id}.md", "ru", Name(text(surname), text(given)), Span("chapters/x.md", 1, 1))
    rich: dict[str, object] = {"body": body(words), **more}
    return _replace(made, rich)


def _replace(made: Person, values: dict[str, object]) -> Person:
    import msgspec

    return msgspec.structs.replace(made, **values)


def resort(
    id: str, name: str, region: str = "abai", treats: tuple[str, ...] = (), types: tuple[str, ...] = ()
) -> Resort:
    return Resort(
        id, f"chapters/resorts/{id}.md", "ru", text(name), Key("regions", region), Span("chapters/r.md", 1, 1),
        treats=tuple(Key("treatments", key) for key in treats), types=tuple(Key("resort_types", key) for key in types),
        certainty="single",
    )  # fmt: skip


def chapter(id: str, title: str, *blocks: str | Block, kind: str = "chapter", **more: object) -> Chapter:
    return Chapter(
        id, f"chapters/{id}.md", "ru", text(title), Span(f"chapters/{id}.md", 1, 1), kind,  # type: ignore[arg-type]
        body=body(*(blocks or ("Слова.",))), sources=(Source("https://www.example.org/a%20b/"),),
    )  # fmt: skip


SPAN = Span("chapters/book.yaml", 1, 1)

PARTS = (
    Part("front", None, SPAN, "chapters", "front", chapters=(Reference("foreword"),)),
    Part("years", text("Тридцать лет"), SPAN, chapters=(Reference("laws"), Reference("pandemic"))),
    Part("doctors", text("Врачи"), SPAN, "people"),
    Part("resorts", text("Санатории"), SPAN, "resorts", intro=(Reference("how"),)),
    Part(
        "back", text("Указатели"), SPAN, "indexes", "back", chapters=(Reference("colophon"),),
        indexes=("names", "specialties", "institutions", "places"),
    ),
)  # fmt: skip

BOOK = Book(
    "b", text("Герои среди нас!"), ("kk", "ru", "en"), "ru", PartialDate(2021, 12, 16), SPAN,
    subtitle=text("Белая книга. Энциклопедия"), dedication=text("Тем, кто лечит"), parts=PARTS,
    isbn={"ru": "978-3-16-148410-0"},
)  # fmt: skip

VOCABULARIES = (
    Vocabulary("regions", "v", (Term("abai", text("область Абай")), Term("akmola", text("Акмолинская область")))),
    Vocabulary("specialties", "v", (Term("surgery", text("хирургия"), see=(text("операции"),)),)),
    Vocabulary("places", "v", (Term("almaty", text("Алма-Ата")),)),
    Vocabulary("persons", "v", (Term("altynsarin", text("Алтынсарин, Ыбырай")),)),
    Vocabulary("treatments", "v", (Term("lungs", text("лёгкие")), Term("skin", text("кожа")))),
    Vocabulary("resort_types", "v", (Term("mud", text("грязевой"), symbol="mud"),)),
)

DOCUMENTS: tuple[Document, ...] = (
    chapter("foreword", "Предисловие", kind="plain"),
    chapter("imprint", "Выходные сведения", "Шрифты свободные.", kind="imprint"),
    chapter("laws", "Законы", "См. {see:sem}, {name:asan} и Алма-Ата{place:almaty}, снова{place:almaty}."),
    chapter("pandemic", "Пандемия"),
    chapter("how", "Как пользоваться"),
    chapter("colophon", "Колофон", kind="colophon"),
    person("asan", "Асанов", specialties=(Key("specialties", "surgery"),)),
    person(
        "sem", "Семёнов", died=Life(PartialDate(1937)), regions=(Key("regions", "abai"),), see=(Reference("asan"),),
        posts=(Fact(text("врач"), PartialDate(1920)),), words="Учитель{person:altynsarin} ждал."
    ),
    person("bek", "Беков"),
    person("bekov", "Беков", "Абай"),
    resort("auyl", "Ауыл", "abai", ("lungs",), ("mud",)),
    resort("bur", "Бурабай", "akmola", ("lungs", "skin")),
    resort("neft", "«Нефтяник»", "akmola"),
)  # fmt: skip


def shared(
    documents: tuple[Document, ...] = DOCUMENTS, lang: str = "ru", letters: str = "recto", links: bool = False,
    book: Book = BOOK,
) -> tuple[Shared, tuple[Summary, ...]]:  # fmt: skip
    edition = Edition("print", "print", "cmyk", letters_open=letters, links=links)  # type: ignore[arg-type]
    summaries = tuple(map(summarize, documents))
    return share(lang, edition, book, VOCABULARIES, summaries, INKS, titles={"ru": "x", "en": "Heroes"}), summaries


def plans(documents: tuple[Document, ...] = DOCUMENTS, **more: str) -> dict[str, UnitPlan]:
    known, summaries = shared(documents, **more)  # type: ignore[arg-type]
    return {unit.id: unit for unit in plan(summaries, known)}


def unit(
    id: str, documents: tuple[Document, ...] = DOCUMENTS, side: Side = "recto", pages: dict[str, str] | None = None,
    links: bool = False,
) -> Unit:  # fmt: skip
    known, summaries = shared(documents, links=links)
    one = {unit.id: unit for unit in plan(summaries, known)}[id]
    return compose(one, side, {document.id: document for document in documents}, known, pages or {})

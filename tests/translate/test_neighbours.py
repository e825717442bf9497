"""What a translator reads about a short text's neighbours."""

from __future__ import annotations

from msgspec.structs import replace

from book.findings import Span
from book.model import (
    Body,
    Chart,
    Figure,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    Portrait,
    Quotation,
    Series,
    Table,
    Term,
    Text,
)
from book.translate.messages import messages
from book.translate.neighbours import neighbours
from tests.translate.samples import book, chapter, forms, person, text, vocabulary

PATH = "chapters/foreword.md"


class Lines:
    """Texts, each on a line of its own."""

    def __init__(self) -> None:
        self.line = 10

    def __call__(self, context: str, source: str) -> Text:
        self.line += 1
        return text(context, source, self.line, PATH)


def told(*blocks: object, notes: tuple[Footnote, ...] = ()) -> dict[str, str]:
    """Source of a short text -> what is said of its neighbours."""
    document = replace(chapter(), body=Body(blocks, notes))  # type: ignore[arg-type]
    by_span = neighbours(document)
    return {one.source: by_span.get((one.span, one.context), "") for one in messages(document)}


def test_a_cell_with_the_head_of_its_column_and_row() -> None:
    of = Lines()
    head = (of("cell", "Отделение"), of("cell", "Коек"))
    rows = ((of("cell", "Хирургия"), of("cell", "сто")), (of("cell", "Дети"), of("cell", "60")))
    said = told(Table(head, rows, of("caption", "Больница долины")))
    assert said["Отделение"] == 'a column\'s head, below it "Хирургия", "Дети"'
    assert said["Коек"] == 'a column\'s head, below it "сто", "60"'
    assert said["сто"] == 'column "Коек", row "Хирургия"'
    assert said["Дети"] == 'column "Отделение", beside "60"'
    assert said["Больница долины"] == 'of a table with the columns "Отделение", "Коек"'


def test_headings_items_charts_pictures_and_notes() -> None:
    of = Lines()
    chart = Chart(
        of("chart-title", "Врачи"),
        (Series(of("chart-label", "все"), ()),),
        Span(PATH, 90, 1),
        unit=of("unit", "врачей"),
    )
    said = told(
        Heading(2, of("heading", "Начало")),
        Paragraph(of("paragraph", "Первая больница открылась весной[^a], и в ней было двадцать коек для всей долины.")),
        Listing(tuple(of("item", words) for words in ("терапия", "хирургия", "дети", "родильная", "кухня"))),
        chart,
        Figure("chapters/pictures/valley.png", Span(PATH, 91, 1), of("caption", "Весна")),
        Quotation(of("quotation", "Лечить надо не болезнь, а больного."), of("attribution", "Из записей")),
        notes=(Footnote("a", of("footnote", "Архив.")),),
    )
    assert said["Начало"] == 'above "Первая больница открылась весной[^a], и в ней б…"'
    assert said["терапия"] == 'in a list with "хирургия", "дети", "родильная"'
    assert said["родильная"] == 'in a list with "хирургия", "дети", "кухня"'
    assert said["Врачи"] == 'a chart of "все"'
    assert said["все"] == said["врачей"] == 'of the chart "Врачи"'
    assert said["Весна"] == "of valley.png"
    assert said["Из записей"] == 'below the quotation "Лечить надо не болезнь, а больного."'
    assert said["Архив."] == 'a note to "Первая больница открылась весной"'


def test_a_sentence_speaks_for_itself() -> None:
    of = Lines()
    long = "Лечить надо не болезнь, а больного"
    assert told(Listing((of("item", long), of("item", "врач"))))[long] == ""


def test_a_portrait_names_its_picture() -> None:
    shown = replace(
        person(), portrait=Portrait("chapters/portraits/a.jpg", Span(PATH, 5, 1), text("credit", "Музей", 99))
    )
    assert "seitov, Сеитов Асылбек: credit (portrait, of a.jpg)" in {one.comment for one in messages(shown)}


def test_a_term_with_those_beside_it() -> None:
    def term(key: str, words: str, line: int, *see: Text) -> Term:
        return Term(key, text("term", words, line, "v.yaml"), see=see)

    other = text("see", "операции", 9, "v.yaml")
    terms = (term("surgery", "хирургия", 3, other), term("therapy", "терапия", 4), Term("x", forms("А", "Б", "C")))
    found = neighbours(replace(vocabulary(), terms=terms))
    assert [found[one.span, one.context] for one in (terms[0].name, terms[1].name, other)] == [
        'beside "терапия", "А"',
        'beside "хирургия", "А"',
        'another word for "хирургия"',
    ]
    assert neighbours(book()) == {}

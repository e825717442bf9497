from __future__ import annotations

from book.compose.messages import STYLE, Message, numbered, place, place_of
from book.findings import Span
from book.model import Unit

PO = "chapters/locale/kk/ru/profiles.po"
FIRST, SECOND, THIRD = Span("a.md", 5, 1), Span("a.md", 5, 20), Span('b "&.md', 7, 3)


def unit(html: str) -> Unit:
    return Unit("u", html, "recto", ("tokens.css",))


def test_each_message_is_numbered_where_it_stands_first_and_leads_to_its_line() -> None:
    html = f'<p data-src="a.md:5">{place_of([FIRST])}Бір</p><p>{place_of([FIRST])}Екі</p><p>{place_of([SECOND])}Үш</p>'
    made = numbered(unit(html), {place(FIRST): Message(PO, 12, 340, "missing")})
    number = f'<a class="message message-missing" href="file:{PO}#340">!12</a>'
    assert made.html == f'<p data-src="a.md:5">{number}Бір</p><p>Екі</p><p>Үш</p>'
    assert made.stylesheets == ("tokens.css", STYLE)


def test_texts_of_one_line_have_their_own_numbers() -> None:
    messages = {place(FIRST): Message(PO, 8, 90, "done"), place(SECOND): Message(PO, 9, 95, "fuzzy")}
    made = numbered(unit(f"{place_of([FIRST])}a, {place_of([SECOND])}b"), messages)
    assert ">8</a>a, " in made.html and ">?9</a>b" in made.html


def test_texts_inside_a_drawing_are_told_together_by_the_one_that_waits_longest() -> None:
    several = {
        place(FIRST): Message(PO, 8, 90, "done"),
        place(SECOND): Message(PO, 9, 95, "fuzzy"),
        place(THIRD): Message(PO, 12, 99, "done"),
    }
    made = numbered(unit(f"{place_of([SECOND, FIRST, THIRD])}<svg/>"), several)
    assert made.html == f'<a class="message message-fuzzy" href="file:{PO}#95">?8–9, 12</a><svg/>'


def test_a_path_reaches_into_nothing() -> None:
    made = numbered(unit(str(place_of([FIRST]))), {place(FIRST): Message('x"><script>', 1, 1, "done")})
    assert "<script>" not in made.html

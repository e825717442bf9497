from __future__ import annotations

from book.compose.messages import STYLE, Message, numbered
from book.model import Unit

PO = "chapters/locale/kk/ru/profiles.po"
HTML = (
    '<html data-src="a.md:1"><body><p class="lead" data-src="a.md:5">Бір</p><table data-src="a.md:7"><tr><td>1</td>'
    '</tr></table><p data-src="a.md:5">Екі</p><p data-src="b.md:5">Үш</p></body></html>'
)


def test_each_message_is_numbered_at_its_first_block_and_leads_to_its_line() -> None:
    unit = Unit("u", HTML, "recto", ("tokens.css",))
    made = numbered(unit, {"a.md:5": [Message(PO, 12, 340, "missing")], "a.md:7": [Message(PO, 1, 1, "done")]})
    number = f'<a class="message message-missing" href="file:{PO}#340">!12</a>'
    assert made.html == HTML.replace("Бір", number + "Бір")
    assert made.stylesheets == ("tokens.css", STYLE)


def test_messages_of_one_line_are_told_together_by_the_one_that_waits_longest() -> None:
    several = [Message(PO, 8, 90, "done"), Message(PO, 9, 95, "fuzzy"), Message(PO, 7, 85, "done")]
    made = numbered(Unit("u", HTML, "recto", ()), {"b.md:5": several})
    assert f'<a class="message message-fuzzy" href="file:{PO}#95">?7–9</a>Үш' in made.html


def test_a_path_reaches_into_nothing() -> None:
    made = numbered(Unit("u", HTML, "recto", ()), {"b.md:5": [Message('x"><script>', 1, 1, "done")]})
    assert "<script>" not in made.html

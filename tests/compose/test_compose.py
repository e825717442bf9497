from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from book.compose import EDITION_CSS, compose, folio_probe, plan
from book.model import Footnote, Portrait, Quotation
from tests.compose.samples import DOCUMENTS, HOUSE, SPAN, body, chapter, person, plans, shared, text, unit


@pytest.mark.parametrize("id", list(plans()))
@pytest.mark.parametrize("links", [False, True])
def test_every_unit_is_well_formed_and_asks_for_nothing_outside(id: str, links: bool) -> None:
    made = unit(id, links=links)
    root = ElementTree.fromstring(made.html.removeprefix("<!doctype html>").strip())
    assert root.get("class", "").split()[0] == "recto" and root.get("lang") == "ru"
    sources = {element.get("src") for element in root.iter() if element.get("src")}
    assert sources == set(made.assets)
    assert all(path.startswith("house:styles/") and (HOUSE / path[6:]).is_file() for path in made.assets.values())
    assert made.stylesheets[0] == EDITION_CSS
    assert all((HOUSE / "styles" / name).is_file() for name in made.stylesheets[1:])
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[a-z0-9_.-]+", one or "") for one in ids)
    assert ("href=" in made.html) <= links


def test_hostile_words_stay_words() -> None:
    name = 'O"Б\\ </style><script>x</script>; } url(http://x)'
    bad = person("bad", name, "<b>'", 'Он <script>alert("1")</script> & {{ 7*7 }} {% if %}')
    made = unit("p.bad", (*DOCUMENTS, bad))
    root = ElementTree.fromstring(made.html.removeprefix("<!doctype html>").strip())
    assert not list(root.iter("script")) and not list(root.iter("b"))
    assert "{{ 7*7 }}" in made.html
    style = root.get("style", "")
    entry = re.search(r'--entry: "((?:[^"\\]|\\[0-9a-f]+ )*)"; ', style)
    assert entry, style  # the string is closed by its own quote alone
    assert "<" not in entry[1] and ";" not in entry[1] and "}" not in entry[1]


def test_page_numbers_are_asked_for_and_printed() -> None:
    made = unit("p.sem")
    assert made.refs == ("d.asan",) and "Асанов, с.\u00a0000" in made.html
    assert "Асанов, с.\u00a028" in unit("p.sem", pages={"d.asan": "28"}).html
    assert "см. с.\u00a085" in unit("c.laws", pages={"d.sem": "85"}).html
    assert "Иван Асанов" in made.html or "Иван Асанов" in unit("c.laws").html


def test_index_marks_are_anchors_counted_per_document() -> None:
    made = unit("c.laws")
    for anchor in ("x.places.almaty.laws.0", "x.places.almaty.laws.1", "x.people.asan.laws.0", "d.laws", "e.laws"):
        assert f'id="{anchor}"' in made.html, anchor
    assert 'id="x.persons.altynsarin.sem.0"' in unit("p.sem").html


def test_links_only_where_the_edition_has_them() -> None:
    assert 'href="book:d.asan"' in unit("p.sem", links=True).html
    assert 'href="https://www.example.org/a%20b/"' in unit("c.laws", links=True).html
    assert "example.org/a b" in unit("c.laws").html


def test_in_memory_of() -> None:
    assert 'class="rule"' in unit("p.sem").html and 'class="rule"' not in unit("p.asan").html


def test_a_portrait_or_a_monogram() -> None:
    assert '<span class="monogram">ИА</span>' in unit("p.asan").html
    seen = person("seen", "Видов", portrait=Portrait("chapters/portraits/a b.jpg", SPAN, credit=text("Архив")))
    made = unit("p.seen", (*DOCUMENTS, seen))
    assert made.assets == {"picture:chapters/portraits/a%20b.jpg": "chapters/portraits/a b.jpg"}
    assert 'alt="Иван Видов"' in made.html and "Портрет: Архив" in made.html


def test_quotations_and_notes_bring_their_styles() -> None:
    plain = unit("p.asan")
    assert "blocks.css" not in plain.stylesheets and "notes.css" not in plain.stylesheets
    noted = body("Слово[^a] и ещё[^a].")
    noted = type(noted)(noted.blocks, (Footnote("a", text("Сноска.")),))
    quoted = person("q", "Цитатов", quotation=Quotation(text("Слово"), text("Он")), body=noted)
    made = unit("p.q", (*DOCUMENTS, quoted))
    assert {"blocks.css", "notes.css"} <= set(made.stylesheets)
    assert made.html.count('class="fn"') == 1 and "<blockquote" in made.html


def test_untranslated_words_say_in_which_language_they_are() -> None:
    import msgspec

    waiting = chapter("laws", "Законы")
    words = msgspec.structs.replace(text("Not yet", "en"), pending=True)
    waiting = msgspec.structs.replace(waiting, title=words)
    others = tuple(one for one in DOCUMENTS if one.id != "laws")
    assert '<span class="pending" lang="en">Not yet</span>' in unit("c.laws", (*others, waiting)).html


def test_the_directory_leaves_out_what_is_not_known() -> None:
    html = unit("r.akmola").html
    assert html.index("Акмолинская область") < html.index("Бурабай") < html.index("Нефтяник") < html.index("Ауыл")
    assert "Что лечат:</i> лёгкие, кожа" in html and "Вода" not in html and "Мест" not in html
    assert "°" in html and 'id="r.abai"' in html and 'id="re.abai"' in html


def test_notes_of_a_resort_stand_in_its_entry() -> None:
    import msgspec

    noted = msgspec.structs.replace(body("Слово[^a]."), footnotes=(Footnote("a", text("Сноска.")),))
    others = tuple(one for one in DOCUMENTS if one.id != "auyl")
    again = msgspec.structs.replace(next(one for one in DOCUMENTS if one.id == "auyl"), body=noted)
    made = unit("r.akmola", (*others, again))
    assert "notes.css" in made.stylesheets and 'class="fn"' not in made.html
    assert made.html.index("Ауыл") < made.html.index("&#8194;Сноска.")


def test_contents_prints_labels() -> None:
    made = unit("contents", pages={"d.foreword": "vii", "part.years": "1", "d.laws": "3"})
    assert "<b>vii</b>Предисловие" in made.html and "<b>3</b>Законы" in made.html and "<i>I</i><b>1</b>" in made.html
    assert {"d.laws", "d.asan", "r.akmola", "i.finder", "i.names", "part.doctors"} <= set(made.refs)


def test_front_says_title_isbn_and_the_other_titles() -> None:
    html = unit("front").html
    assert "Heroes" in html and "978-3-16-148410-0" in html and "Шрифты свободные." in html


def test_the_folio_probe_has_every_glyph_alone() -> None:
    known, _ = shared()
    for side in ("recto", "verso"):
        made = folio_probe(side, known)
        assert (
            re.findall(r'folio-glyph">(.)<', made.html) == list("0123456789ivxlcdm") and f'class="{side}"' in made.html
        )


def test_composing_is_pure() -> None:
    known, summaries = shared()
    one = plan(summaries, known)[5]
    documents = {document.id: document for document in DOCUMENTS}
    assert compose(one, "verso", documents, known, {}) == compose(one, "verso", documents, known, {})

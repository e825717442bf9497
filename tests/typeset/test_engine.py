"""Units set: what stands where in numbers, what is said of it, and that nothing undeclared is reached."""

from __future__ import annotations

import itertools
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from book.typeset.engine import constants, constants_in
from tests.typeset.units import FILES, PAGE, engine, facts, operators, shared, sheets, texts, unit

WORDS = "Зимой дороги закрывались, и врач оставалась одна со всеми болезнями долины. "


# --- where things stand ----------------------------------------------------------------------------------------------


def test_a_line_stands_where_the_style_puts_it() -> None:
    found = facts('<p style="margin: 4mm 0 0 7mm" data-src="chapters/a.md:3">Слово</p>')
    assert [page.index for page in found.pages] == [0]
    (page,) = found.pages
    # The type area: 5 mm from the left, 15 mm from the right, 20 mm from the foot.
    assert (page.width, page.height, page.bottom) == (100.0, 150.0, 130.0)
    (text,) = page.texts
    assert text.text == "Слово"
    assert (text.x0, text.left, text.right) == (12.0, 12.0, 85.0)
    assert text.top == pytest.approx(14.0, abs=0.5)
    assert 5 < text.x1 - text.x0 < 15
    assert (text.zone, text.source, text.family) == ("body", "chapters/a.md:3", "Source Serif 4")


def test_lines_are_a_line_apart() -> None:
    tops = [text.top for text in texts(facts(f"<p>{WORDS * 3}</p>"))]
    steps = {round(after - before, 2) for before, after in itertools.pairwise(tops)}
    assert len(tops) > 3
    assert steps <= {4.93, 4.94, 4.95}  # 14 pt


def test_as_many_pages_as_the_text_needs() -> None:
    found = facts(f"<p>{WORDS}</p>" * 30)
    lines = len({(page.index, text.top) for page in found.pages for text in page.texts})
    assert lines >= 60
    assert len(found.pages) == -(-lines // 24)  # 120 mm hold 24 lines of 14 pt
    assert all(text.bottom <= 130.5 for text in texts(found))
    breaks = facts('<p>a</p><p style="break-before: page">b</p><p style="break-before: page">c</p>')
    assert [[text.text for text in page.texts] for page in breaks.pages] == [["a"], ["b"], ["c"]]
    assert not any(page.blank for page in breaks.pages)


def test_an_empty_page_is_blank() -> None:
    assert [page.blank for page in facts("<p></p>").pages] == [True]


def test_zones() -> None:
    style = PAGE + '@page { @top-left { content: "Глава" } }'
    found = engine(style).set(
        unit('<p>тело<span class="fn" data-src="n:1">Сноска</span></p><p style="position:absolute;top:20mm">сбоку</p>')
    )[1]
    zones = {text.text.strip(): text.zone for text in texts(found)}
    assert zones["тело"] == "body"
    assert zones["Сноска"] == "note"
    assert zones["сбоку"] == "aside"
    assert zones["Глава"] == "margin"


def test_a_hyphenated_line_is_known() -> None:
    found = texts(facts(f'<p style="width: 30mm">{WORDS}</p>'))
    ends = [text for text in found if text.hyphenated]
    assert ends
    assert all(text.text.endswith("‐") for text in ends)
    assert not any(text.hyphenated for text in texts(facts("<p>Санкт-</p>")))


# --- anchors, links, tags, pictures ----------------------------------------------------------------------------------


def test_anchors_and_links_are_in_points_from_the_lower_left() -> None:
    body = (
        '<p id="d.one">Слово</p><p style="break-before: page" id="d.two">'
        '<a href="book:d.one">туда</a> <a href="https://example.org/a?b=1">сюда</a> <a href="#d.two">здесь</a></p>'
    )
    first, second = sheets(body).sheets
    assert first.size == pytest.approx((283.465, 425.197), abs=0.001)  # 100 x 150 mm
    assert list(first.anchors) == ["d.one"]
    assert first.anchors["d.one"] == pytest.approx((14.17, 396.85), abs=0.02)  # 5 mm, 150 - 10 mm
    assert list(second.anchors) == ["d.two"]
    assert [link.target for link in second.links] == ["book:d.one", "https://example.org/a?b=1"]
    assert first.links == ()
    link = second.links[0]
    assert 14 < link.x0 < link.x1 < 45
    assert 380 < link.y0 < link.y1 < 397


def test_a_picture_is_named_with_the_size_at_which_it_stands() -> None:
    body = '<img src="picture:a" alt="a" style="width: 50mm"/><img src="picture:b" style="width: 20mm; height: 10mm"/>'
    found, seen, _ = shared().set(
        unit(body, assets={"picture:a": "chapters/pictures/a.jpg", "picture:b": "chapters/pictures/b.jpg"})
    )
    placed = sorted(found.sheets[0].resources.pictures.values(), key=lambda one: one.path)
    assert [one.path for one in placed] == ["chapters/pictures/a.jpg", "chapters/pictures/b.jpg"]
    assert (placed[0].width, placed[0].height) == pytest.approx((141.73, 70.87), abs=0.02)  # 50 x 25 mm
    assert (placed[1].width, placed[1].height) == pytest.approx((56.69, 28.35), abs=0.02)
    assert seen.refused == seen.said == ()


def test_a_cropped_picture_has_the_size_of_the_whole() -> None:
    body = '<img src="p" style="width: 20mm; height: 40mm; object-fit: cover"/>'
    found = shared().set(unit(body, assets={"p": "chapters/pictures/a.jpg"}))[0]
    (placed,) = found.sheets[0].resources.pictures.values()
    assert (placed.width, placed.height) == pytest.approx((226.77, 113.39), abs=0.02)  # 80 x 40 mm


def test_a_turned_picture_has_its_own_size() -> None:
    body = '<img src="p" style="width: 40mm; transform: rotate(90deg)"/>'
    found = shared().set(unit(body, assets={"p": "chapters/pictures/a.jpg"}))[0]
    (placed,) = found.sheets[0].resources.pictures.values()
    assert (placed.width, placed.height) == pytest.approx((113.39, 56.69), abs=0.02)


def test_a_drawing_is_shared_by_its_content() -> None:
    assets = {"house:leaf.svg": "house:leaf.svg"}
    body = '<img src="house:leaf.svg" style="width: 10mm"/><img src="house:leaf.svg" style="width: 20mm"/>'
    found, seen, drawings = shared().set(unit(body, assets=assets))
    (key,) = drawings
    assert set(found.sheets[0].resources.drawings.values()) == {key}
    assert (drawings[key].width, drawings[key].height) == (40, 20)
    assert engine().set(unit(body, assets=assets))[2].keys() == drawings.keys()
    assert seen.said == seen.refused == ()


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">%s<rect width="9" height="9"/></svg>'
PICTURE = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC"


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ('<text y="20" font-family="Source Serif 4">A</text>', ""),
        (f'<image width="9" height="9" href="{PICTURE}"/>', "draw a picture"),
        ('<image width="9" height="9" href="file:///etc/hosts"/>', "draw a picture"),
        ('<rect width="NaN" height="1e999"/>', "no number"),
        ('<path d="M0 0 L nan inf z"/>', ""),
    ],
)
def test_what_a_drawing_holds(inner: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are set in the fonts of the book; a picture is told, and so is what is no number. The rest is drawn."""
    monkeypatch.setitem(FILES, "house:drawn.svg", (DRAWN % inner).encode())
    _, seen, drawings = engine().set(unit('<img src="x"/>', assets={"x": "house:drawn.svg"}))
    (drawing,) = drawings.values()
    content = zlib.decompress(drawing.content)
    assert b"0 0 9 9 re" in content and b"nan" not in content and b"inf" not in content
    assert said in " ".join(seen.said) if said else not seen.said
    assert (b"BT" in content) == ("text" in inner)


def test_a_broken_drawing_is_said_and_does_not_stop_the_press(monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"<svg", b"no drawing", b"\xff\xd8\xff\xe0"):
        monkeypatch.setitem(FILES, "house:broken.svg", data)
        own = engine()
        for _ in range(2):  # said of every unit, not only of the first one of a worker
            found, seen, drawings = own.set(unit('<img src="x"/><p>Слово</p>', assets={"x": "house:broken.svg"}))
            assert len(found.sheets) == 1
            assert not drawings
            assert any("house:broken.svg" in line for line in seen.said)
    assert engine().set(unit('<img src="x"/>', assets={"x": "house:gone.svg"}))[1].said[0] == (
        "house:gone.svg is no drawing: No such file"
    )


def test_tags_hold_the_reading_order_and_alternative_texts() -> None:
    body = '<h1>Заголовок</h1><p>Абзац <em>с нажимом</em>.</p><img src="p" alt="Врач у стола"/><ul><li>пункт</li></ul>'
    found = engine(tags=True).set(unit(body, assets={"p": "chapters/pictures/a.jpg"}))[0]
    (sheet,) = found.sheets
    assert [(tagged.tag, tagged.alt) for tagged in sheet.tags if tagged.tag != "LI"] == [
        ("H1", ""), ("P", ""), ("Figure", "Врач у стола")
    ]  # fmt: skip
    assert "LI" in [tagged.tag for tagged in sheet.tags]
    marks = [mark for tagged in sheet.tags for mark in tagged.contents]
    assert sorted(marks) == list(range(len(marks)))
    assert operators(sheet).count("BDC") == len(marks)
    assert shared().set(unit(body))[0].sheets[0].tags == ()


def test_ornaments_are_read_to_nobody_and_placed_pictures_are() -> None:
    body = (
        '<p>Абзац</p><img src="p" alt=""/><div style="position: absolute; width: 20mm">'
        '<img src="p" alt="Портрет" style="position: absolute; width: 9mm"/></div>'
    )
    found = engine(tags=True).set(unit(body, assets={"p": "chapters/pictures/a.jpg"}))[0].sheets[0]
    assert [(tagged.tag, tagged.alt) for tagged in found.tags] == [("P", ""), ("Figure", "Портрет")]
    assert operators(found).count("/Figure") == 1
    assert "/Artifact\nBMC" in operators(found)


# --- fonts -----------------------------------------------------------------------------------------------------------


def test_fonts_are_of_the_house_with_the_characters_they_stood_for() -> None:
    found = sheets('<p>Әлем <em>кітап</em> <b>қала</b></p><p style="font-family: Cormorant">Дала</p>')
    assert {use.file: set(use.glyphs.values()) for use in found.fonts.values()} == {
        "SourceSerif4_400Regular.ttf": set("Әлем "),
        "SourceSerif4_400Regular_Italic.ttf": set("кітап"),
        "SourceSerif4_600SemiBold.ttf": set("қала"),
        "Cormorant_500Medium.ttf": set("Дала"),
    }
    for name in found.fonts:
        assert f"/{name} " in operators(found.sheets[0])


def test_a_character_that_the_font_lacks_is_found() -> None:
    (text,) = [text for text in texts(facts("<p>Жол <b>漢字</b></p>")) if text.missing]
    assert (text.text, text.missing, text.family) == ("漢字", "字漢", "Source Serif 4")


def test_a_character_of_another_family_of_the_house_is_missing_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pango takes it from there in silence; the check is by the family that the style names."""
    from fontTools.ttLib import TTFont

    from tests.typeset.units import FONTS

    def characters(family: str) -> set[int]:
        return set.intersection(*(set(TTFont(path).getBestCmap()) for path in (FONTS / "ttf").glob(f"{family}*.ttf")))

    only_sans = sorted(characters("SourceSans3") - characters("Cormorant"))
    character = next(chr(code) for code in only_sans if chr(code).isalpha())
    found = facts(f'<p style="font-family: Cormorant">a{character}</p>')
    assert [text.missing for text in texts(found)] == [character]


@pytest.mark.parametrize("character", ["\u00a0", "\u202f", "\u2009", "\u2010", "\u00ad", "\u2060", "\u200b", "№", "°"])
def test_what_typography_puts_in_is_in_every_font(character: str) -> None:
    for family in ("Source Serif 4", "Source Sans 3", "Cormorant"):
        found = facts(f'<p style="font-family: \'{family}\'">а{character}б</p>')
        assert [text.missing for text in texts(found)] == [""]


def test_a_family_that_the_house_does_not_have_lacks_everything() -> None:
    (text,) = texts(facts('<p style="font-family: Arial">Слово</p>'))
    assert text.missing


def test_a_good_unit_is_set_in_silence() -> None:
    note = '<span class="fn" data-src="a:1">Сноска</span>'
    found = facts(f"<h2>А</h2><p>{WORDS}{note}</p><table><tr><td>1</td></tr></table>")
    assert (found.said, found.refused, found.unknown_fonts) == ((), (), ())
    assert not any(text.missing for text in texts(found))


def test_what_the_engine_says_is_kept_with_every_unit() -> None:
    own = engine(PAGE + "p { aspect-ratio: 1 }")
    for body in ("<p>один</p>", "<p>два</p>"):
        assert any("aspect-ratio" in line for line in own.set(unit(body))[1].said)
    assert shared().set(unit('<p style="initial-letter: 3">три</p>'))[1].said
    assert shared().set(unit("<p>четыре</p>"))[1].said == ()


# --- footnotes -------------------------------------------------------------------------------------------------------


def test_notes_stand_on_the_page_of_their_call_or_are_found_out() -> None:
    note = '<span class="fn" data-src="chapters/a.md:9">Сноска</span>'
    stays = facts(f"<p>Слово{note}</p>")
    assert [(page.calls, page.notes) for page in stays.pages] == [(("chapters/a.md:9",), ("chapters/a.md:9",))]
    long = f'<span class="fn" data-src="chapters/a.md:9">{WORDS * 12}</span>'
    moved = facts(f"<p>{WORDS * 11}</p><p>Слово{long}</p>")
    assert moved.pages[0].calls == ("chapters/a.md:9",)
    assert moved.pages[0].notes == ()
    assert moved.pages[1].notes == ("chapters/a.md:9",)


def test_a_note_has_its_number_at_its_call_and_before_it() -> None:
    found = facts('<p>Слово<span class="fn">Первая</span> и ещё<span class="fn">Вторая</span></p>')
    said = [text.text for text in found.pages[0].texts]
    assert [text for text in said if text.strip() in ("1", "2")] == ["1", "2"]
    for number, words in (("1. ", "Первая"), ("2. ", "Вторая")):
        assert said[said.index(words) - 1] == number


def test_a_page_with_nothing_but_a_moved_note_is_not_blank() -> None:
    long = f'<span class="fn" data-src="n:1">{WORDS * 14}</span>'
    found = facts(f"<p>{WORDS * 9}Слово{long}</p>")
    assert len(found.pages) == 2
    assert [page.blank for page in found.pages] == [False, False]


# --- nothing undeclared is reached -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[int, list[str]]]:
    """A server that remembers who came."""
    came: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, came
    server.shutdown()
    server.server_close()


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
SECRET = "file:///etc/passwd"
REQUESTS = {
    "img": '<img src="{}"/>',
    "object": '<object data="{}"></object>',
    "embed": '<embed src="{}"/>',
    "background": '<p style="background: url({})">a</p>',
    "list image": '<ul><li style="list-style-image: url({})">a</li></ul>',
    "content": '<style>p::before {{ content: url({}) }}</style><p>a</p>',
    "border image": '<p style="border-image: url({}) 1">a</p>',
    "link": '<link rel="stylesheet" href="{}"/><p>a</p>',
    "import": '<style>@import url({});</style><p>a</p>',
    "font": "<style>@font-face {{ font-family: F; src: url({}) }} p {{ font-family: F }}</style><p>a</p>",
    "picture": '<picture><source srcset="{0}"/><img src="{0}"/></picture>',
    "svg image": SVG.format('<image href="{}" width="9" height="9"/>'),
    "svg use": SVG.format('<use href="{}#a"/>'),
    "mask": '<p style="mask-border: url({}) 1">a</p>',
}


@pytest.mark.parametrize("scheme", ["http", "file", "data", "relative"])
@pytest.mark.parametrize("way", REQUESTS)
def test_no_way_out(way: str, scheme: str, listener: tuple[int, list[str]]) -> None:
    port, came = listener
    address = {
        "http": f"http://127.0.0.1:{port}/x.png",
        "file": SECRET,
        "data": "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
        "relative": "../../etc/passwd",
    }[scheme]
    found = shared().set(unit(REQUESTS[way].format(address)))[1]
    assert came == []
    assert not any("root:" in text.text for text in texts(found))
    if way not in ("svg use",):
        assert found.refused, f"{way} {scheme} was not asked for"


RULES = [
    '@import url("{}");',
    '@import "{}";',
    "@font-face {{ font-family: F; src: url({}) }}",
    "p {{ background: url({}) }}",
]


@pytest.mark.parametrize("rule", RULES)
def test_no_way_out_of_a_stylesheet(rule: str, listener: tuple[int, list[str]]) -> None:
    port, came = listener
    for address in (f"http://127.0.0.1:{port}/x.css", SECRET, "../secret.css"):
        own = engine(rule.format(address) + PAGE)
        for _ in range(2):  # refused for every unit, whichever worker sets it first
            assert own.set(unit("<p>a</p>"))[1].refused
    assert came == []


def test_no_way_out_of_a_drawing(monkeypatch: pytest.MonkeyPatch, listener: tuple[int, list[str]]) -> None:
    port, came = listener
    spy = SVG.format(f'<image href="http://127.0.0.1:{port}/x.png" width="9" height="9"/>')
    monkeypatch.setitem(FILES, "house:spy.svg", spy.encode())
    own = engine()
    for _ in range(2):
        seen = own.set(unit('<img src="x"/>', assets={"x": "house:spy.svg"}))[1]
        assert "Failed to draw a picture in house:spy.svg" in seen.said[0]
    bomb = b'<!DOCTYPE s [<!ENTITY a "' + b"x" * 1000 + b'">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + at, b"&%c;" % (97 + at) * 100) for at in range(4)
    ) + b']><svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>'  # fmt: skip
    monkeypatch.setitem(FILES, "house:bomb.svg", bomb)
    assert own.set(unit('<img src="x"/>', assets={"x": "house:bomb.svg"}))[1].said
    outside = '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + SVG.format("<text>&a;</text>")
    monkeypatch.setitem(FILES, "house:outside.svg", outside.encode())
    found = own.set(unit('<img src="x"/>', assets={"x": "house:outside.svg"}))
    assert not any(use.glyphs for use in found[0].fonts.values())
    assert came == []


# --- the same sheets -------------------------------------------------------------------------------------------------

UNITS = [
    unit(f'<h1>Глава</h1><p>{WORDS * 2}<span class="fn">Сноска</span></p>'),
    unit('<p style="font-variant: small-caps">Әбішев Ғани</p><p style="font-size: 7.3pt">мелко 1234567890</p>', "kk"),
    unit("<table><tr><td>1</td><td>два</td></tr></table><ol><li>a</li><li>b</li></ol>", "en"),
    unit('<p style="font-size: 23.7pt; letter-spacing: .1em">Крупно</p><p style="color: #a12">red</p>'),
]


def test_the_same_sheets_in_any_order_of_units() -> None:
    forward, backward = engine(), engine()
    one = [forward.set(each) for each in UNITS]
    other = [backward.set(each) for each in reversed(UNITS)][::-1]
    again = [forward.set(each) for each in UNITS]
    assert one == other == again


def test_markup_that_is_no_xml_is_read_as_html() -> None:
    one = shared().set(unit("<p>раз</p><p>два</p>"))
    other = shared().set(unit("<p>раз<p>два"))
    assert [text.text for text in texts(other[1])] == ["раз", "два"]
    assert other[0].sheets[0].content == one[0].sheets[0].content


# --- constants -------------------------------------------------------------------------------------------------------


def test_constants_are_put_in_where_one_value_holds() -> None:
    styles = [
        ":root { --a: 1pt; --b: calc(var(--a) + 2pt); --twice: 1 } /* --no: 1; */",
        ".x { --twice: 2; --circle: var(--circle) }",
    ]
    known = constants(styles)
    assert known == {"--a": "1pt", "--b": "calc(1pt + 2pt)"}
    assert constants_in("p { margin: var(--b); color: var( --a ); top: var(--twice) var(--none, 3) }", known) == (
        "p { margin: calc(1pt + 2pt); color: 1pt; top: var(--twice) var(--none, 3) }"
    )

"""quick.py changes how fast pages are set, never what is on them: every unit is set with it and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from book.model import Unit
from book.typeset import quick
from book.typeset.engine import Engine
from tests.typeset.units import PAGE, engine, unit

WORDS = {
    "kk": "Қыста жолдар жабылып, дәрігер алқаптың барлық ауруымен жалғыз қалатын еді. ",
    "ru": "Зимой дороги закрывались, и врач оставалась одна со всеми болезнями долины. ",
    "en": "In winter the roads were closed, and the doctor was alone with all the illnesses of the valley. ",
}

STYLE = (
    PAGE
    + """
@page { @top-left { content: string(head); font-variant: small-caps } @bottom-right { content: counter(page) } }
@page :left { margin-left: 20mm }
h1 { string-set: head content(); font: 600 18pt/1.2 Cormorant; margin: 0 0 1em; border-bottom: .5pt solid }
p { text-align: justify; text-indent: 1em; margin: 0; orphans: 2; widows: 2 }
.caps { font-variant-caps: all-small-caps; letter-spacing: .06em }
.num { font-variant-numeric: oldstyle-nums tabular-nums }
.box { margin: 3% 5%; padding: 2mm; border: 1pt solid #333; background: #eee; border-radius: 2mm }
.left { float: left; width: 30%; margin-right: 3mm }
.right { float: right; width: 25mm; margin: 1em 0 1em 1em; box-sizing: border-box; padding: 1mm }
.cols { columns: 2; column-gap: 5mm }
.grid { display: grid; grid-template-columns: 1fr 2fr; gap: 2mm }
.flex { display: flex; gap: 2mm; justify-content: space-between }
.abs { position: absolute; right: 0; bottom: 0; width: 20% }
.inline { display: inline-block; width: 5em; vertical-align: middle }
table { border-collapse: collapse; width: 100%; margin: 1em 0 } td, th { border: .25pt solid; padding: 1mm 2% }
table.apart { border-collapse: separate; border-spacing: 1mm }
li { list-style-type: "– " } li::marker { color: #777 }
p.first::first-letter { font-size: 200%; float: left }
p.line::first-line { font-variant: small-caps }
.before::before { content: "§ " counter(list-item) " " attr(data-src) }
.m { min-height: 20mm; max-width: 50% } .mm { min-width: 70%; max-height: 4em; overflow: hidden }
"""
)


def body(lang: str) -> str:
    words = WORDS[lang]
    return f"""
<h1>{words[:20]}</h1>
<p class="first" data-src="a:1">{words * 3}<span class="fn" data-src="n:1">{words}<em>{words}</em></span></p>
<p class="line">{words * 2}<u>{words}</u> <s>{words[:9]}</s> <span class="caps">{words}</span></p>
<div class="box"><p class="num">1234567890 {words}</p><ol><li>{words}</li><li value="7">{words}</li></ol></div>
<div class="left"><p>{words}</p></div><div class="right">{words[:30]}</div><p>{words * 4}</p>
<table><caption>{words[:20]}</caption><thead><tr><th>1</th><th>2</th></tr></thead>
<tbody><tr><td>{words}</td><td rowspan="2">b</td></tr><tr><td>c</td></tr></tbody></table>
<table class="apart"><tr><td style="width: 20%">1</td><td>{words}</td></tr></table>
<div class="cols"><p>{words * 4}</p></div>
<div class="grid"><div>{words[:30]}</div><div>{words}</div><div>c</div><div>d</div></div>
<div class="flex"><div>{words[:30]}</div><div class="m">{words[:40]}</div></div>
<p style="position: relative; top: 2mm; text-align: right">{words} <span class="inline">{words[:20]}</span></p>
<ul><li class="before" data-src="x">{words}</li></ul><div class="abs">{words[:20]}</div>
<p style="word-spacing: .2em; letter-spacing: 1px; text-transform: uppercase; white-space: pre-wrap">{words}</p>
<p style="font: italic 8.3pt/1.3 'Source Sans 3'; hyphens: manual; text-decoration: underline overline">{words}</p>
<p style="font-feature-settings: 'onum' 0, 'kern' 0; font-kerning: none; tab-size: 4">1910&#9;{words}</p>
<p style="background: linear-gradient(red, blue); box-shadow: 1pt 1pt red; opacity: .5; outline: 1pt solid">{words}</p>
<p style="transform: rotate(3deg); color: currentcolor; border: thin dashed">{words}</p>
<p dir="rtl" style="direction: rtl; margin-inline-start: 10mm">{words}</p>
<p style="break-before: page; margin: 10% auto 0; width: 60%; height: 30%">{words}<br/>{words}</p>
<blockquote style="quotes: auto; margin-block: 1em"><q>{words}</q></blockquote>
<img src="p" style="width: 40%; float: right"/><img src="house:leaf.svg" style="height: 2em"/>
<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="10mm" viewBox="0 0 30 10"><text x="1" y="8"
 font-size="6" font-family="Source Sans 3">{words[:9]}</text><path d="M0 0L30 10" stroke="#000"/></svg>
<p>{words * 30}</p>
"""


ASSETS = {"p": "chapters/pictures/a.jpg", "house:leaf.svg": "house:leaf.svg"}
UNITS = {lang: unit(body(lang), lang, assets=ASSETS) for lang in WORDS}


class Pair:
    """Two engines for the same style, one of them slow."""

    def __init__(self, style: str) -> None:
        self.quick = engine(style, tags=True)
        self.slow = engine(style, tags=True)

    def same(self, one: Unit) -> None:
        fast = self._set(self.quick, one, True)
        slow = self._set(self.slow, one, False)
        assert fast[1] == slow[1]
        assert fast == slow

    @staticmethod
    def _set(one: Engine, what: Unit, wanted: bool) -> object:
        quick.install(wanted)
        try:
            return one.set(what)
        finally:
            quick.install()


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    yield Pair(STYLE)
    quick.install()


@pytest.mark.parametrize("lang", UNITS)
def test_the_same_sheets(pair: Pair, lang: str) -> None:
    pair.same(UNITS[lang])


def test_the_same_sheets_again_and_after_others(pair: Pair) -> None:
    """What is kept from unit to unit does not leak into another."""
    for lang in ("kk", "ru"):
        pair.same(UNITS[lang])
        pair.same(unit("<p>a</p>", lang))


def test_what_it_replaces_can_be_put_back() -> None:
    import weasyprint.css as css
    from weasyprint.text import line_break

    quick.install(False)
    try:
        slow = (css.ComputedStyle.__missing__, line_break.Layout.setup, line_break.strut)
        assert not any(function.__module__.startswith("book.") for function in slow)
    finally:
        quick.install()
    assert line_break.Layout.setup.__module__ == "book.typeset.quick"


# --- any style at all ------------------------------------------------------------------------------------------------

LENGTH = st.sampled_from(["0", "3pt", "1em", "2mm", "7%", "auto", "calc(1em + 3%)", "-1mm", "var(--size)", "1.5rem"])
LENGTHS = (
    "margin", "margin-left", "margin-top", "padding-bottom", "text-indent", "width", "min-width", "max-width", "height",
    "max-height", "margin-inline-start", "padding-block-start", "left",
)  # fmt: skip
DECLARATIONS = {
    **dict.fromkeys(LENGTHS, LENGTH),
    "display": st.sampled_from(["block", "inline", "inline-block", "flex", "grid", "table", "list-item", "none"]),
    "float": st.sampled_from(["left", "right", "none", "footnote"]),
    "position": st.sampled_from(["static", "relative", "absolute"]),
    "box-sizing": st.sampled_from(["border-box", "content-box"]),
    "border": st.sampled_from(["1pt solid", "none", "thick double red"]),
    "border-radius": LENGTH.filter(lambda value: value not in ("auto", "-1mm")),
    "background": st.sampled_from(["none", "#abc", "transparent", "linear-gradient(red, blue)"]),
    "font-size": st.sampled_from(["6pt", "150%", "smaller", "23.7px", "var(--size)"]),
    "font-family": st.sampled_from(["Cormorant", "'Source Sans 3'", "inherit"]),
    "font-style": st.sampled_from(["italic", "normal"]),
    "font-weight": st.sampled_from(["600", "normal", "bolder"]),
    "font-variant-caps": st.sampled_from(["small-caps", "all-small-caps", "normal"]),
    "font-variant-numeric": st.sampled_from(["oldstyle-nums", "tabular-nums lining-nums"]),
    "font-feature-settings": st.sampled_from(["'onum'", "normal", "'kern' 0"]),
    "letter-spacing": st.sampled_from(["normal", ".1em", "-0.3px"]),
    "word-spacing": st.sampled_from(["normal", ".3em"]),
    "line-height": st.sampled_from(["1", "normal", "20pt", "150%"]),
    "vertical-align": st.sampled_from(["super", "sub", "middle", "3pt", "-20%", "top"]),
    "text-align": st.sampled_from(["justify", "right", "center", "start"]),
    "text-decoration": st.sampled_from(["underline", "line-through red", "none"]),
    "text-transform": st.sampled_from(["uppercase", "capitalize", "none"]),
    "white-space": st.sampled_from(["normal", "nowrap", "pre", "pre-wrap"]),
    "hyphens": st.sampled_from(["auto", "manual", "none"]),
    "overflow": st.sampled_from(["visible", "hidden"]),
    "visibility": st.sampled_from(["hidden", "visible", "collapse"]),
    "opacity": st.sampled_from([".5", "1"]),
    "direction": st.sampled_from(["rtl", "ltr"]),
    "writing-mode": st.sampled_from(["horizontal-tb", "vertical-rl"]),
    "break-before": st.sampled_from(["page", "left", "avoid", "auto"]),
    "break-inside": st.sampled_from(["avoid", "auto"]),
    "columns": st.sampled_from(["2", "auto", "10mm"]),
    "border-collapse": st.sampled_from(["collapse", "separate"]),
    "list-style": st.sampled_from(["decimal inside", "disc", "none"]),
    "--size": st.sampled_from(["12pt", "5mm"]),
    "all": st.sampled_from(["initial", "inherit"]),
}


@st.composite
def declarations(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(sorted(DECLARATIONS)), max_size=4, unique=True))
    return "; ".join(f"{name}: {draw(DECLARATIONS[name])}" for name in names)


TEXT = st.sampled_from([*WORDS.values(), "Слово", "Ғ", "12 345", "a b ", " "])
ELEMENT = st.sampled_from(["p", "div", "span", "em", "b", "ul", "li", "table", "tr", "td", "h2", "a", "sup"])


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, style, inside: f'<{tag} style="{style}">{"".join(inside)}</{tag}>',
        ELEMENT, declarations(), st.lists(children, max_size=3),
    )  # fmt: skip


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.recursive(TEXT, element, max_leaves=6), min_size=1, max_size=4))
def test_the_same_sheets_whatever_the_style(pair: Pair, parts: list[str]) -> None:
    what = unit("".join(parts))
    try:
        Pair._set(pair.slow, what, False)
    except Exception as error:  # WeasyPrint's own fault: the quick one may have it, too
        with pytest.raises(type(error)):
            Pair._set(pair.quick, what, True)
        return
    pair.same(what)


@pytest.mark.parametrize("wanted", [True, False])
def test_a_space_at_the_end_of_a_text_does_not_break_its_line_after_the_first_word(wanted: bool) -> None:
    """WeasyPrint 70 does, where all but the space before an element fits."""
    text, amount = "қышқылы бар; үш ұңғыма, тәулігіне", "259\u00a0м³"

    def rows(words: str, width: float) -> list[str]:
        own = engine(PAGE + f"p {{ width: {width:g}mm; hyphens: manual }}")
        quick.install(wanted)
        found: dict[float, str] = {}
        for one in own.set(unit(f"<p>{words}</p>", lang="kk"))[1].pages[0].texts:
            found[round(one.top, 1)] = found.get(round(one.top, 1), "") + one.text
        return [row.strip() for row in found.values()]

    widths = [64 + at / 8 for at in range(14)]
    try:
        plain = [rows(f"{text} {amount}", width) for width in widths]
        assert [rows(f"{text} <span>{amount}</span>", width) for width in widths] == plain
    finally:
        quick.install()
    assert [text, amount] in plain and [text, amount] != plain[0]

"""Sets units: one warm engine per process, with one font configuration and each stylesheet parsed once.

Engine.set() is pure in what it returns: the same unit, styles, fonts and versions give the same sheets.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import itertools
import logging
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cssselect2
import msgspec
import pyphen
from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.images import SVGImage
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from book.model import Unit
from book.sheets import Drawing, FontUse, LayoutFacts, Sheets
from book.typeset import facts, mixing, quick
from book.typeset.fonts import FontShelf
from book.typeset.hyphens import Hyphens, dictionaries, register
from book.typeset.paint import PlacedDrawing, PlacedPicture, content, new_stream, resources

Read = Callable[[str], bytes]


class _Closed(URLFetcher):  # type: ignore[misc]
    """Fetches nothing. Everything a unit may use is declared and lies in the image cache before layout begins;
    whatever still asks is noted and refused, with or without a network."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=())
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> Any:
        self.refused.append(url)
        raise ValueError(f"not declared: {url}")


class _Log(logging.Handler):
    """Collects what WeasyPrint says: it tells of a lost picture or a wrong declaration only there."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class _Complaints(NamedTuple):
    """What was logged and refused while something shared was read: it holds for every unit that uses it, or findings
    would depend on which unit a worker set first."""

    said: list[str]
    refused: list[str]


_FAILED = "Failed to render SVG image"
"""How WeasyPrint begins to tell that a drawing raised an exception."""


class _Alone(NamedTuple):
    """What WeasyPrint asks of a document when it draws: a drawing has the fonts, and no pictures."""

    path: str
    font_config: Any

    def get_image_from_uri(self, **asked: object) -> None:
        said = "Failed to draw a picture in %s: a drawing holds lines, areas and words"
        logging.getLogger("weasyprint").warning(said, self.path)


class _Drawn(NamedTuple):
    """A painted drawing, and what it uses of the fonts."""

    placed: PlacedDrawing
    drawing: Drawing
    fonts: dict[str, tuple[str, dict[int, str]]]


class Engine:
    """Sets units in one book's fonts and styles.

    `styles` maps a stylesheet's name to its text (a name may stand for generated CSS, such as the inks). `read` gives
    the bytes of a drawing by its path, inks already put in. `sizes` gives pixel width and height by picture path.
    """

    def __init__(
        self,
        fonts: Path,
        styles: Mapping[str, str],
        read: Read,
        sizes: Mapping[str, tuple[int, int]],
        hyphenation: Mapping[str, Hyphens],
        cmyk: bool,
        tags: bool,
    ) -> None:
        self._dictionaries = dictionaries(hyphenation)
        quick.install()
        mixing.install()
        self._fetcher = _Closed()
        self._log = _Log()
        self._fonts = FontConfiguration()
        self._shelf = FontShelf(fonts / "ttf")
        self._styles = styles
        self._constants = constants(styles.values())
        self._parsed: dict[str, tuple[Any, _Complaints]] = {}
        self._together: dict[tuple[str, ...], _Together] = {}
        self._counters: Any = CounterStyle()
        self._read = read
        self._sizes = sizes
        self._drawings: dict[str, tuple[_Drawn | None, _Complaints]] = {}
        self._cmyk = cmyk
        self._tags = tags

    def set(self, unit: Unit) -> tuple[Sheets, LayoutFacts, dict[str, Drawing]]:
        """The unit's sheets, what the layout checks judge, and the shared drawings on the sheets by key."""
        logger = logging.getLogger("weasyprint")
        logger.handlers[:] = [self._log]  # another engine may have been at work
        logger.propagate = False
        self._fetcher.refused.clear()
        self._log.lines.clear()
        register(self._dictionaries)  # another engine may have been at work
        drawings: dict[str, Drawing] = {}
        shared: list[_Drawn] = []
        cache: dict[str, Any] = {}
        for address, path in unit.assets.items():
            if path in self._sizes:
                cache[address] = PlacedPicture(path, *self._sizes[path])
            elif (drawn := self._drawing(path)) is not None:
                cache[address] = drawn.placed
                drawings[drawn.placed.key] = drawn.drawing
                shared.append(drawn)
        self._shelf.begin()
        document = _Markup(unit.html, self._fetcher).render(
            stylesheets=self._sheets(unit.stylesheets),
            font_config=self._fonts,
            counter_style=self._counters.copy(),
            cache=cache,
        )
        sheets = []
        pages = []
        for index, page in enumerate(document.pages):
            tags: dict[Any, Any] | None = {} if self._tags else None
            stream = new_stream(self._shelf, facts.page_rectangle(page), tags, self._cmyk)
            stream.transform(d=-1, f=page.height * facts.PX)
            page.paint(stream, facts.PX)
            sheets.append(facts.sheet(page, content(stream), resources(stream), tags))
            pages.append(facts.page_fact(page, index, self._shelf.lacking))
        used = _joined(self._shelf.used(), *(drawn.fonts for drawn in shared))
        seen = LayoutFacts(
            unit.id,
            tuple(pages),
            tuple(self._log.lines),
            tuple(self._fetcher.refused),
            tuple(name for name, use in used.items() if not use.file),
        )
        return Sheets(tuple(sheets), used), seen, drawings

    def warm(self) -> None:
        """Parses all style sheets and hyphenation patterns, before they are asked for, and sets a few words: the first
        that are set have cffi read the declarations of what Pango does for them."""
        for name in self._styles:
            self._style(name)
        register(self._dictionaries)
        for language in self._dictionaries:
            pyphen.Pyphen(lang=language)
        self.set(Unit("warm", _WORDS, "recto", tuple(self._styles)))

    def widths(self, file: str) -> Mapping[int, int]:
        """Advance widths by glyph of a font file that was used, in 1/1000 em."""
        return self._shelf.widths_of(file)

    def _sheets(self, names: tuple[str, ...]) -> Sequence[Any]:
        """The parsed style sheets of a unit: as one, unless they have layers, which each has for itself."""
        sheets = [self._style(name) for name in names]
        if any(sheet.layers for sheet in sheets):
            return sheets
        if names not in self._together:
            self._together[names] = _Together(sheets)
        return [self._together[names]]

    def _style(self, name: str) -> Any:
        if name not in self._parsed:
            with self._complaints() as complaints:
                text = constants_in(self._styles[name], self._constants)
                sheet = CSS(
                    string=text, font_config=self._fonts, counter_style=self._counters, url_fetcher=self._fetcher,
                    base_url="style:",
                )  # fmt: skip
            self._parsed[name] = (sheet, complaints)
        sheet, complaints = self._parsed[name]
        self._complain(complaints)
        return sheet

    def _drawing(self, path: str) -> _Drawn | None:
        """A drawing, painted once in this process; None where it is none."""
        if path not in self._drawings:
            self._shelf.begin()
            with self._complaints() as complaints:
                drawn = self._draw(path)
            self._drawings[path] = (drawn, complaints)
        drawn, complaints = self._drawings[path]
        self._complain(complaints)
        return drawn

    def _draw(self, path: str) -> _Drawn | None:
        try:
            tree = ElementTree.fromstring(self._read(path))
        except (OSError, ElementTree.ParseError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            logging.getLogger("weasyprint").warning("%s is no drawing: %s", path, why)
            return None
        image = SVGImage(tree, f"drawing:{path}", self._fetcher, _Alone(path, self._fonts))
        width, height, ratio = image.get_intrinsic_size(1, 16)
        if not width or not height:
            width, height = 100.0 * (ratio or 1), 100.0
        stream = new_stream(self._shelf, (0, 0, width, height), None, self._cmyk)
        image.draw(stream, width, height, None)
        if any(line.startswith(_FAILED) for line in self._log.lines):
            return None  # half a drawing is none
        drawing = Drawing(content(stream), width, height, resources(stream))
        return _Drawn(PlacedDrawing(_drawing_key(drawing), width, height), drawing, self._shelf.used())

    @contextlib.contextmanager
    def _complaints(self) -> Iterator[_Complaints]:
        """Gathers what is said and refused within the block, and nothing of before."""
        before = self._log.lines[:], self._fetcher.refused[:]
        self._log.lines.clear()
        self._fetcher.refused.clear()
        complaints = _Complaints([], [])
        yield complaints
        complaints.said.extend(self._log.lines)
        complaints.refused.extend(self._fetcher.refused)
        self._log.lines[:], self._fetcher.refused[:] = before

    def _complain(self, complaints: _Complaints) -> None:
        self._log.lines += complaints.said
        self._fetcher.refused += complaints.refused


def _joined(*shelves: Mapping[str, tuple[str, Mapping[int, str]]]) -> dict[str, FontUse]:
    """What a page and its drawings use of the fonts, by the names in content streams."""
    joined: dict[str, FontUse] = {}
    for name, (file, glyphs) in sorted(itertools.chain.from_iterable(shelf.items() for shelf in shelves)):
        known = joined.get(name)
        joined[name] = FontUse(file, {**glyphs, **(known.glyphs if known else {})})
    return joined


def _drawing_key(drawing: Drawing) -> str:
    """A drawing is its own content: the same drawing has the same key in every unit."""
    return hashlib.blake2b(msgspec.msgpack.encode(drawing), digest_size=16).hexdigest()


_WORDS = "<html><head></head><body><h1>A</h1><p>b <b>c</b> <i>d</i> <small>e</small></p></body></html>"

_DECLARED = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+?)\s*[;}]")
_USED = re.compile(r"var\(\s*(--[\w-]+)\s*\)")


def constants(styles: Iterable[str]) -> dict[str, str]:
    """Custom properties that all stylesheets together declare once: their values, with the constants in them put in.

    WeasyPrint solves var() for every element anew, a tenth of the time of a page; a unit's HTML sets only properties
    that no stylesheet declares (its running heads).
    """
    found: dict[str, set[str]] = {}
    for style in styles:
        for name, value in _DECLARED.findall(_COMMENT.sub("", style)):
            found.setdefault(name, set()).add(value)
    single = {name: min(values) for name, values in found.items() if len(values) == 1}
    for _ in range(4):
        single = {name: constants_in(value, single) for name, value in single.items()}
    return {name: value for name, value in single.items() if "var(" not in value}


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def constants_in(style: str, known: Mapping[str, str]) -> str:
    """The stylesheet with the constants put in where it uses them."""
    return _USED.sub(lambda match: known.get(match[1], match[0]), style)


class _Together:
    """Parsed style sheets as one, in which an element is looked up once: of equal weight the last declaration wins, as
    between several."""

    def __init__(self, sheets: Iterable[Any]) -> None:
        self.matcher = cssselect2.Matcher()
        self.page_rules: list[Any] = []
        self.layers: tuple[()] = ()
        for sheet in sheets:
            self._add(sheet)

    def _add(self, sheet: Any) -> None:
        ours, theirs = self.matcher, sheet.matcher
        before = ours.order
        ours.order += theirs.order
        self.page_rules += sheet.page_rules

        def moved(entries: Iterable[Any]) -> list[Any]:
            return [(test, weight, order + before, *rest) for test, weight, order, *rest in entries]

        for name in _TABLES:
            table = getattr(ours, name)
            for key, entries in getattr(theirs, name).items():
                table.setdefault(key, []).extend(moved(entries))
        for name in _LISTS:
            getattr(ours, name).extend(moved(getattr(theirs, name)))


_TABLES = ("id_selectors", "class_selectors", "lower_local_name_selectors", "namespace_selectors")
_LISTS = ("lang_attr_selectors", "other_selectors")


class _Markup(HTML):  # type: ignore[misc]
    """A unit's HTML with the press's own small user-agent stylesheet.

    Well-formed markup goes through expat, in C; the HTML5 parser, in Python, takes the rest.
    """

    def __init__(self, html: str, fetcher: URLFetcher) -> None:
        try:
            root = ElementTree.fromstring(html.removeprefix("<!doctype html>").strip())
        except ElementTree.ParseError:
            super().__init__(string=html, base_url="unit:", url_fetcher=fetcher)
            return
        self.base_url = "unit:"
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return [_user_agent()]


@functools.cache
def _user_agent() -> Any:
    """What an element is before our styles speak: most rules of WeasyPrint's own sheet are for forms and old tags."""
    return CSS(string=_USER_AGENT, counter_style=CounterStyle())


_USER_AGENT = """
html, body, article, aside, blockquote, dd, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, header, hr, main,
nav, ol, p, section, ul { display: block }
head, link, meta, script, style, title, template, [hidden] { display: none }
li { display: list-item }
ol, ul { counter-reset: list-item; break-before: avoid }
ol { list-style-type: decimal }
table { display: table; box-sizing: border-box; text-indent: initial }
caption { display: table-caption }
thead { display: table-header-group }
tbody { display: table-row-group }
tfoot { display: table-footer-group }
tr { display: table-row }
td, th { display: table-cell; padding: 1px }
thead, tbody, tfoot { vertical-align: middle }
tr, td, th { vertical-align: inherit }
th { font-weight: bold }
em, i, cite { font-style: italic }
b, strong { font-weight: bold }
sup { vertical-align: super; font-size: smaller }
sub { vertical-align: sub; font-size: smaller }
br::before { content: "\\A"; white-space: pre-line }
svg, img { overflow: hidden }
h1, h2, h3, h4 { hyphens: manual; break-after: avoid; break-inside: avoid }
::marker { font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }
::footnote-call { content: counter(footnote); vertical-align: super; font-size: smaller; line-height: inherit }
::footnote-marker { content: counter(footnote) ". " }
@page { @footnote { margin-top: 1em } }
@counter-style disc { system: cyclic; symbols: "•"; suffix: " " }
@counter-style decimal { system: numeric; symbols: "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" }
"""

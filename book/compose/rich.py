"""Texts -> HTML: inline Markdown parsed, set by the language's typography, escaped; references and index marks kept.

One `Rich` renders the texts of one unit and remembers which pages it referred to. Anchors in the book are ASCII:
d.<document>, e.<document> (its end), h.<heading>, x.<vocabulary>.<key>.<document>.<n> (index marks), w.<document>.<n>
(wide figures), r.<region>, re.<region> (its end), part.<id>, i.<index>.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup, escape

from book.compose.messages import place_of
from book.compose.metrics import MM, width
from book.compose.words import say
from book.findings import Span
from book.inline import MARKS, Em, Link, Mark, Node, Note, Ref, Str, Strong, parse_inline
from book.language import tongue
from book.model import Footnote, Key, Text

if TYPE_CHECKING:
    from book.compose.shared import Shared

HEAD = 68 * MM
"""Room for the entry in a running head."""

_TIGHT = re.compile(
    r"\b(?:[^\W\d_]{2,8}-)?\d+-[^\W\d_]{1,14}\b"  # 1930-х, 51-бетті, COVID-19-бен
    r"|\b[^\W\d_]{2,8}-\d+\b"  # COVID-19
    r"|\b\d{1,4}–\d{1,4}\b"  # 1909–1910
    r"|\d+[ \u00a0](?:°[^\W\d_]-[^\W\d_]{1,8}\b|[^\W\d_]{1,3}[²³])"  # 50 °C-қа, 259 м³
)
"""Never broken: a line may end at their hyphens and dashes, U+2011 is in no font of the book."""

SHORT_REFERENCE = 11
"""Letters of "see p. 87": so short a reference stays on one line."""

_REFERENCES = {"see": "00 00000 0000", "page": "00", "name": "00000 00000000"}
"""About as wide as "see p. 87" and its like are in every language."""

_NO_BREAK = "\u00a0\u202f"

UNKNOWN_PAGE = "000"
"""Stands for a page number until there is one: about as wide."""


@lru_cache(maxsize=8192)
def _set(lang: str, table: str, words: str) -> str:
    """One string by itself: terms and the templates' words come again and again."""
    return tongue(lang, table).typography(words)


def plain(text: Text | None) -> str:
    """The words of a text without markup, marks, notes and references; "" for no text."""
    if text is None:
        return ""
    source = text.source or next(iter((text.forms or {}).values()), "")
    return "".join(_strings(parse_inline(source).nodes)).strip()


def _strings(nodes: Iterable[Node], references: Mapping[str, str] = MappingProxyType({})) -> Iterable[str]:
    for node in nodes:
        if isinstance(node, Str):
            yield node.text
        elif isinstance(node, (Em, Strong, Link)):
            yield from _strings(node.children, references)
        elif isinstance(node, Ref) and node.kind in references:
            yield references[node.kind]


def full(text: Text | None) -> str:
    """The words of a text as wide as they are printed: references stand in it as figures."""
    if text is None:
        return ""
    return "".join(_strings(parse_inline(text.source).nodes, _REFERENCES)).strip()


def css_string(text: str) -> str:
    """A CSS string in which every character but letters, digits and plain signs is an escape: it can't end early."""
    safe = "".join(c if c.isalnum() or c in " -.,!?()–—«»„“”’" else f"\\{ord(c):x} " for c in text)
    return f'"{safe}"'


def head_words(text: str, measure: float) -> str:
    """An entry as a running head holds it: cut at a word, with …, where its small capitals would be too wide."""

    def wide(words: str) -> float:
        return width(words.lower(), "serif", 9.5, 0.06) * 1.14

    words = text.split()
    if wide(text) <= measure or len(words) < 2:
        return text
    while len(words) > 1 and wide(" ".join(words) + " …") > measure:
        words.pop()
    return " ".join(words).rstrip(",;:.–—") + " …"


def picture_address(path: str) -> str:
    """The address by which HTML names a picture of the book."""
    return "picture:" + quote(path)


def _settle(shape: list[object], typed: list[str]) -> None:
    """No text ends in a no-break space before an element, and none in a space before an index mark: WeasyPrint 70 would
    break the line after its first word. The space goes into the element, or after the mark."""
    for at, part in enumerate(shape):
        if isinstance(part, tuple) and isinstance(part[1], list):
            _settle(part[1], typed)
        before = shape[at - 1] if at else None
        if not isinstance(part, tuple) or not isinstance(before, int):
            continue
        words = typed[before].rstrip(_NO_BREAK + " " * isinstance(part[0], Mark))
        tail = typed[before][len(words) :]
        after = shape[at + 1] if at + 1 < len(shape) else None
        leaf = after if isinstance(part[0], Mark) else _first_leaf(part)
        if tail and isinstance(leaf, int):
            typed[before], typed[leaf] = words, tail + typed[leaf]


def _first_leaf(part: object) -> object:
    """The number of the first text inside an element."""
    while isinstance(part, tuple):
        part = (part[1] or [None])[0] if isinstance(part[1], list) else part[1]
    return part


class Rich:
    """Renders the texts of one unit. `document` is the id that index marks belong to."""

    def __init__(self, shared: Shared, pages: Mapping[str, str], document: str = "") -> None:
        self.shared = shared
        self.pages = pages
        self.document = document
        self.refs: dict[str, None] = {}
        self.assets: dict[str, str] = {}
        self.notes: dict[str, Footnote] = {}
        self.endnotes: list[tuple[str, Markup, Markup]] | None = None
        """Number, words and source of each note, where notes stand after the text; None: at the foot of their page."""
        self._marks: dict[str, int] = {}
        self._blocks: dict[int, tuple[Text, Markup]] = {}

    # --- pages ---

    def page(self, anchor: str) -> str:
        """The printed label of the page where `anchor` is; a stand-in while it isn't known."""
        self.refs[anchor] = None
        return self.pages.get(anchor) or UNKNOWN_PAGE

    def linked(self, anchor: str, words: str | Markup) -> Markup:
        """Words that lead to a place in the book, where the edition has links."""
        if not self.shared.edition.links:
            return escape(words)
        return Markup('<a href="book:{}">{}</a>').format(anchor, words)

    def anchor(self, target: str) -> str:
        """A reference's id -> its anchor: a document, else a heading."""
        return f"d.{target}" if target in self.shared.labels else f"h.{target}"

    def see(self, target: str) -> Markup:
        """ "Aliev, p. 38" for "see also"."""
        label = self.shared.labels.get(target)
        anchor = self.anchor(target)
        page = say(self.shared.words, "p. {page}", page=self.page(anchor))
        words = f"{label.short}, {page}" if label else page
        return self.linked(anchor, self.typed(words))

    # --- drawings and pictures ---

    def drawing(self, path: str) -> str:
        """The address of one of the press's drawings, e.g. ornaments/horn-gold.svg."""
        address = f"house:styles/{path}"
        self.assets[address] = address
        return address

    def picture(self, path: str) -> str:
        address = picture_address(path)
        self.assets[address] = path
        return address

    # --- words ---

    def set(self, words: str) -> str:
        """Plain words set by the language's typography."""
        return _set(self.shared.lang, self.shared.table, words)

    def typed(self, words: str) -> Markup:
        """The same as HTML, what must not be broken kept whole."""
        return self._typed(self.set(words))

    def word(self, message: str, **values: str) -> str:
        """One of the templates' own words."""
        return self.set(say(self.shared.words, message, **values))

    def block(self, text: Text | None) -> Markup:
        """A text as the inside of a block: made once, so that its index marks are counted once. The words of a language
        other than the book's say so."""
        if text is None:
            return Markup("")
        if (known := self._blocks.get(id(text))) is None:
            inline = self.inline(text.source)
            if text.pending:
                inline = Markup('<span class="pending" lang="{}">{}</span>').format(text.lang, inline)
            known = self._blocks[id(text)] = (text, self.place(text) + inline if inline else inline)
        return known[1]

    def place(self, *texts: Text | None) -> Markup:
        """Where the numbers of these texts' messages stand in a proof for translators; nothing in other editions."""
        spans = [text.span for text in texts if text is not None and text.span.path]
        return place_of(spans) if spans and self.shared.edition.messages else Markup("")

    def terms(self, keys: Sequence[Key], words: str) -> Markup:
        """Words that are made of terms, with the places of their messages in a proof for translators."""
        spans = [self.shared.term(key.vocabulary, key.key).span for key in keys]
        spans = [span for span in spans if span.path]
        return (place_of(spans) if spans and words else Markup("")) + self.typed(words)

    def inline(self, source: str) -> Markup:
        nodes = parse_inline(source).nodes
        if len(nodes) == 1 and isinstance(nodes[0], Str):
            return self._typed(self.set(nodes[0].text))
        pieces: list[str] = []
        shape = [self._piece(node, pieces) for node in nodes]
        typed = self.shared.tongue.typography_nodes(tuple(pieces))
        _settle(shape, typed)
        return Markup("").join(self._html(part, typed) for part in shape)

    def _piece(self, node: Node, pieces: list[str]) -> object:
        """Cuts the strings out of a tree, so that typography sees the whole block: a quote may open in one node and
        close in another."""
        if isinstance(node, Str):
            pieces.append(node.text)
            return len(pieces) - 1
        if isinstance(node, (Em, Strong, Link)):
            return (node, [self._piece(child, pieces) for child in node.children])
        if isinstance(node, Ref):
            pieces.append(self._referred(node))
            return (node, len(pieces) - 1)
        return (node, None)

    def _typed(self, words: str) -> Markup:
        """Escaped; a word that must not be hyphenated (ҚазҰМУ) says so, as does one never to be broken (1930-х)."""
        whole = [(*span, "whole") for span in self.shared.tongue.whole_words(words) if span[1] - span[0] > 5]
        tight = [(*match.span(), "nobr") for match in _TIGHT.finditer(words)]
        if not whole and not tight:
            return escape(words)
        out, end = [], 0
        for start, stop, kind in sorted(whole + tight, key=lambda one: (one[0], -one[1])):
            if start >= end:
                start -= len(words[end:start]) - len(words[end:start].rstrip(_NO_BREAK))
                out += [escape(words[end:start]), Markup('<span class="{}">{}</span>').format(kind, words[start:stop])]
                end = stop
        return Markup("").join([*out, escape(words[end:])])

    def _referred(self, ref: Ref) -> str:
        if ref.kind == "name":
            label = self.shared.labels.get(ref.id)
            return label.name if label else ref.id
        page = self.page(self.anchor(ref.id))
        return page if ref.kind == "page" else say(self.shared.words, "see p. {page}", page=page)

    def _html(self, part: object, typed: Sequence[str]) -> Markup:
        if isinstance(part, int):
            return self._typed(typed[part])
        assert isinstance(part, tuple)
        node, inside = part
        if isinstance(node, Ref):
            words = self._typed(typed[inside])
            if node.kind == "name":
                return self.linked(self.anchor(node.id), words) + self._mark("people", node.id)
            if len(typed[inside]) <= SHORT_REFERENCE:
                words = Markup('<span class="nobr">{}</span>').format(typed[inside])
            return self.linked(self.anchor(node.id), words)
        if isinstance(node, Mark):
            return self._mark(MARKS[node.kind], node.key)
        if isinstance(node, Note):
            return self._note(node.label)
        words = Markup("").join(self._html(child, typed) for child in inside)
        if isinstance(node, Link):
            if node.href.startswith("#"):
                return self.linked(self.anchor(node.href[1:]), words)
            return Markup('<a href="{}">{}</a>').format(node.href, words) if self.shared.edition.links else words
        return Markup("<em>{}</em>" if isinstance(node, Em) else "<strong>{}</strong>").format(words)

    def _mark(self, vocabulary: str, key: str) -> Markup:
        entry = f"x.{vocabulary}.{key}.{self.document}"
        number = self._marks.get(entry, 0)
        self._marks[entry] = number + 1
        return Markup('<a id="{}.{}"></a>').format(entry, number)

    def _note(self, label: str) -> Markup:
        note = self.notes.pop(label, None)  # a note is printed once, where it is called first
        if note is None:
            return Markup("")
        words, place = self.block(note.text), source(note.text.span)
        if self.endnotes is None:
            return Markup('<span class="fn"{}>{}</span>').format(place, words)
        number = str(len(self.endnotes) + 1)
        self.endnotes.append((number, words, place))
        return Markup('<span class="call">{}</span>').format(number)


def source(span: Span) -> Markup:
    """The attribute that tells a finding where a block comes from."""
    return Markup(' data-src="{}:{}"').format(span.path, span.line) if span.path else Markup("")

"""The body of a document: block tokens -> Body, footnotes gathered, everything that is no block of a book reported."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

from book.findings import Span
from book.inline import ID
from book.model import Block, Body, Footnote, Heading, Listing, Paragraph, Quotation, Table, Text
from book.nearest import meant
from book.read.fenced import BLOCKS, read_block
from book.read.markdown import Lines, tokens_of
from book.read.nodes import parse_yaml
from book.read.reader import Reader
from book.read.rows import read_table

_DEFINITION = re.compile(r"\[\^([^\s\[\]]{1,40})\]:\s*")
_HEADING_ID = re.compile(r"\s*\{#([^{}]*)\}$")
_ATTRIBUTION = re.compile(r"(?:—|–|--)\s+")
_CLOSED_HEADING = re.compile(r"#{1,6}[^#\s]")
_NESTED = {
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "blockquote_open": "a quotation",
    "fence": "a block",
    "code_block": "code",
    "heading_open": "a heading",
    "table_open": "a table",
    "hr": "a rule",
}

Pieces = list[tuple[str, Span]]


def read_body(body: str, skipped: int, reader: Reader) -> Body:
    """The blocks and footnotes of a body that begins after `skipped` lines of the file."""
    return _BodyReader(body, skipped, reader).read()


class _BodyReader:
    def __init__(self, body: str, skipped: int, reader: Reader) -> None:
        self.reader = reader
        self.lines = Lines(body, skipped, reader)
        self.tokens = tokens_of(body)
        self.blocks: list[Block] = []
        self.footnotes: dict[str, Footnote] = {}
        self.defined: dict[str, Span] = {}

    def read(self) -> Body:
        handlers: dict[str, Callable[[Token, list[Token]], None]] = {
            "paragraph_open": self._paragraph,
            "heading_open": self._heading,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "blockquote_open": self._quotation,
            "table_open": self._table,
            "fence": self._fence,
            "code_block": self._code,
            "hr": self._rule,
        }
        position = 0
        while position < len(self.tokens):
            token = self.tokens[position]
            end = position + 1
            if token.nesting == 1:
                while self.tokens[end].nesting != -1 or self.tokens[end].level != token.level:
                    end += 1
                end += 1
            handlers[token.type](token, self.tokens[position + 1 : end - 1] if token.nesting else [])
            position = end
        self._check_notes()
        return Body(tuple(self.blocks), tuple(self.footnotes.values()))

    # --- plain blocks

    def _paragraph(self, token: Token, inside: list[Token]) -> None:
        pieces: Pieces = []
        label: tuple[str, Span] | None = None
        for piece, span in self.lines.pieces(inside[0]):
            found = _DEFINITION.match(piece)
            if found:
                self._finish(pieces, label)
                pieces, label = [], (found[1], span)
                piece, span = piece[found.end() :], Span(span.path, span.line, span.column + found.end())
            if piece:
                pieces.append((piece, span))
        self._finish(pieces, label)

    def _finish(self, pieces: Pieces, label: tuple[str, Span] | None) -> None:
        """A paragraph ends, or with `label` the text of a footnote."""
        if label:
            self._footnote(pieces, *label)
        elif pieces and pieces[0][0].startswith("Table: ") and self.blocks and isinstance(self.blocks[-1], Table):
            self._caption(pieces)
        elif pieces:
            if _CLOSED_HEADING.match(pieces[0][0]):
                self.reader.report("S065", pieces[0][1], "a heading without a space after its #", "write ## Heading")
            self.blocks.append(Paragraph(self.lines.text(pieces, "paragraph")))

    def _caption(self, pieces: Pieces) -> None:
        words, span = pieces[0]
        table = self.blocks[-1]
        assert isinstance(table, Table)
        rest = words[7:].lstrip()
        moved = Span(span.path, span.line, span.column + len(words) - len(rest))
        caption = self.lines.text([(rest, moved), *pieces[1:]], "caption")
        self.blocks[-1] = Table(table.head, table.rows, caption, table.align)

    def _heading(self, token: Token, inside: list[Token]) -> None:
        level = int(token.tag[1])
        pieces = self.lines.pieces(inside[0])
        if not 2 <= level <= 4:
            self.reader.report("S064", self.lines.first(token), f"a heading of level {level}")
            level = min(max(level, 2), 4)
        if not pieces:
            self.reader.report("S034", self.lines.first(token), "a heading without words", "write its words")
            return
        words, span = pieces[0]
        found = _HEADING_ID.search(words)
        given = found[1].strip() if found else ""
        if found:
            words = words[: found.start()]
            if not ID.fullmatch(given):
                place = Span(span.path, span.line, span.column + found.start(1))
                hint = "write small Latin letters, digits, - and _, beginning with a letter"
                self.reader.report("S065", place, f'"{given[:40]}" cannot be the id of a heading', hint)
                given = ""
        if words:
            self.blocks.append(Heading(level, self.lines.text([(words, span)], "heading"), given))

    # --- lists and quotations

    def _list(self, token: Token, inside: list[Token]) -> None:
        ordered = token.type == "ordered_list_open"
        first = token.attrGet("start")
        if ordered and first is not None:
            self.reader.report("S067", self.lines.first(token), f"a list begins with number {first}")
        items: list[Text] = []
        item: list[Token] = []
        for inner in inside:
            if inner.type == "list_item_open" and inner.level == token.level + 1:
                item = []
            elif inner.type == "list_item_close" and inner.level == token.level + 1:
                paragraphs = self._plain(item, token.level + 2, "an item")
                if paragraphs:
                    items.append(self.lines.text([piece for pieces in paragraphs for piece in pieces], "item"))
            else:
                item.append(inner)
        if items:
            self.blocks.append(Listing(tuple(items), ordered))

    def _quotation(self, token: Token, inside: list[Token]) -> None:
        before = self.reader.count
        paragraphs = self._plain(inside, token.level + 1, "a quotation", may_end=True)
        by: Text | None = None
        if paragraphs and _ATTRIBUTION.match(paragraphs[-1][-1][0]):
            words, span = paragraphs[-1].pop()
            size = len(words) - len(_ATTRIBUTION.sub("", words, count=1))
            by = self.lines.text([(words[size:], Span(span.path, span.line, span.column + size))], "attribution")
        pieces = [piece for part in paragraphs for piece in part]
        if pieces:
            self.blocks.append(Quotation(self.lines.text(pieces, "quotation"), by))
        elif self.reader.count == before:
            self.reader.report("S034", self.lines.first(token), "a quotation without words", "write its words")

    def _plain(self, tokens: list[Token], level: int, where: str, may_end: bool = False) -> list[Pieces]:
        """The paragraphs at `level`; whatever else stands there is reported, and so is a second paragraph."""
        paragraphs: list[Pieces] = []
        for token in tokens:
            if token.type == "inline" and token.level == level + 1:
                pieces = self.lines.pieces(token)
                if not pieces:
                    continue
                last_words = may_end and len(pieces) == 1 and _ATTRIBUTION.match(pieces[0][0])
                if paragraphs and not last_words:
                    self.reader.report("S069", pieces[0][1], f"{where} with a second paragraph")
                paragraphs.append(pieces)
            elif token.level == level and token.type in _NESTED:
                self.reader.report("S066", self.lines.first(token), f"{_NESTED[token.type]} inside {where}")
        return paragraphs

    # --- tables and fences

    def _table(self, token: Token, inside: list[Token]) -> None:
        begin, end = token.map or (0, 0)
        self.blocks.append(read_table(self.lines, begin, end))

    def _fence(self, token: Token, inside: list[Token]) -> None:
        begin, end = token.map or (0, 0)
        span = self.lines.first(token)
        last = self.lines.lines[end - 1].strip() if end - 1 > begin else ""
        if not last.startswith(token.markup) or last.strip(token.markup[0]):
            self.reader.report("S062", span, f"the block {token.markup}{token.info.strip()[:20]} is not closed")
            return
        kind = token.info.strip()
        if kind not in BLOCKS:
            if kind:
                hint = meant(kind, BLOCKS, f"known are {', '.join(BLOCKS)}")
                self.reader.report("S060", span, f'unknown block "{kind[:40]}"', hint)
            else:
                self.reader.report("S061", span, "a block of code")
            return
        text = "\n".join(self.lines.lines[begin + 1 : end - 1])
        findings_before = self.reader.count
        node = parse_yaml(text, self.reader, self.lines.skipped + begin + 1)
        if node is None:
            if self.reader.count == findings_before:
                self.reader.report("S034", span, f"the block {kind} is empty", "write its values, or delete it")
            return
        block = read_block(kind, node, self.reader)
        if block is not None:
            self.blocks.append(block)

    def _code(self, token: Token, inside: list[Token]) -> None:
        hint = "begin the line without four spaces"
        self.reader.report("S061", self.lines.first(token), "a block of code", hint)

    def _rule(self, token: Token, inside: list[Token]) -> None:
        self.reader.report("S063", self.lines.first(token), "a rule between paragraphs")

    # --- footnotes

    def _footnote(self, pieces: Pieces, label: str, span: Span) -> None:
        if not pieces:
            self.reader.report("S034", span, f"the footnote [^{label}] has no words", "write its words, or delete it")
            return
        before = len(self.reader.calls)
        text = self.lines.text(pieces, "footnote")
        for inner, place in self.reader.calls[before:]:
            self.reader.report("S074", place, f"the footnote [^{label}] calls the footnote [^{inner}]")
        del self.reader.calls[before:]
        if label in self.footnotes:
            self.reader.report("S072", span, f"a second footnote [^{label}]")
        else:
            self.footnotes[label] = Footnote(label, text)
            self.defined[label] = span

    def _check_notes(self) -> None:
        """Every footnote is called once, and every call has its footnote."""
        called: set[str] = set()
        for label, span in self.reader.calls:
            if label not in self.defined:
                hint = meant(label, self.defined, f"add a line [^{label}]: text")
                self.reader.report("S070", span, f"there is no footnote [^{label}]", hint)
            elif label in called:
                self.reader.report("S073", span, f"the footnote [^{label}] is called a second time")
            called.add(label)
        for label, span in self.defined.items():
            if label not in called:
                self.reader.report("S071", span, f"nothing calls the footnote [^{label}]")

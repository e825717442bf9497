"""Markdown of a source: the front matter is split off, the body becomes blocks whose texts keep their places.

markdown-it reads the blocks and their lines; inline markup is left as it was typed, for book.inline.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from book.findings import Span
from book.model import Text
from book.read.reader import Reader

_BLOCKS = ("heading", "list", "blockquote", "fence", "table", "hr", "code")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": 10, "html": False}).enable(list(_BLOCKS))
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


_MARKDOWN = _parser()


def tokens_of(body: str) -> list[Token]:
    """The block tokens of a body; `map` counts the body's lines from 0."""
    return _MARKDOWN.parse(body)


def split(text: str, reader: Reader) -> tuple[str | None, str, int]:
    """(front matter, body, number of lines before the body). The front matter begins after one line; None: there is
    none, or it is not closed."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        reader.report("S020", Span(reader.path, 1, 1), "the file does not begin with front matter")
        return None, text, 0
    for number in range(1, len(lines)):
        if lines[number].rstrip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 1
    reader.report("S021", Span(reader.path, 1, 1), "the front matter is not closed")
    return None, "", len(lines)


class Lines:
    """The lines of a body, for the places of its texts. `skipped` lines of the file stand before the first."""

    def __init__(self, body: str, skipped: int, reader: Reader) -> None:
        self.lines = body.split("\n")
        self.skipped = skipped
        self.reader = reader

    def span(self, line: int, column: int = 1) -> Span:
        """The place of a line, counted from 0 in the body, and a column counted from 1."""
        return Span(self.reader.path, self.skipped + line + 1, column)

    def first(self, token: Token) -> Span:
        """The first character of a block that is not a space."""
        line = token.map[0] if token.map else 0
        raw = self.lines[line] if line < len(self.lines) else ""
        return self.span(line, len(raw) - len(raw.lstrip()) + 1)

    def pieces(self, token: Token) -> list[tuple[str, Span]]:
        """The lines of an inline token, each stripped and with its place."""
        begin, end = token.map or (0, 0)
        line = begin
        pieces = []
        for content in token.content.split("\n"):
            content = content.strip()
            if not content:
                continue
            for number in range(line, min(end, len(self.lines))):
                raw = self.lines[number].rstrip()
                at = raw.rfind(content)
                if at >= 0:
                    pieces.append((content, self.span(number, at + 1)))
                    line = number + 1
                    break
            else:
                pieces.append((content, self.span(begin)))
        return pieces

    def text(self, pieces: list[tuple[str, Span]], context: str) -> Text:
        """The lines joined by single spaces: one Text, checked for its markup."""
        source = " ".join(piece for piece, _ in pieces)
        starts = []
        offset = 0
        for piece, span in pieces:
            starts.append((offset, span.line, span.column))
            offset += len(piece) + 1
        keep = tuple(starts[1:]) if len(starts) > 1 and _MARKUP.search(source) else ()
        return self.reader.check_inline(Text(pieces[0][1], context, self.reader.lang, source, starts=keep))


_MARKUP = re.compile(r"[*\[\]{<]")

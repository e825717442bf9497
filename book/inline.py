"""Inline Markdown of a text: words, emphasis, links, references, index marks, footnote calls. Pure and linear.

    *emphasis*  **strong**  [words](https://address)  [words](#id)  [^note]
    {see:id}  {page:id}  {name:id}  {place:key}  {institution:key}  {specialty:key}  {person:key}

A backslash before a punctuation mark takes its meaning away. Nothing else is markup; entities are literal text. What
can't be understood stays in the text as it was typed and is told as a `Fault`. One pass cuts the text into tokens with
one regular expression whose alternatives can't overlap, a second pairs the brackets, a third builds the tree; each is
linear in the length of the text, and a tree is never deeper than link, strong, emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from book.nearest import meant

REFERENCES = ("see", "page", "name")
MARKS = {"place": "places", "institution": "institutions", "specialty": "specialties", "person": "persons"}
"""Kind of an index mark -> the vocabulary that its key belongs to."""

ID = re.compile(r"[a-z][a-z0-9_-]{0,63}")
"""An id of a document or a heading, a key of a vocabulary."""


@dataclass(frozen=True, slots=True)
class Str:
    text: str


@dataclass(frozen=True, slots=True)
class Em:
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """`href` is an http, https or mailto address, or "#id" for a place in the book."""

    href: str
    children: tuple[Node, ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Ref:
    """`kind`: see ("see p. 87"), page (the number alone), name (the person's name)."""

    kind: str
    id: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Mark:
    """An index entry of no width. `kind`: place, institution, specialty, person."""

    kind: str
    key: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A call of the footnote `label`."""

    label: str
    at: int = field(default=0, compare=False)


Node = Str | Em | Strong | Link | Ref | Mark | Note

FaultKind = Literal["html", "image", "braces", "key", "unclosed", "address", "nested"]


class Fault(NamedTuple):
    """Something that can't be understood, at character `offset` of the text."""

    offset: int
    kind: FaultKind
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Inline:
    nodes: tuple[Node, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def problems(self) -> tuple[tuple[int, str], ...]:
        """(offset, message) of every fault."""
        return tuple((fault.offset, fault.message) for fault in self.faults)


_TOKENS = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<stars>\*+)
    | \[\^(?P<note>[^\s\[\]]{1,40})\]
    | (?P<image>!(?=\[(?!\^)))
    | (?P<open>\[)
    | \]\((?P<href>(?:[^()\s\\]|\\.|\([^()\s]*\))*)\)
    | (?P<close>\](?P<broken>\()?)
    | \{(?P<kind>[^{}:\n]{0,40}):(?P<key>[^{}\n]{0,100})\}
    | (?P<brace>\{(?:[^{}\n]{0,100}\})?)
    | (?P<html><[A-Za-z/!?][^<>]*>)
    """,
    re.VERBOSE,
)
_SPECIAL = re.compile(r"[\\*\[\]{<]")
MOST_FAULTS = 50
"""In one text; more would tell nobody more."""

_ADDRESS = "write [words](https://address), with no space in the address"
_STARS = r"close it with the same stars before a space, or write \* for a plain star"
_SCHEMES = re.compile(r"(?:https?://[^/]|mailto:[^/])", re.IGNORECASE)


@lru_cache(maxsize=512)
def parse_inline(source: str) -> Inline:
    """The tree of one text, and all that is wrong with it, in the order of the text."""
    if not _SPECIAL.search(source):
        return Inline((Str(source),) if source else ())
    builder = _Builder(source)
    nodes = builder.build()
    return Inline(nodes, tuple(sorted(builder.faults)))


@dataclass(slots=True)
class _Frame:
    """An element that is open: a link, strong or emphasis that began with the characters `typed`."""

    kind: Literal["text", "em", "strong", "link"]
    typed: str
    at: int
    nodes: list[Node] = field(default_factory=list)


class _Builder:
    """The second and third pass: the tokens of one text -> its tree, through a stack of open elements."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.stack = [_Frame("text", "", 0)]
        self.words: list[str] = []
        """Plain words since the last node."""

    def build(self) -> tuple[Node, ...]:
        tokens = list(_TOKENS.finditer(self.source))
        links = self._links(tokens)
        end = 0
        for number, token in enumerate(tokens):
            self.words.append(self.source[end : token.start()])
            end = token.end()
            self._token(token, number, links)
        self.words.append(self.source[end:])
        while len(self.stack) > 1:
            self._drop()
        self._flush()
        return _joined(self.stack[0].nodes)

    def _links(self, tokens: list[re.Match[str]]) -> dict[int, str]:
        """Numbers of the tokens that open and close a link -> its address. Other brackets are only brackets."""
        waiting: list[int] = []
        links: dict[int, str] = {}
        closed_to = -1  # the last token that closed a link: a bracket opened before it holds a link already
        for number, token in enumerate(tokens):
            if token["open"]:
                waiting.append(number)
            elif token["close"]:
                if token["broken"]:
                    self._fault(token.start() + 1, "address", "the address of a link cannot be read", _ADDRESS)
                if waiting:
                    waiting.pop()
            elif token["href"] is not None:
                opening = waiting.pop() if waiting else None
                if opening is None:
                    hint = "write [words](https://address)"
                    self._fault(token.start(), "unclosed", "the address of a link has no words before it", hint)
                elif opening < closed_to:
                    at = tokens[opening].start()
                    self._fault(at, "nested", "a link stands inside a link", "end one before the other begins")
                else:
                    links[opening] = links[number] = token["href"]
                    closed_to = number
        for number in waiting[:MOST_FAULTS]:
            hint = r"close it with ], or write \[ for a plain bracket"
            self._fault(tokens[number].start(), "unclosed", "a bracket [ is not closed", hint)
        return links

    def _token(self, token: re.Match[str], number: int, links: dict[int, str]) -> None:
        kind = token.lastgroup
        if kind == "escaped":
            self.words.append(token["escaped"])
        elif kind == "stars":
            self._stars(token)
        elif kind == "note":
            self._add(Note(token["note"], token.start()))
        elif kind == "key":
            self._directive(token)
        elif kind == "open" and number in links:
            self._push("link", "[", token.start())
        elif kind == "href" and number in links:
            self._end_link(links[number], token.start())
        else:
            if kind == "image" and number + 1 in links:
                self._fault(token.start(), "image", "a picture does not stand in a text", "use a ```figure block")
            self._literal(token, kind)

    def _literal(self, token: re.Match[str], kind: str | None) -> None:
        """What stays as it was typed."""
        typed = token[0]
        if kind == "html":
            hint = "write the words without it; *emphasis* and **strong** are there"
            if re.match(r"<(https?:|mailto:)", typed, re.IGNORECASE):
                hint = "write a link as [words](https://address)"
            self._fault(token.start(), "html", f"HTML is not used in texts: {_short(typed)}", hint)
        elif kind == "brace":
            hint = r"write {see:id}, {place:key} and the like, or \{ for a plain brace"
            self._fault(token.start(), "braces", f"{_short(typed)} is not understood", hint)
        self.words.append(typed)

    def _directive(self, token: re.Match[str]) -> None:
        kind, key = token["kind"].strip(), token["key"].strip()
        known = (*REFERENCES, *MARKS)
        if kind in known and ID.fullmatch(key):
            self._add(Ref(kind, key, token.start()) if kind in REFERENCES else Mark(kind, key, token.start()))
            return
        if kind in known:
            hint = "an id or a key has small Latin letters, digits, - and _, and begins with a letter"
            self._fault(token.start(), "key", f'"{_short(key)}" cannot be an id or a key', hint)
        else:
            hint = meant(kind, known, f"known are {', '.join(known)}")
            self._fault(token.start(), "braces", f"{_short(token[0])} is not understood", hint)
        self.words.append(token[0])

    def _stars(self, token: re.Match[str]) -> None:
        """One to three stars open where a word follows and close where one stands before; else they are stars."""
        left, start, end = len(token[0]), token.start(), token.end()
        opens = end < len(self.source) and not self.source[end].isspace()
        closes = start > 0 and not self.source[start - 1].isspace()
        while left and left <= 3 and (opens or closes):
            used = (self._close_stars(left) if closes else 0) or (self._open_stars(left, start) if opens else 0)
            if not used:
                break
            left -= used
        if left and (closes or left > 3):
            self._fault(end - left, "unclosed", f"{_short('*' * left)} closes nothing", r"write \* for a plain star")
        self.words.append("*" * left)

    def _close_stars(self, left: int) -> int:
        """Close an element with some of `left` stars; how many were used."""
        kinds = self._open_kinds()
        kind: Literal["em", "strong"] | None = None
        if left >= 2 and "strong" in kinds and (left == 2 or kinds[-1] == "strong"):
            kind = "strong"
        elif left != 2 and "em" in kinds:
            kind = "em"
        if kind is None:
            return 0
        if len(kinds) == 2 and kinds[-1] != kind and self.stack[-1].at == self.stack[-2].at:
            below, top = self.stack[-2:]  # *** opened both at once: which is inside is known only now
            below.kind, below.typed, top.kind, top.typed = top.kind, top.typed, below.kind, below.typed
        while self.stack[-1].kind != kind:
            self._drop()
        self._flush()
        nodes = _joined(self.stack.pop().nodes)
        self._add(Strong(nodes) if kind == "strong" else Em(nodes))
        return 2 if kind == "strong" else 1

    def _open_stars(self, left: int, start: int) -> int:
        """Open an element with some of `left` stars; how many were used. Each kind is open at most once in a link."""
        kinds = self._open_kinds()
        if left >= 2 and "strong" not in kinds:
            self._push("strong", "**", start)
            return 2
        if left != 2 and "em" not in kinds:
            self._push("em", "*", start)
            return 1
        return 0

    def _open_kinds(self) -> list[str]:
        """What is open since the last link began: at most strong and em."""
        kinds: list[str] = []
        for frame in reversed(self.stack):
            if frame.kind not in ("em", "strong"):
                break
            kinds.insert(0, frame.kind)
        return kinds

    def _end_link(self, href: str, at: int) -> None:
        while self.stack[-1].kind != "link":
            self._drop()
        self._flush()
        frame = self.stack.pop()
        href = re.sub(r"\\(.)", r"\1", href)
        if not frame.nodes:
            self._fault(frame.at, "address", "a link without words", "write the words that are printed between [ and ]")
        elif href.startswith("#") and not ID.fullmatch(href[1:]):
            hint = "write #id with the id of a document or a heading"
            self._fault(at + 2, "key", f'"{_short(href)}" is not a place in the book', hint)
        elif not href.startswith("#") and not _SCHEMES.match(href):
            hint = "an address begins with https://, http:// or mailto:, a place in the book with #"
            self._fault(at + 2, "address", f'"{_short(href)}" cannot be the address of a link', hint)
        else:
            self._add(Link(href, _joined(frame.nodes), frame.at))
            return
        for node in frame.nodes:
            self._add(node)

    def _push(self, kind: Literal["em", "strong", "link"], typed: str, at: int) -> None:
        self._flush()
        self.stack.append(_Frame(kind, typed, at))

    def _drop(self) -> None:
        """The innermost element was never closed: its stars become words again."""
        self._flush()
        frame = self.stack.pop()
        self._fault(frame.at, "unclosed", f"{frame.typed} is not closed", _STARS)
        for node in (Str(frame.typed), *frame.nodes):
            self._add(node)

    def _add(self, node: Node) -> None:
        self._flush()
        self.stack[-1].nodes.append(node)

    def _flush(self) -> None:
        words = "".join(self.words)
        self.words.clear()
        if words:
            self.stack[-1].nodes.append(Str(words))

    def _fault(self, offset: int, kind: FaultKind, message: str, hint: str = "") -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(offset, kind, message, hint))


def _joined(nodes: list[Node]) -> tuple[Node, ...]:
    """The nodes of a finished element, neighbouring words made one (only here: joining as they come is quadratic)."""
    joined: list[Node] = []
    for is_words, group in groupby(nodes, key=lambda node: isinstance(node, Str)):
        run = list(group)
        joined.extend([Str("".join(node.text for node in run if isinstance(node, Str)))] if is_words else run)
    return tuple(joined)


def _short(text: str) -> str:
    """As much of a text as a message can show."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every node, an element before what is in it."""
    for node in nodes:
        yield node
        if isinstance(node, (Em, Strong, Link)):
            yield from walk(node.children)


def plain(nodes: tuple[Node, ...]) -> str:
    """The words alone: no emphasis, no addresses; references, marks and footnote calls leave nothing."""
    return "".join(node.text for node in walk(nodes) if isinstance(node, Str))


def references(nodes: tuple[Node, ...]) -> tuple[Ref, ...]:
    """Every reference to a place in the book, in order; [words](#id) comes as kind "link"."""
    return tuple(
        node if isinstance(node, Ref) else Ref("link", node.href[1:], node.at)
        for node in walk(nodes)
        if isinstance(node, Ref) or (isinstance(node, Link) and node.href.startswith("#"))
    )


def marks(nodes: tuple[Node, ...]) -> tuple[Mark, ...]:
    """Every index mark, in order."""
    return tuple(node for node in walk(nodes) if isinstance(node, Mark))


def notes(nodes: tuple[Node, ...]) -> tuple[Note, ...]:
    """Every call of a footnote, in order."""
    return tuple(node for node in walk(nodes) if isinstance(node, Note))

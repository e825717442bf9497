"""A PDF of whatever origin, opened; then its document and its pages one by one."""

from __future__ import annotations

import logging
from typing import IO, Any, NamedTuple

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from book.preflight import bounds
from book.preflight.collecting import Found
from book.preflight.document import document
from book.preflight.interpret import Caches, Enough, Interpreter, group_space
from book.preflight.objects import Dictionary, TooMuch, array, decoded, dictionary, filters, get, name, number, of
from book.preflight.pages import Edges, Leaf, contents, labels, leaves
from book.printed import Box, Document, Font, PrintedPage

_A4: Edges = (0.0, 0.0, 595.276, 841.89)
_ENCRYPTED = "the file is encrypted: nothing of it can be read"
_HARMLESS = ("Object 0 0", "Overwriting cache", "Multiple definitions", "Xref table not zero")


class Unreadable(Exception):
    """The file gives nothing to judge. `code` of book/preflight/codes.py."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Scan(NamedTuple):
    """A page, and what it says of the file."""

    page: PrintedPage
    fonts: tuple[Font, ...]
    filters: tuple[str, ...]
    actions: tuple[str, ...]


class _Complaints(logging.Handler):
    """What pypdf says of a damaged file, in the place of a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if len(self.said) < 5:
            words = record.getMessage()
            if not words.startswith(_HARMLESS):
                self.said[f"pypdf says of it: {words[:200]}"] = None


class File:
    """An open PDF. `stream` is a binary file that can be sought in."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._complaints = _Complaints()
        logger = logging.getLogger("pypdf")
        logger.handlers[:], logger.propagate = [self._complaints], False
        head = stream.read(1024)
        at = head.find(b"%PDF-")
        if at < 0:
            raise Unreadable("P901", "this is no PDF: it does not begin as one" if head else "the file is empty")
        self._version = head[at + 5 : at + 8].decode("latin-1")
        try:
            self._pdf = pypdf.PdfReader(stream)
            self.encrypted = self._pdf.is_encrypted
            self._catalog: Dictionary = self._open()
            self._leaves, self._damage = leaves(self._catalog)
        except (MemoryError, Unreadable):
            raise
        except DependencyError:  # AES, for which pypdf asks for another library
            raise Unreadable("P902", _ENCRYPTED) from None
        except Exception as error:  # whatever a damaged file makes of pypdf
            raise Unreadable("P903", f"the file is damaged or cut short: {_words(error)}") from None
        if not self._leaves:
            raise Unreadable("P904", "the file has no pages")
        self._labels = labels(self._catalog, len(self._leaves))
        self._caches: Caches = {}

    def _open(self) -> Dictionary:
        try:
            return self._pdf.root_object
        except PyPdfError as error:
            if self.encrypted:
                raise Unreadable("P902", _ENCRYPTED) from error
            raise

    @property
    def count(self) -> int:
        return len(self._leaves)

    def document(self) -> Document:
        """What holds for the file."""
        said = [*self._damage, *self._complaints.said]
        return document(self._pdf.trailer, self._catalog, self._version, self.count, self.encrypted, said)

    def page(self, index: int) -> Scan:
        """The facts of one page; what can't be read of it is damage."""
        leaf = self._leaves[index]
        page = of(leaf.page)
        media = leaf.box("/MediaBox")
        trim = leaf.box("/TrimBox")
        edges = trim or leaf.box("/CropBox") or media or _A4
        unit = number(get(page, "/UserUnit")) or 1.0
        found = Found(edges, unit)
        self._look(leaf, page, media or _A4, found)
        rotate = number(leaf.entry("/Rotate")) or 0
        group = dictionary(page, "/Group")
        see_through = name(get(group, "/S")) == "Transparency"
        if see_through:
            found.see_through("group", "page", None)
        printed = PrintedPage(
            index, self._labels[index], media, leaf.box("/CropBox"), leaf.box("/BleedBox"), trim, leaf.box("/ArtBox"),
            int(rotate), unit, group_space(group, leaf.entry("/Resources")) if see_through else "",
            tuple(found.groups), found.texts, found.paths, tuple(found.pictures), found.spaces, found.transparency,
            tuple(_annotations(page, found)), damage=tuple(found.damage),
        )  # fmt: skip
        self._forget()
        return Scan(printed, tuple(found.fonts), tuple(found.filters), _page_actions(page))

    def _look(self, leaf: Leaf, page: Any, media: Box, found: Found) -> None:
        resources = leaf.entry("/Resources")
        interpreter = Interpreter(found, media, self._caches)
        try:
            interpreter.run(_content(page, found), resources if isinstance(resources, dict) else {})
        except Enough:
            found.damage[f"it has more than {bounds.OPERATORS:,} operators{bounds.CUT_SHORT}"] = None
        except TooMuch:
            found.damage[f"its content inflates beyond all measure{bounds.NOT_READ}"] = None
        except RecursionError:
            found.damage[f"it is nested too deep{bounds.CUT_SHORT}"] = None

    def _forget(self) -> None:
        """pypdf keeps every object that it has read: a book of thousands of pages would fill the memory."""
        if len(self._pdf.resolved_objects) > 20_000:
            self._pdf.resolved_objects.clear()


def _content(page: Any, found: Found) -> bytes:
    pieces, left = [], bounds.CONTENT
    for stream in contents(page):
        stream = of(stream)
        for one in filters(stream):
            found.filters[one] = None
        data = decoded(stream, left)
        left -= len(data)
        pieces.append(data)
    return b"\n".join(pieces)


def _annotations(page: Any, found: Found) -> list[tuple[str, Box]]:
    annotations = []
    for entry in array(page, "/Annots")[:1000]:
        annotation = of(entry)
        edges = Leaf(annotation, {}).box("/Rect")
        if isinstance(annotation, dict):
            annotations.append((name(get(annotation, "/Subtype")) or "unknown", found.place(edges or (0, 0, 0, 0))))
    return annotations


def _page_actions(page: Any) -> tuple[str, ...]:
    found: dict[str, None] = {}
    if dictionary(page, "/AA"):
        found["when a page is opened or closed"] = None
    for entry in array(page, "/Annots")[:1000]:
        action = get(of(entry), "/A")
        if isinstance(action, dict):
            found[f"of an annotation: {name(get(action, '/S')) or 'unknown'}"] = None
    return tuple(found)


def _words(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__

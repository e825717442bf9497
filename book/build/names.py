"""The table of names: made from the manuscript, and its corrections put back into the sources."""

from __future__ import annotations

from collections.abc import Mapping

from book.build.catalogs import Desk, manuscript_of
from book.build.reading import Progress
from book.desk.codes import CODES
from book.desk.names import NameRow, name_rows
from book.desk.names_back import changes
from book.desk.scalars import CannotChange, changed
from book.findings import Finding, Span
from book.model import Book, Document, Struct, Text, Vocabulary, texts
from book.read import read_document, read_vocabulary
from book.world import World


class Applied(Struct, frozen=True):
    """`written`: path -> how many names of the file changed; empty where there is an error."""

    written: dict[str, int]
    findings: tuple[Finding, ...]


def names(world: World, progress: Progress) -> tuple[list[NameRow], Desk]:
    """Every name of the book."""
    with world.locked():
        desk = manuscript_of(world, 0, progress)
        return (name_rows(desk.manuscript) if desk.manuscript else []), desk


def apply_names(world: World, name: str, data: bytes, progress: Progress) -> Applied:
    """Puts the corrections of a table into the sources: all of them, or none where one cannot be taken over."""
    with world.locked():
        desk = manuscript_of(world, 0, progress)
        if desk.manuscript is None:
            return Applied({}, desk.findings)
        book = desk.manuscript.book
        told = changes(name, data, name_rows(desk.manuscript), book)
        by_path: dict[str, dict[Span, dict[str, str]]] = {}
        for row, words in told.rows:
            by_path.setdefault(row.span.path, {})[row.span] = words
        findings = list(told.findings)
        files: dict[str, bytes] = {}
        for path, maps in sorted(by_path.items()):
            try:
                files[path] = _rewritten(world.read(path), path, maps, book)
            except (CannotChange, OSError, UnicodeDecodeError) as error:
                severity, _, hint = CODES["B033"]
                findings.append(Finding("B033", severity, f"the names cannot be changed: {error}", hint, Span(path)))
        if findings:
            return Applied({}, tuple(findings))
        for path, new in files.items():
            world.write(path, new)
        return Applied({path: len(maps) for path, maps in by_path.items()}, ())


def _rewritten(data: bytes, path: str, maps: Mapping[Span, Mapping[str, str]], book: Book) -> bytes:
    """The file with its new names. It is read again: nothing is written that does not say what the table said."""
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    if path.endswith(".md"):
        head, _, rest = text.partition("\n")
        end = next((at for at, line in _lines(rest) if line.rstrip() == "---"), len(rest))
        new = f"{head}\n{changed(rest[:end], 1, maps)}{rest[end:]}"
    else:
        new = changed(text, 0, maps)
    made = (mark + new).encode()
    before, after = _forms(path, data, book), _forms(path, made, book)
    wanted = [{**forms, **maps.get(span, {})} for span, forms in before]
    if wanted != [forms for _, forms in after]:
        raise CannotChange("the file would not be read as the table says")
    return made


def _lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


def _forms(path: str, data: bytes, book: Book) -> list[tuple[Span, dict[str, str]]]:
    """Every map of languages of a file, in its order."""
    read: Document | Vocabulary | None
    read = read_document(path, data, book)[0] if path.endswith(".md") else read_vocabulary(path, data, book)[0]
    found: list[Text] = list(texts(read)) if read is not None else []
    return [(text.span, text.forms) for text in found if text.forms is not None]

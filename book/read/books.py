"""chapters/book.yaml and the vocabularies: YAML files -> Book, Vocabulary."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from book.findings import Finding, Span
from book.language.scripts import TABLES
from book.model import Book, Glossary, GlossaryTerm, PartialDate, Script, Term, Text, Vocabulary
from book.nearest import meant
from book.read.book_tables import BOOK, GLOSSARY, PURPOSES, VOCABULARIES, VOCABULARY, edition
from book.read.convert import Pair, wrong_type
from book.read.decode import decode
from book.read.nodes import Mapping, Node, Scalar, Sequence, parse_yaml
from book.read.reader import Reader
from book.read.special import LANGUAGE_TAG


def read_book(path: str, data: bytes) -> tuple[Book | None, tuple[Finding, ...]]:
    """The book, and everything that is wrong with book.yaml. None only where it is no map or names no language."""
    reader = Reader(path)
    node = root_of(data, reader)
    if node is None:
        return None, reader.findings()
    reader.languages = tuple(dict.fromkeys(_tags(node.get("languages"))))
    source = next(iter(_tags(node.get("source_language"))), "")
    reader.lang = source or next(iter(reader.languages), "")
    reader.scripts = _script_tags(node.get("scripts"))
    values = BOOK.values(node, reader)
    if not reader.languages:
        return None, reader.findings()
    values["languages"] = reader.languages
    values["source_language"] = reader.lang
    pressed = values.get("press")
    if pressed is not None:
        values["press"], values["press_span"] = pressed.id, pressed.span
    values["isbn"] = {pair.name: pair.value for pair in values.get("isbn", ())}
    _check_twice(node.get("languages"), "language", reader)
    _check_parts(values, reader)
    values["scripts"] = _scripts(values.get("scripts", ()), reader)
    values["editions"] = _editions(values.get("editions"), Span(path))
    stand_in = Text(Span(path, 1, 1), "title", reader.lang, forms=dict.fromkeys(reader.languages, "—"))
    defaults = {"id": "book", "title": stand_in, "date": PartialDate(span=Span(path, 1, 1)), "span": Span(path, 1, 1)}
    return Book(**{**defaults, **values}), reader.findings()


def read_vocabulary(path: str, data: bytes, book: Book) -> tuple[Vocabulary | None, tuple[Finding, ...]]:
    """A vocabulary, and everything that is wrong with its file."""
    reader = Reader(path, book.languages, book.source_language, scripts=book.tags[len(book.languages) :])
    name = posixpath.basename(path).rsplit(".", 1)[0]
    if name not in VOCABULARIES:
        hint = meant(name, VOCABULARIES, f"known are {', '.join(VOCABULARIES)}")
        reader.report("S007", Span(path), f'there is no vocabulary "{name[:40]}"', hint)
    node = root_of(data, reader)
    if node is None:
        return None, reader.findings()
    lang = node.get("lang")
    if isinstance(lang, Scalar) and lang.value in book.languages:
        reader.lang = lang.value
    values = VOCABULARY.values(node, reader)
    terms = []
    for pair in values.get("terms", ()):
        fields = {"name": pair.value} if isinstance(pair.value, Text) else pair.value
        if fields.get("symbol") and name != "resort_types":
            reader.report("S030", pair.span, f'"symbol" of the term "{pair.name}" is read in resort_types alone')
        terms.append(Term(key=pair.name, **fields))
    return Vocabulary(name, path, tuple(terms)), reader.findings()


def read_glossary(path: str, data: bytes, book: Book) -> tuple[Glossary | None, tuple[Finding, ...]]:
    """The glossary, and everything that is wrong with its file."""
    reader = Reader(path, book.languages, book.source_language)
    node = root_of(data, reader)
    if node is None:
        return None, reader.findings()
    terms = []
    for term in GLOSSARY.values(node, reader).get("terms", ()):
        forms = {pair.name: (pair.value,) if isinstance(pair.value, str) else pair.value for pair in term.value}
        terms.append(GlossaryTerm(term.name, {language: given for language, given in forms.items() if given}))
    return Glossary(path, tuple(terms)), reader.findings()


def root_of(data: bytes, reader: Reader) -> Mapping | None:
    """The map that a YAML file consists of."""
    text = decode(data, reader)
    if text is None:
        return None
    before = reader.count
    node = parse_yaml(text, reader)
    if isinstance(node, Mapping):
        return node
    if node is not None:
        wrong_type(node, reader, "a map", "write keys with values, like title: …")
    elif reader.count == before:
        reader.report("S034", Span(reader.path, 1, 1), "the file is empty")
    return None


def _tags(node: Node | None) -> list[str]:
    """The language tags that are well formed; the others are reported when the field is read."""
    items = node.items if isinstance(node, Sequence) else [node] if isinstance(node, Scalar) else []
    return [item.value for item in items if isinstance(item, Scalar) and re.fullmatch(LANGUAGE_TAG, item.value)]


def _check_twice(node: Node | None, what: str, reader: Reader) -> None:
    seen: set[str] = set()
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Scalar):
            if item.value in seen:
                reader.report("S047", item.span, f'the {what} "{item.value[:40]}" is here twice')
            seen.add(item.value)


def _check_parts(values: dict[str, Any], reader: Reader) -> None:
    seen: set[str] = set()
    last = ""
    for part in values.get("parts", ()):
        if last and not part.last:
            reader.report("S048", part.span, f'the part "{part.id}" stands after "{last}", which ends the book')
        last = part.id if part.last else last
        if part.id in seen:
            reader.report("S047", part.span, f'a second part "{part.id}"')
        seen.add(part.id)
        if part.content == "indexes" and not part.indexes:
            hint = "add indexes: [names, specialties, institutions, places]"
            reader.report("S031", part.span, f'the part "{part.id}" of indexes does not say which', hint)
        if part.content != "chapters" and part.intro and part.chapters and part.content != "indexes":
            hint = "move them to intro"
            reader.report("S032", part.span, f'the part "{part.id}" of {part.content} has no chapters of its own', hint)


def _script_tags(node: Node | None) -> tuple[str, ...]:
    """The tags that the maps of the book may have beside its languages."""
    keys = [key.value for key, _ in node.pairs] if isinstance(node, Mapping) else []
    return tuple(key for key in keys if key in TABLES)


def _scripts(pairs: tuple[Pair, ...], reader: Reader) -> tuple[Script, ...]:
    """The books in another script; one that its tables cannot make is reported."""
    made = []
    for pair in pairs:
        script = Script(tag=pair.name, span=pair.span, **pair.value)
        if script.tag in reader.languages:
            hint = "take it out of languages, or out of scripts"
            reader.report("S047", pair.span, f"{script.tag} is among the languages of the book already", hint)
        elif script.source != script.tag.partition("-")[0]:
            hint = f"write from: {script.tag.partition('-')[0]}"
            reader.report("S033", pair.span, f"{script.tag} cannot be made from {script.source}", hint)
        else:
            made.append(script)
    return tuple(made)


def _editions(pairs: tuple[Pair, ...] | None, span: Span) -> tuple[Any, ...]:
    """The editions that book.yaml names, or one of each purpose."""
    if not pairs:
        return tuple(edition(purpose, span, {"purpose": purpose}) for purpose in PURPOSES)
    for pair in pairs:
        if "tables" in pair.value:
            pair.value["tables"] = {table.name: table.value for table in pair.value["tables"]}
    return tuple(edition(pair.name, pair.span, pair.value) for pair in pairs)

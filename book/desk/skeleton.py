"""A new source with every field of its kind as an example, from the tables by which it will be read: it never drifts.

`## words` explain, `# key: value` is an example to uncomment, what stands without a # has to be filled in.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from book.model import Struct
from book.read.convert import Field, Kind, ListOf, Record
from book.read.documents import RECORDS
from book.read.kinds import Choice, Date, KeyOf, Number, SourceLine, To, Words
from book.read.special import LanguageOf, Picture
from book.read.texts import TextOf

_WIDE = 110
_HEAD = "Delete the # before what you know. What is not known is left out: nothing unknown is printed."
_BODY = (
    "The text stands below the next line of dashes: paragraphs with an empty line between them, headings that begin "
    "with ##, lists with -, quotations with >, footnotes as [^1] and [^1]: the note. To name another document: "
    "{name:id}, {see:id}. For the indexes: {place:key}, {institution:key}, {person:key}."
)
_SAMPLE = 3
"""So many keys of a vocabulary stand in an example."""


class Surroundings(Struct, frozen=True):
    """What a skeleton takes from its book: languages, and the keys of each vocabulary."""

    id: str
    lang: str
    languages: tuple[str, ...]
    keys: Mapping[str, tuple[str, ...]]


def skeleton(kind: str, around: Surroundings) -> str:
    """The text of a new person, resort or chapter."""
    record = RECORDS[kind]
    lines = ["---", *_prose(f"{record.about.split(':')[0]}. {_HEAD}"), ""]
    for field in record.fields.values():
        lines += [*_field(field, around, commented=False), ""]
    return "\n".join([*lines, *_prose(_BODY), "---", ""])


def _prose(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDE, initial_indent="## ", subsequent_indent="## ", break_on_hyphens=False)


def _field(field: Field, around: Surroundings, commented: bool) -> Iterator[str]:
    """What a field is for, and its line or lines."""
    if isinstance(field.kind, LanguageOf):
        yield from _prose(field.about)
        yield f"{field.key}: {around.lang}"
        return
    yield from _prose(_about(field, around))
    if not field.required:
        for line in _entry(field, around):
            yield line if commented else f"# {line}"
    elif isinstance(field.kind, Record):
        yield f"{field.key}:"
        for inner in field.kind.fields.values():
            yield from (f"  {line}" for line in _field(inner, around, commented))
    else:
        yield f"{field.key}: {_blank(field.kind, around)}"


def _about(field: Field, around: Surroundings) -> str:
    words = f"{field.about} (needed)" if field.required else field.about
    if isinstance(field.kind, Choice):
        words += f": one of {', '.join(field.kind.words)}"
    if isinstance(field.kind, KeyOf) and field.required:
        keys = around.keys.get(field.kind.vocabulary, ())
        words += f": {', '.join(keys)}" if keys else f", in chapters/vocabulary/{field.kind.vocabulary}.yaml"
    return words


def _blank(kind: Kind, around: Surroundings) -> str:
    """The value that has to be filled in."""
    return _languages('""', around) if isinstance(kind, TextOf) and kind.only_map else '""'


def _languages(words: str, around: Surroundings) -> str:
    return "{" + ", ".join(f"{language}: {words}" for language in around.languages) + "}"


def _entry(field: Field, around: Surroundings) -> list[str]:
    """`key: value` as an example; what does not fit one line goes below it."""
    value = _value(field.kind, field.key, around)
    if isinstance(value, str):
        return [f"{field.key}: {value}"]
    indent = "" if isinstance(field.kind, ListOf) else "  "
    return [f"{field.key}:", *(indent + line for line in value)]


def _told(field: Field, around: Surroundings) -> list[str]:
    """An inner field: its line ends with what it is for."""
    first, *rest = _entry(field, around)
    return [f"{first}  # {_about(field, around)}", *rest]


def _value(kind: Kind, key: str, around: Surroundings) -> str | list[str]:
    """An example of a value: words for one line, or lines."""
    if isinstance(kind, Record):
        return [line for field in kind.fields.values() for line in _told(field, around)]
    if isinstance(kind, ListOf):
        return _several(kind.kind, key, around)
    return _single(kind, key, around)


def _several(kind: Kind, key: str, around: Surroundings) -> str | list[str]:
    if isinstance(kind, KeyOf):
        return f"[{', '.join(_sample(kind, around))}]"
    value = _value(kind, key, around)
    if isinstance(value, str):
        return f"[{value}]" if isinstance(kind, To) else [f"- {value}"]
    return [("- " if at == 0 else "  ") + line for at, line in enumerate(value)]


def _sample(kind: KeyOf, around: Surroundings) -> Sequence[str]:
    return around.keys.get(kind.vocabulary, ())[:_SAMPLE] or ("key",)


def _single(kind: Kind, key: str, around: Surroundings) -> str:
    if isinstance(kind, TextOf):
        return _languages("…", around) if kind.only_map else "…"
    if isinstance(kind, Date):
        return "1893/1901" if kind.ranges else "1893-07-21"
    if isinstance(kind, Number):
        return f"{min(max(100, kind.lowest), kind.highest):g}"
    if isinstance(kind, Choice):
        return kind.words[0]
    if isinstance(kind, KeyOf):
        return _sample(kind, around)[0]
    if isinstance(kind, Picture):
        return f"portraits/{around.id}.jpg"
    if isinstance(kind, SourceLine):
        return "https://example.org/page"
    if isinstance(kind, To):
        return "id-of-a-document"
    return _words(kind)


def _words(kind: Kind) -> str:
    """Words of a given form: the example that the reader's own hint gives."""
    if not isinstance(kind, Words):
        raise TypeError(f"no example of {type(kind).__name__}")
    return kind.example.rpartition(" like ")[2].removeprefix("write ") or "…"

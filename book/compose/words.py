"""The templates' own words: English message ids, and the press's catalogs of them in locale/<language>/ui.po.

A book's own chapters/locale/<language>/en/ui.po goes before these (the caller merges the two into Shared.words).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

_PLACE = re.compile(r"\{([a-z]+)\}")


def default_catalog(lang: str) -> bytes:
    """The press's own catalog for `lang`; empty for English and for a language that has none here."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", lang):
        return b""
    file = resources.files("book.compose").joinpath("locale", lang, "ui.po")
    return file.read_bytes() if file.is_file() else b""


@cache
def default_words(lang: str) -> dict[str, str]:
    """msgid -> translation for `lang`; empty for English and for a language that has no catalog here."""
    return read_words(default_catalog(lang).decode("utf-8"))


@cache
def messages() -> tuple[str, ...]:
    """Every word of the templates, in the order of the press's catalogs (a test holds them complete)."""
    folders = sorted(folder.name for folder in resources.files("book.compose").joinpath("locale").iterdir())
    entries = (entry for lang in folders for entry in _entries(default_catalog(lang).decode("utf-8")))
    return tuple(dict.fromkeys(source for source, _, _ in entries))


def read_words(text: str) -> dict[str, str]:
    """The translated, not fuzzy messages of a catalog without plurals and contexts (ours have none)."""
    return {source: words for source, words, fuzzy in _entries(text) if words and not fuzzy}


def _entries(text: str) -> Iterator[tuple[str, str, bool]]:
    """(msgid, msgstr, fuzzy) of each message."""
    for entry in re.split(r"\n\s*\n", text):
        fields: dict[str, list[str]] = {"msgid": [], "msgstr": []}
        current = ""
        for line in entry.splitlines():
            if match := re.match(r'(msgid|msgstr)?\s*(".*")\s*$', line):
                current = match[1] or current
                fields.setdefault(current, []).append(_string(match[2]))
        source = "".join(fields["msgid"])
        if source:
            yield source, "".join(fields["msgstr"]), bool(re.search(r"^#,.*\bfuzzy\b", entry, re.MULTILINE))


def _string(quoted: str) -> str:
    bare = quoted[1:-1]
    return ast.literal_eval(quoted) if "\\" in bare or '"' in bare else bare


def say(words: Mapping[str, str], message: str, **values: str) -> str:
    """A message in the book's language with {placeholders} filled; a plain replacement, so that a translation can't
    reach into anything."""
    text = words.get(message) or message
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), text)

"""The templates' own words: English message ids, and the press's catalogs of them in locale/<language>/ui.po.

A book's own chapters/locale/<language>/en/ui.po goes before these (the caller merges the two into Shared.words).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

_PLACE = re.compile(r"\{([a-z]+)\}")


@cache
def default_words(lang: str) -> dict[str, str]:
    """msgid -> translation for `lang`; empty for English and for a language that has no catalog here."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", lang):
        return {}
    file = resources.files("book.compose").joinpath("locale", lang, "ui.po")
    return read_words(file.read_text(encoding="utf-8")) if file.is_file() else {}


def read_words(text: str) -> dict[str, str]:
    """The translated, not fuzzy messages of a catalog without plurals and contexts (ours have none)."""
    words: dict[str, str] = {}
    for entry in re.split(r"\n\s*\n", text):
        fields: dict[str, list[str]] = {"msgid": [], "msgstr": []}
        current = ""
        for line in entry.splitlines():
            if match := re.match(r'(msgid|msgstr)?\s*(".*")\s*$', line):
                current = match[1] or current
                fields.setdefault(current, []).append(ast.literal_eval(match[2]))
        source, translation = "".join(fields["msgid"]), "".join(fields["msgstr"])
        if source and translation and not re.search(r"^#,.*\bfuzzy\b", entry, re.MULTILINE):
            words[source] = translation
    return words


def say(words: Mapping[str, str], message: str, **values: str) -> str:
    """A message in the book's language with {placeholders} filled; a plain replacement, so that a translation can't
    reach into anything."""
    text = words.get(message) or message
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), text)

"""Where words may be broken: Pyphen's patterns or ours, and the book's exceptions, as Pyphen looks them up.

Pyphen keeps dictionaries by path for the whole process. Ours are put there under a name of their own, so that another
book's exceptions, set in the same process, are not taken for this one's.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pyphen

_SHIPPED = dict(pyphen.LANGUAGES)
"""Pyphen's own files, by language."""


class Hyphens(NamedTuple):
    """What breaks the words of one language: `file` our patterns, else Pyphen's own, if it has any; `patterns` more
    of them, stronger ones last; `small` small letters of capitals where they are not Unicode's (İ: i)."""

    file: Path | None = None
    patterns: tuple[str, ...] = ()
    small: Mapping[str, str] = {}


class _Patterns:
    """The text of a dictionary, as far as Pyphen asks a path for it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def open(self, mode: str) -> io.BytesIO:
        return io.BytesIO(b"UTF-8")

    def read_text(self, encoding: str) -> str:
        return self._text


class _Dictionary(pyphen.HyphDict):  # type: ignore[misc]
    def __init__(self, text: str, small: Mapping[str, str]) -> None:
        super().__init__(_Patterns(text))
        self._small = str.maketrans({**small})

    def positions(self, word: str) -> Any:
        # Unicode makes two characters of a small İ: every break behind it would be one too far.
        return super().positions(word.translate(self._small))


def dictionaries(languages: Mapping[str, Hyphens]) -> dict[str, Path]:
    """The dictionaries of these languages, as register() wants them; a language without any is left out."""
    found = {}
    for language, hyphens in languages.items():
        plain, _, more = language.partition("-")
        shipped = _SHIPPED.get(plain) if len(more) != 4 else None  # not for another script (kk-Latn)
        path = hyphens.file or shipped
        if hyphens.patterns or hyphens.small:
            path = _kept(path, hyphens)
        if path is not None:
            found[language] = path
    return found


def register(found: Mapping[str, Path]) -> None:
    """From now on words are broken by these dictionaries, and those of other languages by Pyphen's own."""
    pyphen.LANGUAGES.clear()
    pyphen.LANGUAGES.update(_SHIPPED, **found)
    pyphen.LANGUAGES_LOWERCASE.clear()
    pyphen.LANGUAGES_LOWERCASE.update({name.lower().replace("-", "_"): name for name in pyphen.LANGUAGES})


def _kept(path: Any, hyphens: Hyphens) -> Path | None:
    """The name under which Pyphen finds the dictionary; None where there is nothing in it."""
    text = "UTF-8"
    if path is not None:
        with path.open("rb") as file:
            encoding = file.readline().decode().strip()
        text = path.read_text("cp1251" if encoding.lower() == "microsoft-cp1251" else encoding)
    text = "\n".join((text.rstrip("\n"), *hyphens.patterns, ""))
    if not any(line and not line.startswith(pyphen.ignored) for line in text.split("\n")[1:]):
        return None
    digest = hashlib.blake2b(f"{text}\0{sorted(hyphens.small.items())}".encode(), digest_size=16).hexdigest()
    name = Path(f"book:{digest}.dic")
    if name not in pyphen.hdcache:
        pyphen.hdcache[name] = _Dictionary(text, hyphens.small)
    return name

"""How far the translations are, as a page for a browser: one file, with nothing to fetch and no script.

It shows what `catalogs status --format json` says, and takes that as plain data.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, StrictUndefined, Template

MOST = 400
"""Texts that are shown of one catalog. A page of 50,000 would help nobody; the catalog itself has them all."""
_LONG = 600  # characters of a text that are shown

STATES = ("translated", "fuzzy", "unusable", "missing")


def status_page(title: tuple[str, str], told: Mapping[str, Any]) -> str:
    """`title`: the book's, and its language. `told`: languages, catalogs and findings, as maps and lists."""
    languages = [
        {**one, "called": language_name(one["language"]), "own": _own(told["catalogs"], one["language"])}
        for one in told["languages"]
    ]
    return _template().render(
        title=title[0],
        title_language=title[1],
        languages=languages,
        findings=told["findings"],
        states=STATES,
        most=MOST,
    )


def language_name(tag: str) -> str:
    """Kazakh for kk, in English; the tag itself for one that CLDR does not know."""
    try:
        return Locale.parse(tag, sep="-").english_name or tag
    except (UnknownLocaleError, ValueError):
        return tag


def percent(part: int, whole: int) -> int:
    """Per cent, rounded so that 100 means all of it, and 0 nothing."""
    if part in (0, whole):
        return 100 if part == whole else 0
    return min(99, max(1, round(100 * part / whole)))


def shortened(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1].rstrip() + "…"


def _own(catalogs: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    return [one for one in catalogs if one["target"] == language]


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(percent=percent, shortened=shortened)
    source = resources.files("book.report").joinpath("status.html").read_text(encoding="utf-8")
    return environment.from_string(source)

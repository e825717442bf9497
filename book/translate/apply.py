"""Translations -> the manuscript in one language. A translation that is not confirmed is never printed.

Codes: C010 not translated, C011 translated but fuzzy; C012 and C013 (usable.py): translated, but it would break the
book. Warnings in an edition for reading, errors in a strict one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from book.findings import Finding, Severity, Span
from book.language.pseudo import TAG as PSEUDO
from book.language.pseudo import pseudo
from book.language.scripts import Rewriter
from book.model import Book, Document, Struct, Text, Vocabulary, message_key, texts
from book.translate.catalog import Catalog
from book.translate.messages import catalog_name, catalog_path
from book.translate.pofile import read_catalog
from book.translate.usable import fault
from book.translate.walk import text_fields

T = TypeVar("T", bound=msgspec.Struct)


class Translations(Struct, frozen=True):
    """What a catalog gives to the build. `words` maps message_key() to the translation of every message that may be
    printed; `fuzzy` and `unusable` are the keys of those that have words, but not for print. `findings` tells what is
    wrong with the file, and every unusable translation, as errors: see `eased` for an edition that is not strict."""

    words: dict[str, str]
    fuzzy: frozenset[str] = frozenset()
    unusable: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


def translations(path: str, data: bytes) -> Translations:
    """The translations of one catalog, for the build."""
    catalog, findings = read_catalog(path, data)
    compiled = _compiled(catalog, path)
    return replace(compiled, findings=(*findings, *compiled.findings))


def compile_catalog(catalog: Catalog) -> dict[str, str]:
    """message_key -> translation, of every message that may be printed."""
    return _compiled(catalog, "").words


def _compiled(catalog: Catalog, path: str) -> Translations:
    words: dict[str, str] = {}
    fuzzy, unusable, findings = set(), set(), []
    for entry in catalog.entries:
        if not entry.translated or entry.plural is not None:
            continue
        key = message_key(entry.context or "", entry.source)
        if entry.fuzzy:
            fuzzy.add(key)
        elif found := fault(entry.source, entry.strings[0]):
            unusable.add(key)
            span = Span(path, entry.line, 1 if entry.line else 0)
            findings.append(Finding(found.code, Severity.ERROR, found.message, found.hint, span))
        else:
            words[key] = entry.strings[0]
    return Translations(words, frozenset(fuzzy), frozenset(unusable), tuple(findings))


def eased(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings of a catalog for an edition that is not strict: what only keeps one text untranslated is a warning."""
    light = ("C010", "C011", "C012", "C013")
    return tuple(replace(f, severity=Severity.WARNING) if f.code in light else f for f in findings)


def localize(value: T, words: Mapping[str, str], lang: str, script: Rewriter | None = None) -> T:
    """`value` (a document, a vocabulary, the book, a summary) with every Text in `lang`, or pending where `words`
    (Translations.words of its catalog) has no translation. What is in `lang` already comes back as the same object.

    In the pseudo-language what would go to the catalogs comes from the texts themselves.

    With `script` what is in `lang` is rewritten in that script, but for maps that have words in it themselves."""
    changed = {}
    for name in text_fields(type(value)):
        before = getattr(value, name)
        if before:
            after = _localized(before, words, lang, script)
            if after is not before:
                changed[name] = after
    return replace(value, **changed) if changed else value


def _localized(value: object, words: Mapping[str, str], lang: str, script: Rewriter | None) -> object:
    if type(value) is Text:
        return _text(value, words, lang, script)
    if type(value) is tuple:
        items = tuple([_localized(item, words, lang, script) for item in value])
        return value if all(map(_same, items, value)) else items
    if type(value) is dict:
        return {key: _localized(item, words, lang, script) for key, item in value.items()}
    return localize(value, words, lang, script) if isinstance(value, msgspec.Struct) else value


def _same(one: object, other: object) -> bool:
    return one is other


def _text(text: Text, words: Mapping[str, str], lang: str, script: Rewriter | None) -> Text:
    if lang == PSEUDO:
        return _in_pseudo(text)
    if text.forms is not None:
        if script is not None and text.forms.get(script.tag):
            return _of_forms(text, text.forms, script.tag, None)
        return _of_forms(text, text.forms, lang, script)
    if text.lang == lang:
        return _in_script(text, script)
    if not text.lang or not text.translatable:
        return text
    translation = words.get(message_key(text.context, text.source))
    if translation is None:
        return replace(text, pending=True)
    return _in_script(replace(text, source=translation, lang=lang, starts=()), script)


def _in_pseudo(text: Text) -> Text:
    """What goes to the catalogs, as the pseudo-language has it; data as it stands in the first of its languages."""
    if text.forms is not None:
        tag, form = next(((tag, form) for tag, form in text.forms.items() if form), ("", ""))
        return replace(text, source=form, lang=tag, forms=None, starts=())
    if not text.lang or not text.translatable:
        return text
    return replace(text, source=pseudo(text.source), lang=PSEUDO, starts=())


def _in_script(text: Text, script: Rewriter | None) -> Text:
    """A text that is in the language, in the script of the book."""
    return text if script is None else replace(text, source=script.text(text.source), lang=script.tag, starts=())


def _of_forms(text: Text, forms: Mapping[str, str], lang: str, script: Rewriter | None) -> Text:
    """The form in `lang`; where it is missing (a finding of the source checks), the first that is there."""
    if forms.get(lang):
        return _in_script(replace(text, source=forms[lang], lang=lang, forms=None, starts=()), script)
    instead = next((tag for tag, form in forms.items() if form), "")
    return replace(text, source=forms.get(instead, ""), lang=instead or lang, forms=None, starts=(), pending=True)


def untranslated(
    value: Document | Vocabulary | Book, given: Translations, lang: str, strict: bool, subject: str = ""
) -> tuple[Finding, ...]:
    """One finding for each text of `value` (as it was read) that `given` leaves in its source language, at its place in
    the source. A text whose translation is unusable has its finding in the catalog already."""
    severity = Severity.ERROR if strict else Severity.WARNING
    findings = []
    for text in texts(value):
        if not text.translatable or text.lang in ("", lang):
            continue
        key = message_key(text.context, text.source)
        if key in given.words or key in given.unusable:
            continue
        catalog = catalog_path(lang, text.lang, catalog_name(text.span.path))
        if key in given.fuzzy:
            code, what, hint = "C011", "the translation is fuzzy", f"Confirm or mend it in {catalog}."
        else:
            code, what = "C010", "not translated"
            hint = f"Translate it in {catalog}; `make-book catalogs update` puts new texts there."
        message = f"{what}: {_short(text.source)}"
        findings.append(Finding(code, severity, message, hint, text.span, subject=subject, language=lang))
    return tuple(findings)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59].rstrip() + "…"

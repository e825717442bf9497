"""What is wrong with a catalog's header: translators' programs would stumble over it, or it is another language's.

Codes: C002 another encoding than UTF-8, C007 plural forms that are not the language's, C008 another language than the
folder's. All are errors: such a catalog is never written over.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import cache

from book.findings import Finding, Severity, Span
from book.translate.catalog import Catalog, Entry, header_fields
from book.translate.messages import catalog_parts

UTF8_NAMES = {"utf-8", "utf8", "charset", "us-ascii", "ascii"}
"""What a header may say: "CHARSET" is gettext's word for "not filled in", ASCII is a part of UTF-8."""

_HEAD = 20_000  # characters in which the lines of a header are looked for
_PLURAL = re.compile(r"nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*$")
_NOT_FILLED_IN = re.compile(r"|nplurals\s*=\s*INTEGER\s*;.*")
_TRIED = 1001  # numbers for which a rule must name a form that is there, as msgfmt tries them


def header_faults(path: str, text: str, catalog: Catalog) -> Iterator[Finding]:
    """The findings on the header, each at its own line, and on messages with another number of forms than it says."""
    fields = {name.lower(): value for name, value in header_fields(catalog.header)}

    def fault(code: str, field: str, message: str, hint: str) -> Finding:
        return Finding(code, Severity.ERROR, message, hint, Span(path, _line(text, field, catalog.header), 1))

    charset = re.search(r"charset=\s*([^\s;]*)", fields.get("content-type", ""))
    if charset is not None and charset[1] and charset[1].lower() not in UTF8_NAMES:
        hint = "Save it in UTF-8; the header's Content-Type says charset=UTF-8 then."
        yield fault("C002", "Content-Type", f"the catalog says that its encoding is {charset[1]}", hint)
    target, source, _ = catalog_parts(path) or ("", "", "")
    for field, language in (("Language", target), ("X-Source-Language", source)):
        said = fields.get(field.lower(), "")
        if language and _primary(said) not in ("", _primary(language)):
            what = "translates into" if field == "Language" else "translates from"
            message = f"the catalog says that it {what} {said}, and lies in the folder of {language}"
            yield fault("C008", field, message, f"Put it where it belongs, or write {language} if it is the right one.")
    plural = fields.get("plural-forms", "")
    if not _NOT_FILLED_IN.fullmatch(plural):
        wrong = _wrong_plural(plural, target)
        if wrong:
            count, rule = plural_rule(target)
            hint = f"Write: Plural-Forms: nplurals={count}; plural={rule};" if target else "See gettext's manual."
            yield fault("C007", "Plural-Forms", wrong, hint)
        else:
            yield from _messages(path, catalog, _count(plural))


def plural_rule(target: str) -> tuple[int, str]:
    """(number of plural forms, gettext's rule) of a language, by CLDR; English's for one that it does not know."""
    count, said = _cldr(target.replace("-", "_"))
    return count, said.partition("plural=")[2].rstrip("; ")


@cache
def _cldr(tag: str) -> tuple[int, str]:
    # A build that finds every catalog in the store does not come here, and needs no Babel.
    from babel import UnknownLocaleError
    from babel.messages.plurals import get_plural

    try:
        plural = get_plural(tag)
        return plural.num_plurals, plural.plural_forms
    except (UnknownLocaleError, ValueError):
        return 2, "nplurals=2; plural=(n != 1)"


def _wrong_plural(said: str, target: str) -> str:
    """What is wrong with the value of Plural-Forms; "" where nothing is."""
    match = _PLURAL.match(said)
    if match is None:
        return f"these are no plural forms: {said[:60]!r}"
    count = int(match[1])
    try:
        form = gettext.c2py(match[2])
        most = max(form(number) for number in range(_TRIED))
    except (ValueError, ArithmeticError, RecursionError):
        return f"this is no rule for plural forms: {match[2][:60]!r}"
    if most >= count:
        return f"the rule names the plural form {most}, of {count}; the first is 0"
    right = plural_rule(target)[0] if target else count
    # Some services count the form for fractions, which no message uses: Russian has four there.
    if count != right and not (right > 2 and count == right + 1):
        return f"{count} plural form{'s' if count != 1 else ''}, but {target} has {right}"
    return ""


def _count(said: str) -> int:
    match = _PLURAL.match(said)
    return int(match[1]) if match else 0


def _messages(path: str, catalog: Catalog, count: int) -> Iterator[Finding]:
    for entry in catalog.entries:
        if entry.plural is not None and len(entry.strings) != count:
            message = f"a message with {len(entry.strings)} plural forms, where the header says {count}"
            span = Span(path, entry.line, 1)
            yield Finding("C007", Severity.ERROR, message, "Give it as many msgstr[…] as the header says.", span)


def _primary(tag: str) -> str:
    """kk of kk_KZ, kk-Latn, kk@latin; "" for what is no tag ("Kazakh")."""
    match = re.match(r"[A-Za-z]{2,3}(?=$|[_@.-])", tag)
    return match[0].lower() if match else ""


def _line(text: str, field: str, header: Entry) -> int:
    """The line on which a field of the header stands; that of the header where it is not found."""
    match = re.search(rf'^\s*"?{field}\s*:', text[:_HEAD], re.MULTILINE | re.IGNORECASE)
    return text.count("\n", 0, match.start()) + 1 if match else max(1, header.line)

"""A .po file <-> a Catalog. What is read and written again is what `msgcat --no-wrap --add-location=file` makes of it.

Codes: C001 not the syntax of a catalog, C002 not UTF-8, C003 a message stands twice, C004 a merge conflict's marks,
C005 a NUL character, C006 too large; those of header.py. All are errors: such a file is never written over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from book.findings import Finding, Severity, Span
from book.translate.catalog import FUZZY, Catalog, Entry, MessageId
from book.translate.header import header_faults
from book.translate.scan import MAX_FINDINGS, Scanner

MAX_BYTES = 32 * 1024 * 1024
"""Ten times the catalog of a book of 1,000 profiles."""

_PLACES_WIDTH = 79  # bytes: gettext's page width

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_catalog(path: str, data: bytes) -> tuple[Catalog, tuple[Finding, ...]]:
    """All that can be read of `data`, and what is wrong with it. Where there is a finding, the catalog lacks something:
    don't write it back."""
    if len(data) > MAX_BYTES:
        return Catalog(), (
            _error("C006", path, 0, "a catalog of more than 32 MB", "Split it, or take an earlier one."),
        )
    if data.startswith(_UTF16):
        return Catalog(), (_error("C002", path, 1, "UTF-16, not UTF-8", "Save the catalog in the encoding UTF-8."),)
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return Catalog(), (_error("C005", path, line, "a NUL character", "The file is damaged; take an earlier one."),)
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Catalog(), (_error("C002", path, line, "not UTF-8", "Save the catalog in the encoding UTF-8."),)
    scanner = Scanner(path, text)
    found = scanner.scan()
    catalog, findings = _catalog(path, found, tuple(scanner.notes))
    findings = [*findings, *header_faults(path, text, catalog)][:MAX_FINDINGS]
    # The halves of a conflict hold the same messages: the marks are what has to be mended.
    if any(finding.code == "C004" for finding in scanner.findings):
        findings = []
    return catalog, tuple(sorted((*scanner.findings, *findings), key=lambda finding: finding.span.line))


def confirmed(path: str, data: bytes) -> dict[MessageId, Entry]:
    """The entries of a catalog that may be printed."""
    return {entry.id: entry for entry in read_catalog(path, data)[0].entries if entry.confirmed} if data else {}


def _error(code: str, path: str, line: int, message: str, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, message, hint, Span(path, line, 1 if line else 0))


def _catalog(path: str, found: list[tuple[Entry, bool]], rest: tuple[str, ...]) -> tuple[Catalog, list[Finding]]:
    """The entries in their places; `rest` are comments after the last one, which go to that one."""
    if rest and found:
        entry, gone = found[-1]
        found[-1] = replace(entry, notes=(*entry.notes, *rest)), gone
    header: Entry | None = None
    live: dict[MessageId, Entry] = {}
    obsolete: dict[MessageId, Entry] = {}
    findings: list[Finding] = []
    for entry, gone in found:
        if entry.id == (None, "") and not gone:
            if header is not None:
                findings.append(_twice(path, entry, header))
            header = header or entry
            continue
        first = live.get(entry.id) or obsolete.get(entry.id)
        if first is None:
            (obsolete if gone else live)[entry.id] = entry
        elif (gone or entry.id in obsolete) and (entry.strings, entry.notes) == (first.strings, first.notes):
            if not gone:  # programs leave such a double; nothing is lost with the obsolete one
                live[entry.id] = entry
                del obsolete[entry.id]
        else:
            findings.append(_twice(path, entry, first))
    header = header or Entry("")
    return Catalog(header, tuple(live.values()), tuple(obsolete.values())), findings


def _twice(path: str, entry: Entry, first: Entry) -> Finding:
    message = f"this message stands in line {first.line} already: {entry.source[:40]!r}"
    return _error("C003", path, entry.line, message, "Keep the better translation and delete the other message.")


def write_catalog(catalog: Catalog) -> bytes:
    """The file. The same catalog always gives the same bytes; nothing of the clock or the machine goes in."""
    blocks = [_block(catalog.header, "")] if replace(catalog.header, line=0) != Entry("") else []
    blocks.extend(_block(entry, "") for entry in catalog.entries)
    blocks.extend(_block(entry, "#~ ") for entry in catalog.obsolete)
    return "\n".join(blocks).encode("utf-8")


def _block(entry: Entry, prefix: str) -> str:
    """The lines of one entry; `prefix` is "#~ " for an obsolete one."""
    lines = [f"# {note}" if note else "#" for note in entry.notes]
    lines.extend(f"#. {comment}" if comment else "#." for comment in entry.comments)
    lines.extend(_places(entry.places))
    # Like gettext, fuzzy first and only beside words.
    flags = [FUZZY] if entry.fuzzy and any(entry.strings) else []
    flags.extend(flag for flag in entry.flags if flag != FUZZY)
    if flags:
        lines.append("#, " + ", ".join(flags))
    if entry.previous is not None:
        mark = "#~| " if prefix else "#| "
        lines.extend(_field(mark, "msgctxt", entry.previous.context))
        lines.extend(_field(mark, "msgid", entry.previous.source))
        lines.extend(_field(mark, "msgid_plural", entry.previous.plural))
    lines.extend(_field(prefix, "msgctxt", entry.context))
    lines.extend(_field(prefix, "msgid", entry.source))
    lines.extend(_field(prefix, "msgid_plural", entry.plural))
    if entry.plural is None and len(entry.strings) == 1:
        lines.extend(_field(prefix, "msgstr", entry.strings[0]))
    else:
        for index, text in enumerate(entry.strings):
            lines.extend(_field(prefix, f"msgstr[{index}]", text))
    return "\n".join(lines) + "\n"


def _places(paths: tuple[str, ...]) -> Iterator[str]:
    """The files, on lines of gettext's width: it breaks these even where nothing else is wrapped."""
    line, column = "#:", 2
    for path in paths:
        spaced = " " in path or "\t" in path
        wide = len(path.encode()) + 1
        if column > 2 and column + wide > _PLACES_WIDTH:
            yield line
            line, column = "#:", 2
        line += f" \u2068{path}\u2069" if spaced else f" {path}"
        column += wide
    if paths:
        yield line


def _field(prefix: str, keyword: str, text: str | None) -> Iterator[str]:
    """A keyword and its string: on one line, or where the text has more lines, each on a line of its own."""
    if text is None:
        return
    parts = re.findall(r"[^\n]*\n|[^\n]+", text) if "\n" in text else [text]
    if len(parts) == 1:
        yield f'{prefix}{keyword} "{_escape(parts[0])}"'
        return
    yield f'{prefix}{keyword} ""'
    yield from (f'{prefix}"{_escape(part)}"' for part in parts)


_ESCAPED = re.compile(r'[\\"\n\t\r\a\b\f\v]')
_ESCAPES = {char: f"\\{code}" for char, code in zip('\\"\n\t\r\a\b\f\v', '\\"ntrabfv', strict=True)}


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], text)

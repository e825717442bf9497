"""What one file is read with: its path, its languages, and the findings made so far."""

from __future__ import annotations

from book.findings import Finding, Span
from book.inline import notes, parse_inline
from book.model import Language, Text
from book.read.codes import CODES, FAULTS

MOST = 300
"""Findings told of one file."""


class Reader:
    """Collects the findings of one file. `lang` is the language of its plain texts, `languages` those of the book,
    `scripts` the tags of those that it is printed in in another script, too."""

    def __init__(
        self,
        path: str,
        languages: tuple[Language, ...] = (),
        lang: Language = "",
        subject: str = "",
        scripts: tuple[Language, ...] = (),
    ) -> None:
        self.path = path
        self.languages = languages
        self.lang = lang
        self.subject = subject
        self.scripts = scripts
        self.calls: list[tuple[str, Span]] = []
        """Footnote calls: (label, where), in the order of reading."""
        self._findings: list[Finding] = []

    @property
    def count(self) -> int:
        return len(self._findings)

    def report(self, code: str, span: Span, message: str, hint: str = "") -> None:
        severity, _, general = CODES[code]
        self._findings.append(Finding(code, severity, message, hint or general, span, subject=self.subject))

    def findings(self) -> tuple[Finding, ...]:
        """All that was found, in the order of the file."""
        ordered = sorted(dict.fromkeys(self._findings), key=lambda f: (f.span.line, f.span.column, f.code))
        if len(ordered) > MOST:
            severity, _, hint = CODES["S009"]
            more = Finding("S009", severity, f"{len(ordered) - MOST} more findings in this file", hint, Span(self.path))
            ordered = [*ordered[:MOST], more]
        return tuple(ordered)

    def check_inline(self, text: Text) -> Text:
        """Report what is wrong with the markup of a text, and remember the footnotes that it calls."""
        parsed = parse_inline(text.source)
        for fault in parsed.faults:
            self.report(FAULTS[fault.kind], text.at(fault.offset), fault.message, fault.hint)
        if "[^" in text.source:
            self.calls += [(note.label, text.at(note.at)) for note in notes(parsed.nodes)]
        return text

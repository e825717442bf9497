"""The lines of a .po file -> entries. Loses nothing (previous texts, flags, comments of every kind, obsolete entries),
reports everything that is wrong with its line, and goes on after it.

Format: GNU gettext's manual, "The Format of PO Files". Babel's reader is not used: it takes previous texts for
comments, joins messages that stand twice, and prints what is wrong instead of telling the caller.
"""

from __future__ import annotations

import re

from book.findings import Finding, Severity, Span
from book.translate.catalog import Entry, Previous

MAX_FINDINGS = 50
"""Per file: beyond it a file is not a catalog at all."""
MAX_TEXT = 100_000
"""Characters of a line, and of a text of a message: twenty pages of a book."""

_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_KEYWORD = re.compile(r"(msgid_plural|msgid|msgctxt|msgstr)(?:\[(\d{1,2})\])?[ \t]*(?=\"|$)")
# Possessive: what has matched is never tried another way, so that a long line costs no more than its length.
_STRINGS = re.compile(r'(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"[ \t]*+)++')
_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"')
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_STICKY_FLAGS = re.compile(r"#= +[a-z][a-z-]*(?: *, *[a-z][a-z-]*)*")  # as gettext 0.23 and later write some flags
_LINE_NUMBER = re.compile(r":\d+$")
_QUOTED_PLACE = re.compile("\u2068([^\u2069]*)\u2069[^ \t]*|([^ \t]+)")
_BLANK = " \t\r"


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _ESCAPED.get(code, code)


def strings(line: str) -> str | None:
    """The text of the quoted strings that make up `line`; None where it is not that."""
    if "\\" not in line and line.count('"') == 2 and line[0] == line[-1] == '"':
        return line[1:-1]
    if not line:  # `msgid` alone: its strings are on the lines below
        return ""
    if _STRINGS.fullmatch(line) is None:
        return None
    return "".join(_ESCAPE.sub(_unescape, part) if "\\" in part else part for part in _STRING.findall(line))


class Scanner:
    """Reads one file, once."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.findings: list[Finding] = []
        self.found: list[tuple[Entry, bool]] = []
        self._reset()

    def _reset(self) -> None:
        self.parts: dict[str, list[str]] = {}  # "msgid", "msgstr[0]", "|msgid"… -> strings, in the order of the lines
        self.current: list[str] | None = None
        self.obsolete = False
        self.broken = False
        self.line = 0
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.places: list[str] = []
        self.flags: list[str] = []

    def scan(self) -> list[tuple[Entry, bool]]:
        """(entry, is it obsolete) in the file's order; `findings` is whole afterwards, and `notes` holds the comments
        after the last message."""
        for number, raw in enumerate(self.text.split("\n"), 1):
            if len(raw) > MAX_TEXT and raw[0] != "#":  # a word in a thousand profiles has a long line of places
                self._too_long(number, "a line")
                continue
            line = raw.strip(_BLANK)
            if not line:
                if self.broken:
                    self._finish()
                continue
            first = line[0]
            if first == '"':
                self._continue(line, number)
            elif first == "#":
                self._comment(line, number)
            elif first in "<>=|" and _CONFLICT.match(line):
                self._conflict(line, number)
            else:
                self._keyword(line, number, obsolete=False)
            if len(self.findings) >= MAX_FINDINGS:
                return self.found
        self._finish()
        return self.found

    def _too_long(self, line: int, what: str) -> None:
        hint = "No text of a book is so long: take the file as it was before the last edit."
        self.report("C006", line, f"{what} of more than {MAX_TEXT:,} characters", hint)
        self.broken = True

    def report(self, code: str, line: int, message: str, hint: str) -> None:
        self.findings.append(Finding(code, Severity.ERROR, message, hint, Span(self.path, line, 1 if line else 0)))

    def _syntax(self, line: int, message: str) -> None:
        if not self.broken:  # one finding per message: the next ones would only follow from it
            self.report("C001", line, message, "Mend the line, or take the file as it was before the last edit.")
        self.broken = True

    def _conflict(self, line: str, number: int) -> None:
        self.broken = True
        if line[0] == "<" or not any(finding.code == "C004" for finding in self.findings):  # one finding per conflict
            hint = "Keep one of the two versions between the marks and delete the marks."
            self.report("C004", number, "two edits of this catalog were never joined: a merge conflict's mark", hint)

    def _comment(self, line: str, number: int) -> None:
        mark = line[1:2]
        if mark == "~":
            self._obsolete(line[2:].strip(_BLANK), number)
            return
        self._finish_before()
        rest = line[2:]
        if mark == ".":
            self.comments.append(rest.removeprefix(" "))
        elif mark == ":":
            self.places.extend(_places(rest))
        elif mark == "," or _STICKY_FLAGS.fullmatch(line):
            self.flags.extend(flag for flag in map(str.strip, rest.split(",")) if flag)
        elif mark == "|":
            self._keyword(rest.strip(_BLANK), number, obsolete=self.obsolete, previous=True)
        else:
            self.notes.append(line[1:].removeprefix(" "))

    def _obsolete(self, line: str, number: int) -> None:
        if line[:1] == '"':
            self._continue(line, number)
        elif line[:1] == "|":
            self._finish_before()
            self._keyword(line[1:].strip(_BLANK), number, obsolete=True, previous=True)
        elif line[:1] == "#":  # some programs comment out an entry's comments too
            self._comment(line, number)
        elif line:
            self._keyword(line, number, obsolete=True)

    def _continue(self, line: str, number: int) -> None:
        text = strings(line)
        if text is None:
            self._syntax(number, "a string that does not end, or has a quote without a backslash before it")
        elif self.current is not None:
            self.current.append(text)
        else:
            self._syntax(number, "a string without a keyword before it")

    def _keyword(self, line: str, number: int, obsolete: bool, previous: bool = False) -> None:
        if previous and line[:1] == '"':
            self._continue(line, number)
            return
        match = _KEYWORD.match(line)
        if match is None:
            if self.parts:
                self._finish()
            self._syntax(number, f"this is not a line of a catalog: {line[:40]!r}")  # once for lines in a row
            return
        keyword, index = match[1], match[2]
        if self.broken and not self.parts and keyword in ("msgctxt", "msgid"):
            self._finish()
        if previous:
            keyword = f"|{keyword}"
        elif keyword == "msgctxt" or (keyword == "msgid" and "msgid" in self.parts):
            self._finish_before()
        if not previous:
            self.obsolete = obsolete
            if keyword == "msgid" or not self.line:
                self.line = number
        name = f"msgstr[{int(index or 0)}]" if keyword == "msgstr" else keyword
        text = strings(line[match.end() :])
        if text is None:
            self._syntax(number, "a string that does not end, or has a quote without a backslash before it")
        elif name in self.parts:
            self._syntax(number, f"{match[1]} stands twice in one message")
        else:
            self.current = self.parts[name] = [text]

    def _finish_before(self) -> None:
        """Ends the message that is being read, if its words have begun."""
        if "msgid" in self.parts or "msgctxt" in self.parts:
            self._finish()

    def _finish(self) -> None:
        if not self.parts and not self.broken:
            return  # comments that wait for their message
        entry = None if self.broken else self._entry()
        if entry is not None:
            self.found.append((entry, self.obsolete))
        self._reset()

    def _entry(self) -> Entry | None:
        texts = {name: part[0] if len(part) == 1 else "".join(part) for name, part in self.parts.items()}
        if max(map(len, texts.values()), default=0) > MAX_TEXT:
            self._too_long(self.line, "a text")
            return None
        words = sorted((int(name[7:-1]), text) for name, text in texts.items() if name.startswith("msgstr"))
        if "msgid" not in texts or not words or [index for index, _ in words] != list(range(len(words))):
            missing = "msgid" if "msgid" not in texts else "msgstr"
            hint = f"Add the {missing}, or delete the message."
            self.report("C001", self.line, f"a message without its {missing}", hint)
            return None
        previous = None
        if "|msgid" in texts:
            previous = Previous(texts["|msgid"], texts.get("|msgctxt"), texts.get("|msgid_plural"))
        return Entry(
            source=texts["msgid"],
            strings=tuple(text for _, text in words),
            context=texts.get("msgctxt"),
            plural=texts.get("msgid_plural"),
            notes=tuple(self.notes),
            comments=tuple(self.comments),
            places=tuple(self.places),
            flags=tuple(dict.fromkeys(self.flags)),
            previous=previous,
            line=self.line,
        )


def _places(line: str) -> list[str]:
    """The files of a `#:` line without their line numbers; names with spaces stand between U+2068 and U+2069."""
    if "\u2068" not in line:
        return [_LINE_NUMBER.sub("", name) for name in line.replace("\t", " ").split(" ") if name]
    return [quoted or _LINE_NUMBER.sub("", plain) for quoted, plain in _QUOTED_PLACE.findall(line)]

"""Quotation marks and apostrophes: whatever was typed becomes the marks of the language, by depth.

Idempotent by construction: a mark that the language uses in one direction only keeps that direction, every other mark
is read from its surroundings, and what is printed depends on direction and depth alone.
"""

from __future__ import annotations

import re

from book.language.passage import MASK, Edit

_DOUBLE = '"«»„“”'
_OPENERS = "([{—–-/‘" + MASK
_CLOSING_MARKS = ".,;:!?)]}"


def edits(text: str, quotes: tuple[str, str, str, str]) -> list[Edit]:
    """What to put in place of each double mark of a text."""
    out: list[Edit] = []
    stack: list[str] = []  # the marks as typed
    verdicts: dict[int, bool] = {}
    for match in re.finditer(f"[{_DOUBLE}]", text):
        at, mark = match.start(), match.group()
        opens = _direction(mark, quotes, stack)
        if opens is None:
            opens = _opens(text, at, len(stack), verdicts)
        verdicts[at] = opens
        if opens:
            out.append((at, at + 1, quotes[2 if stack else 0]))
            stack.append(mark)
        elif stack:
            stack.pop()
            out.append((at, at + 1, quotes[3 if stack else 1]))
        # a closing mark that closes nothing stays: an inch, a slip that a reader of the proof will see
    return out


def _direction(mark: str, quotes: tuple[str, str, str, str], stack: list[str]) -> bool | None:
    """True opens, False closes, None: only the surroundings tell."""
    if mark in "«„":
        return True
    if mark == "»":
        return False
    if mark == "“":
        if stack and stack[-1] == "„":  # „so“, as German and Russian write
            return False
        if "“" in (quotes[0], quotes[2]):
            return True
        return None
    if mark == "”" and "”" in (quotes[1], quotes[3]):
        return False
    return None


def _opens(text: str, at: int, depth: int, verdicts: dict[int, bool]) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    blank = after.isspace()
    if at - 1 in verdicts:
        return not blank and (verdicts[at - 1] or not depth)
    if before in "-–" and not (after.isalnum() or after in _DOUBLE):
        return False
    if before.isspace() or before in _OPENERS:
        return not depth if blank or after in _CLOSING_MARKS else True
    return False


def apostrophes(text: str, single_quotes: bool) -> list[Edit]:
    """Straight apostrophes: between letters in any language; at the ends of words where they may be quotes too."""
    out: list[Edit] = []
    for match in re.finditer("'", text):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        ends_word = before != "" and (before.isalnum() or before in ".,!?…")
        begins_word = after.isalpha() and (not before or before.isspace() or before in '([{—–"«„“')
        if before.isalpha() and after.isalpha():
            out.append((at, at + 1, "’"))
        elif single_quotes and begins_word:
            closes = re.search(r"[\w.,!?…]['’](?!\w)", text[at + 1 :])
            out.append((at, at + 1, "‘" if closes else "’"))
        elif single_quotes and (ends_word or after.isdigit()):
            out.append((at, at + 1, "’"))
    return out

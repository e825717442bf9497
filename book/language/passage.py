"""A passage of several text nodes that is edited as one text, so that a rule can see across inline markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

Edit = tuple[int, int, str]
"""Start, end, what stands there instead."""

MASK = "\ue000"
"""Stands for each character of an address while the rules run; none of them knows it."""

ADDRESS = re.compile(
    r"""(?<!\w)(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)[^\s<>«»“”„"]+   # with a scheme
      | (?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+                    # e-mail
      | (?<![\w.@/-])(?:[a-z0-9-]{1,63}\.){1,8}
        (?:kz|ru|com|org|net|int|info|gov|edu|uz|kg|eu|uk|de)(?![\w-])(?:/[^\s<>«»“”„"]*)?
      | \ue000+ """,
    re.VERBOSE,
)


class Passage:
    """Text and the offsets at which its nodes end. The only mutable thing of the room; it lives in one call."""

    def __init__(self, nodes: Sequence[str]) -> None:
        self.text = "".join(nodes)
        self._cuts = list(accumulate(len(node) for node in nodes))
        self._hidden: list[str] = []

    def hide_addresses(self) -> None:
        """Addresses are masked character by character, so that nothing shifts."""

        def mask(match: re.Match[str]) -> str:
            self._hidden.extend(match.group())
            return MASK * len(match.group())

        self.text = ADDRESS.sub(mask, self.text)

    def show_addresses(self) -> None:
        hidden = iter(self._hidden)
        self.text = re.sub(MASK, lambda _: next(hidden), self.text)

    def edit(self, edits: Sequence[Edit]) -> None:
        """Apply edits that are in order and do not overlap. What is inserted at a cut goes to the later node."""
        edits = [edit for edit in edits if self.text[edit[0] : edit[1]] != edit[2]]
        if not edits:
            return
        out, at, shift, cuts = [], 0, 0, iter(self._cuts)
        moved: list[int] = []
        cut = next(cuts, None)
        for start, end, new in edits:
            while cut is not None and cut <= start:
                moved.append(cut + shift)
                cut = next(cuts, None)
            while cut is not None and cut < end:
                moved.append(start + shift + _same_place(self.text[start:end], new, cut - start))
                cut = next(cuts, None)
            out += [self.text[at:start], new]
            at, shift = end, shift + len(new) - (end - start)
        while cut is not None:
            moved.append(cut + shift)
            cut = next(cuts, None)
        self.text, self._cuts = "".join(out) + self.text[at:], moved

    def replace(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str | None]) -> None:
        """Replace what the pattern's first group matched (the whole match where it has none).

        `new` may be a function; None from it leaves the match as it is.
        """
        group = 1 if pattern.groups else 0
        edits = []
        for match in pattern.finditer(self.text):
            text = new if isinstance(new, str) else new(match)
            if text is not None:
                edits.append((*match.span(group), text))
        self.edit(edits)

    def nodes(self) -> list[str]:
        starts = [0, *self._cuts[:-1]] if self._cuts else []
        return [self.text[start:end] for start, end in zip(starts, self._cuts, strict=True)]


def _same_place(old: str, new: str, at: int) -> int:
    """The offset in `new` of what stands at `at` in `old`: after as many letters and digits, and what follows them."""
    before = old[:at]
    wanted = sum(character.isalnum() for character in before)
    if not wanted:
        return min(at, len(new))
    place = 0
    while wanted and place < len(new):
        wanted -= new[place].isalnum()
        place += 1
    for _ in range(len(before) - len(before.rstrip(" \u00a0.,;:!?–—-"))):
        if place < len(new) and not new[place].isalnum():
            place += 1
    return place

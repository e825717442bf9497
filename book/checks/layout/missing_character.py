"""Characters that the font of a text lacks."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.layout.facts import LayoutFacts, excerpt, found
from book.findings import Finding, Severity

CODE = "L003"
WHY = "a character that the font lacks is taken from another font in silence, or printed as an empty box"
HINT = "Write it otherwise, or add a font that has it to fonts/"


def check(facts: LayoutFacts) -> Iterator[Finding]:
    for page in facts.pages:
        for text in page.texts:
            if text.missing:
                names = ", ".join(f"{character} (U+{ord(character):04X})" for character in text.missing[:5])
                message = f'the font {text.family} lacks {names} in "{excerpt(text.text)}"'
                yield found(CODE, Severity.ERROR, message, HINT, page, text.source)

"""The pseudo-language qps: every message accented, longer by a third or more, in brackets.

What stands on a page without accents and brackets never reached a catalog; what bursts its place would burst in the
next longer language. Still readable, in letters that the house's fonts have; markup, addresses, references are kept.
"""

from __future__ import annotations

import re

from book.language.passage import ADDRESS

TAG = "qps"

LONGER = 0.35
"""How much longer a message becomes: as much as a text may grow in another language."""

_FROM = "AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz" "АаГгЕеЖжЗзИиКкОоУу"
_TO = "ÁáĆćĎďÉéĜĝĤĥÍíĴĵĶķĻļŃńÓóŔŕŚśŤťÚúŴŵÝýŹź" "ӐӑЃѓЀѐӁӂӞӟЍѝЌќӦӧӮӯ"
_ACCENTS = str.maketrans({plain: accented for plain, accented in zip(_FROM, _TO, strict=True) if plain not in "Зз"})
_VOWELS = "aeiouyAEIOUYаеиоуыіөүұәэюяАЕИОУЫІӨҮҰӘЭЮЯ"
_KEPT = re.compile(
    rf"""\\. | \[\^[^\s\[\]]{{1,40}}\] | \]\((?:[^()\s\\]|\\.|\([^()\s]*\))*\)
       | \{{[^{{}}\n]*\}} | <[^<>]*> | {ADDRESS.pattern} | \d[\d.,:/–-]*""",
    re.VERBOSE,
)
"""What is no words: escapes, calls of footnotes, addresses, references, placeholders, numbers."""


def pseudo(message: str, markup: bool = True) -> str:
    """A message as the pseudo-language has it; what has no letters comes back as it is. `markup`: its brackets are
    escaped, as inline Markdown wants them."""
    if not any(map(str.isalpha, message)):
        return message
    pieces, at = [], 0
    for kept in _KEPT.finditer(message):
        pieces += [_longer(message[at : kept.start()]), kept[0]]
        at = kept.end()
    pieces.append(_longer(message[at:]))
    begin = len(message) - len(message.lstrip())
    words = "".join(pieces)
    end = len(words.rstrip())
    opening, closing = (r"\[", r"\]") if markup else "[]"
    return f"{words[:begin]}{opening}{words[begin:end]}{closing}{words[end:]}"


def _longer(words: str) -> str:
    """Accented, with vowels doubled, every second or third letter's worth, until it is long enough."""
    out: list[str] = []
    owed = 0.0
    for letter in words:
        out.append(letter.translate(_ACCENTS))
        owed += LONGER * (not letter.isspace())
        if owed >= 1 and letter in _VOWELS:
            count = int(owed)
            out.append(letter.lower() * min(count, 2))
            owed -= min(count, 2)
    return "".join(out)

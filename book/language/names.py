"""Names of people: running order, index order, monograms. Parts come as data, in the language of the book."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable


def full_name(order: str, surname: str, given: str, patronymic: str = "") -> str:
    """In the order of running text; what is missing leaves no double space."""
    return re.sub(" +", " ", order.format(surname=surname, given=given, patronymic=patronymic)).strip(" ")


def index_name(surname: str, given: str, patronymic: str = "") -> str:
    """ "Surname, Given Patronymic"."""
    rest = " ".join(part for part in (given, patronymic) if part)
    return ", ".join(part for part in (surname, rest) if part)


def initials(upper: Callable[[str], str], given: str, surname: str) -> str:
    """At most two letters for a monogram: of the given name and of the surname."""
    return "".join(_initial(upper, part) for part in (given, surname))


def _initial(upper: Callable[[str], str], name: str) -> str:
    text = unicodedata.normalize("NFC", name)
    start = next((i for i, char in enumerate(text) if char.isalpha()), None)
    if start is None:
        return ""
    end = start + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    first = upper(text[start:end])
    return first[:1] if len(first) > end - start else first

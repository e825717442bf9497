"""The known word that a mistyped one was probably meant to be. Shared by the rooms that word findings."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 64
"""Longer words are not compared: nobody mistypes so long a key, and comparing costs their product."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The nearest of `known` to `word`, or "" when none is near enough to be worth naming."""
    from rapidfuzz import process  # only when something is wrong: a clean book does not pay for the import
    from rapidfuzz.distance import DamerauLevenshtein

    if not word or len(word) > LONGEST:
        return ""
    found = process.extractOne(
        word.casefold(),
        sorted(set(known)),
        scorer=DamerauLevenshtein.normalized_similarity,
        processor=str.casefold,
        score_cutoff=0.55,
    )
    return str(found[0]) if found else ""


def meant(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The hint for an unknown word: 'did you mean "surgery"?', or `otherwise` when nothing is near."""
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else otherwise

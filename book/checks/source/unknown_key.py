"""A key that its vocabulary does not have."""

from __future__ import annotations

from collections.abc import Iterator

from book.checks.source.facts import SourceFacts, error
from book.findings import Finding
from book.model import Key
from book.nearest import meant

CODE = "S201"
WHY = "an unknown key prints nothing and stands in no index"
HINT = "correct the key, or add it to the vocabulary"


def _groups(facts: SourceFacts) -> Iterator[tuple[str, Key]]:
    """The terms under which others stand."""
    for vocabulary in facts.vocabularies.values():
        for term in vocabulary.terms:
            if term.group:
                yield "", Key(vocabulary.name, term.group, term.name.span)


def check(facts: SourceFacts) -> Iterator[Finding]:
    missing: set[str] = set()
    known = {name: {term.key for term in vocabulary.terms} for name, vocabulary in facts.vocabularies.items()}
    for subject, key in dict.fromkeys((*facts.keys(), *_groups(facts))):
        if key.vocabulary in known:
            if key.key not in known[key.vocabulary]:
                hint = meant(key.key, known[key.vocabulary], HINT)
                if key.vocabulary == "persons" and key.key in facts.documents:
                    hint = f"write {{name:{key.key}}}, for this person has a profile"
                what = f'the vocabulary {key.vocabulary} has no "{key.key}"'
                yield error(CODE, key.span, what, hint, subject)
        elif key.vocabulary not in facts.unread_names and key.vocabulary not in missing:
            missing.add(key.vocabulary)
            what = f'"{key.key}" is looked for in the vocabulary {key.vocabulary}, which the book does not have'
            yield error(CODE, key.span, what, f"add chapters/vocabulary/{key.vocabulary}.yaml", subject)

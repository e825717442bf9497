"""SourceFacts: a good book has nothing to mend."""

from __future__ import annotations

from book.checks import run
from book.model import PictureFacts
from tests.checks.source.books import NAME, facts


def test_a_good_book_has_no_findings() -> None:
    given = facts(
        {
            "a": "title: T\n---\n{name:ivan} {see:ivan} {place:almaty}\n",
            "profiles/ivan": NAME.format("А") + "portrait: {picture: i.png}\nsee: [a]\n---\n",
        },
        "parts: [{id: p, chapters: [a]}, {id: q, content: people}]\n",
        {"places": "terms: {almaty: {kk: Алматы, ru: Алматы}}\n"},
        {"chapters/i.png": PictureFacts(600, 744, "RGB")},
    )
    assert run("source", given) == ()

"""What an entry is, and a header's fields."""

from __future__ import annotations

from book.translate.catalog import Entry, header_fields, header_text


def test_only_confirmed_words_count_as_confirmed() -> None:
    assert Entry("a", ("б",)).confirmed
    assert not Entry("a").translated
    fuzzy = Entry("a", ("б",), flags=("fuzzy",))
    assert fuzzy.translated and not fuzzy.confirmed
    assert not Entry("one", ("бір", ""), plural="many").translated


def test_header_fields_keep_order_and_odd_lines() -> None:
    said = "Language: kk\nX-Generator: Poedit 3.4: mac\nodd line\nLast-Translator:\n"
    fields = header_fields(Entry("", (said,)))
    assert fields == [("Language", "kk"), ("X-Generator", "Poedit 3.4: mac"), ("", "odd line"), ("Last-Translator", "")]
    assert header_fields(Entry("", (header_text(fields),))) == fields

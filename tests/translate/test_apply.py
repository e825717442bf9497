"""Translations into documents."""

from __future__ import annotations

from msgspec.structs import replace

from book.findings import Severity
from book.language.scripts import Rewriter
from book.model import Chapter, Paragraph, Summary, Term, Text, Vocabulary, message_key, texts
from book.translate.apply import compile_catalog, eased, localize, translations, untranslated
from book.translate.pofile import read_catalog
from tests.translate.samples import HEADER, PROFILE, book, chapter, forms, person, text, vocabulary

KK = "chapters/locale/kk/ru/profiles.po"


def po(*entries: str) -> bytes:
    return (HEADER + "".join(f"\n{entry}\n" for entry in entries)).encode()


def entry(context: str, source: str, said: str, *lines: str) -> str:
    return "\n".join((*lines, f'msgctxt "{context}"', f'msgid "{source}"', f'msgstr "{said}"'))


def test_only_confirmed_and_usable_translations_are_given() -> None:
    data = po(
        entry("role", "врач", "дәрігер"),
        entry("place", "аул", "ауыл", "#, fuzzy"),
        entry("item", "первое", ""),
        entry("item", "второе", "<b>екінші</b>"),
        entry("post", "ректор", "ректор").replace("msg", "#~ msg"),
    )
    given = translations(KK, data)
    assert given.words == {message_key("role", "врач"): "дәрігер"}
    assert given.fuzzy == {message_key("place", "аул")}
    assert given.unusable == {message_key("item", "второе")}
    (finding,) = given.findings
    assert finding.code == "C013" and finding.is_error and (finding.span.path, finding.span.line) == (KK, 28)
    assert eased(given.findings)[0].severity is Severity.WARNING
    assert compile_catalog(read_catalog(KK, data)[0]) == given.words


def test_a_broken_file_gives_what_can_be_read_and_stays_an_error() -> None:
    given = translations(KK, po(entry("role", "врач", "дәрігер"), 'msgid "x'))
    assert list(given.words.values()) == ["дәрігер"]
    assert [finding.code for finding in eased(given.findings)] == ["C001"] and eased(given.findings)[0].is_error


def test_a_profile_in_kazakh() -> None:
    before = person()
    after = localize(before, {message_key("role", "врач"): "дәрігер", message_key("cell", "Дом"): "Үй"}, "kk")
    assert after.role == Text(before.role.span, "role", "kk", "дәрігер")
    assert after.name.surname.source == "Сейітов" and after.name.surname.forms is None
    assert after.name.surname.lang == "kk" and not after.name.surname.pending
    pending = [t for t in texts(after) if t.pending]
    assert len(pending) == 12
    assert {t.lang for t in pending} == {"ru"}, "what stands in is hyphenated and spoken in its own language"
    assert before == person(), "nothing is changed in place"


def test_the_same_words_in_another_context_are_not_translated_with_them() -> None:
    after = localize(person(), {message_key("role", "врач"): "дәрігер"}, "kk")
    assert [fact.text.source for fact in after.posts] == ["ректор", "врач"]
    assert all(fact.text.pending for fact in after.posts)


def test_the_source_language_stays_as_it_is() -> None:
    after = localize(person(), {}, "ru")
    assert not any(t.pending for t in texts(after))
    assert after.body is not None and after.name.given.source == "Асылбек"
    plain = chapter("foreword", "Слова")
    assert localize(plain, {}, "ru") is plain


def test_a_form_that_is_missing_is_pending() -> None:
    name = localize(person(), {}, "de").name.surname
    assert name.pending and (name.source, name.lang) == ("Сейітов", "kk")


def test_book_vocabulary_and_summary() -> None:
    assert localize(book(), {}, "en").title.source == "Book"
    assert localize(book(), {message_key("note", "Образец"): "Specimen"}, "en").note.source == "Specimen"
    assert localize(vocabulary(), {message_key("term", "хирургия"): "surgery"}, "en").terms[0].name.source == "surgery"
    surname, variant = forms("Ә", "А", "A"), forms("Б", "В", "C")
    summary = Summary("a", "person", PROFILE, "ru", person().span, {"surname": surname}, (variant,))
    there = localize(summary, {}, "en")
    assert there.texts["surname"].source == "A" and there.variants[0].source == "C"


def test_positions_inside_a_translation_are_not_those_of_the_source() -> None:
    long = Text(person().span, "paragraph", "ru", "а\n*б*", starts=((2, 5, 1),))
    document = Chapter("x", "chapters/x.md", "ru", text("title", "х"), person().span, subtitle=long)
    after = localize(document, {message_key("paragraph", "а\n*б*"): "ә *б*"}, "kk").subtitle
    assert after is not None and after.starts == () and after.source == "ә *б*"


def test_untranslated_texts_are_findings_at_their_source() -> None:
    document = chapter("foreword", "первый", "второй", "третий")
    path = "chapters/locale/kk/ru/foreword.po"
    given = translations(
        path,
        po(
            entry("title", "Глава foreword", "Алғысөз"),
            entry("paragraph", "первый", "бірінші", "#, fuzzy"),
            entry("paragraph", "второй", "<i>екінші</i>"),
        ),
    )
    found = untranslated(document, given, "kk", strict=False, subject="foreword")
    assert [(f.code, f.span.path, f.span.line, f.severity) for f in found] == [
        ("C011", "chapters/foreword.md", 5, Severity.WARNING),
        ("C010", "chapters/foreword.md", 7, Severity.WARNING),
    ]
    assert found[1].subject == "foreword" and found[1].language == "kk"
    assert "третий" in found[1].message and path in found[1].hint
    assert all(f.is_error for f in untranslated(document, given, "kk", strict=True))
    assert untranslated(document, given, "ru", strict=True) == ()


def test_paragraphs_are_localized_in_the_body() -> None:
    after = localize(chapter("foreword", "первый"), {message_key("paragraph", "первый"): "бірінші"}, "kk")
    block = after.body.blocks[0]
    assert isinstance(block, Paragraph) and block.text.source == "бірінші"


def test_a_profile_in_latin_letters() -> None:
    latin = Rewriter("kk-Latn", "kk-2021", {})
    words = {message_key("role", "врач"): "дәрігер", message_key("paragraph", "Учился в *Томске*.[^a] {see:foreword}"):
             "*Томскіде* оқыды.[^a] {see:foreword}"}  # fmt: skip
    before = person()
    after = localize(before, words, "kk", latin)
    assert after.role == Text(before.role.span, "role", "kk-Latn", "därıger")
    assert (after.name.surname.source, after.name.surname.lang) == ("Seiıtov", "kk-Latn")
    paragraph = next(block for block in after.body.blocks if isinstance(block, Paragraph))
    assert paragraph.text.source == "*Tomskıde* oqydy.[^a] {see:foreword}"
    pending = [t for t in texts(after) if t.pending]
    assert pending and all(t.lang == "ru" and t.source in {x.source for x in texts(before)} for t in pending)
    assert after.born is not None and after.born.place is not None and after.born.place.pending


def test_a_map_s_own_latin_form_goes_before_the_table() -> None:
    latin = Rewriter("kk-Latn", "kk-2021", {})
    name = forms("Цой", "Цой", "Tsoi")
    own = replace(name, forms={**(name.forms or {}), "kk-Latn": "Tsoy"})
    assert localize(chapter(), {}, "kk", latin).title.lang == "ru"
    vocabulary_ = Vocabulary("persons", "x.yaml", (Term("tsoi", own), Term("tsoi_2", name)))
    assert [term.name.source for term in localize(vocabulary_, {}, "kk", latin).terms] == ["Tsoy", "Soi"]
    assert [term.name.source for term in localize(vocabulary_, {}, "kk").terms] == ["Цой", "Цой"]


def test_what_is_kazakh_already_is_rewritten_without_a_catalog() -> None:
    latin = Rewriter("kk-Latn", "kk-2021", {})
    after = localize(chapter("foreword", "Қазақ", lang="kk"), {}, "kk", latin)
    assert [t.source for t in texts(after)][1:] == ["Qazaq"]


def test_the_pseudo_language_is_made_of_the_texts_themselves() -> None:
    after = localize(person(), {}, "qps")
    assert after.role is not None and after.role.lang == "qps"
    assert after.role.source.startswith(r"\[") and not after.role.pending
    assert after.name.surname.lang != "qps", "names are data"
    assert not [one for one in texts(after) if one.pending]

"""Words broken by hand after the rules of orthography, never looked at while the patterns were made.

Every break is shown. A vowel that is a syllable by itself within a word has one on both sides (по-э-ма): a line may end
at either.
"""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pyphen
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from book.language import tongue
from book.language.kazakh_hyphenation import CONSONANTS, VOWELS, breaks, dictionary

FILE = Path(__file__).parents[2] / "book" / "language" / "hyph_kk.dic"

WORDS = {
    "one consonant, two consonants": """
        ба-ла-лар қа-лам қа-зір мек-теп ас-та-на ек-пін бал-шық бат-пақ бөл-шек таң-дау сақ-тау көк-тем жар-ғақ
        ор-на-лас-ты-ру ха-бар-лан-ды-ру қа-ра-тор-ғай күн-де-лік-ті құр-мет-ті дә-рі-гер-лер ем-ха-на ден-сау-лық
        ба-тыр-лар қай-рат-кер ға-лым-дар ғы-лым бі-лім жыл-дар-да қа-ла-сын-да ту-ған бі-тір-ген ең-бек мә-жі-ліс
        ха-лық-тың қо-ғам-дық қа-зақ-ша төс-бел-гі ор-ден ме-даль сыр-қат нау-қас тұ-мау жұқ-па-лы ай-мақ об-лыс
        ау-дан көл-дер ши-па-жай қаң-тар ақ-пан нау-рыз ма-мыр мау-сым шіл-де та-мыз қа-ра-ша жел-тоқ-сан""",
    "three consonants: two stay": """
        құ-мырс-қа күң-гірт-теу жаң-ғырт-ты ми-нистр-лі-гі ұлт-тық жұрт-шы-лық конст-рук-ция инс-ти-тут
        конст-рук-тор транс-порт экс-пе-ди-ция экс-перт порт-рет цент-рі спорт-шы""",
    "no single letter": """
        ала-қан ақыл-дас-тық әке-лік өзі-міз-ге өмір-ба-ян ана-лар үкі-мет ар-мия ауыл-дық оқу-шы ою-лы ке-луі
        әде-би-ет оке-ан эпи-де-мия опе-ра-ция ұйым-дас-ты-ру-шы""",
    "never broken": """
        ақыл эмаль отын отыр атом төрт пункт жалт взвод нан ұлт ана ата екі ара ел аю сия қия тыю миы ауыл идея
        спорт класс съезд роль центр склад""",
    "й and у between vowels open a line": """
        да-уыс да-йын-дық құ-йын са-уат жа-уап са-уын қа-уын ба-уыр та-уар ке-йін қа-йын жа-уын еле-уіш са-уық-шы
        әуе-жай дә-уір тә-уел-сіз-дік сә-уір қыр-кү-йек му-зей му-зе-йі ма-йор ра-йон""",
    "й and у elsewhere close a syllable": """
        сәу-ле сай-лау қай-рат ем-деу-ші ем-деу той-ға ай-на кей-уа-на хай-уан бей-уақ ай-уан ди-уа-на уа-қыт
        уә-де""",
    "у and и for two sounds": """
        бу-ын су-ық қи-ын ти-ын жи-ын ту-ын-ды қу-а-қы ки-ім қи-ық су-ат жу-ан ту-ыс қу-ат ту-ып шу-ақ мә-де-ни-ет
        оқу-ын жа-зу-шы бө-лу ба-ру-ға қа-ру ру-ха-ни әс-ке-ри ти-іс-ті жи-нақ су-рет""",
    "other vowels side by side": """
        про-ект по-э-ма ро-яль аэ-ро-порт те-атр те-о-рия ре-а-ни-ма-ция би-о-ло-гия пе-ди-атр пе-ди-ат-рия
        кар-ди-о-лог ан-ти-би-о-тик са-я-хат қо-ян жи-ен""",
    "ь and ъ": """
        ком-пью-тер пре-мьер паль-то ме-да-льон аль-бом ан-самбль фа-куль-тет фельд-шер пье-са дель-та объ-ект
        субъ-ект подъ-езд съез-дің адъ-юнкт ро-лін-де""",
    "borrowed words": """
        рес-пуб-ли-ка-мыз-да уни-вер-си-тет хи-рург хи-рур-гия те-ра-пия те-ра-певт он-ко-ло-гия аку-шер ги-не-ко-лог
        мед-би-ке ака-де-мик про-фес-сор до-цент ми-нистр пан-де-мия ко-ро-на-ви-рус вак-ци-на ла-бо-ра-то-рия
        са-на-то-рий ин-фек-ция ре-во-лю-ция ста-тис-ти-ка стра-те-гия струк-ту-ра про-цесс груп-па ки-ло-метр ап-те-ка
        ма-ши-на ди-рек-тор мо-ну-мент бру-цел-лёз""",
    "names": """
        Дос-жа-но-ва Ас-фен-ди-я-ров Қа-ра-ба-ев Ал-ди-я-ров Шал-ғын-ба-ев Ах-ме-тов Мұ-ха-мед-жан Ха-лел Сан-жар
        Ақ-қа-ғаз Гүл-сім Әуе-зов Улья-нов Ильяс Тор-ғай Шым-кент Ал-ма-ты Ақ-тө-бе Қос-та-най Аты-рау Қы-зы-лор-да
        Пав-ло-дар Бу-ра-бай Са-ры-а-ғаш Же-ті-су Көк-ше-тау Ман-ғыс-тау Ақ-мо-ла Се-мей Ұлы-тау Түр-кіс-тан
        Мо-йын-құм""",
    "the seam of the lands in -стан": "Қа-зақстан қа-зақстан-дық-тар Өз-бекстан Қыр-ғызстан",
}  # fmt: skip


@pytest.fixture(scope="module")
def patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(filename=FILE, cache=False)


@pytest.mark.parametrize("rule", WORDS)
def test_words_break_as_the_rule_says(rule: str, patterns: pyphen.Pyphen) -> None:
    for word in WORDS[rule].split():
        assert patterns.inserted(word.replace("-", "")) == word


def test_enough_words_are_held_out() -> None:
    words = [word for group in WORDS.values() for word in group.split()]
    assert len(words) == len(set(words)) and len(words) >= 250


def test_the_committed_file_is_what_the_rules_make() -> None:
    assert FILE.read_bytes() == dictionary().encode("utf-8")


def test_the_module_prints_the_file_in_any_locale() -> None:
    command = [sys.executable, "-m", "book.language.kazakh_hyphenation"]
    root = FILE.parents[2]
    done = subprocess.run(command, cwd=root, env={"LC_ALL": "C", "PYTHONUTF8": "0"}, capture_output=True, check=True)
    assert done.stdout == FILE.read_bytes()


_SYLLABLES = st.lists(
    st.tuples(st.sampled_from(VOWELS + "у"), st.sampled_from(["", *CONSONANTS, "у", "ст", "рс", "нтр", "ль", "дъ"])),
    min_size=1,
    max_size=6,
)


@given(st.sampled_from(["", "к", "ст", "ть", "вздр", "й", "у"]), _SYLLABLES)
@settings(deadline=None, max_examples=300)
def test_patterns_are_equal_to_the_rules(patterns: pyphen.Pyphen, onset: str, syllables: list[tuple[str, str]]) -> None:
    word = onset + "".join(vowel + coda for vowel, coda in syllables)
    assume(not re.search(f"уу[{VOWELS}у]", word))  # no word has it, and patterns cannot count
    assert tuple(patterns.positions(word)) == breaks(word)


@given(st.text(alphabet=VOWELS + CONSONANTS + "уьъ", max_size=14))
@settings(deadline=None, max_examples=300)
def test_no_break_leaves_a_part_without_a_vowel_or_a_single_letter(word: str) -> None:
    at = [0, *breaks(word), len(word)]
    parts = [word[a:b] for a, b in pairwise(at)]
    if len(parts) > 1:
        assert len(parts[0]) > 1 and len(parts[-1]) > 1
        assert all(re.search(f"[{VOWELS}у]", part) for part in parts)


def test_only_kazakh_has_a_file_of_its_own() -> None:
    assert tongue("kk").hyphenation_file == FILE
    for lang in ("ru", "en", "kk-Latn", "../kk", ""):
        assert tongue(lang).hyphenation_file is None

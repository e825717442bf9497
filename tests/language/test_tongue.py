from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from book.language import tongue

ROOT = Path(__file__).parents[2]


def test_a_tongue_is_made_once_and_cannot_be_changed() -> None:
    assert tongue("kk") is tongue("kk")
    with pytest.raises(AttributeError):
        tongue("kk").rules = tongue("ru").rules  # type: ignore[misc]


def test_what_each_language_is_called() -> None:
    assert [tongue(lang).native_name for lang in ("kk", "ru", "en")] == ["Қазақша", "Русский", "English"]
    assert {tongue(lang).direction for lang in ("kk", "ru", "en")} == {"ltr"}
    assert ["".join(tongue(lang).quotes) for lang in ("kk", "ru", "en")] == ["«»“”", "«»„“", "“”‘’"]


def _run(code: str, **env: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONUTF8": "1", **env}, capture_output=True, check=True
    )
    return done.stdout.decode()


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    code = (
        "import sys, book.language as b; t = b.tongue('kk'); t.typography('a'); t.number(5)\n"
        "print([m for m in ('babel', 'icu', 'pyphen', 'jinja2', 'weasyprint') if m in sys.modules])"
    )
    assert _run(code).strip() == "[]"


def test_the_machine_s_locale_changes_nothing() -> None:
    code = (
        "from book.language import tongue; from book.model import PartialDate as D\n"
        "for l in ('kk', 'ru', 'en', 'de'):\n"
        "    t = tongue(l)\n"
        "    print(t.date(D(1991, 12, 16)), t.number(12345.5), t.sort_key('Ілияс').hex(), t.letter('іле'),"
        "t.upper('і'), t.plural(2, {'one': '1', 'few': 'f', 'other': 'o'}), t.typography('\"a\" - 16 b'), t.alphabet)"
    )
    environments = [{"LC_ALL": "C", "TZ": "UTC"}, {"LANG": "kk_KZ.UTF-8", "LANGUAGE": "kk"}, {"LC_ALL": "tr_TR.UTF-8"}]
    assert len({_run(code, **env) for env in environments}) == 1

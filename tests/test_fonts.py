"""The fonts of the house: each letter of the books, the features that the design asks for, their licences."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "fonts"

CAPITALS = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
KAZAKH_LATIN = "ÄĞİÑÖŞŪÜäğıñöşūü" + "ÇÉÏçéï"
"""Beside those: the letters of Kazakh in Latin script, by each of its tables."""
SIGNS = "0123456789 .,:;!?()[]/%+-=*&@#'\"«»“”„‘’—–…№§°×−·\u00a0\u2010"

FACES = {  # file -> (family, weight, italic), as CSS names them
    "SourceSerif4_400Regular.ttf": ("Source Serif 4", 400, False),
    "SourceSerif4_400Regular_Italic.ttf": ("Source Serif 4", 400, True),
    "SourceSerif4_600SemiBold.ttf": ("Source Serif 4", 600, False),
    "SourceSerif4_600SemiBold_Italic.ttf": ("Source Serif 4", 600, True),
    "SourceSans3_400Regular.ttf": ("Source Sans 3", 400, False),
    "SourceSans3_400Regular_Italic.ttf": ("Source Sans 3", 400, True),
    "SourceSans3_600SemiBold.ttf": ("Source Sans 3", 600, False),
    "Cormorant_500Medium.ttf": ("Cormorant", 500, False),
    "Cormorant_500Medium_Italic.ttf": ("Cormorant", 500, True),
    "Cormorant_600SemiBold.ttf": ("Cormorant", 600, False),
}

LICENCES = {
    "Source Serif 4": "OFL-SourceSerif4.txt",
    "Source Sans 3": "OFL-SourceSans3.txt",
    "Cormorant": "OFL-Cormorant.txt",
}

EACH_FACE = pytest.mark.parametrize("file", FACES)


def features(font: TTFont) -> set[str]:
    return {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}


def widths(font: TTFont, characters: str) -> set[int]:
    return {font["hmtx"][font.getBestCmap()[ord(character)]][0] for character in characters}


def test_the_folder_holds_these_faces_and_no_other() -> None:
    assert {path.name for path in (FONTS / "ttf").iterdir()} == set(FACES)


@EACH_FACE
def test_every_letter_and_sign_is_there(file: str) -> None:
    known = TTFont(FONTS / "ttf" / file).getBestCmap()
    wanted = CAPITALS + CAPITALS.lower() + LATIN + LATIN.lower() + KAZAKH_LATIN + SIGNS
    assert [character for character in wanted if ord(character) not in known] == []


@EACH_FACE
def test_a_face_is_found_under_its_family_weight_and_style(file: str) -> None:
    family, weight, italic = FACES[file]
    font = TTFont(FONTS / "ttf" / file)
    names = font["name"]
    assert (names.getDebugName(16) or names.getDebugName(1)) == family  # 16: the family as designers see it
    assert font["OS/2"].usWeightClass == weight
    assert bool(font["OS/2"].fsSelection & 1) == italic
    assert "fvar" not in font


@EACH_FACE
def test_a_face_may_be_embedded_and_its_licence_lies_beside_it(file: str) -> None:
    font = TTFont(FONTS / "ttf" / file)
    assert font["OS/2"].fsType == 0
    licence = (FONTS / LICENCES[FACES[file][0]]).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Copyright" in licence.splitlines()[0] or "©" in licence.splitlines()[0]


@pytest.mark.parametrize("file", [file for file, (_, _, italic) in FACES.items() if not italic])
def test_upright_faces_have_real_small_capitals(file: str) -> None:
    assert {"smcp", "c2sc"} <= features(TTFont(FONTS / "ttf" / file))


@EACH_FACE
def test_figures_for_text_and_for_tables(file: str) -> None:
    """Lining, tabular figures stand in tables: as drawn, or asked for. Old-style ones stand in text."""
    font = TTFont(FONTS / "ttf" / file)
    if FACES[file][0] == "Cormorant":
        assert {"lnum", "tnum"} <= features(font)
    else:
        assert {"onum", "pnum"} <= features(font)
        assert max(widths(font, "0123456789")) - min(widths(font, "0123456789")) <= 1


def test_fontconfig_is_shown_this_folder_alone() -> None:
    text = (FONTS / "fonts.conf").read_text(encoding="utf-8")
    assert '<dir prefix="relative">ttf</dir>' in text
    assert text.count("<dir") == 1 and "<include" not in text

"""C112: names of people."""

from __future__ import annotations

import pytest

from tests.checks.catalog.catalogs import codes, facts, found


@pytest.mark.parametrize(
    ("source", "translation", "said"),
    [
        ("Институт основал Сызганов.", "Институтты Сызганов құрды.", "Сызғанов is spelt Сызганов"),
        ("Институт имени Сызганова открыт.", "Ғалым атындағы институт ашылды.", "Сызғанов (Сызганова in the source)"),
        ("С Досмухамедовым он дружил.", "Ол Досмухамедовпен дос болған.", "Досмұхамедұлы is spelt Досмухамедовпен"),
    ],
)
def test_a_name_that_is_lost_or_misspelt(source: str, translation: str, said: str) -> None:
    (finding,) = found(facts((source, translation)))
    assert finding.code == "C112"
    assert finding.message.startswith(said)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Институт основал Сызганов.", "Институтты Сызғанов құрды."),
        ("С Сызгановым и Асфендиаровым", "Сызғановпен және Асфендияровпен"),
        ("О Гульсум Асфендиаровой", "Гүлсім Асфендиярова туралы"),
        ("О Гульсум Асфендиаровой", "Гүлсім Асфендиарованың өмірі"),
        ("Институт, который {name:syzganov} основал", "{name:syzganov} негізін қалаған институт"),
        ("О Досмухамедове писали.", "Досмұхамедов туралы жазған."),
        ("сызганов-стрит", "бір көше"),
        ("Сызгановоградская улица", "Бір көше"),
    ],
)
def test_names_in_their_own_spelling(source: str, translation: str) -> None:
    assert codes(source, translation) == []

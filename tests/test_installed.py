"""Versions of installed packages by the names of their folders are those that their metadata say."""

from __future__ import annotations

import importlib.metadata
import sys
from pathlib import Path

import pytest

from book import installed
from book.typeset.versions import versions


@pytest.mark.parametrize("package", ["weasyprint", "pyicu-wheels", "MarkupSafe", "msgspec"])
def test_a_version_is_that_of_the_metadata(package: str) -> None:
    assert installed.version_of(package) == importlib.metadata.version(package)


def test_every_package_that_decides_how_a_page_looks_is_known_by_its_folder() -> None:
    known = installed.installed()
    assert {"weasyprint", "pydyf", "pyicu_wheels", "uharfbuzz"} <= known.keys()
    assert versions()["weasyprint"] == known["weasyprint"]


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(importlib.metadata.PackageNotFoundError):
        installed.version_of("no-such-package")


def test_what_comes_first_on_the_path_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, name in (("a", "One.Two-1.0.dist-info"), ("b", "one_two-2.0.dist-info"), ("b", "three-3.dist-info")):
        (tmp_path / folder / "site-packages" / name).mkdir(parents=True)
    (tmp_path / "b" / "site-packages" / "three.py").touch()
    monkeypatch.setattr(sys, "path", [f"{tmp_path}/{folder}/site-packages" for folder in ("a", "b", "not-there")])
    assert installed.installed.__wrapped__() == {"one_two": "1.0", "three": "3"}

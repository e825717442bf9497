"""The book with which a new book begins."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from book.desk import starter
from book.read import json_schema
from book.read.schema import SCHEMAS
from tests.read.test_schema import loaded

FILES = starter.files("2024-02-29")


def test_it_has_what_a_book_has() -> None:
    folders = {str(Path(path).parent) for path in FILES}
    assert {"chapters", "chapters/profiles", "chapters/resorts", "chapters/vocabulary", ".vscode", "."} <= folders
    assert {".gitignore", "README.md", "chapters/book.yaml"} <= set(FILES)
    assert len([path for path in FILES if path.startswith("chapters/profiles/")]) == 2
    assert b"date: 2024-02-29\n" in FILES["chapters/book.yaml"]
    assert not any(b"@DATE@" in data for data in FILES.values())


def test_no_data_file_has_a_dot_of_its_own() -> None:
    """Hidden files would be left out of the package, by our own .gitignore or by its builder."""
    folder = Path(starter.__file__).with_name("starter")
    assert [path for path in folder.rglob("*") if path.name.startswith(".")] == []


def test_every_vocabulary_is_there() -> None:
    from book.read.book_tables import GLOSSARY_NAME, VOCABULARIES

    assert {path for path in FILES if "/vocabulary/" in path} == {
        f"chapters/vocabulary/{name}.yaml" for name in (*VOCABULARIES, GLOSSARY_NAME)
    }


@pytest.mark.parametrize("path", [path for path in FILES if path.endswith(".yaml")])
def test_yaml_names_its_schema_and_keeps_to_it(path: str) -> None:
    text = FILES[path].decode()
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named
    schema = json.loads(FILES[str((Path("/") / path).parent.joinpath(named[1]).resolve().relative_to("/"))])
    kinds = {"book.yaml": "book", "terms.yaml": "glossary"}
    assert schema == json_schema(kinds.get(Path(path).name, "vocabulary"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(loaded(text))] == []


def test_the_editors_settings_name_files_that_are_there() -> None:
    schemas = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]
    assert schemas
    for schema, sources in schemas.items():
        assert schema.removeprefix("./") in FILES
        named = sources if isinstance(sources, list) else [sources]
        assert set(named) - {"chapters/vocabulary/terms.yaml"} <= set(FILES), "the glossary comes with the first term"
    assert {f".schemas/{kind}.schema.json" for kind in SCHEMAS} <= set(FILES)

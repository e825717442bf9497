"""The JSON Schemas: valid, and of one mind with the reader."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from book.read import json_schema
from book.read.schema import SCHEMAS
from tests.read.sources import BOOK_YAML, PERSON, RESORT
from tests.read.test_books import WHOLE
from tests.read.test_documents import WHOLE_PERSON, WHOLE_RESORT
from tests.read.test_press import WHOLE as PRESS


def loaded(words: str) -> Any:
    """As an editor's program reads it: with YAML's types, but dates as words (YAML 1.2 has none)."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.yaml_implicit_resolvers = {
        sign: [(tag, form) for tag, form in resolvers if not tag.endswith("timestamp")]
        for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(words, Loader=loader)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_valid_and_says_what_everything_is(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    fields = schema if "properties" in schema else schema["additionalProperties"]
    assert fields["additionalProperties"] is False
    assert all(field["description"] for field in fields["properties"].values())


GOOD = {
    "person": PERSON.removeprefix("---\n") + WHOLE_PERSON,
    "resort": RESORT.removeprefix("---\n") + WHOLE_RESORT,
    "chapter": "lang: ru\ntitle: T\nsubtitle: {kk: а, ru: б}\nkind: plain\nsources: [a]\n",
    "book": BOOK_YAML + WHOLE,
    "vocabulary": "lang: ru\nterms:\n  a: b\n  c: {kk: а}\n  d: {name: e, see: [f], symbol: g}\n",
    "glossary": "terms:\n  who: {kk: ДДСҰ, ru: [ВОЗ, Всемирн организаци здравоохранени]}\n",
    "press": PRESS,
    "inks": "gold: {cmyk: [20, 36, 76, 14], rgb: [178, 140, 60], spot: Gold, tint: 40, overprint: never}\n",
}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_what_the_reader_takes_the_schema_takes(kind: str) -> None:
    errors = list(Draft202012Validator(json_schema(kind)).iter_errors(loaded(GOOD[kind])))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("chapter", "title: T\nsubtitel: a\n"),
        ("chapter", "subtitle: a\n"),
        ("chapter", "title: T\nkind: plian\n"),
        ("chapter", "title: [T]\n"),
        ("person", GOOD["person"].replace("about 1880", "circa 1880")),
        ("person", GOOD["person"].replace("portraits/a.JPG", "portraits/a.svg")),
        ("person", GOOD["person"].replace("[surgery, therapy]", "[Хирургия]")),
        ("resort", GOOD["resort"].replace("beds: 500", "beds: many")),
        ("resort", GOOD["resort"].replace("certainty: single", "certainty: sure")),
        ("book", GOOD["book"].replace("purpose: proof", "purpose: prof")),
        ("vocabulary", "terms: {A: b}\n"),
        ("glossary", "terms: {who: WHO}\n"),
        ("glossary", "terms: {who: {en: {name: WHO}}}\n"),
        ("press", PRESS.replace("soft", "limp")),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(kind: str, words: str) -> None:
    assert not Draft202012Validator(json_schema(kind)).is_valid(loaded(words))

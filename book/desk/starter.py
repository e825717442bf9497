"""The book with which a new book begins: files that the package carries in desk/starter/, and schemas beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable

from book.read import json_schema
from book.read.schema import SCHEMAS

SCHEMA_FOLDER = ".schemas"
_DOT = "dot-"
"""A name that begins so gets its dot in the new book: hidden files of a package are easily lost on the way."""
_DATE = "@DATE@"


def schema_file(kind: str) -> str:
    """The file name of a schema: person.schema.json."""
    return f"{kind}.schema.json"


def schema_bytes(kind: str) -> bytes:
    """The JSON Schema of a kind of source, as it is written to a file."""
    return (json.dumps(json_schema(kind), ensure_ascii=False, indent=1) + "\n").encode()


def schema_files() -> dict[str, bytes]:
    """Every schema by its file name."""
    return {schema_file(kind): schema_bytes(kind) for kind in SCHEMAS}


def files(date: str) -> dict[str, bytes]:
    """Path in the book's folder -> bytes. `date` (2021-12-16) becomes that of the edition."""
    found = {
        path: data.replace(_DATE.encode(), date.encode())
        for path, data in _carried(resources.files("book.desk").joinpath("starter"), "")
    }
    found |= {f"{SCHEMA_FOLDER}/{name}": data for name, data in schema_files().items()}
    return dict(sorted(found.items()))


def _carried(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = "." + entry.name.removeprefix(_DOT) if entry.name.startswith(_DOT) else entry.name
        if entry.is_dir():
            yield from _carried(entry, f"{path}{name}/")
        else:
            yield f"{path}{name}", entry.read_bytes()

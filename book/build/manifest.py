"""report.json and manifest.json beside the PDF: what was found, and what the book was made from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from book import __version__
from book.build.pressing import Spent
from book.build.target import MANIFEST, PDF, PLACES, REPORT, Inputs, Target
from book.findings import Finding
from book.model import Struct
from book.typeset.versions import versions
from book.world import World


class PressFacts(Struct, frozen=True):
    """What the printer's side must know of a print edition. Lengths in mm; `blanks` are the blank pages at the end,
    `spots` the spot inks that something is printed in."""

    condition: str
    pdfx: str
    pages: int
    blanks: int
    trim: tuple[float, float]
    bleed: float
    spots: tuple[str, ...]
    marks: bool


class BoundFile(Struct, frozen=True):
    """A file beside the interior: `key` is everything that it was made from, `digest` that of its bytes; `findings` are
    what is wrong with it as a whole."""

    key: str
    digest: str
    findings: tuple[Finding, ...] = ()


class PartOf(NamedTuple):
    """What people know a unit as: a profile, a chapter, the directory, an index. Units with the same `key` are one
    part; `subject` is the id of its document, if it is one, `path` and `line` its source."""

    key: str
    title: str
    subject: str
    path: str
    line: int


class Produced(Struct, frozen=True):
    """What making one target gave. `pages` is 0 where errors in the sources kept it from being set; `lengths` of its
    units in pages help the next build guess sides; `reasons` tell why units were set anew."""

    pages: int = 0
    units: int = 0
    findings: tuple[Finding, ...] = ()
    lengths: dict[str, int] = msgspec.field(default_factory=dict)
    parts: dict[str, PartOf] = msgspec.field(default_factory=dict)
    """Of what part of the book a unit is, by the unit's id."""
    used: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    pdf: str = ""
    """Digest of the PDF."""
    pressing: Spent = Spent()
    press: PressFacts | None = None
    bound: dict[str, BoundFile] = msgspec.field(default_factory=dict)
    """The cover and what else lies beside the interior, by file name."""


def write(folder: Path, target: Target, inputs: Inputs, produced: Produced, found: Sequence[Finding]) -> list[str]:
    """Writes both files; returns the names of all outputs. No path of the machine and no time is in them."""
    report = {
        "language": target.language,
        "edition": target.edition,
        "pages": produced.pages,
        "press": msgspec.to_builtins(produced.press),
        "errors": sum(finding.is_error for finding in found),
        "findings": msgspec.to_builtins(list(found), str_keys=True),
    }
    _write(folder / REPORT, report)
    described = {
        "language": target.language,
        "edition": target.edition,
        "pages": produced.pages,
        "units": produced.units,
        "press": msgspec.to_builtins(produced.press),
        "pdf": {"file": PDF, "blake2b": produced.pdf} if produced.pages else None,
        "bound": {name: {"blake2b": file.digest} for name, file in produced.bound.items()},
        "inputs": inputs.files,
        "versions": {"make-book": __version__, **versions()},
    }
    _write(folder / MANIFEST, described)
    made = [*([PDF] if produced.pages else []), *([PLACES] if produced.press else []), *produced.bound]
    return [REPORT, MANIFEST, *made]


def _write(path: Path, value: object) -> None:
    data = msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=1) + b"\n"
    with World.writing(path, durable=False) as file:
        file.write(data)

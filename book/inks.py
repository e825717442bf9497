"""Inks by name, as styles/inks.yaml declares them: what a style sheet or a drawing may be coloured with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec
import yaml

from book.model import Struct


class Ink(Struct, frozen=True):
    """`cmyk` in per cent, `rgb` 0 to 255. `spot` names the plate that it is printed from where an edition declares that
    spot ink, at `tint` per cent; its CMYK build stands in elsewhere. `overprint`: printed over what lies below
    ("always"), never ("never"), or as its colour asks for ("auto": black text and thin black lines overprint)."""

    cmyk: tuple[float, float, float, float]
    rgb: tuple[int, int, int]
    spot: str = ""
    tint: float = 100
    overprint: Literal["auto", "always", "never"] = "auto"


Inks = Mapping[str, Ink]


def read_inks(data: bytes) -> dict[str, Ink]:
    """The inks of styles/inks.yaml; msgspec.ValidationError or yaml.YAMLError where it is not one."""
    return msgspec.convert(yaml.safe_load(data), dict[str, Ink])

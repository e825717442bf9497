"""What a template is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class View:
    """`template` in templates/, `sheets` beyond the common ones, `values` for the template; `properties` are custom
    properties of the page (part, entry, letter: strings; tab: a number), `classes` more classes of html."""

    template: str
    sheets: tuple[str, ...]
    values: Mapping[str, Any]
    title: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    classes: str = ""

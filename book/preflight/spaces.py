"""Colour spaces (ISO 32000-1, 8.6): what a colour of a content stream means."""

from __future__ import annotations

from typing import Any, NamedTuple

from book.preflight.objects import Dictionary, get, name, of, whole
from book.printed import Colour

_DEEP = 8


class Space(NamedTuple):
    """A colour space as the checks name it, and how many values a colour in it has."""

    name: str
    components: int
    inks: tuple[str, ...] = ()
    base: str = ""
    below: Any = None
    """The space of an uncoloured pattern's colour."""

    def colour(self, values: tuple[float, ...] | None = None) -> Colour:
        """A colour of the space; its initial one where no values are given."""
        if values is None:
            values = self.initial()
        return Colour(self.name, tuple(round(min(1.0, max(0.0, value)), 4) for value in values), self.inks, self.base)

    def initial(self) -> tuple[float, ...]:
        if self.name == "DeviceCMYK":
            return (0.0, 0.0, 0.0, 1.0)
        return (1.0 if self.inks else 0.0,) * self.components


GREY = Space("DeviceGray", 1)
RGB = Space("DeviceRGB", 3)
CMYK = Space("DeviceCMYK", 4)
PATTERN = Space("Pattern", 0)
UNKNOWN = Space("", 0)
_DEVICE = {"DeviceGray": GREY, "DeviceRGB": RGB, "DeviceCMYK": CMYK, "Pattern": PATTERN, "G": GREY, "RGB": RGB,
           "CMYK": CMYK, "CalCMYK": CMYK}  # fmt: skip
_DEFAULTS = {"DeviceGray": "/DefaultGray", "DeviceRGB": "/DefaultRGB", "DeviceCMYK": "/DefaultCMYK"}
_BY_COMPONENTS = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}


def space(value: Any, resources: Dictionary, deep: int = 0) -> Space:
    """The space that a name or an array stands for, among the resources of its stream."""
    value = of(value)
    if deep > _DEEP:
        return UNKNOWN
    if isinstance(value, str):
        return _named(str(value).removeprefix("/"), resources, deep)
    if not isinstance(value, list) or not value:
        return UNKNOWN
    kind = _word(value[0])
    if len(value) == 1 or (kind in _DEVICE and kind != "Pattern"):
        return _named(kind, resources, deep)
    if kind == "ICCBased":
        components = whole(get(of(value[1]), "/N"))
        return Space("ICCBased", components, base=_BY_COMPONENTS.get(components, ""))
    if kind in ("CalGray", "CalRGB", "Lab"):
        return Space(kind, 1 if kind == "CalGray" else 3)
    if kind in ("Indexed", "I"):
        below = space(value[1], resources, deep + 1)
        return Space("Indexed", 1, base=below.base if below.name == "Indexed" else below.name)
    if kind in ("Separation", "DeviceN") and len(value) > 2:
        alternate = space(value[2], resources, deep + 1).name
        named = of(value[1])
        inks = tuple(_word(one) for one in named[:64]) if kind == "DeviceN" and isinstance(named, list) else (
            _word(named),
        )  # fmt: skip
        return Space(kind, len(inks), inks, alternate)
    if kind == "Pattern":
        return Space("Pattern", 0, below=space(value[1], resources, deep + 1))
    return UNKNOWN


def _word(value: Any) -> str:
    found = of(value)
    return str(found).removeprefix("/") if isinstance(found, str) else ""


def _named(word: str, resources: Dictionary, deep: int) -> Space:
    device = _DEVICE.get(word)
    declared = get(resources, "/ColorSpace")
    if device is None:
        found = get(declared, "/" + word)
        return UNKNOWN if found is None else space(found, resources, deep + 1)
    default = get(declared, _DEFAULTS.get(device.name, ""))
    if isinstance(default, list) and name(default[0]) not in _DEVICE:
        return space(default, {}, deep + 1)
    return device


def device(components: int) -> Space:
    return {1: GREY, 3: RGB, 4: CMYK}.get(components, UNKNOWN)



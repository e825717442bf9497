"""PDF objects as text, such as states and shadings carry them -> Python values, and back (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re
from typing import Any

_TOKEN = re.compile(
    r"<<|>>|\[|\]|/[^\s()<>\[\]{}/%]*|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\)|\{[^}]*\}|[^\s()<>\[\]{}/%]+"
)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)\Z")


def parse(text: str) -> Any:
    """The object: a dict by names without their slash, a list, a float, or a str for all else (names with a slash)."""
    return _value(iter(_TOKEN.findall(text)), "")


def _value(tokens: Any, token: str) -> Any:
    token = token or next(tokens, "null")
    if token == "<<":
        held = _until(tokens, ">>")
        return {str(name)[1:]: value for name, value in zip(held[::2], held[1::2], strict=False)}
    if token == "[":
        return _until(tokens, "]")
    return float(token) if _NUMBER.match(token) else token


def _until(tokens: Any, end: str) -> list[Any]:
    held = []
    for token in tokens:
        if token == end:
            break
        held.append(_value(tokens, token))
    return held


def written(value: Any) -> str:
    """The object as PDF text."""
    if isinstance(value, dict):
        return f"<<{' '.join(f'/{name} {written(held)}' for name, held in value.items())}>>"
    if isinstance(value, (list, tuple)):
        return f"[{' '.join(map(written, value))}]"
    return number(value) if isinstance(value, float) else str(value)


def number(value: float) -> str:
    """A number with as many decimals as matter."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text

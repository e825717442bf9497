"""The versions of everything that decides how a page looks."""

from __future__ import annotations

import functools
import importlib.metadata
import platform

from book.typeset.libraries import native_versions

_PACKAGES = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "pyphen", "pillow", "uharfbuzz", "fonttools",
             "jinja2", "markupsafe", "pyicu-wheels", "babel", "msgspec")  # fmt: skip


@functools.cache
def versions() -> dict[str, str]:
    """Name -> version: Python packages, Pango, HarfBuzz, fontconfig."""
    found = {"python": platform.python_version(), **native_versions()}
    for package in _PACKAGES:
        found[package] = importlib.metadata.version(package)
    return found


def engine_versions() -> str:
    """All versions as one string, for keys."""
    return " ".join(f"{name}={version}" for name, version in sorted(versions().items()))

"""The versions of everything that decides how a page looks."""

from __future__ import annotations

import functools
import platform

from book.installed import version_of
from book.typeset.libraries import native_versions

_PACKAGES = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "pyphen", "pillow", "uharfbuzz", "fonttools",
             "jinja2", "markupsafe", "pyicu-wheels", "babel", "msgspec")  # fmt: skip


@functools.cache
def versions() -> dict[str, str]:
    """Name -> version: Python packages, Pango, HarfBuzz, fontconfig."""
    found = {"python": platform.python_version(), **native_versions()}
    for package in _PACKAGES:
        found[package] = version_of(package)
    return found


def engine_versions() -> str:
    """All versions as one string, for keys."""
    return " ".join(f"{name}={version}" for name, version in sorted(versions().items()))

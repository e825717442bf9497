"""How much of a PDF is read. A book of 5,000 pages stays far below all of them; a bomb meets one within seconds."""

from __future__ import annotations

PAGES = 20_000
TREE_DEPTH = 60
OPERATORS = 1_000_000
"""Of a page, with the forms and patterns that it shows, each time that it shows them."""
NAMED, STREAM = 10, 200
"""As much as so many operators cost it to look up a name, and to begin a form."""
CONTENT = 64_000_000
"""Bytes of one inflated stream."""
OBJECTS = 60_000
"""Texts, groups of paths and pictures of a page that are told one by one."""
FORM_DEPTH = 24
STATE_DEPTH = 512
NESTING = 32
"""Arrays and dictionaries inside each other in a content stream."""
OPERANDS = 100_000
XMP = 2_000_000
PROFILE = 8_000_000
CMAP = 4_000_000
NAMES = 10_000
"""Entries of a name tree or an outline."""
TEXT = 200
"""Characters of a text that are kept: enough to find it by."""
LARGEST = 1e7
"""Points; a coordinate beyond it is a fault of the file."""

NOT_READ, CUT_SHORT = ": it was not read", ": the rest was not looked at"
"""How the damage of a page ends that meets a bound: such a page is not handed on to another program."""

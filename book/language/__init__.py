"""What a language needs from us: order, hyphenation, typography, names, numbers, dates. `tongue(lang)` is the door.

A language with special rules has a module of data (kk, ru, en); every other comes from CLDR.
"""

from __future__ import annotations

from book.language.tongue import Form, Tongue, tongue

__all__ = ["Form", "Tongue", "tongue"]

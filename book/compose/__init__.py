"""The compose room: documents of one language and edition -> units of paginated HTML.

plan() says which units there are, from summaries; compose() makes one. Pure: no file, no clock; the templates and the
press's own words are read once from the package.
"""

from __future__ import annotations

from book.compose.compose import EDITION_CSS, compose, folio_probe, slug_probes
from book.compose.inks import edition_css, ink_css, substitute_inks
from book.compose.plan import plan
from book.compose.shared import Label, Shared, TermName, share
from book.compose.words import default_words, read_words

__all__ = [
    "EDITION_CSS",
    "Label",
    "Shared",
    "TermName",
    "compose",
    "default_words",
    "edition_css",
    "folio_probe",
    "ink_css",
    "plan",
    "read_words",
    "share",
    "slug_probes",
    "substitute_inks",
]

"""Sheets + page numbers -> one PDF: folios, outline, labels, links, boxes, intent; each font and picture once."""

from book.assemble.materials import Materials
from book.assemble.pdf import Production, assemble

__all__ = ["Materials", "Production", "assemble"]

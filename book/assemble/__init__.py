"""Sheets + page numbers -> one PDF: folios, outline, labels, links, boxes, intent; one copy of each font and picture."""

from book.assemble.pdf import Materials, Production, assemble

__all__ = ["Materials", "Production", "assemble"]

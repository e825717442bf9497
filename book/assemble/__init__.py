"""Sheets + page numbers -> one PDF: folios, outline, labels, links, boxes, intent; each font and picture once."""

from book.assemble.frame import Frame, frame
from book.assemble.marks import Folds, Slug
from book.assemble.materials import Materials
from book.assemble.metadata import About
from book.assemble.pdf import Production, assemble

__all__ = ["About", "Folds", "Frame", "Materials", "Production", "Slug", "assemble", "frame"]

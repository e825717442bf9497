"""The white book's press: sources and catalogs in, finished books out."""

__version__ = "0.1.0"

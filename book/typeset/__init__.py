"""One unit of HTML -> sheets with layout facts. The only importer of weasyprint."""

"""Any finished PDF -> PdfFacts, read with pypdf, which shares no code with our writer.

A PDF from elsewhere is hostile until read: every stream is inflated with a limit, every walk has a bound and remembers
where it was, numbers are finite or not taken. What can't be read is told as damage of the page or the file.
"""

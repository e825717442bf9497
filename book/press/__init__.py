"""Sheets in the edition's inks: pictures converted at the size at which they were placed."""

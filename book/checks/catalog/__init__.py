"""Checks of the translations in a catalog: one file per check, over CatalogFacts.

What a translation must not lose to be printed at all (references, index marks, footnotes: C012; readable markup: C013)
is judged in translate/usable.py; here is judged whether what is printed is right.
"""

"""Findings -> terminal, JSON. Values in, text out: nothing is printed here."""

"""`python -m book` is `make-book`."""

from book.cli import main

main()

"""WeasyPrint is loaded as the press loads it, before a test module can do it in another way."""

from tests.typeset import units  # noqa: F401

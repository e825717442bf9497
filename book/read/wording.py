"""libyaml's complaints in an editor's words."""

from __future__ import annotations

import yaml

_QUOTES = "put quotes around the text"

# Part of libyaml's problem -> (what is wrong, what to do). The first that fits is taken.
_WORDS: tuple[tuple[str, str, str], ...] = (
    ("tab character", "a tab stands where YAML wants spaces", "use spaces"),
    ("mapping values are not allowed", "a colon in a text without quotes", f"{_QUOTES}, or check the indentation"),
    ("could not find expected ':'", "a line without its colon", "write key: value, or indent the continued text"),
    ("did not find expected alphabetic", "a text without quotes begins with * or &", _QUOTES),
    ("did not find expected ',' or ']'", "a list that begins with [ is not closed by ]", f"add ], or {_QUOTES}"),
    ("did not find expected ',' or '}'", "a map that begins with { is not closed by }", f"add }}, or {_QUOTES}"),
    ("found unexpected end of stream", "a quotation mark is not closed", "close it, or double it inside quotes"),
    ("found unexpected document indicator", "a quotation mark is not closed", "close it, or double it inside quotes"),
    ("unknown escape", "a backslash inside double quotes", "use single quotes, or double the backslash"),
    (
        "did not find expected hexdecimal",
        "a backslash inside double quotes",
        "use single quotes, or double the backslash",
    ),
    ("tag", "a text without quotes begins with !", _QUOTES),
    ("did not find expected key", "the indentation does not fit", "indent like the line above"),
    ("did not find expected '-'", "a list ends here without reason", "begin the line with - like those above"),
    ("block sequence entries are not allowed", "a list begins on the line of its key", "begin it on the next line"),
    ("did not find expected node content", "a value is missing, or begins with a sign of YAML", _QUOTES),
    ("<document start>", "text after the end of the values", "indent it, or put quotes around the whole text"),
    ("found unexpected ':'", "a colon in a text without quotes", _QUOTES),
    ("chomping or indentation", "a text beginning with | or >", _QUOTES),
    ("expected comment or line break", "a text beginning with | or >", _QUOTES),
    ("directive", "a line begins with %", _QUOTES),
    ("max nesting", "values are nested too deep", "make the structure smaller"),
)


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str, yaml.Mark | None]:
    """(what is wrong, what to do, where) in plain words."""
    problem = str(error.problem or "")
    mark = error.problem_mark or error.context_mark
    if "cannot start any token" in problem and mark is not None:
        sign = text[mark.index : mark.index + 1]
        if sign == "\t":
            return "a tab stands where YAML wants spaces", "use spaces", mark
        return f'a text without quotes begins with "{sign}"', _QUOTES, mark
    before = text[: mark.index].rstrip(" ")[-1:] if mark is not None else ""
    if "did not find expected key" in problem and before and before in "]}":
        return f'text goes on after a "{before}"', "put quotes around the whole text", mark
    if "did not find expected key" in problem and before and before in "'\"":
        return "text goes on after its closing quotation mark", "put other quotes around the whole text", mark
    for part, message, hint in _WORDS:
        if part in problem:
            if ("is not closed" in message or "its colon" in message) and error.context_mark is not None:
                mark = error.context_mark
            return message, hint, mark
    return "the YAML cannot be read here", "put quotes around the text, or check the indentation above", mark

"""Whether the text around a name says what the named thing is or does."""

from __future__ import annotations

import re
from collections.abc import Iterator

NEAR = 80  # characters on each side: a sentence
WORDS = 3  # words of a description: fewer are only a second name
_MARKS = r"[`*_\"“”]*"
_BEGINNING = re.compile(  # of a sentence or of a part of it, with up to three words before the name
    r"(?:\A|\n[ \t]*\n|\n[ \t]*(?:[-*+]|\d+\.)[ \t]|[.:;?!|][`*_\"”)]*\s|,\s)\s*"
    rf"(?:(?:The|An?|Each|Its|That|This)\s)?(?:[a-z-]+\s){{0,3}}{_MARKS}\[?{_MARKS}\Z"
)
_NOUN = (
    r"(?:action|alarm|API|argument|call|calls|class|event|field|fields|file|key|metric|method|mode|object|page|"
    r"parameter|permission|policy|preset|property|role|service|setting|state|status|step|value|values)"
)
_CLOSED = rf"{_MARKS}(?:\]\([^()\n]*\)|\]\[[^\]\n]*\]|\])?{_MARKS}"
_DOES = re.compile(
    rf"{_CLOSED}(?:(?:,? and |, | or ){_MARKS}[A-Z][\w.]*{_MARKS})*(?:\s{_NOUN})?"
    r"\s(?:also\s|only\s|never\s|then\s|still\s|already\s|always\s)?"
    r"(?:(?!as\b|its\b|this\b|unless\b|across\b|thus\b)[a-z]+s|do(?:es)? not|are|let|mean|can)\s"
)
_AND = r"(?:, (?:and |or )?| and | or )"
_LABEL = re.compile(rf"\n[ \t]*(?:[-*+]|\d+\.)[ \t]+(?:{_MARKS}[\w.-]+{_MARKS}{_AND})*{_MARKS}\[?{_MARKS}\Z")
_COLON = re.compile(rf"{_CLOSED}(?:{_AND}{_MARKS}[\w.-]+{_MARKS})*:\*{{0,2}}\s+\S+\s\S+")
_GLOSS = re.compile(rf"{_CLOSED}(?:\s{_NOUN})?\s\((?!`)[^()]{{12,}}")
_AFTER_WORDS = re.compile(rf"[a-z]\w*\s+{_MARKS}[\w-]+[`*_\"”\])]*\s+\({_MARKS}\Z")
_BRACKET_ENDS = re.compile(rf"{_MARKS}[),;]")
_APPOSITION = re.compile(rf"{_CLOSED},\s(?:an?|the|which|whose|who|where)\s")
_AROUND = ((_COLON, _LABEL), (_BRACKET_ENDS, _AFTER_WORDS), (_DOES, _BEGINNING))
_CELL = re.compile(r"`[^`\n]*`|\[[^\]\n]*\](?:\([^()\n]*\)|\[[^\]\n]*\])")
_WORD = re.compile(r"[A-Za-z]{2,}")
_COMMENT = re.compile(r"^(.*\S)[ \t]+#[ \t]\S.*$", re.MULTILINE)
_IN_CODE = re.compile(r"[A-Za-z]\w+")


def explains(text: str, start: int, end: int) -> bool:
    """Whether the text says what the name at this place is or does."""
    line = text.rfind("\n", 0, start) + 1
    if text.startswith("|", line):
        return _row_explains(text, line, start)
    after = text[end : end + NEAR]
    if _GLOSS.match(after) or _APPOSITION.match(after):
        return True
    for follows, precedes in _AROUND:
        if follows.match(after) and precedes.search(text[max(0, start - NEAR) : start]):
            return True
    return False


def _row_explains(text: str, line: int, start: int) -> bool:
    """Whether the name is in the first cell, and the others describe it."""
    if text.count("|", line, start) > 1:
        return False
    stop = text.find("\n", line)
    cells = text[line : stop if stop >= 0 else len(text)].split("|")[2:]
    return len(_WORD.findall(_CELL.sub("", " ".join(cells)))) >= WORDS


def commented(code: str) -> Iterator[str]:
    """Names in lines of code that have a comment of their own."""
    for match in _COMMENT.finditer(code):
        yield from _IN_CODE.findall(match[1])

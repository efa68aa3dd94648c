"""Check a request against the API model, including enums, patterns, and maxima, which botocore does not check."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from botocore.model import ListShape, MapShape, Shape, StringShape, StructureShape

NUMBER = (int, float)
PLAIN = {"integer": int, "long": int, "float": NUMBER, "double": NUMBER, "boolean": bool, "string": str}
_NAMED = {"ASCII": r"\x00-\x7f", "Print": r"\x20-\x7e", "Alnum": "a-zA-Z0-9"}


def problems(shape: Shape, value: Any, where: str = "") -> Iterator[str]:
    """Each breach of a shape, with the path to it, as in ``ProductionVariants[0].InitialInstanceCount: ...``."""
    if isinstance(shape, StructureShape):
        yield from _structure(shape, value, where)
    elif isinstance(shape, ListShape):
        yield from _size(shape, len(value), where)
        for index, item in enumerate(value):
            yield from problems(shape.member, item, f"{where}[{index}]")
    elif isinstance(shape, MapShape):
        yield from _size(shape, len(value), where)
        for key, item in value.items():
            yield from problems(shape.key, key, f"{where}.{key}")
            yield from problems(shape.value, item, f"{where}.{key}")
    else:
        yield from _scalar(shape, value, where)


def _structure(shape: StructureShape, value: Any, where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where}: {value!r} is no structure"
        return
    for name in shape.required_members:
        if name not in value and not shape.members[name].metadata.get("idempotencyToken"):  # boto3 fills that in
            yield f"{where}: {name} is missing".lstrip(": ")
    for name, item in value.items():
        own = f"{where}.{name}".lstrip(".")
        if name in shape.members:
            yield from problems(shape.members[name], item, own)
        else:
            yield f"{own}: there is no such parameter"


def _scalar(shape: Shape, value: Any, where: str) -> Iterator[str]:
    kind = PLAIN.get(shape.type_name)
    if kind and (not isinstance(value, kind) or (kind is not bool and isinstance(value, bool))):
        yield f"{where}: {value!r} is no {shape.type_name}"
        return
    if isinstance(shape, StringShape):
        yield from _size(shape, len(value), where)
        if shape.enum and value not in shape.enum:
            yield f"{where}: {value!r} is none of {', '.join(shape.enum)}"
        pattern = shape.metadata.get("pattern")
        if pattern and not compiled(pattern).fullmatch(value):
            yield f"{where}: {value!r} does not match {pattern}"
    elif shape.type_name == "blob":
        yield from _size(shape, len(value), where)
    elif kind in (int, NUMBER):
        yield from _size(shape, value, where)


def _size(shape: Shape, size: float, where: str) -> Iterator[str]:
    """Length of text, lists and maps, value of numbers: the model says min and max of either."""
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    if least is not None and size < least:
        yield f"{where}: {size} is below {least}"
    if most is not None and size > most:
        yield f"{where}: {size} is above {most}"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    r"""A model's pattern, which is written for Java, as Python reads it: ``[\p{L}_]`` becomes ``[A-Za-z...\_]``."""
    text = pattern.replace(r"\uD800\uDC00-\uDBFF\uDFFF", r"\U00010000-\U0010ffff").replace(r"\z", r"\Z")
    text = text.replace("*)${", "){")  # ([x]*)${1,128}: Java repeats the end, and one to 128 of them are meant
    flags = re.IGNORECASE if "(?i)" in text else re.NOFLAG
    text = text.replace("(?i)", "")
    pieces, inside, done = [], False, 0
    for token in re.finditer(r"\\p\{(\w+)\}|\\.|[\[\]]", text):
        if token[1]:
            pieces += [text[done : token.start()], _ranges(token[1]) if inside else f"[{_ranges(token[1])}]"]
            done = token.end()
        elif token[0] in "[]":
            inside = token[0] == "["
    return re.compile("".join([*pieces, text[done:]]), flags)


@cache
def _ranges(name: str) -> str:
    """What a class such as L (letters) or Zs (spaces) holds, as the inside of a Python class."""
    if name in _NAMED:
        return _NAMED[name]
    spans: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)).startswith(name):
            if spans and spans[-1][1] == code - 1:
                spans[-1][1] = code
            else:
                spans.append([code, code])
    return "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in spans)
